import Access
import Kernel

/// How referrals and crime records fail to fit each other.
package enum CrimeDiscrepancy: String, Sendable, CaseIterable {
    /// A referral of somebody for whom no crime record stands, after the time for it.
    case missing
    /// Recorded after the time for it.
    case late
    /// Two people, or two referrals, with one crime reference.
    case twice
    /// A crime record of somebody of whom no referral stands.
    case alone

    package var label: String {
        switch self {
        case .missing: "No crime record"
        case .late: "Recorded late"
        case .twice: "One reference twice"
        case .alone: "No referral"
        }
    }

    /// - Parameter span: within what time the police record a crime: "24 hours".
    package func explanation(span: String) -> String {
        switch self {
        case .missing:
            "Referrals of people for whom no crime record is noted, when the \(span) for it are over. Ask the force for the reference."
        case .late: "Crimes recorded more than \(span) after the police were told."
        case .twice: "Two people or two referrals share a crime reference. Each victim has a crime record of their own: check both."
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
