import Store

/// How far a visit has come.
package enum VisitStatus: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case planned
    /// Everything that must be settled beforehand is settled.
    case ready
    /// It took place; the debrief is still to come.
    case made
    case debriefed
    case cancelled

    /// As a page names it.
    package var label: String {
        switch self {
        case .planned: "Planned"
        case .ready: "Ready"
        case .made: "Made"
        case .debriefed: "Debriefed"
        case .cancelled: "Cancelled"
        }
    }

    /// Whether the visit is still ahead.
    package var isAhead: Bool { self == .planned || self == .ready }

    /// Whether it took place, and counts in the figures.
    package var tookPlace: Bool { self == .made || self == .debriefed }
}
