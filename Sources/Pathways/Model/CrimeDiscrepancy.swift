import Access
import Kernel

/// How referrals and crime records fail to fit each other.
package enum CrimeDiscrepancy: String, Sendable, CaseIterable {
    /// A referral without a crime record, after the time for it.
    case missing
    /// Recorded after the time for it.
    case late
    /// Two referrals with one crime reference.
    case twice
    /// A crime record of somebody without a referral, or whose referral was made void.
    case alone

    package var label: String {
        switch self {
        case .missing: "No crime record"
        case .late: "Recorded late"
        case .twice: "One reference twice"
        case .alone: "No referral"
        }
    }

    package var explanation: String {
        switch self {
        case .missing: "Referrals for which no crime record is noted, a day after they were sent. Ask the force for the reference."
        case .late: "Crimes recorded more than 24 hours after the police were told."
        case .twice: "Referrals that share a crime reference. Each victim has a crime record of their own: check both."
        case .alone: "Crime records of people for whom no referral stands. Ask whether a referral is due."
        }
    }
}

/// A line of the list of discrepancies.
package struct DiscrepancyLine: Sendable, Hashable {
    package let id: String
    package let victim: ID<PotentialVictim>
    package let victimReference: String
    package let referral: ID<Referral>?
    package let referralReference: String
    package let force: String
    package let crimeReference: String
    /// When the referral was sent, or the crime record entered.
    package let on: Day
    /// Hours that recording took; nil where nothing is recorded.
    package let hours: Int?
}
