import Store

/// What a person may do in one partnership.
package enum Role: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    /// Runs the partnership from her desk and sees its cases.
    case coordinator
    /// An agency's single point of contact.
    case member
    /// Goes on visits and screens the people met.
    case visitTeam = "visit-team"
    /// Sees the figures of one town.
    case townLead = "town-lead"
    /// Sees figures without identities.
    case analyst
    /// Keeps accounts and settings; sees no cases.
    case administrator
    /// Answers for the partnership's board: signs what it publishes; sees no cases.
    case chair

    /// Whether whoever holds it sees records of cases, and not figures or accounts alone.
    package var opensCases: Bool {
        switch self {
        case .coordinator, .member, .visitTeam: true
        case .townLead, .analyst, .administrator, .chair: false
        }
    }

    /// As a page names it.
    package var label: String {
        switch self {
        case .coordinator: "Coordinator"
        case .member: "Agency contact"
        case .visitTeam: "Visit team"
        case .townLead: "Town lead"
        case .analyst: "Analyst"
        case .administrator: "Partnership administrator"
        case .chair: "Chair of the board"
        }
    }
}
