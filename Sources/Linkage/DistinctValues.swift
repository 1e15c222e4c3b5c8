/// Numbers the distinct values of a column that is read for a report alone, byte for byte as they are written.
package struct DistinctValues: Sendable {
    private var keys = KeyTable()

    package init() {}

    /// How many different values there were.
    package var count: Int { keys.count }

    /// The number of a value; values get numbers from 0 in the order of their first appearance.
    package mutating func insert(_ value: UnsafeBufferPointer<UInt8>) -> UInt32 { keys.insert(Digest.of(value)).number }
}
