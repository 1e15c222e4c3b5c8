/// Why a record was not read or changed.
package enum AccessError: Error, Hashable, Sendable {
    /// There is no such record, or the viewer may not know of it: both look the same (404).
    case notVisible
    /// The viewer sees the record but may not do this to it (403).
    case denied
    /// Somebody else changed the record since the viewer read it (409); the version it has now.
    case changedMeanwhile(version: Int)
}
