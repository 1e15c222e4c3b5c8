import Access
import Design
import HTML
import Kernel
import Web

/// Finds the concern to compare with by its reference, for the coordinator who knows it.
struct FindSamePage {
    let concern: ConcernDetail
    let form: Form

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "Compare \(concern.reference)", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Compare")
            PageHeading("Compare with another concern") { concern.reference }
            HTML.form(.method(.get), .action(links.findSame(concern.id)), .novalidate) {
                TextInput(
                    "Reference of the other concern", name: "reference", value: form.value("reference"),
                    problem: form.problem("reference"), width: .medium, autocomplete: "off")
                Actions {
                    Button("Show them side by side")
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }
}
