import Concerns
import Kernel
import Visits

/// One full case as it is told: the words of every step. Who, where and when the figures need it stands in the plan of the
/// year.
struct TaleScript: Sendable {
    struct Answer: Sendable {
        let agency: Agency
        let answer: ScopingAnswer
        let text: String
        let grading: String
        let conditions: String

        static func held(_ agency: Agency, _ text: String, _ grading: String = "1AP", conditions: String = "") -> Answer {
            Answer(agency: agency, answer: .held, text: text, grading: grading, conditions: conditions)
        }

        static func nothing(_ agency: Agency) -> Answer {
            Answer(agency: agency, answer: .nothingHeld, text: "", grading: "", conditions: "")
        }

        static func speakTo(_ agency: Agency, _ whom: String) -> Answer {
            Answer(agency: agency, answer: .cannotShare, text: whom, grading: "", conditions: "")
        }

        static func operation(_ agency: Agency, _ whom: String) -> Answer {
            Answer(agency: agency, answer: .conflict, text: whom, grading: "", conditions: "")
        }
    }

    struct StrandScript: Sendable {
        let kind: StrandKind
        let lead: Agency
        let team: [Agency]
        let plan: String
        let outcome: String
        var reason = ""
    }

    struct TaskScript: Sendable {
        let title: String
        let agency: Agency
        let strand: String
        let days: Int
        let result: String

        init(_ title: String, _ agency: Agency, _ strand: String, days: Int, _ result: String) {
            self.title = title
            self.agency = agency
            self.strand = strand
            self.days = days
            self.result = result
        }
    }

    struct VisitScript: Sendable {
        var startsAt = "06:30"
        var occupancy = Occupancy.working
        var place: String
        var postcode: String
        var leadReason: String
        /// The code of the power that the lead agency relies on.
        var power: String
        var warrant = ""
        var risks: String
        var riskLevel = RiskLevel.medium
        var interpreters: String
        var reception: String
        var briefing: String
        /// What agencies found and did; the others have nothing to add.
        var reports: [Agency: (found: String, did: String)] = [:]
        /// Names that were given, by the place of the person in the plan. Sealed.
        var names: [Int: String] = [:]
        /// Notes without names, by the place of the person in the plan.
        var notes: [Int: String] = [:]
        var debrief: String
        var lessons: String
        var tasks: [TaskScript] = []
    }

    let tale: Tale
    /// Who raised it; nil for somebody who rang the coordinator.
    var raisedBy: Agency?
    var summary = ""
    var seen = ""
    var inferred = ""
    var happensWhen = ""
    var howKnown = "saw-or-heard"
    var place = ""
    var postcode = ""
    var residence = ""
    var peopleCount: Int?
    var children = "no"
    var indicators: [String] = []
    var mentions: [MentionDraft] = []
    var reporterName = ""
    var reporterDetails = ""
    var policeIncident = ""
    /// Somebody is in danger now: everything before the visit happens on one day.
    var isUrgent = false
    var thrive: [String] = []
    var question = ""
    var answers: [Answer] = []
    var roundSummary = ""
    var grade = ResponseGrade.joint
    var criteria = ResponseCriteria()
    var rationale = ""
    var approver = ""
    var meetingNotes = ""
    var tacticalPlan = ""
    var strands: [StrandScript] = []
    var visits: [VisitScript] = []
    var tasks: [TaskScript] = []
    var closedOn: Day?
    var closingReason = ""
    var closingSummary = ""
    var outcomes: [String: Int] = [:]
    var reportBack = ""

    init(_ tale: Tale) {
        self.tale = tale
    }
}
