import Access
import Kernel
import Store
import TestSupport
import Testing

@testable import Visits

@Suite("Visits in the database")
struct VisitStoreTests {
    @Test("a visit gets the next reference and the town of its concern", arguments: EngineKind.available)
    func plan(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.detail(try await ground.planned())
            #expect(visit.reference == "SW-V-0098")
            #expect(visit.status == .planned)
            #expect(visit.town?.label == "Oldbury")
            #expect(visit.purpose.label == "Disruption")
            #expect(visit.concern?.exploitation == ["labour"])
            #expect(Set(visit.agencies.map(\.name)) == ["Police", "Hope for Justice", "Environmental health"])
            #expect(
                visit.plan
                    == {
                        var plan = ground.plan; plan.town = ground.town; plan.reception = ""; plan.keepsReception = true
                        plan.agencies = visit.plan.agencies;
                        return plan
                    }())
            var preventive = ground.plan
            preventive.concern = nil
            preventive.purpose = "disruption "
            let second = try await ground.detail(try await ground.planned(preventive))
            #expect(second.reference == "SW-V-0099")
            #expect(second.concernID == nil)
            #expect(second.town == nil)
            #expect(second.purpose == visit.purpose)
            #expect(
                try await ground.texts("SELECT summary FROM record_changes ORDER BY summary") == [
                    "Visit SW-V-0098 planned for 3 February 2020", "Visit SW-V-0099 planned for 3 February 2020",
                ])
        }
    }

    @Test("numbers that an import has used are passed over", arguments: EngineKind.available)
    func taken(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            _ = try await ground.planned()
            try await ground.change(
                "UPDATE partnerships SET next_visit_reference = 97 WHERE id = \(ground.partnership)")
            #expect(try await ground.detail(try await ground.planned()).reference == "SW-V-0097")
            #expect(try await ground.detail(try await ground.planned()).reference == "SW-V-0099")
        }
    }

    @Test("only the coordinator plans, and only for a concern of her partnership", arguments: EngineKind.available)
    func permits(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            await #expect(throws: AccessError.denied) {
                try await ground.desk.plan(ground.plan, by: ground.constable, key: ground.key())
            }
            let other = ground.viewer([.coordinator], of: ground.council, in: ground.elsewhere)
            await #expect(throws: AccessError.notVisible) {
                try await ground.desk.plan(ground.plan, by: other, key: ground.key())
            }
            let visit = try await ground.planned()
            await #expect(throws: AccessError.notVisible) { try await ground.desk.one(visit, as: other) }
            await #expect(throws: AccessError.denied) {
                try await ground.desk.markReady(visit, by: ground.constable, key: ground.key())
            }
            for viewer in [ground.constable, ground.supporter, ground.inspector] {
                #expect(try await ground.desk.one(visit, as: viewer).visit.id == visit)
            }
            let bystander = ground.viewer([.member, .visitTeam], of: ground.council)
            await #expect(throws: AccessError.notVisible) { try await ground.desk.one(visit, as: bystander) }
        }
    }

    @Test("a refused plan leaves nothing behind", arguments: EngineKind.available)
    func refused(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            var plan = ground.plan
            plan.place = ""
            plan.purpose = "A new purpose"
            let outcome = try await ground.desk.plan(plan, by: ground.coordinator, key: ground.key())
            #expect(outcome.problems.map(\.field) == ["place"])
            #expect(try await ground.texts("SELECT id FROM visits") == [])
            #expect(try await ground.texts("SELECT label FROM partnership_terms WHERE kind = 'purpose'") == [])
        }
    }

    @Test("the same form twice plans one visit", arguments: EngineKind.available)
    func twice(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let key = ground.key()
            let first = try await ground.desk.plan(ground.plan, by: ground.coordinator, key: key).result
            let second = try await ground.desk.plan(ground.plan, by: ground.coordinator, key: key).result
            #expect(first != nil)
            #expect(first == second)
            #expect(try await ground.texts("SELECT id FROM visits").count == 1)
        }
    }

    @Test("a change keeps what agencies recorded, and a stale one is refused", arguments: EngineKind.available)
    func change(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            let before = try await ground.detail(visit)
            let draft = RecordAttendance.Draft(
                organisation: ground.police, attended: .yes, minutes: 30, found: "Four workers")
            _ = try await ground.desk.recordAttendance(at: visit, draft, by: ground.constable, key: ground.key())
            await #expect(throws: AccessError.changedMeanwhile(version: before.version + 1)) {
                try await ground.desk.changePlan(
                    of: visit, to: before.plan, version: before.version, by: ground.coordinator, key: ground.key())
            }
            var plan = before.plan
            plan.place = "2 Test Street"
            plan.agencies = [
                PlannedAgency(organisation: ground.police, role: "entry", officers: 4),
                PlannedAgency(organisation: ground.council),
            ]
            plan.lead = ground.police
            let outcome = try await ground.desk.changePlan(
                of: visit, to: plan, version: before.version + 1, by: ground.coordinator, key: ground.key())
            #expect(outcome.problems == [])
            let after = try await ground.detail(visit)
            #expect(after.place == "2 Test Street")
            #expect(after.version == before.version + 2)
            #expect(Set(after.agencies.map(\.organisation)) == [ground.police, ground.council])
            let entry = try #require(after.agency(ground.police))
            #expect(entry.role == "entry")
            #expect(entry.officers == 4)
            #expect(entry.found == "Four workers")
            plan.agencies.removeFirst()
            plan.lead = nil
            let refused = try await ground.desk.changePlan(
                of: visit, to: plan, version: after.version, by: ground.coordinator, key: ground.key())
            #expect(refused.problems.map(\.field) == ["agencies"])
        }
    }

    @Test("a ready visit whose plan loses something is only planned again", arguments: EngineKind.available)
    func unready(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            _ = try await ground.desk.markReady(visit, by: ground.coordinator, key: ground.key())
            var detail = try await ground.detail(visit)
            #expect(detail.status == .ready)
            var plan = detail.plan
            plan.briefing = "Park at the rear"
            _ = try await ground.desk.changePlan(
                of: visit, to: plan, version: detail.version, by: ground.coordinator, key: ground.key())
            detail = try await ground.detail(visit)
            #expect(detail.status == .ready)
            plan.risks = ""
            _ = try await ground.desk.changePlan(
                of: visit, to: plan, version: detail.version, by: ground.coordinator, key: ground.key())
            #expect(try await ground.detail(visit).status == .planned)
        }
    }

    @Test(
        "a significant concern holds its visits back until its meeting and plan are recorded",
        arguments: EngineKind.available)
    func significant(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            try await ground.change("UPDATE concerns SET response = 'significant'")
            let visit = try await ground.planned()
            let outcome = try await ground.desk.markReady(visit, by: ground.coordinator, key: ground.key())
            #expect(outcome.problems.count == 2)
            #expect(try await ground.detail(visit).status == .planned)
            try await ground.change(
                "UPDATE concerns SET planning_meeting_on = '2020-01-31', tactical_plan = 'Enter from both sides'")
            #expect(try await ground.desk.markReady(visit, by: ground.coordinator, key: ground.key()).problems == [])
        }
    }

    @Test("an agency records its own attendance, the coordinator any", arguments: EngineKind.available)
    func attendance(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.planned()
            let police = RecordAttendance.Draft(organisation: ground.police, attended: .yes, minutes: 60)
            await #expect(throws: AccessError.denied) {
                try await ground.desk.recordAttendance(at: visit, police, by: ground.supporter, key: ground.key())
            }
            let council = RecordAttendance.Draft(organisation: ground.council, attended: .yes)
            let bystander = ground.viewer([.visitTeam], of: ground.council)
            await #expect(throws: AccessError.notVisible) {
                try await ground.desk.recordAttendance(at: visit, council, by: bystander, key: ground.key())
            }
            for draft in [police, council] {
                let outcome = try await ground.desk.recordAttendance(
                    at: visit, draft, by: ground.coordinator, key: ground.key())
                #expect(outcome.problems == [])
            }
            let detail = try await ground.detail(visit)
            #expect(detail.interventions == 2)
            #expect(detail.agency(ground.council)?.attended == .yes)
            var stale = police
            stale.version = 1
            await #expect(throws: AccessError.changedMeanwhile(version: 2)) {
                try await ground.desk.recordAttendance(at: visit, stale, by: ground.constable, key: ground.key())
            }
            stale.version = 2
            stale.did = "One arrest"
            _ = try await ground.desk.recordAttendance(at: visit, stale, by: ground.constable, key: ground.key())
            #expect(try await ground.detail(visit).agency(ground.police)?.did == "One arrest")
        }
    }

    @Test(
        "a visit goes its way from plan to debrief, and its tasks reach their agencies", arguments: EngineKind.available
    )
    func way(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await ground.made()
            let due = ground.clock.now.day.adding(days: 7)
            let draft = DebriefVisit.Draft(
                debrief: "Two people helped", lessons: "Come earlier",
                tasks: [
                    .init(title: "Check the meter", organisation: ground.police, dueOn: due),
                    .init(title: "Find housing", organisation: ground.council, dueOn: due, strand: "victims"),
                ])
            // Attendance that comes while the debrief is written does not stop it.
            let late = RecordAttendance.Draft(organisation: ground.health, attended: .no)
            let seen = try await ground.detail(visit).version
            _ = try await ground.desk.recordAttendance(at: visit, late, by: ground.inspector, key: ground.key())
            let outcome = try await ground.desk.debrief(
                visit, draft, version: seen, by: ground.coordinator, key: ground.key())
            #expect(outcome.problems == [])
            let detail = try await ground.detail(visit)
            #expect(detail.status == .debriefed)
            #expect(detail.debrief == "Two people helped")
            #expect(Set(detail.tasks.map(\.title)) == ["Check the meter", "Find housing"])
            let forPolice = try await ground.detail(visit, as: ground.constable)
            #expect(forPolice.tasks.map(\.title) == ["Check the meter"])
            await #expect(throws: AccessError.changedMeanwhile(version: detail.version)) {
                try await ground.desk.debrief(visit, draft, version: seen, by: ground.coordinator, key: ground.key())
            }
            let cancelled = try await ground.desk.cancel(
                visit, reason: "Too late", by: ground.coordinator, key: ground.key())
            #expect(cancelled.problems.count == 1)
        }
    }

    @Test("lists page by key in both directions and count only what may be seen", arguments: EngineKind.available)
    func lists(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let today = ground.clock.now.day
            var ids: [ID<Visit>] = []
            for offset in [-3, -2, -1, 0, 1, 1, 5] {
                var plan = ground.plan
                plan.visitedOn = today.adding(days: offset)
                if offset == 5 { plan.agencies = [PlannedAgency(organisation: ground.health)] }
                ids.append(try await ground.planned(plan))
            }
            // Two visits on one day stand in the order of their identifiers.
            if ids[4] > ids[5] { ids.swapAt(4, 5) }
            func walk(_ query: VisitQuery, as viewer: Viewer) async throws -> [ID<Visit>] {
                var query = query
                var found: [ID<Visit>] = []
                for _ in 0..<10 {
                    let page = try await ground.desk.list(query, as: viewer)
                    found += page.items.map(\.id)
                    guard let next = page.next else { break }
                    query.after = next
                }
                return found
            }
            let coordinator = ground.coordinator
            #expect(try await walk(VisitQuery(span: .upcoming, size: 2), as: coordinator) == Array(ids[3...]))
            #expect(try await walk(VisitQuery(span: .past, size: 2), as: coordinator) == [ids[2], ids[1], ids[0]])
            #expect(try await walk(VisitQuery(span: .all, size: 3), as: coordinator) == ids.reversed())
            #expect(try await walk(VisitQuery(span: .upcoming), as: ground.constable) == Array(ids[3...5]))
            #expect(try await walk(VisitQuery(span: .all, status: .ready), as: coordinator) == [])
            #expect(try await walk(VisitQuery(span: .all, concern: ground.concern), as: coordinator).count == 7)
            #expect(try await walk(VisitQuery(span: .upcoming, after: "nonsense"), as: coordinator).count == 4)
            _ = try await ground.screened(at: ids[3], by: ground.supporter)
            let line = try #require(
                try await ground.desk.list(VisitQuery(span: .upcoming), as: ground.supporter).items.first)
            #expect(line.screened == 1)
            #expect(line.agencies == 3)
            #expect(line.interventions == 0)
            let forPolice = try await ground.desk.list(VisitQuery(span: .upcoming), as: ground.constable).items.first
            #expect(forPolice?.screened == 0)
        }
    }

    @Test("work waits for whom it belongs to, by due time", arguments: EngineKind.available)
    func work(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let made = try await ground.made()
            let planned = try await ground.planned()
            ground.clock.advance(seconds: 86_400)
            func needs(_ viewer: Viewer) async throws -> [String] {
                try await ground.desk.desk.read(as: viewer, Consultation("my-work", "visits")) { reading in
                    try reading.visitWork().map { "\($0.need.rawValue) \($0.visit == made ? "made" : "planned")" }
                }
            }
            #expect(try await needs(ground.coordinator) == ["makeReady planned", "debrief made"])
            #expect(try await needs(ground.constable) == ["recordAttendance planned"])
            #expect(
                Set(try await needs(ground.inspector)) == ["recordAttendance made", "recordAttendance planned"])
            #expect(try await needs(ground.viewer([.analyst], of: ground.police)) == [])
            #expect(planned != made)
        }
    }
}
