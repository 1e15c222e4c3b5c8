import Store

/// A step after a referral was sent. The words stand in the code list "decision_stage".
package enum DecisionStage: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case acknowledged
    case reasonableGrounds = "reasonable-grounds"
    case conclusiveGrounds = "conclusive-grounds"
    case reconsiderationRequest = "reconsideration-request"
    case reconsideration
    case suspension
    case resumption
    case withdrawal
    case disqualification
    case void

    /// What can come of it.
    package var outcomes: [DecisionOutcome] {
        switch self {
        case .acknowledged: [.received]
        case .reasonableGrounds, .conclusiveGrounds: [.positive, .negative]
        case .reconsiderationRequest: [.asked]
        case .reconsideration: [.upheld, .reversed]
        case .suspension: [.suspended]
        case .resumption: [.resumed]
        case .withdrawal: [.withdrawn]
        case .disqualification: [.disqualified]
        case .void: [.duplicate, .inError]
        }
    }

    /// Whether a competent authority decides it.
    package var isDecided: Bool {
        switch self {
        case .reasonableGrounds, .conclusiveGrounds, .reconsideration, .suspension, .resumption, .disqualification: true
        case .acknowledged, .reconsiderationRequest, .withdrawal, .void: false
        }
    }

    /// The code list of the reason that this step with this outcome needs; nil where it needs none.
    package func reasonList(_ outcome: DecisionOutcome) -> String? {
        switch (self, outcome) {
        case (.reasonableGrounds, .negative), (.conclusiveGrounds, .negative): "negative_reason"
        case (.disqualification, _): "disqualification_ground"
        case (.suspension, _): "suspension_reason"
        case (.reconsiderationRequest, _): "reconsideration_ground"
        default: nil
        }
    }
}

/// What came of a step. The words stand in the code list "decision_outcome".
package enum DecisionOutcome: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case received
    case positive
    case negative
    case asked
    case upheld
    case reversed
    case suspended
    case resumed
    case withdrawn
    case disqualified
    case duplicate
    case inError = "in-error"
}
