import Access
import Design
import HTML
import Kernel
import Web

/// Asks for the reason of one step: opening again, or separating.
struct ReasonPage {
    let concern: ConcernDetail
    let heading: String
    let explanation: String
    let label: String
    let button: String
    let action: Link
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "\(heading): \(concern.reference)", problems: form.problems,
            layout: .narrow
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: heading)
            PageHeading(heading) { concern.reference }
            p { explanation }
            FormTag(context, action: action, token: token) {
                TextArea(label, name: "reason", value: form.value("reason"), problem: form.problem("reason"), lines: 3)
                Actions {
                    Button(button)
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }
}
