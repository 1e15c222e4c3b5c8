/// Counts that are published together, with every sum that a reader can check among them.
package struct CountTable: Hashable, Sendable {
    /// One sum: the cell that holds it, and the cells that add up to it.
    package struct Sum: Hashable, Sendable {
        package let total: Int
        package let parts: [Int]

        package init(total: Int, parts: [Int]) {
            self.total = total
            self.parts = parts
        }
    }

    /// The counts.
    package let cells: [Int]
    /// The sums, by the places of their cells.
    package let sums: [Sum]
    /// Cells that other parts of the document state too, and that may not be given up for the sake of another.
    package let stated: Set<Int>

    package init(cells: [Int], sums: [Sum], stated: Set<Int> = []) {
        self.cells = cells
        self.sums = sums
        self.stated = stated
    }
}
