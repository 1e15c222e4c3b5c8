import Access
import Kernel

/// A centre as the list shows it.
package struct CentreLine: Sendable, Hashable {
    package let id: ID<ReceptionCentre>
    package let name: String
    package let status: CentreFacts.Status
    package let town: String
    package let capacity: Int
    package let planNumber: Int
    let nameKey: String
}

/// One centre, without its sealed address.
package struct CentreDetail: Sendable, Hashable {
    package let id: ID<ReceptionCentre>
    package let version: Int
    package let facts: CentreFacts
    package let townName: String
    package let planNumber: Int
    package let hasAddress: Bool
}

/// One version of a centre's plan.
package struct PlanVersionLine: Sendable, Hashable {
    package let number: Int
    package let savedAt: Moment
    package let organisationName: String
    package let personName: String
}

/// One opening of a centre, as lists show it.
package struct OpeningLine: Sendable, Hashable {
    package let id: ID<ReceptionActivation>
    package let centreName: String
    package let reference: String
    package let isOpen: Bool
    package let activatedAt: Moment
}

/// One opening of a centre.
package struct OpeningDetail: Sendable, Hashable {
    package let id: ID<ReceptionActivation>
    package let centre: ID<ReceptionCentre>
    package let centreName: String
    package let reference: String
    package let planNumber: Int
    package let isOpen: Bool
    package let activatedAt: Moment
    package let organisationName: String
    package let capacity: Int
    package let closedAt: Moment?
    package let lessons: String
    /// The visit and the concern that led there; empty where the viewer does not see them.
    package let visitReference: String
    package let concernReference: String
}

/// One line of the activation checklist.
package struct ReceptionCheckLine: Sendable, Hashable {
    package let number: Int
    package let words: String
    package let tickedAt: Moment?
    package let organisationName: String
    package let personName: String
}

/// An agency's role at an opening.
package struct ReceptionRoleLine: Sendable, Hashable {
    package let role: String
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let contact: String
    package let filledAt: Moment
}
