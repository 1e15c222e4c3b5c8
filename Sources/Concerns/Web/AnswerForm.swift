import Kernel
import Partnerships
import Web

/// The fields of an agency's answer.
enum AnswerForm {
    static func fields(_ request: ScopingRequestDetail) -> FormData {
        let grading = request.grading.map(String.init)
        return FormData(fields: [
            ("answer", request.answer?.rawValue ?? ""), ("summary", request.summary),
            ("grading_source", grading.first ?? ""), ("grading_assessment", grading.dropFirst().first ?? ""),
            ("grading_handling", grading.dropFirst(2).first ?? ""), ("conditions", request.conditions),
            ("speak_to", request.speakTo),
        ])
    }

    static func labels(_ lists: CodeLists) -> [StaleEditPage.Label] {
        [
            .init("answer", "Answer") { ScopingAnswer(rawValue: $0)?.label ?? $0 }, .init("summary", "Summary"),
            .init("grading_source", "How reliable the source is") { lists["source_evaluation"].label($0) },
            .init("grading_assessment", "How it is known") { lists["intelligence_assessment"].label($0) },
            .init("grading_handling", "How it may be handled") { lists["handling_code"].label($0) },
            .init("conditions", "Conditions"), .init("speak_to", "Whom to speak to"),
        ]
    }
}
