import Access
import Kernel

@testable import Visits

/// One thing put wrong in an entry that was right, and the fields at which it has to be told.
struct Fault<Entry>: Sendable {
    let fields: [String]
    let spoil: @Sendable (inout Entry) -> Void

    init(_ fields: [String], _ spoil: @escaping @Sendable (inout Entry) -> Void) {
        self.fields = fields
        self.spoil = spoil
    }
}

/// An agency and a town that no partnership here has.
private let stranger = ID<Organisation>(at: Moment(microseconds: 0), random: (9, 9))
private let nowhere = ID<Term>(at: Moment(microseconds: 0), random: (1, 1))

extension Fault where Entry == VisitPlan {
    /// What makes a plan unacceptable.
    static let ofPlans: [Fault] = [
        .init([]) { _ in },
        .init(["purpose"]) { $0.purpose = "" },
        .init(["purpose"]) { $0.purpose = "!!" },
        .init(["purpose"]) { $0.purpose = String(repeating: "a", count: 301) },
        .init(["visited_on"]) { $0.visitedOn = nil },
        .init(["starts_at"]) { $0.startsAt = "half five" },
        .init(["starts_at"]) { $0.startsAt = "24:00" },
        .init(["starts_at"]) { $0.startsAt = "5:3" },
        .init(["place"]) { $0.place = "" },
        .init(["location_type"]) { $0.locationType = "" },
        .init(["location_type"]) { $0.locationType = "castle" },
        .init(["town"]) { $0.town = nowhere },
        .init(["agencies"]) { $0.agencies.append($0.agencies[0]) },
        .init(["agencies"]) { $0.agencies[0].role = "conductor" },
        .init(["agencies"]) { $0.agencies[0].power = "police-drugs" },
        .init(["agencies"]) { $0.agencies[0].power = "no-such-power" },
        .init(["agencies"]) { $0.agencies[0].officers = -1 },
        .init(["agencies"]) { $0.agencies[0].officers = 501 },
        .init(["agencies"]) { $0.agencies.append(PlannedAgency(organisation: stranger)) },
        .init(["lead"]) { $0.agencies = [] },
        .init(["risks"]) { $0.risks = String(repeating: "a", count: 10_001) },
        .init(["purpose", "visited_on", "place", "location_type"]) { $0 = VisitPlan() },
    ]

    /// What keeps a plan from being ready.
    static let ofReadiness: [Fault] = [
        .init([]) { _ in },
        .init(["agencies", "lead"]) { plan in
            plan.agencies = []
            plan.lead = nil
        },
        .init(["lead"]) { $0.lead = nil },
        .init(["risk_level"]) { $0.riskLevel = .notAssessed },
        .init(["risks"]) { $0.risks = "" },
        .init(["reception"]) { $0.reception = "" },
        .init([]) { plan in
            plan.reception = ""
            plan.occupancy = .nobody
        },
        .init([]) { plan in
            plan.reception = ""
            plan.keepsReception = true
        },
        .init(["warrant"]) { $0.locationType = "private-dwelling" },
        .init([]) { plan in
            plan.locationType = "private-dwelling"
            plan.warrant = "Court of 7 February"
        },
        .init(["warrant"]) { $0.occupancy = .living },
        .init([]) { $0.agencies[0].power = "health-and-safety" },
        .init(["notice"]) { $0.agencies[0].power = "pests" },
        .init([]) { plan in
            plan.agencies[0].power = "pests"
            plan.notice = "Given on 6 February"
        },
    ]
}

extension Fault where Entry == RecordAttendance.Draft {
    /// What makes an attendance unacceptable.
    static let ofAttendances: [Fault] = [
        .init([]) { _ in },
        .init(["attended"]) { $0.attended = .notSaid },
        .init(["minutes"]) { $0.minutes = -1 },
        .init(["minutes"]) { $0.minutes = 1_441 },
        .init(["minutes", "entry"]) { $0.attended = .no },
        .init([]) { draft in
            draft.attended = .no
            draft.minutes = nil
            draft.entry = .notNeeded
        },
        .init(["power_used"]) { $0.entry = .power },
        .init([]) { draft in
            draft.entry = .power
            draft.powerUsed = "health-and-safety"
        },
        .init(["found"]) { $0.found = String(repeating: "a", count: 10_001) },
        .init(["did"]) { $0.did = String(repeating: "a", count: 10_001) },
    ]
}

extension Fault where Entry == RecordScreening.Draft {
    /// What makes a screening unacceptable.
    static let ofScreenings: [Fault] = [
        .init([]) { _ in },
        .init(["gender"]) { $0.answers.gender = "" },
        .init(["gender"]) { $0.answers.gender = "woman" },
        .init(["age_group"]) { $0.answers.ageGroup = "" },
        .init(["nationality"]) { $0.answers.nationality = "Romanian" },
        .init(["outcome"]) { $0.answers.outcome = "" },
        .init([]) { draft in
            draft.answers.language = ""
            draft.answers.consent = ""
            draft.answers.nextStep = ""
        },
        .init(["language"]) { $0.answers.language = "latin" },
        .init(["consent"]) { $0.answers.consent = "maybe" },
        .init(["next_step"]) { $0.answers.nextStep = "home" },
        .init(["indicators"]) { $0.answers.indicators = ["G06", "<script>"] },
        .init(["note"]) { $0.answers.note = String(repeating: "a", count: 2_001) },
        .init(["identity"]) { $0.identity = String(repeating: "a", count: 301) },
        .init(["gender", "age_group", "nationality", "outcome"]) { $0 = .init(answers: ScreeningAnswers()) },
    ]
}
