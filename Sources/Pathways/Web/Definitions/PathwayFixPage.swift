import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One thing that is to be put right, and the form that says it is.
struct PathwayFixPage {
    let definition: DefinitionDetail
    let fix: FixLine
    let form: Form
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "To be put right", problems: form.problems, notice: notice, layout: .narrow
        ) {
            Breadcrumbs(
                [("Our pathways", links.list), (definition.facts.title, links.definition(definition.id))],
                current: "To be put right")
            PageHeading(fix.what) { "\(fix.organisationName), by \(fix.dueOn.text)" }
            p { a(.href(links.test(fix.test, of: definition.id))) { "The test that showed it" } }
            if fix.mayBeFinished(by: context.viewer) {
                FormTag(
                    context, action: links.fix(fix.id, of: definition.id), token: token, version: form.data.version ?? fix.version
                ) {
                    TextArea("What was put right?", name: "result", value: form.value("result"), problem: form.problem("result"))
                    Select(
                        "Version of the pathway that holds it", name: "fixed_in",
                        choices: definition.latest == 0
                            ? [] : (1...definition.latest).reversed().map { Choice(String($0), "Version \($0)") },
                        chosen: form.value("fixed_in"), prompt: "The pathway stayed as it is", problem: form.problem("fixed_in"))
                    Actions {
                        Button("It is put right")
                        ButtonLink("Cancel", to: links.definition(definition.id), .second)
                    }
                }
            } else if fix.isOpen {
                p(.class("soft")) { "It is open." }
            } else {
                Card("Put right \(fix.doneOn?.text ?? "")") {
                    p { fix.result }
                    if let number = fix.fixedIn {
                        p { a(.href(links.version(number, of: definition.id))) { "In version \(number)" } }
                    }
                }
                if !form.value("result").isEmpty, form.value("result") != fix.result {
                    Card("What you typed is not recorded") {
                        p(.class("soft")) { "Somebody finished it before you." }
                        p { form.value("result") }
                    }
                }
            }
        }.markup
    }
}
