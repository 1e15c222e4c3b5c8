/// One row of a table: what it is and how many there are.
package struct FigureCount: Hashable, Sendable {
    /// How documents and downloads name the row: "West Bromwich", "2019-04", "2019-Q2".
    package let key: String
    package let count: Int

    package init(_ key: String, _ count: Int) {
        self.key = key
        self.count = count
    }

    /// The row for records that do not say.
    package static let notRecorded = "Not recorded"
}
