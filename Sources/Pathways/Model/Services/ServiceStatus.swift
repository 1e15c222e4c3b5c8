import Store

/// Where an entry of the directory stands.
package enum ServiceStatus: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    /// Entered, and nobody is to be sent there yet.
    case proposed
    case approved
    case suspended
    case ended

    package var label: String {
        switch self {
        case .proposed: "Proposed"
        case .approved: "Approved"
        case .suspended: "Suspended"
        case .ended: "Ended"
        }
    }

    /// The states that it can be put into from here.
    package var next: [ServiceStatus] {
        switch self {
        case .proposed: [.approved, .ended]
        case .approved: [.suspended, .ended]
        case .suspended: [.approved, .ended]
        case .ended: [.proposed]
        }
    }
}
