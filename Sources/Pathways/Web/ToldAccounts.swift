import Design
import HTML
import Kernel
import ReferralForm
import Web

/// Offers what somebody told for the answers of one part of a referral, so that they are not asked again. It stands at the
/// end of the form, behind its first button: whoever presses Enter saves.
struct ToldAccounts: Component {
    let accounts: [AccountLine]
    let fields: [FormField]
    let form: Form
    let action: Link

    static let accountField = "told_account"
    static let answerField = "told_into"
    static let ownFields: Set<String> = [accountField, answerField]

    /// Whether an answer is told in as many words as it needs.
    static func takesAccounts(_ field: FormField) -> Bool { field.kind == .area }

    var markup: Markup {
        let answers = fields.filter(ToldAccounts.takesAccounts)
        guard !accounts.isEmpty, !answers.isEmpty else { return Markup() }
        return Markup {
            hr()
            Details("Use what they told", isOpen: ToldAccounts.ownFields.contains { form.problem($0) != nil }) {
                p { "It is put at the end of the answer, under its day, and kept for you until you save. That you opened it is recorded." }
                Select(
                    "Which account?", name: ToldAccounts.accountField, choices: accounts.map { Choice($0.id.text, $0.heading) },
                    chosen: form.value(ToldAccounts.accountField), problem: form.problem(ToldAccounts.accountField))
                Select(
                    "Into which answer?", name: ToldAccounts.answerField, choices: answers.map { Choice($0.code, $0.label) },
                    chosen: form.value(ToldAccounts.answerField), problem: form.problem(ToldAccounts.answerField))
                Actions { Button("Put it in", .second, to: action) }
            }
        }
    }
}
