import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Closes a pathway with the reason, or opens a closed one again.
struct ClosePathwayPage {
    let victim: VictimDetail
    let form: Form
    let lists: CodeLists
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let title = victim.isOpen ? "Close the pathway" : "Open the pathway again"
        return SignedInPage(
            context, section: .pathways, title: "\(title), \(victim.reference)", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs([("Pathways", links.list), (victim.reference, links.victim(victim.id))], current: title)
            PageHeading(title) { "A closed pathway can be opened again: the offer of help stays." }
            FormTag(context, action: links.close(victim.id), token: token) {
                if victim.isOpen {
                    Radios(
                        "Why?", name: "reason",
                        choices: lists["pathway_closing"].current(on: today).map { Choice($0.code, $0.label, hint: $0.note) },
                        chosen: form.value("reason"), problem: form.problem("reason"), layout: .list)
                    TextArea(
                        "How are they, and what was arranged?", name: "note", value: form.value("note"), hint: "Sealed",
                        problem: form.problem("note"))
                } else {
                    p { "Closed on \(victim.closedOn?.text ?? ""): \(lists["pathway_closing"].label(victim.closingReason).lowercased())." }
                }
                Actions {
                    Button(title)
                    ButtonLink("Cancel", to: links.victim(victim.id), .second)
                }
            }
        }.markup
    }
}
