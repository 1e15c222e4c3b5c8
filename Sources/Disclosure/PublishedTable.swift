/// A table as it was published: what anybody can read of it.
package struct PublishedTable: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        /// One label for each dimension; `TableDimension.totalLabel` where it is summed up.
        package let labels: [String]
        /// Nil where the figure is hidden.
        package let value: Int?

        package init(labels: [String], value: Int?) {
            self.labels = labels
            self.value = value
        }
    }

    package let name: String
    package let dimensions: [String]
    /// For each dimension what each label belongs to, where it is not the total.
    package let parents: [[String: String]]
    package let cells: [Cell]
    /// Figures were rounded to multiples of this; 1 where they are exact.
    package let base: Int

    package init(name: String, dimensions: [String], parents: [[String: String]], cells: [Cell], base: Int = 1) {
        self.name = name
        self.dimensions = dimensions
        self.parents = parents
        self.cells = cells
        self.base = base
    }
}
