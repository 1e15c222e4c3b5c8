/// What one figure of a review counts. Figures of two units are never added or divided.
package enum Counted: String, Sendable, CaseIterable, Codable {
    case concerns
    case visits
    case interventions
    case screened
    case referrals
    case reports
    case referred

    /// The unit as the heading of a column or a row: "People screened".
    package var heading: String {
        switch self {
        case .concerns: "Concerns raised"
        case .visits: "Visits made"
        case .interventions: "Agency interventions"
        case .screened: "People screened"
        case .referrals: "Referrals to the National Referral Mechanism"
        case .reports: "Duty to notify reports"
        case .referred: "People referred or reported"
        }
    }

    /// The unit in a sentence: "people screened".
    var words: String {
        switch self {
        case .referrals: "referrals to the National Referral Mechanism"
        default: heading.lowercased()
        }
    }
}
