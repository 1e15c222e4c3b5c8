import Store

package enum ConsentAnswer: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case given
    case declined
    case withdrawn
    /// Decided for somebody who lacks capacity, in their best interests (Mental Capacity Act 2005).
    case bestInterests = "best-interests"

    package var label: String {
        switch self {
        case .given: "Agreed"
        case .declined: "Declined"
        case .withdrawn: "Withdrawn"
        case .bestInterests: "Decided in their best interests"
        }
    }
}
