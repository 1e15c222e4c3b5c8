import Store

/// What came of the accommodation checklist.
package enum AssessmentResult: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case met
    /// Not every point is met; the coordinator wrote down why it may be used all the same.
    case metWithReason = "met-with-reason"
    case notMet = "not-met"

    package var label: String {
        switch self {
        case .met: "Everything essential is met"
        case .metWithReason: "Accepted with a reason"
        case .notMet: "Not met"
        }
    }

    package var allowsApproval: Bool { self != .notMet }
}

/// The answer to one point of the checklist.
package enum PointAnswer: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case yes
    case partly
    case no

    package var label: String {
        switch self {
        case .yes: "Yes"
        case .partly: "Partly"
        case .no: "No"
        }
    }
}
