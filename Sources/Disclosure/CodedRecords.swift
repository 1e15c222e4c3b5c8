/// Records of which only categories are known, column by column, each counting for one or for a number.
package struct CodedRecords: Sendable {
    package let columns: [CategoryColumn]
    /// How many each row counts for; nil where each is one.
    package let counts: [Int32]?
    package let rowCount: Int

    /// Throws `DisclosureProblem.input` where the columns differ in length or a count is negative.
    package init(columns: [CategoryColumn], counts: [Int32]? = nil) throws(DisclosureProblem) {
        let rowCount = counts?.count ?? columns.first?.codes.count ?? 0
        for column in columns where column.codes.count != rowCount {
            throw .input("The column “\(column.name)” has \(column.codes.count) values and not \(rowCount)")
        }
        if let row = counts?.firstIndex(where: { $0 < 0 }) { throw .input("Row \(row + 1) has a count below zero") }
        self.columns = columns
        self.counts = counts
        self.rowCount = rowCount
    }

    /// Everything that is counted.
    package var total: Int { counts.map { $0.reduce(0) { $0 + Int($1) } } ?? rowCount }
}
