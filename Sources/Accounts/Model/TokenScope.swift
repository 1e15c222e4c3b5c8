/// What a program may do with an API token: never more than its owner.
package enum TokenScope: String, Sendable, CaseIterable, Codable {
    case readConcerns = "concerns:read"
    case writeConcerns = "concerns:write"
    case writeScoping = "scoping:write"
    case readVisits = "visits:read"
    case writeVisits = "visits:write"
    case readScreenings = "screenings:read"
    case writeScreenings = "screenings:write"
    case readDashboard = "dashboard:read"

    /// Whether it lets a program change anything.
    package var isWriting: Bool {
        switch self {
        case .writeConcerns, .writeScoping, .writeVisits, .writeScreenings: true
        case .readConcerns, .readVisits, .readScreenings, .readDashboard: false
        }
    }

    /// As a page names it.
    package var label: String {
        switch self {
        case .readConcerns: "Read concerns"
        case .writeConcerns: "Raise concerns"
        case .writeScoping: "Answer scoping rounds"
        case .readVisits: "Read visits"
        case .writeVisits: "Record visits"
        case .readScreenings: "Read screenings"
        case .writeScreenings: "Record screenings"
        case .readDashboard: "Read the dashboard"
        }
    }

    /// Reads a list such as `concerns:read,dashboard:read`; nil when it is empty or one of its words is not known.
    package static func list(_ text: String) -> Set<TokenScope>? {
        let words = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        let scopes = words.compactMap(TokenScope.init(rawValue:))
        return scopes.isEmpty || scopes.count != words.count ? nil : Set(scopes)
    }

    /// The list as it is stored, always in the same order.
    package static func text(_ scopes: Set<TokenScope>) -> String {
        allCases.filter(scopes.contains).map(\.rawValue).joined(separator: ",")
    }
}
