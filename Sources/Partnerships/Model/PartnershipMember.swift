import Access
import Kernel

/// An organisation that is or was a member of a partnership.
package struct PartnershipMember: Hashable, Sendable {
    package let organisation: OrganisationSummary
    /// The last day of its membership; nil while it lasts.
    package let leftOn: Day?
    /// How many people with an open account hold a role through it.
    package let people: Int
}
