import Access
import Kernel
import Store
import Synchronization
import TestSupport
import Testing

@testable import Visits

@Suite("How visits are found")
struct VisitPlanTests {
    @Test("no list and no page of visits reads a table from end to end, whoever asks", arguments: EngineKind.available)
    func noFullScan(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = StatementListener(engine)
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
                let plan = try await FoundBy(statement, in: engine)
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
            let listening = StatementListener(engine)
            let ground = try await VisitGround(listening)
            let visit = try await ground.planned()
            try await ground.addVisitsOfOthers(5_000)
            listening.begin()
            let found = try await ground.desk.list(VisitQuery(span: .all), as: ground.constable)
            let list = try #require(listening.end().first)
            #expect(found.items.map(\.id) == [visit])
            let plan = try await FoundBy(list, in: engine)
            #expect(plan.text.contains("visit_agencies_by_organisation"), "\(plan.text)")
            #expect(!plan.text.contains("visits_by_date"), "\(plan.text)")
        }
    }

    @Test("the visits and the screenings of a concern are found by the concern", arguments: EngineKind.available)
    func ofConcern(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = StatementListener(engine)
            let ground = try await VisitGround(listening)
            _ = try await ground.planned()
            try await ground.addVisitsOfOthers(5_000)
            for viewer in [ground.coordinator, ground.constable] {
                listening.begin()
                _ = try await ground.desk.list(VisitQuery(span: .all, concern: ground.concern), as: viewer)
                let list = try #require(listening.end().first)
                let plan = try await FoundBy(list, in: engine)
                let isFound = plan.text.contains("visits_by_concern") || plan.text.contains("visit_agencies_by_organisation")
                #expect(isFound, "\(plan.text)")
                #expect(!plan.text.contains("visits_by_date"), "\(plan.text)")
            }
            let count: Statement = "SELECT COUNT(*) FROM screenings WHERE concern_id = \(ground.concern)"
            #expect(try await FoundBy(count, in: engine).text.contains("screenings_by_concern"))
        }
    }

    @Test("a full scan is recognised", arguments: EngineKind.available)
    func recognises(kind: EngineKind) async throws {
        let plan = try await withDatabase(kind) { engine in
            try await FoundBy("SELECT COUNT(*) FROM visits WHERE risks = 'x'", in: engine)
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

/// How a database would answer a statement, and which tables it would read from end to end.
private struct FoundBy {
    let lines: [String]
    let fullScans: [String]

    var text: String { lines.joined(separator: "\n") }

    /// Asks the database; PostgreSQL is told to take a full scan only where it has no other way.
    init(_ statement: Statement, in engine: any Engine) async throws {
        (lines, fullScans) = try await engine.read { transaction in
            if transaction.dialect == .sqlite {
                let lines = try transaction.rows("EXPLAIN QUERY PLAN \(statement)") { row in
                    for _ in 0..<3 { _ = try row.nextValue() }
                    return try row.next(String.self)
                }
                return (lines, lines.filter { $0.hasPrefix("SCAN ") && $0 != "SCAN CONSTANT ROW" })
            }
            try transaction.run("SET LOCAL enable_seqscan = off")
            let lines = try transaction.rows("EXPLAIN \(statement)") { try $0.next(String.self) }
            let scans = lines.indices.filter { index in
                if lines[index].contains("Seq Scan on") { return true }
                guard lines[index].contains("Index Scan") || lines[index].contains("Index Only Scan") else { return false }
                return !(lines.indices.contains(index + 1) && lines[index + 1].contains("Index Cond"))
            }
            return (lines, scans.map { lines[$0] })
        }
    }
}

/// An engine that notes the statements of its reads.
private final class StatementListener: Engine {
    private let engine: any Engine
    private let heard = Mutex<[Statement]?>(nil)

    init(_ engine: any Engine) {
        self.engine = engine
    }

    var dialect: Dialect { engine.dialect }

    func begin() { heard.withLock { $0 = [] } }

    func end() -> [Statement] {
        heard.withLock { heard in
            defer { heard = nil }
            return heard ?? []
        }
    }

    private func note(_ statement: Statement) { heard.withLock { $0?.append(statement) } }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await engine.read { transaction in
            try body(ListeningTransaction(transaction: transaction, note: self.note))
        }
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await engine.write(body)
    }

    func backup(to path: String) async throws { try await engine.backup(to: path) }

    func close() async { await engine.close() }
}

private struct ListeningTransaction: Transaction {
    let transaction: any Transaction
    let note: (Statement) -> Void

    var dialect: Dialect { transaction.dialect }

    func rows<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> [Value] {
        note(statement)
        return try transaction.rows(statement, decode)
    }

    func forEach(_ statement: Statement, _ body: (any Row) throws -> Void) throws {
        note(statement)
        try transaction.forEach(statement, body)
    }

    func run(_ statement: Statement) throws -> Int {
        try transaction.run(statement)
    }
}
