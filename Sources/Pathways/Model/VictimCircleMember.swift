import Access
import Kernel

/// An organisation that works with somebody.
package struct VictimCircleMember: Sendable, Hashable {
    package let organisation: ID<Organisation>
    package let name: String
    package let isEnforcement: Bool
    package let addedAt: Moment
    package let removedAt: Moment?

    /// Whether it works with them now.
    package var isCurrent: Bool { removedAt == nil }
}
