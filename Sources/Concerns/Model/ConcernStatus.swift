import Store

/// How far a concern has come.
package enum ConcernStatus: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    /// Came by the public form; nobody has checked it yet.
    case awaitingCheck = "awaiting-check"
    case raised
    /// The coordinator has screened it (THRIVE).
    case triaged
    /// Agencies are being asked what they hold.
    case scoping
    /// The response is decided and under way.
    case response
    case closed
    /// Joined to another concern as its duplicate.
    case joined

    package var label: String {
        switch self {
        case .awaitingCheck: "To be checked"
        case .raised: "Raised"
        case .triaged: "Screened"
        case .scoping: "Scoping"
        case .response: "Response"
        case .closed: "Closed"
        case .joined: "Joined"
        }
    }

    package var isOpen: Bool { self != .closed && self != .joined }
}
