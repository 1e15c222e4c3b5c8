import Documents
import Kernel

/// Makes the infographic of a period from its protected figures.
package struct YearSheet: Sendable {
    private let figures: ProtectedFigures

    package init(_ figures: RecordedFigures, protection: any FigureProtection = ProvedProtection()) {
        self.figures = ProtectedFigures(figures, protection: protection)
    }

    package func infographic() -> Infographic {
        let headlines: [Headline] = [
            (Counted.concerns, "concerns raised"), (.screened, "people screened"), (.visits, "visits made"),
            (.interventions, "agency interventions"),
        ].map { unit, words in
            let before = figures.before(unit)?.number.flatMap { $0 > 0 ? "the year before: \(FigureValue.grouped($0))" : nil }
            return Headline(figures.marked(figures.total(unit)), unit: words, detail: before ?? "")
        }
        let charts = [
            figures.chart("concerns-by-exploitation-type", title: "What people are exploited for"),
            figures.chart("concerns-by-location-type", most: 5, title: "Where it happens"),
            figures.chart("concerns-by-nationality", most: 5, title: "Nationality of the people concerned"),
        ].compactMap { $0 }
        let withholds = charts.contains { $0.bars.contains { $0.figure.value == .withheld } }
        return Infographic(
            publisher: figures.recorded.partnership, title: "Modern slavery: what we found", period: figures.recorded.period.text,
            headlines: headlines, charts: charts,
            advice: [
                "In danger now? Call 999.", "Worried about somebody? Call the Modern Slavery Helpline: 08000 121 700.",
            ],
            foot: "Counted from the \(figures.source)." + (withholds ? " \(ProtectedFigures.withheldNote)" : "")
                + (figures.isOpen ? " [p] is provisional: the period is not over." : ""))
    }
}
