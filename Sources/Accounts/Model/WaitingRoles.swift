import Access
import Kernel

/// Roles that open cases, given by an administrator who sees none: they count once a coordinator has confirmed them.
package struct WaitingRoles: Hashable, Sendable {
    package let person: ID<Person>
    package let name: String
    package let email: String
    package let organisationName: String
    package var roles: Set<Role>
    /// The administrator who gave them.
    package let askedBy: ID<Person>
    package let askedByName: String
    package let askedAt: Moment

    /// The roles in their own order.
    package var roleText: String { Role.allCases.filter(roles.contains).map(\.label).joined(separator: ", ") }

    /// The roles as a form carries them, so that only what was read is confirmed.
    package var code: String { AccountDesk.text(roles) }
}
