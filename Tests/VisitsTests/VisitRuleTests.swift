import Access
import Kernel
import Partnerships
import TestSupport
import Testing

@testable import Visits

@Suite("Rules of visits")
struct VisitRuleTests {
    private let police = PowersAdvice.Agency(id: TestWorld(seed: 5).world.newID(), name: "Police", kind: "police")
    private let council = PowersAdvice.Agency(
        id: TestWorld(seed: 6).world.newID(), name: "Environmental health", kind: "environmental-health")
    private let stranger = ID<Organisation>(at: Moment(microseconds: 0), random: (9, 9))

    private func ground() throws -> PlanningGround {
        PlanningGround(
            members: [police, council], towns: [], purposes: [], locationTypes: ["car-wash", "private-dwelling"],
            roles: ["lead", "screening"], powers: try Reference.powers(), today: try #require(Day("2020-02-03")))
    }

    private func plan() throws -> VisitPlan {
        VisitPlan(
            purpose: "Disruption", visitedOn: Day("2020-02-08"), startsAt: "05:30",
            place: "1 Test Street",
            locationType: "car-wash", occupancy: .working, agencies: [PlannedAgency(organisation: council.id)],
            lead: council.id, risks: "Traffic", riskLevel: .low, reception: "Hall")
    }

    private func concern(
        response: String = "joint", isOpen: Bool = true, meeting: Bool = false, tacticalPlan: Bool = false,
        danger: Bool = false
    ) throws -> VisitConcern {
        VisitConcern(
            id: TestWorld().world.newID(), reference: "SW-0001", summary: "", isOpen: isOpen, immediateDanger: danger,
            response: response, planningMeetingOn: meeting ? Day("2020-01-30") : nil,
            hasTacticalPlan: tacticalPlan, locationType: "car-wash", place: "", postcode: "", town: nil)
    }

    // MARK: Planning

    @Test("each fault of a plan is told at its field", arguments: Fault<VisitPlan>.ofPlans)
    func faults(fault: Fault<VisitPlan>) throws {
        var plan = try plan()
        fault.spoil(&plan)
        #expect(PlanVisit.problems(plan, concern: nil, ground: try ground()).map(\.field) == fault.fields)
    }

    @Test("a closed concern gets no visit")
    func closed() throws {
        let problems = PlanVisit.problems(try plan(), concern: try concern(isOpen: false), ground: try ground())
        #expect(problems.map(\.field) == ["concern"])
    }

    @Test(
        "times are kept with two figures each", arguments: [("5:30", "05:30"), ("05:30", "05:30"), ("", ""), ("x", "")])
    func times(typed: String, kept: String) throws {
        var plan = try plan()
        plan.startsAt = typed
        #expect(plan.keptTime == kept)
    }

    // MARK: Ready

    @Test(
        "a significant concern needs its planning meeting and its tactical plan",
        arguments: [(false, false, 2), (true, false, 1), (false, true, 1), (true, true, 0)])
    func significant(meeting: Bool, tacticalPlan: Bool, count: Int) throws {
        let concern = try concern(response: "significant", meeting: meeting, tacticalPlan: tacticalPlan)
        let problems = MarkVisitReady.problems(try plan(), status: .planned, concern: concern, ground: try ground())
        #expect(problems.count == count)
        #expect(problems.allSatisfy { $0.message.contains("SW-0001") })
    }

    @Test("what is not settled is told", arguments: Fault<VisitPlan>.ofReadiness)
    func unsettled(fault: Fault<VisitPlan>) throws {
        var plan = try plan()
        fault.spoil(&plan)
        let problems = MarkVisitReady.problems(plan, status: .planned, concern: nil, ground: try ground())
        #expect(problems.map(\.field) == fault.fields)
    }

    @Test("a warrant power of the lead asks for the warrant, a danger does not")
    func warrants() throws {
        var plan = try plan()
        plan.agencies = [PlannedAgency(organisation: police.id, power: "police-drugs")]
        plan.lead = police.id
        let ground = try ground()
        #expect(
            MarkVisitReady.problems(plan, status: .planned, concern: nil, ground: ground).map(\.field) == ["warrant"])
        plan.agencies[0].power = ""
        plan.locationType = "private-dwelling"
        #expect(
            MarkVisitReady.problems(plan, status: .planned, concern: try concern(danger: true), ground: ground) == [])
    }

    @Test("only a planned visit is marked ready", arguments: VisitStatus.allCases.filter { $0 != .planned })
    func readyOnce(status: VisitStatus) throws {
        let problems = MarkVisitReady.problems(try plan(), status: status, concern: nil, ground: try ground())
        #expect(problems.count == 1)
    }

    // MARK: Made, called off, debriefed

    private func visit(_ status: VisitStatus, on day: String = "2020-02-08", attended: [Attended] = [.yes]) throws
        -> VisitDetail
    {
        var visit = VisitDetail(
            id: TestWorld().world.newID(), version: 1, reference: "SW-V-0001", status: status,
            purpose: TermReference(id: TestWorld().world.newID(), label: "Disruption"),
            visitedOn: try #require(Day(day)), startsAt: "", place: "", postcode: "", locationType: "car-wash",
            town: nil, occupancy: .working, lead: nil, leadReason: "", notice: "", warrant: "", risks: "",
            riskLevel: .notAssessed, safetyOfficer: "", interpreters: "", isReceptionNamed: false, meetingPoint: "", briefing: "",
            debrief: "", lessons: "", concernID: nil, createdAt: Moment(microseconds: 0))
        visit.agencies = attended.map { attended in
            AgencyAttendance(
                organisation: council.id, name: council.name, kind: council.kind, version: 1, role: "", power: "",
                officers: nil, attended: attended, minutes: nil, powerUsed: "", entry: .notSaid, found: "", did: "")
        }
        return visit
    }

    @Test(
        "a visit is made when it was ready, its day has come and somebody attended",
        arguments: [
            (VisitStatus.ready, "2020-02-08", [Attended.yes], 0), (.ready, "2020-02-08", [.no], 1),
            (.ready, "2020-02-08", [], 1), (.ready, "2020-02-09", [.yes], 1), (.ready, "2020-02-09", [.notSaid], 2),
            (.planned, "2020-02-08", [.yes], 1), (.made, "2020-02-08", [.yes], 1),
            (.cancelled, "2020-02-08", [.yes], 1),
        ])
    func made(status: VisitStatus, day: String, attended: [Attended], count: Int) throws {
        let today = try #require(Day("2020-02-08"))
        #expect(MarkVisitMade.problems(try visit(status, on: day, attended: attended), today: today).count == count)
    }

    @Test("a visit is called off with a reason, before it is made", arguments: VisitStatus.allCases)
    func cancelled(status: VisitStatus) {
        #expect(CancelVisit.problems(reason: "Nobody there any more", status: status).isEmpty == status.isAhead)
        #expect(CancelVisit.problems(reason: "", status: status).count == 1)
    }

    @Test("a debrief needs a visit that took place and says what it came to", arguments: VisitStatus.allCases)
    func debriefed(status: VisitStatus) throws {
        let draft = DebriefVisit.Draft(debrief: "Two people helped")
        #expect(
            DebriefVisit.problems(draft, visit: try visit(status), members: [police]).isEmpty == status.tookPlace)
        #expect(!DebriefVisit.problems(.init(), visit: try visit(status), members: [police]).isEmpty)
    }

    @Test("a follow-up task names what, who and when")
    func tasks() throws {
        let due = try #require(Day("2020-02-20"))
        func fields(_ task: DebriefVisit.FollowUp) throws -> [String] {
            DebriefVisit.problems(
                .init(debrief: "Done", tasks: [task]), visit: try visit(.made), members: [police]
            ).map(\.field)
        }
        #expect(try fields(.init(title: "Check the meter", organisation: police.id, dueOn: due)) == [])
        #expect(
            try fields(.init(number: 2, title: "", organisation: nil, dueOn: nil))
                == ["task-2", "task-2-organisation", "task-2-due"])
        #expect(try fields(.init(title: "A", organisation: stranger, dueOn: due)) == ["task-1-organisation"])
        #expect(try fields(.init(title: "A", organisation: police.id, dueOn: Day("2020-02-07"))) == ["task-1-due"])
        #expect(
            try fields(.init(title: "A", organisation: police.id, dueOn: due, strand: "gossip")) == ["task-1-strand"])
    }

    // MARK: Attendance

    @Test("each fault of an attendance is told at its field", arguments: Fault<RecordAttendance.Draft>.ofAttendances)
    func attendance(fault: Fault<RecordAttendance.Draft>) throws {
        var draft = RecordAttendance.Draft(organisation: council.id, attended: .yes, minutes: 60, entry: .consent)
        fault.spoil(&draft)
        let today = try #require(Day("2020-02-08"))
        let problems = RecordAttendance.problems(draft, visit: try visit(.ready), today: today)
        #expect(problems.map(\.field) == fault.fields)
    }

    @Test("attendance waits for the day, and for a visit that was not called off")
    func attendanceTooEarly() throws {
        let draft = RecordAttendance.Draft(organisation: council.id, attended: .yes)
        let yesterday = try #require(Day("2020-02-07"))
        #expect(RecordAttendance.problems(draft, visit: try visit(.ready), today: yesterday).count == 1)
        #expect(
            RecordAttendance.problems(draft, visit: try visit(.cancelled), today: yesterday.adding(days: 9)).count == 1)
    }

    // MARK: Screening

    @Test("each fault of a screening is told at its field", arguments: Fault<RecordScreening.Draft>.ofScreenings)
    func screening(fault: Fault<RecordScreening.Draft>) throws {
        var draft = RecordScreening.Draft(answers: VisitGround.answers)
        fault.spoil(&draft)
        let problems = RecordScreening.problems(
            draft, lists: try CodeLists.shipped(), questions: try Reference.questions())
        #expect(problems.map(\.field) == fault.fields)
    }

    @Test(
        "screenings are taken late, but not early and not at a visit that was called off",
        arguments: VisitStatus.allCases)
    func screeningTimes(status: VisitStatus) throws {
        let day = try #require(Day("2020-02-08"))
        func problems(today: Day) throws -> [Problem] {
            RecordScreening.problems(
                .init(answers: VisitGround.answers), status: status, visitedOn: day, today: today,
                lists: try CodeLists.shipped(), questions: try Reference.questions())
        }
        #expect(try problems(today: day).isEmpty == (status != .cancelled))
        #expect(try problems(today: day.adding(days: 30)).isEmpty == (status != .cancelled))
        #expect(try problems(today: day.adding(days: -1)).count == 1)
    }

    @Test("signs suggest a band by their weights")
    func bands() throws {
        let questions = try Reference.questions()
        #expect(questions.suggestedBand(for: []) == .noIndicators)
        #expect(questions.suggestedBand(for: ["G01"]) == .someIndicators)
        #expect(questions.suggestedBand(for: ["G03", "G04"]) == .strongIndicators)
        #expect(questions.suggestedBand(for: ["no-such-sign"]) == .noIndicators)
    }

    @Test("the reasons of a suggested band are the noted signs, the strongest first")
    func reasons() throws {
        let questions = try Reference.questions()
        let reasons = questions.reasons(for: questions.signs.map(\.code) + ["no-such-sign"])
        #expect(reasons.map(\.weight) == reasons.map(\.weight).sorted(by: >))
        #expect(reasons.count == questions.signs.count)
        #expect(questions.reasons(for: ["no-such-sign"]) == [])
        #expect(Set(questions.reasons(for: ["G04", "G06"]).map(\.code)) == ["G04", "G06"])
    }

    @Test("the page asks first for the general signs and those of the concern's exploitation")
    func questions() throws {
        let questions = try Reference.questions()
        let labour = questions.shortList(for: ["labour", "labour"])
        #expect(Set(labour.map(\.set)) == ["GEN", "LAB"])
        #expect(labour.count == 12)
        let further = questions.furtherList(for: ["labour"])
        #expect(Set(further.map(\.set)) == ["GEN", "LAB", "DEBT", "CHILD"])
        #expect(Set(labour.map(\.code)).isDisjoint(with: further.map(\.code)))
        #expect(questions.shortList(for: []).count + questions.furtherList(for: []).count == questions.signs.count)
    }

    @Test("a child and a disclosure say what has to happen now, a child first")
    func guidance() {
        var answers = VisitGround.answers
        #expect(ScreeningGuidance(answers) == nil)
        answers.outcome = "disclosure"
        #expect(ScreeningGuidance(answers) == .disclosure)
        answers.ageGroup = "child"
        let both = ScreeningGuidance(answers)
        #expect(both?.heading == ScreeningGuidance.child.heading)
        #expect(both?.steps.count == ScreeningGuidance.child.steps.count + 1)
        #expect(ScreeningGuidance.child.steps[0].contains("children's social care and the police now"))
        answers.outcome = "no-indicators"
        #expect(ScreeningGuidance(answers) == .child)
    }

    @Test("a purpose is needed to open a name", arguments: ["", "because", String(repeating: "a", count: 301)])
    func purpose(text: String) {
        #expect(RevealScreenedIdentity.problems(purpose: text).map(\.field) == ["purpose"])
    }

    // MARK: Work

    @Test(
        "what waits depends on the status, the day and the role",
        arguments: [
            (VisitStatus.planned, "2020-02-10", Attended?.none, true, ["makeReady"]),
            (.ready, "2020-02-10", nil, true, []),
            (.ready, "2020-02-08", nil, true, ["recordVisit"]),
            (.made, "2020-02-01", nil, true, ["debrief"]),
            (.debriefed, "2020-02-01", nil, true, []),
            (.ready, "2020-02-10", .notSaid, false, ["readBriefing"]),
            (.planned, "2020-02-10", .notSaid, false, []),
            (.made, "2020-02-01", .notSaid, false, ["recordAttendance"]),
            (.made, "2020-02-01", .yes, false, []),
            (.made, "2020-02-01", .notSaid, true, ["debrief", "recordAttendance"]),
            (.cancelled, "2020-02-01", .notSaid, true, []),
        ])
    func work(status: VisitStatus, day: String, attended: Attended?, isCoordinator: Bool, needs: [String]) throws {
        let standing = VisitWorkItem.Standing(
            visit: TestWorld().world.newID(), reference: "SW-V-0001", status: status,
            visitedOn: try #require(Day(day)), startsAt: "", place: "", concern: nil, attended: attended)
        let items = VisitWorkItem.items(standing, isCoordinator: isCoordinator, today: try #require(Day("2020-02-08")))
        #expect(items.map(\.need.rawValue) == needs)
    }
}
