/// What a reading saw of the database: two readings in the same state saw the same records.
///
/// States of one process are in order: of two that differ, the greater one is the later. A state says nothing to another
/// process.
package struct DatabaseState: Hashable, Comparable, Sendable {
    /// Rises where the database itself may be another than before, as after a lost connection: nothing that was seen
    /// before can be compared with what is seen after.
    private let era: Int64
    /// Rises with every change.
    private let number: Int64

    package init(era: Int64 = 0, number: Int64) {
        self.era = era
        self.number = number
    }

    package static func < (one: DatabaseState, other: DatabaseState) -> Bool {
        (one.era, one.number) < (other.era, other.number)
    }
}
