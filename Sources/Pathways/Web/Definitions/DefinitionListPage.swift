import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The pathways of the partnership: those for the viewer's own kind of organisation first, then the others.
struct DefinitionListPage {
    let overview: DefinitionOverview
    let isFirst: Bool
    let lists: CodeLists
    let today: Day

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        let own = overview.listing.items.filter { $0.facts.isMeant(for: overview.ownKind) }
        let others = overview.listing.items.filter { line in !own.contains(line) }
        return SignedInPage(context, section: .pathways, title: "Our pathways") {
            PathwaySections.definitions.tabs(context.place.slug)
            PageHeading("Our pathways") {
                "What is done for somebody who may be a victim: step by step, by whom, within what time"
            } actions: {
                if context.viewer.isCoordinator { ButtonLink("Write a pathway", to: links.new) }
            }
            h2 { "For your organisation" }
            table(
                "For your organisation", own, links,
                isFirst && overview.listing.next == nil
                    ? "No pathway is written for your kind of organisation."
                    : "None on this page of the list is for your kind of organisation.")
            if !others.isEmpty {
                h2 { "For others" }
                table("For others", others, links, "")
            }
            Pager(
                previous: isFirst ? nil : ("Back to the beginning", links.list),
                next: overview.listing.next.map { ("More", links.list.query("after", $0)) })
            if !overview.fixes.isEmpty {
                Card("To be put right") {
                    FixTable(fixes: overview.fixes, today: today, links: links, showsPathway: true)
                }
            }
        }.markup
    }

    private func table(_ caption: String, _ lines: [DefinitionLine], _ links: DefinitionLinks, _ empty: String) -> DataTable {
        DataTable(
            caption,
            columns: [
                .init("Pathway", .rowHeading), .init("Whose way"), .init("For"), .init("In force"), .init("Read by"),
                .init("Last tried out"),
            ],
            rows: lines.map { line in
                [
                    a(.href(links.definition(line.id))) { line.facts.title },
                    .text([line.facts.way.label, line.townName].filter { !$0.isEmpty }.joined(separator: ", ")),
                    .text(line.facts.serviceKind.isEmpty ? "Every organisation" : lists["organisation_kind"].label(line.facts.serviceKind)),
                    Markup {
                        if let current = line.current {
                            "Version \(current) "
                            if !line.isReadByOwn, line.facts.isMeant(for: overview.ownKind) { Tag("Not read by you", .warn) }
                        } else {
                            Tag("Not published", .quiet)
                        }
                        if line.hasDraft, line.current != nil { Tag("Draft waits", .quiet) }
                    },
                    .text(line.current == nil ? "" : "\(line.readers) of \(overview.members.count { line.facts.isMeant(for: $0.kind) })"),
                    .text(line.testedOn?.text ?? "Never"),
                ]
            }, empty: .text(empty))
    }
}
