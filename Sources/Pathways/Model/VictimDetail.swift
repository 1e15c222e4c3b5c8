import Access
import Kernel

/// A potential victim as the partnership looks after them, without their identity: that is sealed and opened by its own
/// verb.
package struct VictimDetail: Sendable, Hashable {
    package let id: ID<PotentialVictim>
    /// "P-4F9A01BC", as pages name them: it counts nobody and says nothing.
    package let reference: String
    package let version: Int
    package let isOpen: Bool
    package let concern: ID<Concern>?
    package let screening: ID<Screening>?
    package let openedOn: Day
    package let organisation: ID<Organisation>?
    package let lead: ID<Organisation>?
    package let leadName: String
    package let facts: VictimFacts
    package let town: String
    /// The month in which they turn 18, `2027-03`; empty where the date of birth is not known.
    package let adultFromMonth: String
    package let hasIdentity: Bool
    package let contactRule: ContactRule
    /// Ways by which whoever exploits them may read along.
    package let unsafeWays: Set<ContactWay>
    package let closedOn: Day?
    package let closingReason: String

    /// "March 2027"; empty where the date of birth is not known.
    package var adultFromMonthText: String {
        guard let first = Day("\(adultFromMonth)-01") else { return "" }
        return String(first.text.drop { $0 != " " }.dropFirst())
    }
}
