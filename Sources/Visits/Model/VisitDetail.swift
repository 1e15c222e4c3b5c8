import Access
import Kernel

/// A visit with everything that was settled, recorded and learnt.
package struct VisitDetail: Sendable {
    package let id: ID<Visit>
    package let version: Int
    package let reference: String
    package let status: VisitStatus
    package let purpose: TermReference
    package let visitedOn: Day
    package let startsAt: String
    package let place: String
    package let postcode: String
    /// A code of "location_type".
    package let locationType: String
    package let town: TermReference?
    package let occupancy: Occupancy
    package let lead: ID<Organisation>?
    package let leadReason: String
    package let notice: String
    package let warrant: String
    package let risks: String
    package let riskLevel: RiskLevel
    package let safetyOfficer: String
    package let interpreters: String
    /// Whether a place is named where people who are met are received; the place itself is sealed.
    package let isReceptionNamed: Bool
    package let meetingPoint: String
    package let briefing: String
    package let debrief: String
    package let lessons: String
    package let concernID: ID<Concern>?
    package let createdAt: Moment
    /// The concern as far as the viewer may see it; nil for a preventive visit and for whoever is not in its circle.
    package var concern: VisitConcern?
    package var agencies: [AgencyAttendance] = []
    package var tasks: [VisitTask] = []

    /// Agencies that came: each counts as one intervention.
    package var interventions: Int { agencies.count { $0.attended == .yes } }

    package func agency(_ organisation: ID<Organisation>?) -> AgencyAttendance? {
        agencies.first { $0.organisation == organisation }
    }

    /// "8 February 2020 at 05:30".
    package var whenText: String { startsAt.isEmpty ? visitedOn.text : "\(visitedOn.text) at \(startsAt)" }
}

/// A word of the partnership: its identifier and how it reads.
package struct TermReference: Sendable, Hashable {
    package let id: ID<Term>
    package let label: String
}

/// What a visit has to know of its concern.
package struct VisitConcern: Sendable, Hashable {
    package let id: ID<Concern>
    package let reference: String
    package let summary: String
    package let isOpen: Bool
    package let immediateDanger: Bool
    /// "single", "joint", "significant"; nil before the response is decided.
    package let response: String?
    package let planningMeetingOn: Day?
    package let hasTacticalPlan: Bool
    package let locationType: String
    package let place: String
    package let postcode: String
    package let town: ID<Term>?
    /// Codes of "exploitation_type".
    package var exploitation: [String] = []
}

/// A follow-up task that came out of a visit.
package struct VisitTask: Sendable, Hashable {
    package let id: ID<WorkTask>
    package let title: String
    /// Which strand it belongs to, and so who sees it: "location", "offenders" or "victims".
    package let strand: String
    package let version: Int
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let dueOn: Day
    package let isOpen: Bool
    package let result: String
    package let doneAt: Moment?

    /// Whether this viewer can say what came of it.
    package func mayBeFinished(by viewer: Viewer) -> Bool {
        isOpen && (viewer.isCoordinator || (viewer.has(.member) && viewer.organisation == organisation))
    }
}
