import Access
import Kernel
import Partnerships
import Web

/// The form of a screening, read. Nationality and language are typed as they are spelt and kept as codes.
struct ScreeningForm {
    let draft: RecordScreening.Draft
    let problems: [Problem]

    init(_ data: FormData, lists: CodeLists) {
        var problems: [Problem] = []
        func code(_ field: String, _ list: String, _ problem: String) -> String {
            let text = data.text(field)
            if text.isEmpty { return "unknown" }
            if let code = lists[list].code(label: text) { return code }
            problems.append(Problem(field, problem))
            return ""
        }
        let nationality = code(
            "nationality", "nationality", "Choose the nationality from the list, or leave it empty if it is not known")
        let language = code(
            "language", "language", "Choose the language from the list, or leave it empty if it is not known")
        draft = RecordScreening.Draft(
            answers: ScreeningAnswers(
                gender: data.text("gender"), ageGroup: data.text("age_group"), nationality: nationality,
                language: language, indicators: data.texts("indicators"), outcome: data.text("outcome"),
                consent: data.text("consent"), nextStep: data.text("next_step"), note: data.text("note")),
            identity: data.text("identity"))
        self.problems = problems
    }

    /// The fields of a form that says these answers.
    static func data(of answers: ScreeningAnswers, lists: CodeLists) -> FormData {
        var data = data(like: answers, lists: lists)
        data.fields += [("consent", answers.consent), ("note", answers.note), ("stamp", answers.stamp)]
        return data
    }

    /// What people of one group have in common: everything but what belongs to one person alone.
    static func data(like answers: ScreeningAnswers, lists: CodeLists) -> FormData {
        func label(_ list: String, _ code: String) -> String { code == "unknown" ? "" : lists[list].label(code) }
        return FormData(
            fields: [
                ("gender", answers.gender), ("age_group", answers.ageGroup),
                ("nationality", label("nationality", answers.nationality)),
                ("language", label("language", answers.language)), ("outcome", answers.outcome),
                ("next_step", answers.nextStep),
            ] + answers.indicators.map { ("indicators", $0) })
    }

    /// Each answer as it is stored beside what was typed.
    static func differences(
        stored: ScreeningAnswers, typed: ScreeningAnswers, lists: CodeLists, questions: ScreeningQuestions
    ) -> [ConflictCard.Difference] {
        let parts: [(String, String, (ScreeningAnswers) -> String)] = [
            ("Gender", "gender", \.gender), ("Age", "age_group", \.ageGroup),
            ("Nationality", "nationality", \.nationality), ("Language", "language", \.language),
            ("Outcome", "screening_outcome", \.outcome), ("Conversation", "conversation_consent", \.consent),
            ("Next step", "screening_next_step", \.nextStep), ("Note", "", \.note),
        ]
        func signs(_ answers: ScreeningAnswers) -> String {
            answers.indicators.sorted().map { questions[$0]?.text ?? $0 }.joined(separator: "; ")
        }
        return parts.map { name, list, answer in
            .init(name: name, stored: lists[list].label(answer(stored)), typed: lists[list].label(answer(typed)))
        } + [.init(name: "What was noticed", stored: signs(stored), typed: signs(typed))]
    }
}
