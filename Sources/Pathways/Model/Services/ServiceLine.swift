import Access
import Kernel

/// A service as the directory lists it.
package struct ServiceLine: Sendable, Hashable {
    package let id: ID<SupportService>
    package let name: String
    package let providerName: String
    package let capabilities: [String]
    package let status: ServiceStatus
    package let capacity: Int?
    package let placesFree: Int?
    package let toldOn: Day?
    let nameKey: String
}

/// A service as a form of support offers it.
package struct ServiceChoice: Sendable, Hashable {
    package let id: ID<SupportService>
    package let name: String
    package let status: ServiceStatus
    package let placesFree: Int?
    package let toldOn: Day?
}

/// One entry of the directory, without its sealed address.
package struct ServiceDetail: Sendable, Hashable {
    package let id: ID<SupportService>
    package let version: Int
    package let status: ServiceStatus
    package let statusReason: String
    package let facts: ServiceFacts
    /// The member or the provider outside, in words.
    package let providerName: String
    package let placesFree: Int?
    package let toldOn: Day?
    package let hasAddress: Bool
    package let reassessOn: Day?

    /// Whether this viewer works for the provider.
    package func isOwn(_ viewer: Viewer) -> Bool { facts.organisation != nil && facts.organisation == viewer.organisation }
}

/// One going through of the checklist, without its sealed notes.
package struct AssessmentLine: Sendable, Hashable {
    package let id: ID<ServiceAssessment>
    package let assessedOn: Day
    package let organisationName: String
    package let personName: String
    package let result: AssessmentResult
    package let reason: String
    package let nextDueOn: Day
    package let hasNotes: Bool
    /// The answer to each point by its code.
    package var answers: [String: PointAnswer]
}

/// A provider whose accommodation has to be assessed again.
package struct AssessmentDue: Sendable, Hashable {
    package let service: ID<SupportService>
    package let name: String
    package let dueOn: Day
}
