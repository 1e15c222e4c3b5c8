import Access
import Kernel

/// An organisation that sees a concern, or saw it until it was removed.
package struct CircleMember: Sendable, Hashable {
    package let organisation: ID<Organisation>
    package let name: String
    package let isEnforcement: Bool
    /// Whether it sees what the other agencies answered.
    package let seesAnswers: Bool
    /// Whether it sees the victims strand.
    package let seesVictims: Bool
    /// Why it was let in.
    package let basis: String
    package let addedAt: Moment
    package let removedAt: Moment?

    package var isCurrent: Bool { removedAt == nil }
}

/// Somebody who sees every concern whose circle holds their organisation.
package struct CircleReader: Sendable, Hashable {
    package let organisation: ID<Organisation>
    package let name: String
}
