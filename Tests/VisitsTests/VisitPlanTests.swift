import Access
import Kernel
import Store
import TestSupport
import Testing

@testable import Visits

@Suite("How visits are found")
struct VisitPlanTests {
    @Test("no list and no page of visits reads a table from end to end, whoever asks", arguments: EngineKind.available)
    func noFullScan(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = ListeningEngine(engine)
            let ground = try await VisitGround(listening)
            let visit = try await ground.made()
            let met = try await ground.screened(at: visit, by: ground.supporter)
            listening.begin()
            for viewer in [ground.coordinator, ground.constable, ground.inspector, ground.supporter] {
                for query in VisitPlanTests.queries(ground, visit) { _ = try await ground.desk.list(query, as: viewer) }
                _ = try await ground.desk.one(visit, as: viewer)
                _ = try await ground.desk.screeningGround(visit, as: viewer)
                _ = try await ground.desk.desk.read(as: viewer, Consultation("test", "visits")) { try $0.visitWork() }
            }
            _ = try await ground.desk.screening(met, as: ground.supporter)
            let statements = listening.end()
            #expect(statements.count > 80)
            for statement in statements {
                let plan = try await QueryPlan(of: statement, in: engine)
                #expect(plan.fullScans.isEmpty, "\(plan.text)")
            }
        }
    }

    private static func queries(_ ground: VisitGround, _ visit: ID<Visit>) -> [VisitQuery] {
        let key = "\(ground.clock.now.day.iso)_\(visit.text)"
        return VisitQuery.Span.allCases.flatMap { span in
            [
                VisitQuery(span: span), VisitQuery(span: span, status: .made), VisitQuery(span: span, after: key),
                VisitQuery(span: span, concern: ground.concern),
            ]
        }
    }

    @Test("an agency's list starts from its own visits among thousands", arguments: EngineKind.available)
    func startsFromOwn(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = ListeningEngine(engine)
            let ground = try await VisitGround(listening)
            let visit = try await ground.planned()
            try await ground.addVisitsOfOthers(5_000)
            listening.begin()
            let found = try await ground.desk.list(VisitQuery(span: .all), as: ground.constable)
            let list = try #require(listening.end().first)
            #expect(found.items.map(\.id) == [visit])
            let plan = try await QueryPlan(of: list, in: engine)
            #expect(plan.text.contains("visit_agencies_by_organisation"), "\(plan.text)")
            #expect(!plan.text.contains("visits_by_date"), "\(plan.text)")
        }
    }

    @Test("the visits and the screenings of a concern are found by the concern", arguments: EngineKind.available)
    func ofConcern(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = ListeningEngine(engine)
            let ground = try await VisitGround(listening)
            _ = try await ground.planned()
            try await ground.addVisitsOfOthers(5_000)
            for viewer in [ground.coordinator, ground.constable] {
                listening.begin()
                _ = try await ground.desk.list(VisitQuery(span: .all, concern: ground.concern), as: viewer)
                let list = try #require(listening.end().first)
                let plan = try await QueryPlan(of: list, in: engine)
                let isFound = plan.text.contains("visits_by_concern") || plan.text.contains("visit_agencies_by_organisation")
                #expect(isFound, "\(plan.text)")
                #expect(!plan.text.contains("visits_by_date"), "\(plan.text)")
            }
            let count: Statement = "SELECT COUNT(*) FROM screenings WHERE concern_id = \(ground.concern)"
            #expect(try await QueryPlan(of: count, in: engine).text.contains("screenings_by_concern"))
        }
    }

    @Test("a full scan is recognised", arguments: EngineKind.available)
    func recognises(kind: EngineKind) async throws {
        let plan = try await withDatabase(kind) { engine in
            try await QueryPlan(of: "SELECT COUNT(*) FROM visits WHERE risks = 'x'", in: engine)
        }
        #expect(!plan.fullScans.isEmpty, "\(plan.text)")
    }
}

extension VisitGround {
    /// Preventive visits of the same partnership to which environmental health alone went.
    func addVisitsOfOthers(_ count: Int) async throws {
        let ground = self
        try await engine.write { transaction in
            let numbers: Statement = """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
                """
            let id: Statement = "'00000000-0000-7000-8000-' || CAST(100000000000 + i AS TEXT)"
            try transaction.run(
                """
                INSERT INTO visits (id, partnership_id, reference, version, status, visited_on, starts_at, purpose_id,
                    place, postcode, location_type, is_occupied, lead_reason, notice, warrant, risks, risk_level,
                    safety_officer, interpreters, reception, meeting_point, briefing, debrief, lessons, created_at)
                \(numbers) SELECT \(id), \(ground.partnership), 'B-' || CAST(i AS TEXT), 1, 'made', '2019-12-01', '',
                    (SELECT MIN(p.id) FROM partnership_terms p WHERE p.kind = 'purpose'), '', '', 'farm', 'unknown', '',
                    '', '', '', '', '', '', '', '', '', '', '', 0
                FROM n
                """)
            try transaction.run(
                """
                INSERT INTO visit_agencies (visit_id, organisation_id, partnership_id, version, role, power, attended,
                    power_used, entry, found, did)
                \(numbers) SELECT \(id), \(ground.health), \(ground.partnership), 1, '', '', 'yes', '', '', '', '' FROM n
                """)
            if transaction.dialect == .postgres {
                try transaction.run("ANALYZE visits")
                try transaction.run("ANALYZE visit_agencies")
            }
        }
    }
}
