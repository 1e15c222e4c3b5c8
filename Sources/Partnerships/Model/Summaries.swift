import Access
import Kernel

/// A member organisation as other features show it.
package struct OrganisationSummary: Hashable, Sendable {
    package let id: ID<Organisation>
    package let name: String
    /// A code of the list "organisation_kind".
    package let kind: String
    /// Whether its first business is enforcement: it does not see the victims strand unless the circle says so.
    package let isEnforcement: Bool
}

/// A town, ward or purpose in the partnership's own words.
package struct TermSummary: Hashable, Sendable {
    package let id: ID<Term>
    package let kind: String
    package let label: String
    /// The town of a ward.
    package let townID: ID<Term>?
}

/// A partnership and its settings.
package struct PartnershipSummary: Hashable, Sendable {
    package let id: ID<Partnership>
    package let slug: String
    package let name: String
    package let referencePrefix: String
    package let requiresSecondFactor: Bool
    package let isDemonstration: Bool
    /// Hours that an agency has to answer a scoping round unless the coordinator says otherwise.
    package let scopingHours: Int
    package let sharingAgreement: String
    package let agreementValidUntil: Day?
}
