/// A fault in the reference data as written, with the list and the row where it stands.
package struct ReferenceDataProblem: Error, Equatable, CustomStringConvertible {
    /// The list that holds the fault.
    package let list: String
    /// The row inside the list, counted from 1.
    package let row: Int
    /// What is wrong with it.
    package let explanation: String

    package var description: String { "\(list), row \(row): \(explanation)" }
}
