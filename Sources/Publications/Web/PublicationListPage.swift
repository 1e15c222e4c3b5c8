import Access
import Design
import HTML
import Kernel
import Web

/// What the partnership publishes, and where each document stands.
struct PublicationListPage {
    let lines: [PublicationLine]

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        return SignedInPage(context, section: .publications, title: "Publications") {
            PageHeading("Publications") {
                "Reviews, reports and strategies: written here, drawn from the records, signed by two people, then out for everybody"
            } actions: {
                if context.viewer.isCoordinator { ButtonLink("Begin a publication", to: links.new) }
            }
            DataTable(
                "Publications",
                columns: [
                    .init("Title", .rowHeading), .init("Kind"), .init("Days"), .init("Where it stands"), .init("Edition", .number),
                ],
                rows: lines.map { line in
                    let publication = line.publication
                    return [
                        a(.href(links.publication(publication.id))) { publication.facts.title },
                        .text(publication.facts.kind.label), .text(publication.facts.period.text),
                        Markup {
                            Tag(publication.state.label, publication.state == .published ? .good : .plain)
                            if publication.state == .locked { " \(line.signatures) of 2 signatures" }
                        }, .text(String(publication.edition)),
                    ]
                }, empty: "Nothing is written for publication yet. A publication begins with the sections of its kind.")
            p { a(.href(PageLinks.published)) { "What everybody can read" } }
            if context.viewer.isCoordinator {
                p { a(.href(PageLinks.statedFigures(context.place.slug))) { "Figures from elsewhere" } }
            }
        }.markup
    }
}
