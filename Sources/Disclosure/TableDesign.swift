/// A table as it is asked for: which dimensions it crosses and from which number on a figure may be shown.
package struct TableDesign: Hashable, Sendable {
    /// A dimension of a table.
    package struct Axis: Hashable, Sendable {
        /// The place of the dimension in a list of dimensions.
        package let dimension: Int
        /// The levels of it that the table shows, ascending; the last one is the total.
        package let levels: [Int]

        package init(dimension: Int, levels: [Int]) {
            self.dimension = dimension
            self.levels = levels
        }
    }

    package let name: String
    package let rows: [Axis]
    package let columns: [Axis]
    /// Figures from 1 up to one below this are hidden.
    package let threshold: Int

    package init(name: String, rows: [Axis], columns: [Axis], threshold: Int) {
        self.name = name
        self.rows = rows
        self.columns = columns
        self.threshold = threshold
    }

    package var axes: [Axis] { rows + columns }
}
