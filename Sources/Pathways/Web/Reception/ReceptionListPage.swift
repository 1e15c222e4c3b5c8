import Access
import Design
import HTML
import Kernel
import Web

/// The reception centres of the partnership, and what is open now.
struct ReceptionListPage {
    let centres: Listing<CentreLine>
    let isFirst: Bool
    let openings: [OpeningLine]

    func markup(_ context: SignedIn) -> Markup {
        let links = ReceptionLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Reception centres") {
            PathwaySections.reception.tabs(context.place.slug)
            PageHeading("Reception centres") {
                "Where many people can be received at once, planned before the night on which it is needed"
            } actions: {
                if context.viewer.isCoordinator { ButtonLink("Plan a centre", to: links.new) }
            }
            if !openings.isEmpty {
                Card("Open now") {
                    ul(.class("plain")) {
                        for opening in openings {
                            li {
                                a(.href(links.opening(opening.id))) { "\(opening.centreName), register \(opening.reference)" }
                                " since \(opening.activatedAt.text)"
                            }
                        }
                    }
                }
            }
            DataTable(
                "Reception centres",
                columns: [.init("Centre", .rowHeading), .init("Town"), .init("Holds", .number), .init("Plan"), .init("Status")],
                rows: centres.items.map { centre in
                    [
                        a(.href(links.centre(centre.id))) { centre.name }, .text(centre.town), .text(String(centre.capacity)),
                        .text("Version \(centre.planNumber)"), ReceptionListPage.tag(centre.status).markup,
                    ]
                },
                empty: "No centre is planned. The coordinator plans one: the venue, who comes, what is done first.")
            Pager(
                previous: isFirst ? nil : ("Back to the beginning", links.list),
                next: centres.next.map { ("More", links.list.query("after", $0)) })
        }.markup
    }

    static func tag(_ status: CentreFacts.Status) -> Tag {
        switch status {
        case .draft: Tag(status.label, .warn)
        case .ready: Tag(status.label, .good)
        case .retired: Tag(status.label, .quiet)
        }
    }
}
