import Access
import Kernel

/// One strand of a concern with its team.
package struct StrandDetail: Sendable {
    package let id: ID<Strand>
    package let concern: ID<Concern>
    package let kind: StrandKind
    package let version: Int
    package let lead: ID<Organisation>?
    package let leadName: String?
    package let plan: String
    package let status: StrandStatus
    package let outcome: String
    package let openedAt: Moment
    package var team: [TeamMember] = []

    /// An organisation that works on the strand.
    package struct TeamMember: Sendable, Hashable {
        package let id: ID<Organisation>
        package let name: String
    }
}

/// Something that an organisation has to do.
package struct TaskDetail: Sendable {
    package let id: ID<WorkTask>
    package let concern: ID<Concern>?
    /// A `StrandKind`, or empty.
    package let strand: String
    package let version: Int
    package let title: String
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let dueOn: Day
    package let isOpen: Bool
    package let result: String
    package let createdAt: Moment
    package let doneAt: Moment?
}
