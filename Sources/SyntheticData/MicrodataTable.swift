/// A table of categories, one row for each record, held column by column as small numbers.
///
/// In every column the number 0 is the missing value, whose text is empty.
package struct MicrodataTable: Sendable {
    /// One column: its name, its values and the number of each row's value.
    package struct Column: Sendable {
        package let name: String
        /// The texts; `values[0]` is the missing value.
        package let values: [String]
        /// For each row the place of its value in `values`.
        package var codes: [UInt16]

        package init(name: String, values: [String], codes: [UInt16]) {
            precondition(values.first == "", "The missing value comes first.")
            self.name = name
            self.values = values
            self.codes = codes
        }

        /// How many values there can be, the missing one included.
        package var size: Int { values.count }
    }

    /// The most values that a column can have.
    package static let mostValues = 60_000

    package var columns: [Column]
    package let rowCount: Int

    package init(columns: [Column]) {
        self.columns = columns
        rowCount = columns.first?.codes.count ?? 0
        precondition(columns.allSatisfy { $0.codes.count == rowCount }, "Every column has every row.")
    }

    package var sizes: [Int] { columns.map(\.size) }

    /// The values of one row, by their numbers.
    package func row(_ index: Int) -> [UInt16] { columns.map { $0.codes[index] } }

    /// The same columns with other rows, chosen by their places.
    package func rows(_ places: some Collection<Int>) -> MicrodataTable {
        MicrodataTable(
            columns: columns.map { column in
                Column(name: column.name, values: column.values, codes: places.map { column.codes[$0] })
            })
    }
}
