import Access
import Kernel

/// A line of the list.
package struct VictimLine: Sendable, Hashable {
    package let id: ID<PotentialVictim>
    package let reference: String
    package let openedOn: Day
    package let age: AgeStanding
    package let gender: String
    package let leadName: String
    package let isOpen: Bool
    /// The stored status of their newest referral that is not void; nil where there is none.
    package let referralStatus: String?
    /// The last answer about a referral; nil while nobody asked.
    package let referralConsent: ConsentAnswer?
    /// The gravest risk that is there now, where it is high or critical; nil otherwise.
    package let risk: RiskScore.Level?
}
