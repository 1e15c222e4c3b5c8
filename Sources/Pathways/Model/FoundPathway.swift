import Access
import Kernel

/// A pathway, or one of its referrals, that somebody found by its reference.
package struct FoundPathway: Sendable, Hashable {
    package let victim: ID<PotentialVictim>
    /// Nil where the reference is the pathway's own.
    package let referral: ID<Referral>?
    /// Our own reference, whichever was searched for: "P-4F9A01BC", "R-7D20C41E".
    package let reference: String
}
