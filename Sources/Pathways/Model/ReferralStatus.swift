import Store

/// Where a referral stands, from the first word to the last decision.
package enum ReferralStatus: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case draft
    case inReview = "in-review"
    /// A supervisor approved it: it can be keyed in.
    case ready
    /// Keyed into the Home Office form; no reference yet.
    case submitted
    /// A duty-to-notify report was received; nothing follows.
    case notified
    case awaitingReasonableGrounds = "awaiting-reasonable-grounds"
    case reasonableGroundsNegative = "reasonable-grounds-negative"
    /// Positive reasonable grounds: the recovery period runs and the conclusive grounds decision is awaited.
    case awaitingConclusiveGrounds = "awaiting-conclusive-grounds"
    case conclusiveGroundsPositive = "conclusive-grounds-positive"
    case conclusiveGroundsNegative = "conclusive-grounds-negative"
    case reconsideration
    case suspended
    case withdrawn
    case disqualified
    /// Made twice, or made in error.
    case void

    package var label: String {
        switch self {
        case .draft: "Draft"
        case .inReview: "With the supervisor"
        case .ready: "Ready to be keyed in"
        case .submitted: "Sent, no reference yet"
        case .notified: "Duty to notify report received"
        case .awaitingReasonableGrounds: "Awaiting reasonable grounds"
        case .reasonableGroundsNegative: "Reasonable grounds negative"
        case .awaitingConclusiveGrounds: "Positive reasonable grounds"
        case .conclusiveGroundsPositive: "Positive conclusive grounds"
        case .conclusiveGroundsNegative: "Conclusive grounds negative"
        case .reconsideration: "Reconsideration asked for"
        case .suspended: "Suspended"
        case .withdrawn: "Withdrawn"
        case .disqualified: "Disqualified"
        case .void: "Void"
        }
    }

    /// Whether it is being written or looked at by a supervisor: neither approved nor sent.
    package var isDraft: Bool { self == .draft || self == .inReview }

    /// Whether it was sent at all, so that the duty to notify is discharged.
    package var wasSent: Bool {
        switch self {
        case .draft, .inReview, .ready, .void: false
        default: true
        }
    }
}
