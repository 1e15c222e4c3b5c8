import Design
import HTML
import Kernel
import Web

/// Everything that happened to a concern, page by page.
struct TimelinePage {
    let concern: ConcernDetail
    let listing: Listing<TimelineEntry>
    let isFirst: Bool
    let now: Moment

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(context, section: .concerns, title: "Timeline of \(concern.reference)") {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Timeline")
            PageHeading("Timeline") { concern.reference }
            TimelineSection(entries: listing.items, now: now)
            if !isFirst || listing.next != nil {
                Pager(
                    newest: isFirst ? nil : links.timeline(concern.id),
                    older: listing.next.map { links.timeline(concern.id).query("after", $0) })
            }
        }.markup
    }
}
