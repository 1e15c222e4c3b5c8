import Access
import Kernel

/// A change to an account of the partnership, for its coordinators: accounts open cases, so whoever answers for the cases
/// sees who was let in, by whom.
package struct AccountChange: Hashable, Sendable {
    package let at: Moment
    /// The word under which the journal has it: "reset-password".
    package let what: String
    /// The roles or scopes that were given, as they are stored.
    package let detail: String
    /// Who did it; nil for the operator at the command line.
    package let by: String?
    /// Whose account; nil where it was everybody's.
    package let about: String?
    package let aboutOrganisation: String?

    /// What was done, in words; the word of the journal where there are none for it.
    package var sentence: String {
        switch what {
        case "add-person": detail.isEmpty ? "Added" : "Added as \(roles)"
        case "ask-roles": "\(roles) asked for: a coordinator confirms or declines it"
        case "confirm-roles": "\(roles) confirmed"
        case "decline-roles": "\(roles) declined"
        case "change-roles": detail.isEmpty ? "No role counts any more" : "Roles are now \(roles)"
        case "close-account": "Account closed"
        case "open-account": "Account opened again"
        case "reset-password": "Password reset: a temporary one was given out"
        case "reset-second-factor": "Second step removed"
        case "prepare-token": "API token prepared"
        case "create-token": "API token made and given out"
        case "require-second-factor": "Everybody is asked for a second step"
        case "allow-without-second-factor": "The second step is no longer asked for"
        default: what
        }
    }

    /// Whether somebody else could have come in by it.
    package var isToBeWatched: Bool {
        ["reset-password", "reset-second-factor", "create-token", "allow-without-second-factor"].contains(what)
            || detail.split(separator: " ").contains { $0 == Role.coordinator.rawValue }
    }

    private var roles: String {
        detail.split(separator: " ").map { Role(rawValue: String($0))?.label ?? String($0) }.joined(separator: ", ")
    }
}
