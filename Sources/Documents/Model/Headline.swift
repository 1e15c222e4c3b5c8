/// A figure that stands large, with what it counts.
package struct Headline: Hashable, Sendable, Codable {
    package let figure: MarkedFigure
    /// What is counted: "concerns raised".
    package let unit: String
    /// A further line, such as the year before.
    package let detail: String

    package init(_ figure: MarkedFigure, unit: String, detail: String = "") {
        self.figure = figure
        self.unit = unit
        self.detail = detail
    }
}
