import Access
import Concerns
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Visits

@Suite("Who learns what of a visit")
struct VisitSecrecyTests {
    // MARK: The timeline

    @Test(
        "an agency that was only asked sees no change of a visit, an agency on it sees them all",
        arguments: EngineKind.available)
    func timeline(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            try await ground.admit(ground.council)
            let visit = try await ground.made()
            let other = try await ground.planned()
            let standing = try await ground.detail(other)
            var plan = standing.plan
            plan.risks = "Two dogs behind the gate"
            _ = try await ground.desk.changePlan(
                of: other, to: plan, version: standing.version, by: ground.coordinator, key: ground.key())
            _ = try await ground.desk.cancel(other, reason: "Snow", by: ground.coordinator, key: ground.key())
            _ = try await ground.desk.debrief(
                visit, .init(debrief: "Two people helped"), version: nil, by: ground.coordinator, key: ground.key())
            let verbs = [
                PlanVisit.name, ChangeVisitPlan.name, MarkVisitReady.name, RecordAttendance.name, MarkVisitMade.name,
                CancelVisit.name, DebriefVisit.name,
            ]
            let onVisit = try await ground.timeline(as: ground.constable)
            #expect(Set(onVisit.map(\.verb)) == Set(verbs))
            let change = try #require(onVisit.first { $0.verb == ChangeVisitPlan.name })
            #expect(
                change.differences.map { "\($0.label): \($0.before) > \($0.after)" } == [
                    "Risks: Traffic on the forecourt > Two dogs behind the gate"
                ])
            #expect(Set(try await ground.timeline(as: ground.coordinator).map(\.verb)) == Set(verbs))
            let onlyAsked = ground.viewer([.member], of: ground.council)
            #expect(try await ground.timeline(as: onlyAsked).map(\.verb) == [])
        }
    }

    @Test("an agency that is taken off a visit sees its changes no longer", arguments: EngineKind.available)
    func takenOff(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            #expect(try await ground.timeline(as: ground.constable).count == 1)
            let standing = try await ground.detail(visit)
            var plan = standing.plan
            plan.agencies.removeAll { $0.organisation == ground.police }
            _ = try await ground.desk.changePlan(
                of: visit, to: plan, version: standing.version, by: ground.coordinator, key: ground.key())
            #expect(try await ground.timeline(as: ground.constable).count == 0)
        }
    }

    // MARK: Where people are received

    private static let place = "Community hall"

    @Test("the place of reception is sealed and stands nowhere else", arguments: EngineKind.available)
    func sealed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            _ = try await ground.desk.openReception(of: visit, by: ground.coordinator)
            #expect(try await ground.texts("SELECT reception FROM visits") == ["named"])
            #expect(
                try await ground.texts("SELECT compartment || ' ' || field FROM sealed_values") == [
                    "safe-addresses reception"
                ])
            let everything = try await ground.texts(
                """
                SELECT summary || differences FROM record_changes UNION ALL
                SELECT detail || verb FROM journal_entries UNION ALL
                SELECT result FROM idempotency_keys UNION ALL
                SELECT risks || briefing || meeting_point || interpreters || debrief FROM visits
                """)
            #expect(everything.count > 10)
            for text in everything { #expect(!text.contains(Self.place), "\(text)") }
        }
    }

    @Test(
        "the place is opened by the coordinator, by who does not enforce, and by whom the circle allows",
        arguments: EngineKind.available)
    func opened(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            for viewer in [ground.coordinator, ground.supporter, ground.viewer([.visitTeam], of: ground.charity)] {
                #expect(try await ground.desk.openReception(of: visit, by: viewer).result == Self.place)
            }
            for viewer in [ground.constable, ground.inspector] {
                await #expect(throws: AccessError.denied) {
                    try await ground.desk.openReception(of: visit, by: viewer)
                }
            }
            let elsewhere = ground.viewer([.coordinator], of: ground.council, in: ground.elsewhere)
            for viewer in [ground.viewer([.member, .visitTeam], of: ground.council), elsewhere] {
                await #expect(throws: AccessError.notVisible) {
                    try await ground.desk.openReception(of: visit, by: viewer)
                }
            }
            try await ground.change("UPDATE circles SET sees_victims = 1 WHERE organisation_id = \(ground.police)")
            #expect(try await ground.desk.openReception(of: visit, by: ground.constable).result == Self.place)
            #expect(
                try await ground.texts("SELECT event FROM journal_entries WHERE verb = 'open-reception'")
                    == Array(repeating: "consultation", count: 4))
            #expect(
                try await ground.texts("SELECT verb FROM journal_entries WHERE verb = 'refused-open-reception'").count
                    == 4)
        }
    }

    @Test("on a preventive visit enforcement does not learn the place", arguments: EngineKind.available)
    func preventive(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            var plan = ground.plan
            plan.concern = nil
            let visit = try await ground.planned(plan)
            #expect(try await ground.desk.openReception(of: visit, by: ground.supporter).result == Self.place)
            await #expect(throws: AccessError.denied) {
                try await ground.desk.openReception(of: visit, by: ground.constable)
            }
        }
    }

    @Test("a change of the plan keeps the sealed place, replaces it or destroys it", arguments: EngineKind.available)
    func replaced(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            _ = try await ground.desk.markReady(visit, by: ground.coordinator, key: ground.key())
            func change(_ edit: (inout VisitPlan) -> Void) async throws -> VisitDetail {
                let standing = try await ground.detail(visit)
                var plan = standing.plan
                edit(&plan)
                let outcome = try await ground.desk.changePlan(
                    of: visit, to: plan, version: standing.version, by: ground.coordinator, key: ground.key())
                #expect(outcome.problems == [])
                return try await ground.detail(visit)
            }
            func place() async throws -> String? {
                try await ground.desk.openReception(of: visit, by: ground.coordinator).result
            }
            #expect(try await change { $0.briefing = "Park at the rear" }.isReceptionNamed)
            #expect(try await place() == Self.place)
            #expect(try await change { $0.reception = "Church hall" }.status == .ready)
            #expect(try await place() == "Church hall")
            let without = try await change { $0.keepsReception = false }
            #expect(!without.isReceptionNamed)
            #expect(without.status == .planned)
            #expect(try await place() == nil)
            #expect(try await ground.texts("SELECT field FROM sealed_values") == [])
            // Nothing is left to keep, whatever the form says.
            #expect(try await !change { $0.keepsReception = true }.isReceptionNamed)
        }
    }

    @Test("the page shows the place to whom it may and when it is asked for", arguments: EngineKind.available)
    func page(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            for viewer in [ground.coordinator, ground.supporter] {
                let page = try await ground.get("/\(visit)", as: viewer)
                #expect(!page.body.contains(Self.place))
                #expect(page.body.contains("Show where people are received"))
                let opened = try await ground.post("/\(visit)/reception", [], as: viewer)
                #expect(opened.status == .ok)
                #expect(opened.body.contains(Self.place))
                #expect(try await ground.get("/\(visit)/reception", as: viewer).status == .seeOther)
                #expect(try await ground.get("/\(visit)/briefing", as: viewer).body.contains(Self.place))
            }
            let page = try await ground.get("/\(visit)", as: ground.constable)
            #expect(!page.body.contains("Show where people are received"))
            #expect(page.body.contains("Named and kept sealed"))
            #expect(try await ground.post("/\(visit)/reception", [], as: ground.constable).status == .forbidden)
            let briefing = try await ground.get("/\(visit)/briefing", as: ground.constable)
            #expect(briefing.status == .ok)
            #expect(!briefing.body.contains(Self.place))
            let form = try await ground.get("/\(visit)/plan", as: ground.coordinator)
            #expect(!form.body.contains(Self.place))
            #expect(form.body.contains("A place is kept sealed"))
            let openings = try await ground.texts("SELECT verb FROM journal_entries WHERE verb = 'open-reception'")
            #expect(openings.count == 4)
        }
    }

    @Test("an emptied field of the form keeps the place, the tick box destroys it", arguments: EngineKind.available)
    func form(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            func send(_ more: [(name: String, value: String)]) async throws -> VisitDetail {
                let version = try await ground.detail(visit).version
                let answer = try await ground.post(
                    "/\(visit)/plan",
                    [
                        ("purpose", "Disruption"), ("visited_on", "2020-02-03"), ("place", "1 Test Street"),
                        ("location_type", "car-wash"), ("agencies", ground.charity.text), ("reception", ""),
                        ("version", String(version)), ("do", "save"),
                    ] + more, as: ground.coordinator)
                #expect(answer.status == .seeOther)
                return try await ground.detail(visit)
            }
            #expect(try await send([]).isReceptionNamed)
            #expect(try await !send([("reception_removed", "yes")]).isReceptionNamed)
        }
    }

    // MARK: Removal from the circle

    @Test(
        "an agency that is removed from the circle loses the visit, its screenings there and its tasks",
        arguments: EngineKind.available)
    func removed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            var plan = ground.plan
            plan.concern = nil
            let preventive = try await ground.planned(plan)
            let met = try await ground.screened(at: visit, by: ground.supporter)
            let due = ground.clock.now.day.adding(days: 7)
            _ = try await ground.desk.debrief(
                visit,
                .init(
                    debrief: "Two people helped",
                    tasks: [.init(title: "Find housing", organisation: ground.charity, dueOn: due)]),
                version: nil, by: ground.coordinator, key: ground.key())
            let task = try #require(try await ground.detail(visit).tasks.first).id
            let supporter = ground.supporter
            func counts() async throws -> [Int?] {
                try await ground.desk.desk.read(as: supporter, Consultation("test", "visits")) { reading in
                    [
                        try reading.value("SELECT COUNT(*) FROM \(reading.visible(.visits)) v"),
                        try reading.value("SELECT COUNT(*) FROM \(reading.visible(.screenings)) s"),
                        try reading.value("SELECT COUNT(*) FROM \(reading.visible(.tasks)) k"),
                        try reading.value("SELECT COUNT(*) FROM \(reading.visible(.visitFigures)) v"),
                        try reading.value("SELECT COUNT(*) FROM \(reading.visible(.screeningFigures)) s"),
                    ]
                }
            }
            #expect(try await counts() == [2, 1, 1, 1, 1])
            _ = try await ground.desk.screening(met, as: supporter)
            _ = try await ground.desk.task(task, of: visit, as: supporter)
            try await ground.change(
                """
                UPDATE circles SET removed_at = 1, sees_answers = 0, sees_victims = 0
                WHERE organisation_id = \(ground.charity)
                """)
            #expect(try await counts() == [1, 0, 0, 0, 0])
            await #expect(throws: AccessError.notVisible) { try await ground.desk.one(visit, as: supporter) }
            await #expect(throws: AccessError.notVisible) { try await ground.desk.screening(met, as: supporter) }
            await #expect(throws: AccessError.notVisible) {
                try await ground.desk.task(task, of: visit, as: supporter)
            }
            await #expect(throws: AccessError.notVisible) {
                try await ground.desk.openReception(of: visit, by: supporter)
            }
            #expect(try await ground.desk.one(preventive, as: supporter).visit.id == preventive)
            // Environmental health never was in the circle: being on the visit is what lets it see the visit.
            #expect(try await ground.desk.one(visit, as: ground.inspector).visit.id == visit)
        }
    }
}

extension VisitGround {
    /// Lets an agency see the concern, as a question of the coordinator would.
    func admit(_ organisation: ID<Organisation>) async throws {
        try await change(
            """
            INSERT INTO circles (concern_id, organisation_id, partnership_id, sees_answers, sees_victims, basis, added_at)
            VALUES (\(concern), \(organisation), \(partnership), 0, 0, 'Asked in round 1', 0)
            """)
    }

    /// The timeline of the concern as its page shows it.
    func timeline(as viewer: Viewer) async throws -> [TimelineEntry] {
        let (concern, lists) = (concern, desk.lists)
        return try await desk.desk.read(as: viewer, Consultation("test", "concerns")) { reading in
            try reading.timeline(of: concern, lists: lists, size: 50).items
        }
    }
}
