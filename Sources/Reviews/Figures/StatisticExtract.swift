import Documents

/// A table of published statistics as a document prints it. It was published by others as it stands: nothing of it is withheld here,
/// and nothing of it is counted from the records.
package struct StatisticExtract: Hashable, Sendable, Codable {
    /// What somebody chose; the same choice gives the same table.
    package let choice: String
    package let table: StatisticalTable
    /// Nil for a table that is read and not drawn.
    package let chart: Chart?

    package init(choice: String, table: StatisticalTable, chart: Chart?) {
        self.choice = choice
        self.table = table
        self.chart = chart
    }

    var blocks: [Block] { (chart.map { [.chart($0)] } ?? []) + [.table(table)] }
}
