import Access
import Kernel
import Store

/// A change to somebody's account, as those who watch over the accounts are told of it.
///
/// Every one also stands in the journal, under the same word.
package struct AccountEvent: Hashable, Sendable {
    /// What was done.
    package enum What: String, Hashable, Sendable, CaseIterable, Bindable, ColumnDecodable {
        case addPerson = "add-person"
        case changeRoles = "change-roles"
        case askRoles = "ask-roles"
        case confirmRoles = "confirm-roles"
        case declineRoles = "decline-roles"
        case closeAccount = "close-account"
        case openAccount = "open-account"
        case resetPassword = "reset-password"
        case resetSecondFactor = "reset-second-factor"
        case prepareToken = "prepare-token"
        case createToken = "create-token"
        case requireSecondFactor = "require-second-factor"
        case allowWithoutSecondFactor = "allow-without-second-factor"
    }

    package let at: Moment
    package let what: What
    /// Who did it; nil for the operator at the command line.
    package let by: String?
    package let partnership: ID<Partnership>
    package let partnershipName: String
}

/// What somebody is told of their own account when they sign in.
package struct OwnAccountNews: Sendable {
    /// The resets of the last 30 days, newest first; empty when all of them were read.
    package let resets: [AccountEvent]
    /// Whom to tell when a reset was not asked for: the coordinators of the partnerships where it was made.
    package let coordinators: [String]
}
