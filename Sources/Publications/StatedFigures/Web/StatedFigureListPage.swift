import Access
import Design
import HTML
import Kernel
import Web

/// The figures from elsewhere of a partnership, by what they count.
struct StatedFigureListPage {
    let shelf: StatedFigureShelf
    let measures: [StatedMeasure]
    let byCode: [String: StatedMeasure]
    let notice: String?

    func markup(_ context: SignedIn) -> Markup {
        let links = StatedFigureLinks(slug: context.place.slug)
        let library = StatedFigureLibrary(shelf.standing.map(\.draft), measures: byCode)
        let order = Dictionary(measures.enumerated().map { ($1.code, $0) }) { first, _ in first }
        let figures = shelf.standing.enumerated().sorted {
            (order[$0.element.draft.measure] ?? Int.max, $0.offset) < (order[$1.element.draft.measure] ?? Int.max, $1.offset)
        }.map(\.element)
        let withdrawn = shelf.figures.filter(\.isWithdrawn)
        return SignedInPage(context, section: .figures, title: "Figures from elsewhere", notice: notice) {
            Breadcrumbs([("Figures", PageLinks.figures(context.place.slug))], current: "Figures from elsewhere")
            PageHeading("Figures from elsewhere") {
                "What the records of cases cannot count: meetings, training, money recovered, what others published. Each with its source"
            } actions: {
                if context.viewer.isCoordinator {
                    ButtonLink("Record a figure", to: links.new)
                    ButtonLink("Add several", to: links.several, .second)
                }
                ButtonLink("Checks", to: links.checks, .second)
            }
            DataTable(
                "Figures from elsewhere",
                columns: [
                    .init("What is counted", .rowHeading), .init("Figure"), .init("When"), .init("About"), .init("Source"),
                    .init("Short key"),
                ],
                rows: figures.compactMap { figure in
                    library[figure.draft.key].map { shown in
                        [
                            a(.href(links.figure(figure.id))) { shown.what }, .text(StatedFigureListPage.number(shown)),
                            .text(figure.draft.period.text.isEmpty ? "Not said" : figure.draft.period.text),
                            .text(figure.draft.area.isEmpty ? "The whole partnership" : figure.draft.area),
                            .text(figure.draft.source.text), code { figure.draft.key },
                        ]
                    }
                }, empty: "No figure is recorded yet. Record the first, or take several in from a spreadsheet.")
            if !withdrawn.isEmpty {
                Details("Figures that were withdrawn (\(withdrawn.count))") {
                    ul {
                        for figure in withdrawn {
                            li {
                                a(.href(links.figure(figure.id))) { figure.draft.key }
                                ": \(figure.withdrawnReason)"
                            }
                        }
                    }
                }
            }
        }.markup
    }

    /// The figure for those who work with it: with its mark in words, and what becomes of it in a document.
    static func number(_ shown: StatedFigureLibrary.Shown) -> String {
        let figure = shown.figure
        let words =
            ["\(figure.exactness.words)\(shown.measure.text(figure.value))"]
            + (figure.mark == .none ? [] : [figure.mark.label.lowercased()])
            + (shown.isWithheld ? ["not shown in documents"] : [])
        return words.joined(separator: ", ")
    }
}
