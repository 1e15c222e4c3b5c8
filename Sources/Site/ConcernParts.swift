import Concerns
import Design
import HTML
import Kernel
import Pathways
import Subjects
import Visits
import Web

/// What the rest of the product shows on a concern's page: the case work of its own feature, the visits, and the pathways
/// of those with whom the viewer works.
struct ConcernParts: Sendable {
    let concerns: ConcernDesk

    var parts: ConcernPageParts {
        let cases = CaseParts(lists: concerns.lists).parts
        return ConcernPageParts { reading, concern, context, now in
            let own = try cases.read(reading, concern, context, now)
            let visits = try reading.visits(VisitQuery(span: .all, concern: concern.id)).items
            let links = try ConcernLinksCard(reading, concern: concern.id, slug: context.place.slug)
            let pathways = try reading.victims(VictimQuery(stage: .all, concern: concern.id)).items
            return (
                Markup {
                    if !pathways.isEmpty { PathwaysCard(lines: pathways, links: PathwayLinks(context.place.slug)) }
                    if !visits.isEmpty { table(visits, slug: context.place.slug) }
                    own.main
                },
                Markup {
                    links
                    own.side
                }
            )
        }
    }

    /// What is known already of what somebody types, inside their circles and blindly outside of them.
    static func known(_ subjects: SubjectDesk) -> KnownParts {
        KnownParts { draft, context in
            KnownAlreadyCard(try await subjects.lookUp(draft, by: context.viewer), slug: context.place.slug).markup
        }
    }

    /// A pathway or a referral that the viewer may see, by its whole reference.
    static let search = SearchParts { reading, words, context in
        let found = try reading.pathways(withReference: words)
        return found.isEmpty ? Markup() : FoundPathways(found: found, links: PathwayLinks(context.place.slug)).markup
    }

    private func table(_ visits: [VisitLine], slug: String) -> Card {
        let links = VisitLinks(slug)
        return Card("Visits") {
            DataTable(
                "Visits",
                columns: [
                    .init("Visit", .rowHeading), .init("When", .unbroken), .init("Purpose"), .init("Status"),
                    .init("Agencies", .number), .init("People screened", .number),
                ],
                rows: visits.map { visit in
                    [
                        a(.href(links.visit(visit.id))) { visit.reference }, .text(visit.visitedOn.text),
                        .text(visit.purpose), .text(visit.status.label), .text("\(visit.interventions)"),
                        .text("\(visit.screened)"),
                    ]
                })
        }
    }
}
