import Access
import Design
import HTML
import Kernel
import Web

/// The opened debrief of an opening.
struct ReceptionDebriefPage {
    let opening: OpeningDetail
    let debrief: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ReceptionLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Debrief \(opening.reference)", layout: .narrow) {
            Breadcrumbs(
                [("Reception centres", links.list), (opening.reference, links.opening(opening.id))], current: "Debrief")
            PageHeading("Debrief \(opening.reference)") { "Sealed. Your opening it is recorded." }
            p { debrief.isEmpty ? "None is kept yet." : debrief }
        }.markup
    }
}
