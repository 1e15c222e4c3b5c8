import Documents
import Kernel

/// Makes the infographic of a period from its protected figures.
package struct YearSheet: Sendable {
    private let figures: ProtectedFigures
    /// Figures from elsewhere that stand large.
    private let stated: [Headline]
    private let title: String
    private let hasHeadlines: Bool
    /// What it draws: tables, the most bars of each, and their titles.
    private let charts: [(id: String, most: Int, title: String?)]

    private static let usual: [(id: String, most: Int, title: String?)] = [
        ("concerns-by-exploitation-type", 12, "What people are exploited for"), ("concerns-by-location-type", 5, "Where it happens"),
        ("concerns-by-nationality", 5, "Nationality of the people concerned"),
    ]

    private static let usualTitle = "Modern slavery: what we found"

    package init(_ figures: RecordedFigures, protection: any FigureProtection = ProvedProtection()) {
        self.figures = ProtectedFigures(figures, protection: protection)
        (title, hasHeadlines, charts) = (YearSheet.usualTitle, true, YearSheet.usual)
        stated = []
    }

    /// The sheet that goes with a review: it states nothing that the review does not.
    package init(of review: Review) {
        figures = review.figures
        stated = Array(review.statedHeadlines.prefix(YearSheet.mostHeadlines))
        let tables = review.statedTables
        (title, hasHeadlines, charts) = (YearSheet.usualTitle, true, YearSheet.usual.filter { tables.contains($0.id) })
    }

    /// The sheet that an editor put together from tables of a review.
    ///
    /// - Parameter tables: what is drawn, in its order.
    package init(of review: Review, title: String, charts tables: [String], hasHeadlines: Bool) {
        figures = review.figures
        stated = Array(review.statedHeadlines.prefix(YearSheet.mostHeadlines))
        self.title = title
        self.hasHeadlines = hasHeadlines
        // As many bars as the sheet has room for.
        let most = [1: 14, 2: 8][tables.count] ?? 5
        charts = tables.map { ($0, most, nil) }
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
        let charts = charts.compactMap { drawn in
            figures.chart(drawn.id, most: drawn.most, title: drawn.title)
                ?? figures.recorded.statistics?.first { $0.choice == drawn.id }?.chart
        }
        let withholds = charts.contains { $0.bars.contains { $0.figure.value == .withheld } }
        return Infographic(
            publisher: figures.recorded.partnership, title: title, period: figures.recorded.period.text,
            headlines: hasHeadlines ? headlines : stated, charts: charts,
            advice: [
                "In danger now? Call 999.", "Worried about somebody? Call the Modern Slavery Helpline: 08000 121 700.",
            ],
            foot: "Counted from the \(figures.source)\(stated.isEmpty ? "" : ", or taken from the sources that the document names")."
                + (withholds ? " \(ProtectedFigures.withheldNote)" : "")
                + (figures.isOpen ? " [p] is provisional: the period is not over." : ""))
    }

    /// Every count that the sheet, and the tables behind its charts, state.
    package var statedCounts: [StatedCounts] {
        figures.statedTotals(withReferrals: false) + charts.compactMap { figures.recorded.table($0.id).flatMap { figures.stated($0) } }
    }
}
