import Access
import Kernel

/// An account as the administrator of a partnership sees it.
package struct AccountSummary: Hashable, Sendable {
    package let id: ID<Person>
    package let name: String
    package let email: String
    package let organisation: ID<Organisation>
    package let organisationName: String
    /// False when the organisation has left the partnership: then the roles do not count.
    package let isOrganisationMember: Bool
    package let isActive: Bool
    package let hasSecondFactor: Bool
    /// Whether the first sign-in with the temporary password is still to come.
    package let hasTemporaryPassword: Bool
    package let lockedUntil: Moment?
    package var roles: Set<Role>
    /// Roles that a coordinator has not confirmed yet: they count for nothing.
    package var waiting: Set<Role> = []
    package var town: ID<Term>?
    package var townLabel: String?

    /// The roles in their own order, with the town of a town lead.
    package var roleText: String {
        Role.allCases.filter(roles.contains).map { role in
            role == .townLead && townLabel != nil ? "\(role.label) (\(townLabel ?? ""))" : role.label
        }.joined(separator: ", ")
    }

    /// The roles that wait, in their own order.
    package var waitingText: String { Role.allCases.filter(waiting.contains).map(\.label).joined(separator: ", ") }
}

/// What an administrator chooses from: the member organisations and the towns of the partnership.
package struct AccountChoices: Sendable {
    package struct Organisation: Hashable, Sendable {
        package let id: ID<Access.Organisation>
        package let name: String
    }

    package struct Town: Hashable, Sendable {
        package let id: ID<Term>
        package let label: String
    }

    package let organisations: [Organisation]
    package let towns: [Town]
}

/// What somebody sees of their own account.
package struct OwnAccount: Sendable {
    package let email: String
    package let sessions: [SessionSummary]
    package let recoveryCodesLeft: Int
    /// Whether one of their partnerships asks for a second factor.
    package let needsSecondFactor: Bool
    package let tokens: [TokenSummary]
    /// The labels of the towns for which they are town lead, by partnership.
    package let towns: [ID<Partnership>: String]
}

/// An API token without its secret.
package struct TokenSummary: Hashable, Sendable {
    package let id: ID<APIToken>
    package let label: String
    package let owner: ID<Person>
    package let ownerName: String
    package let partnership: ID<Partnership>
    package let partnershipName: String
    package let scopes: Set<TokenScope>
    package let createdAt: Moment
    package let endsAt: Moment
    package let endedAt: Moment?
    /// Whether its owner has not taken the text yet.
    package let isWaiting: Bool

    /// What programs may do with it, in words.
    package var scopeText: String { TokenScope.allCases.filter(scopes.contains).map(\.label).joined(separator: ", ") }

    /// Whether programs can use it at this moment.
    package func isOpen(at moment: Moment) -> Bool { endedAt == nil && endsAt > moment }
}
