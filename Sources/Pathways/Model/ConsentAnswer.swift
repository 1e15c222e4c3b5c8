import Store

package enum ConsentAnswer: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case given
    case declined
    case withdrawn
    /// Decided for somebody who lacks capacity, in their best interests (Mental Capacity Act 2005).
    case bestInterests = "best-interests"
    /// Decided against, for somebody who lacks capacity, in their best interests.
    case notInBestInterests = "not-in-best-interests"

    /// Whether it was decided for somebody, and not by them.
    package var isDecidedForThem: Bool { self == .bestInterests || self == .notInBestInterests }

    package var label: String {
        switch self {
        case .given: "Agreed"
        case .declined: "Declined"
        case .withdrawn: "Withdrawn"
        case .bestInterests: "Decided in their best interests"
        case .notInBestInterests: "Decided against, in their best interests"
        }
    }
}
