/// A chart of one row of figures. Its numbers stand written beside the bars, in its words, and in the table it names.
package struct Chart: Hashable, Sendable, Codable {
    package enum Shape: String, Sendable, Codable {
        /// Horizontal bars, for categories.
        case bars
        /// Upright columns, for stretches of time.
        case columns
    }

    /// One bar.
    package struct Bar: Hashable, Sendable, Codable {
        package let label: String
        package let figure: MarkedFigure
        /// Whether it stands for several small rows together.
        package let isRemainder: Bool

        package init(_ label: String, _ figure: MarkedFigure, isRemainder: Bool = false) {
            self.label = label
            self.figure = figure
            self.isRemainder = isRemainder
        }
    }

    /// Names the chart inside its document: letters, digits and hyphens.
    package let id: String
    /// What the chart shows, as a heading: "Concerns by town".
    package let title: String
    package let shape: Shape
    package let bars: [Bar]
    /// What one of the figures counts.
    package let unit: String
    package let source: String
    /// The table with all its numbers, if the document has one.
    package let table: String?

    package init(
        id: String, title: String, shape: Shape, bars: [Bar], unit: String, source: String, table: String? = nil
    ) {
        self.id = id
        self.title = title
        self.shape = shape
        self.bars = bars
        self.unit = unit
        self.source = source
        self.table = table
    }

    /// The same chart under another name, for a document that holds it twice.
    package func named(_ id: String) -> Chart {
        Chart(id: id, title: title, shape: shape, bars: bars, unit: unit, source: source, table: table)
    }

    /// The whole chart in words, for whoever does not see it.
    package var words: String {
        let kind = shape == .bars ? "Bar chart" : "Column chart"
        let rows = bars.map { bar in "\(bar.label) \(bar.figure.value == .withheld ? "not shown" : bar.figure.text)" }
        return "\(kind): \(title). \(rows.joined(separator: ", "))."
    }
}
