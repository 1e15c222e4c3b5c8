import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The fields of something that is to be put right.
struct FixFields {
    let form: Form
    let members: [OrganisationSummary]
    let number: Int

    var markup: Markup {
        Markup {
            TextInput(
                "What has to be put right", name: "fix-\(number)", value: form.value("fix-\(number)"),
                problem: form.problem("fix-\(number)"))
            Select(
                "Who puts it right", name: "owner-\(number)", choices: members.map { Choice($0.id.text, $0.name) },
                chosen: form.value("owner-\(number)"), problem: form.problem("owner-\(number)"))
            FormDates(form: form).input("By", "due-\(number)")
        }
    }

    /// Nil where the row was left empty.
    static func draft(_ data: FormData, number: Int) -> AddPathwayFix.Draft? {
        let draft = AddPathwayFix.Draft(
            what: data.text("fix-\(number)"), organisation: data.id("owner-\(number)"), dueOn: data.date("due-\(number)").day)
        return draft == AddPathwayFix.Draft() && data.date("due-\(number)") == .missing ? nil : draft
    }
}
