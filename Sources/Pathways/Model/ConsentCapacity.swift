import Store

/// Whether the person could decide when they were asked.
package enum ConsentCapacity: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case notInDoubt = "not-in-doubt"
    case assessedHas = "assessed-has"
    case assessedLacks = "assessed-lacks"

    package var label: String {
        switch self {
        case .notInDoubt: "Not in doubt"
        case .assessedHas: "Assessed: can decide"
        case .assessedLacks: "Assessed: cannot decide this"
        }
    }
}
