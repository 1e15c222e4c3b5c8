/// A table of figures of one unit of count, as it is printed and as software for the blind reads it.
package struct StatisticalTable: Hashable, Sendable, Codable {
    /// One row: what it is, and a figure for each column.
    package struct Row: Hashable, Sendable, Codable {
        package let label: String
        package let figures: [MarkedFigure]
        /// Whether it adds up the others.
        package let isTotal: Bool

        package init(_ label: String, _ figures: [MarkedFigure], isTotal: Bool = false) {
            self.label = label
            self.figures = figures
            self.isTotal = isTotal
        }
    }

    /// Names the table inside its document: letters, digits and hyphens.
    package let id: String
    package let caption: String
    /// What the rows are, then what each column counts.
    package let columns: [String]
    package let rows: [Row]
    /// What one of the figures counts, as a sentence or its beginning.
    package let unit: String
    /// Where the figures come from.
    package let source: String
    /// What has to be known to read the table rightly.
    package let notes: [String]

    package init(
        id: String, caption: String, columns: [String], rows: [Row], unit: String, source: String, notes: [String] = []
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.unit = unit
        self.source = source
        self.notes = notes
    }

    /// Whether a figure of it is withheld.
    package var withholds: Bool { rows.contains { $0.figures.contains { $0.value == .withheld } } }
}
