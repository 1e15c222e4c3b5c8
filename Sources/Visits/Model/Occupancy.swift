import Store

/// Who is expected to be at the place. It decides whether somebody's home is entered and whether a place to receive
/// people is needed.
package enum Occupancy: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case unknown
    case nobody
    /// People work there and live elsewhere.
    case working
    /// People sleep there: that part is a home, whatever else the place is.
    case living

    /// As a page names it.
    package var label: String {
        switch self {
        case .unknown: "Not known"
        case .nobody: "Nobody is expected there"
        case .working: "People work there"
        case .living: "People live or sleep there"
        }
    }

    /// Whether people may be met, so that a place to receive them has to be ready.
    package var mayMeetPeople: Bool { self != .nobody }

    /// A word of another source, such as an import, counts as not known.
    package init(sqlValue: SQLValue) throws {
        self = Occupancy(rawValue: try String(sqlValue: sqlValue)) ?? .unknown
    }
}
