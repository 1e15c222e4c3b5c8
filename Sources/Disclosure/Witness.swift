/// Another set of records that would have given exactly the same publication.
///
/// Whoever sees the publication alone cannot tell it from the true one. A figure that differs between the two is therefore
/// not known to them, and can be no better known than that difference.
package struct Witness: Hashable, Sendable {
    /// A combination of categories that another number of records has here.
    package struct Change: Hashable, Sendable {
        package let key: UInt64
        package let by: Int32

        package init(key: UInt64, by: Int32) {
            self.key = key
            self.by = by
        }
    }

    package let changes: [Change]

    package init(changes: [Change]) { self.changes = changes }
}
