import Access
import Design
import HTML
import Kernel
import Web

/// What the partnership publishes, and where each document stands.
struct PublicationListPage {
    let lines: [PublicationLine]
    let registered: [RegisteredDetail]
    let notice: String?

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        return SignedInPage(context, section: .publications, title: "Publications", notice: notice) {
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
            if !registered.isEmpty {
                Card("Published otherwise") {
                    p { "Documents that were published without two signatures here. Every new publication is checked beside them." }
                    DataTable(
                        "Published otherwise",
                        columns: [
                            .init("Title", .rowHeading), .init("Published", .unbroken), .init("Registered", .unbroken),
                            .init("Figures", .number), .init("Where it stands"),
                        ],
                        rows: registered.map { document in
                            [
                                .text(document.title), .text(document.publishedOn.text), .text(document.registeredAt.day.text),
                                .text(String(document.figures)), standing(document, context, links),
                            ]
                        })
                }
            }
            p { a(.href(PageLinks.published)) { "What everybody can read" } }
            if context.viewer.isCoordinator {
                p { a(.href(PageLinks.statedFigures(context.place.slug))) { "Figures from elsewhere" } }
            }
        }.markup
    }

    private func standing(_ document: RegisteredDetail, _ context: SignedIn, _ links: PublicationLinks) -> Markup {
        Markup {
            if let struck = document.struckAt {
                Tag("Struck out", .warn)
                " \(struck.day.text): \(document.struckReason)"
            } else if document.laterEditions > 0 || !context.viewer.isCoordinator {
                "In the ledger"
            } else {
                "In the ledger "
                a(.href(links.strike(document.id))) {
                    "Strike out"
                    span(.class("unseen")) { " \(document.title)" }
                }
            }
        }
    }
}
