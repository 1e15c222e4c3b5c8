import Store

/// How dangerous a visit is for those who make it and for the people met; empty until somebody has assessed it.
package enum RiskLevel: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case notAssessed = ""
    case low
    case medium
    case high
    case critical

    /// As a page names it.
    package var label: String {
        switch self {
        case .notAssessed: "Not assessed yet"
        case .low: "Low"
        case .medium: "Medium"
        case .high: "High"
        case .critical: "Critical"
        }
    }
}
