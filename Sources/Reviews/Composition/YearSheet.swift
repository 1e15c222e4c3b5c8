import Documents
import Kernel

/// Makes the infographic of a period from its protected figures.
package struct YearSheet: Sendable {
    private let figures: ProtectedFigures
    /// The tables that it may draw; nil for all.
    private let tables: Set<String>?
    /// Figures from elsewhere that stand large.
    private let stated: [Headline]

    package init(_ figures: RecordedFigures, protection: any FigureProtection = ProvedProtection()) {
        self.figures = ProtectedFigures(figures, protection: protection)
        tables = nil
        stated = []
    }

    /// The sheet that goes with a review: it states nothing that the review does not.
    package init(of review: Review) {
        figures = review.figures
        tables = review.statedTables
        stated = Array(review.statedHeadlines.prefix(YearSheet.mostHeadlines))
    }

    /// For how many large figures there is room.
    private static let mostHeadlines = 4

    package func infographic() -> Infographic {
        var headlines: [Headline] = [
            (Counted.concerns, "concerns raised"), (.screened, "people screened"), (.visits, "visits made"),
            (.interventions, "agency interventions"),
        ].map { unit, words in
            let before = figures.before(unit)?.number.flatMap { $0 > 0 ? "the year before: \(FigureValue.grouped($0))" : nil }
            return Headline(figures.marked(figures.total(unit)), unit: words, detail: before ?? "")
        }
        if !stated.isEmpty {
            // Somebody chose them: they come first, and beside them what the records count at all.
            let own = headlines.filter { $0.figure.value.number != 0 }
            headlines = stated + own.prefix(YearSheet.mostHeadlines - stated.count)
        }
        let charts = [
            ("concerns-by-exploitation-type", 12, "What people are exploited for"), ("concerns-by-location-type", 5, "Where it happens"),
            ("concerns-by-nationality", 5, "Nationality of the people concerned"),
        ].compactMap { id, most, title in
            tables.map { $0.contains(id) } ?? true ? figures.chart(id, most: most, title: title) : nil
        }
        let withholds = charts.contains { $0.bars.contains { $0.figure.value == .withheld } }
        return Infographic(
            publisher: figures.recorded.partnership, title: "Modern slavery: what we found", period: figures.recorded.period.text,
            headlines: headlines, charts: charts,
            advice: [
                "In danger now? Call 999.", "Worried about somebody? Call the Modern Slavery Helpline: 08000 121 700.",
            ],
            foot: "Counted from the \(figures.source)\(stated.isEmpty ? "" : ", or taken from the sources that the document names")."
                + (withholds ? " \(ProtectedFigures.withheldNote)" : "")
                + (figures.isOpen ? " [p] is provisional: the period is not over." : ""))
    }
}
