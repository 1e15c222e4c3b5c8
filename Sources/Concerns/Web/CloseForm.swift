import Kernel
import Partnerships
import Web

/// The fields of the closing form.
enum CloseForm {
    /// The closing as it stands in the record.
    static func stored(_ concern: ConcernDetail, outcomes: [(measure: String, quantity: Int)]) -> FormData {
        FormData(
            fields: [
                ("reason", concern.closingReason ?? ""), ("summary", concern.closingSummary),
                ("report_back", concern.reportBack),
            ] + outcomes.map { ("outcome_\($0.measure)", "\($0.quantity)") })
    }

    /// A concern that was open again is closed for a reason of its own.
    static func fresh(_ stored: FormData) -> FormData { stored.setting("reason", "") }

    static func labels(_ lists: CodeLists, on today: Day) -> [StaleEditPage.Label] {
        [
            .init("reason", "Why it is closed") { lists["closing_reason"].label($0) },
            .init("summary", "What came of it"), .init("report_back", "Report back"),
        ] + lists["outcome_measure"].current(on: today).map { .init("outcome_\($0.code)", $0.label) }
    }
}
