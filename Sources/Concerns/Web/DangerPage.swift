import Access
import Design
import HTML
import Kernel
import Web

/// Immediate danger: what to do first, and the note that it was done.
struct DangerPage {
    let concern: ConcernDetail
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        let isNoted = concern.immediateDanger
        return SignedInPage(
            context, section: .concerns, title: "Immediate danger: \(concern.reference)", problems: form.problems,
            layout: .narrow
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Immediate danger")
            PageHeading("Immediate danger") { concern.reference }
            if !isNoted || !context.viewer.isCoordinator { steps }
            FormTag(context, action: links.danger(concern.id), token: token) {
                if isNoted, context.viewer.isCoordinator {
                    Radios(
                        "Is somebody still in danger?", name: "danger",
                        choices: [Choice("yes", "Yes, still"), Choice("no", "No, the danger is over")],
                        chosen: form.value("danger").isEmpty ? "yes" : form.value("danger"),
                        problem: form.problem("danger"))
                } else {
                    HiddenInput(name: "danger", value: "yes")
                }
                TextInput(
                    "Police incident number", name: "police_incident", value: form.value("police_incident"),
                    hint: "Or “not yet given”", problem: form.problem("police_incident"), width: .medium,
                    autocomplete: "off")
                TextArea(
                    "What is the danger, or how do you know that it is over?", name: "note", value: form.value("note"),
                    hint: "Without names", problem: form.problem("note"), lines: 3)
                Actions {
                    Button(isNoted ? "Save" : "Note the danger", isNoted ? .lead : .danger)
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }

    private var steps: Markup {
        Card("Act first") {
            ol {
                li { "Call 999. Say where, who is in danger and from whom. Give \(concern.reference) as your own reference." }
                li { "Do not go there yourself, and warn nobody at the place." }
                li { "Ask the police for the incident number, and note it here." }
                li { "The concern then stands at the top of everybody’s list until the danger is over." }
            }
        }.markup
    }
}
