import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Publishes a draft as the next version.
struct PublishDefinitionPage {
    let definition: DefinitionDetail
    let before: DefinitionVersionDetail?
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Publish a pathway", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs(
                [("Our pathways", links.list), (definition.facts.title, links.definition(definition.id))], current: "Publish")
            PageHeading("Publish version \(definition.latest + 1)") {
                definition.facts.serviceKind.isEmpty
                    ? "Every member is asked to read it. The version before stays readable."
                    : "Every member for which it is meant is asked to read it. The version before stays readable."
            }
            FormTag(context, action: links.publish(definition.id), token: token) {
                date("From which day does it hold?", "valid_from", nil)
                date("Until", "valid_until", "Leave it empty until the next version")
                TextArea(
                    "What has changed, and who agreed?", name: "change_note", value: form.value("change_note"),
                    problem: form.problem("change_note"))
                Actions {
                    Button("Publish")
                    ButtonLink("Cancel", to: links.definition(definition.id), .second)
                }
            }
        }.markup
    }

    private func date(_ label: String, _ name: String, _ hint: String?) -> DateInput {
        DateInput(
            label, name: name,
            value: .init(day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year")),
            hint: hint, problem: form.problem(name))
    }
}
