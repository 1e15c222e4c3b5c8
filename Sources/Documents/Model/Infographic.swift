/// One sheet with the year at a glance, for walls, newsletters and screens.
package struct Infographic: Hashable, Sendable, Codable {
    package let publisher: String
    package let title: String
    package let period: String
    /// The large figures, four at the most.
    package let headlines: [Headline]
    /// Two or three charts.
    package let charts: [Chart]
    /// What whoever sees the sheet can do.
    package let advice: [String]
    /// Where the figures come from, and what the shorthand means.
    package let foot: String

    package init(
        publisher: String, title: String, period: String, headlines: [Headline], charts: [Chart], advice: [String], foot: String
    ) {
        self.publisher = publisher
        self.title = title
        self.period = period
        self.headlines = headlines
        self.charts = charts
        self.advice = advice
        self.foot = foot
    }

    /// The sheet in words: all that it states.
    package func text() -> String {
        var lines = [publisher, title, period, ""]
        for headline in headlines {
            lines.append("\(headline.figure.text) \(headline.unit)\(headline.detail.isEmpty ? "" : " (\(headline.detail))")")
        }
        for chart in charts {
            lines += ["", chart.title, chart.unit]
            lines += chart.bars.map { "  \($0.label): \($0.figure.text)" }
        }
        if !advice.isEmpty { lines += ["", "What you can do"] + advice.map { "  \($0)" } }
        lines += ["", foot]
        return lines.joined(separator: "\n") + "\n"
    }
}
