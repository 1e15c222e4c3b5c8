import Store

package enum ContactRule: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case notAgreed = ""
    case safeWaysOnly = "safe-ways-only"
    case throughWorker = "through-worker"
    case noContact = "none"

    package var label: String {
        switch self {
        case .notAgreed: "Not agreed yet: do not get in touch"
        case .safeWaysOnly: "By the safe ways alone"
        case .throughWorker: "Through their worker alone"
        case .noContact: "No contact at all"
        }
    }
}
