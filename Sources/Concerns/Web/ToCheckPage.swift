import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// What came by the public form and waits to be checked, danger first.
struct ToCheckPage {
    let listing: Listing<ConcernLine>
    let lists: CodeLists
    let notice: String?

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(context, section: .concerns, title: "Reports to check", notice: notice) {
            Breadcrumbs([("Concerns", links.list)], current: "Reports to check")
            PageHeading("Reports to check") {
                "What came by the public form. Nobody else sees it, and it counts in no figure, until you accept it."
            }
            DataTable(
                "Reports to check",
                columns: [
                    .init("Reference", .rowHeading), .init("Where"), .init("Received", .unbroken), .init("Danger"),
                    .init("Do", isHeadingShown: false),
                ],
                rows: listing.items.map { line in
                    [
                        a(.href(links.concern(line.id))) { line.reference }, .text(place(line)),
                        .text(line.receivedOn.text),
                        line.immediateDanger ? Tag("Says somebody is in danger", .alert).markup : "Not said",
                        a(.href(links.check(line.id))) {
                            "Check"
                            span(.class("unseen")) { " \(line.reference)" }
                        },
                    ]
                }, empty: "No report waits to be checked.")
            if let next = listing.next {
                Pager(newest: nil, older: links.toCheck.query("after", next))
            }
        }.markup
    }

    private func place(_ line: ConcernLine) -> String {
        [lists.place(line.locationType), line.town].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
