import Access
import Figures
import Kernel
import Store
import Synchronization
import TestSupport
import Testing

@Suite("How the figures are found")
struct PlanTests {
    @Test(
        "the figures of one partnership are found by an index, whoever asks and whatever the filter",
        arguments: EngineKind.available)
    func noFullScan(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = ListeningEngine(engine)
            let year = try await FigureYear(listening)
            listening.begin()
            let filters = [
                FigureFilter(period: FigureYear.year), FigureFilter(),
                FigureFilter(
                    period: FigureYear.year, towns: [year.oldbury], locationType: "car-wash", exploitationType: "labour"
                ),
            ]
            let viewers = [
                year.viewer([.coordinator]), year.viewer([.analyst]), year.viewer([.member], of: year.police),
                year.viewer([.townLead], town: year.oldbury),
            ]
            for viewer in viewers {
                for filter in filters { _ = try await year.dashboard(viewer, filter) }
            }
            let statements = listening.end()
            #expect(statements.count >= 5 * viewers.count * filters.count)
            for statement in statements {
                let plan = try await QueryPlan.of(statement, in: engine)
                #expect(
                    plan.fullScans.isEmpty,
                    "\(statement.rendered(for: kind == .sqlite ? .sqlite : .postgres).text)\n\(plan.text)")
            }
        }
    }

    @Test("a full scan is recognised", arguments: EngineKind.available)
    func recognises(kind: EngineKind) async throws {
        let plan = try await withDatabase(kind) { engine in
            try await QueryPlan.of("SELECT COUNT(*) FROM concerns WHERE summary = 'x'", in: engine)
        }
        #expect(!plan.fullScans.isEmpty, "\(plan.text)")
    }
}

/// How a database would answer a statement, and which tables it would read from end to end.
struct QueryPlan: Sendable {
    let lines: [String]
    let fullScans: [String]

    var text: String { lines.joined(separator: "\n") }

    /// Asks the database; PostgreSQL is told to take a full scan only where it has no other way.
    static func of(_ statement: Statement, in engine: any Engine) async throws -> QueryPlan {
        try await engine.read { tx in
            if tx.dialect == .sqlite {
                let lines = try tx.rows("EXPLAIN QUERY PLAN \(statement)") { row in
                    for _ in 0..<3 { _ = try row.nextValue() }
                    return try row.next(String.self)
                }
                return QueryPlan(
                    lines: lines,
                    fullScans: lines.filter { line in
                        line.hasPrefix("SCAN ") && !line.hasPrefix("SCAN counted")
                            && !line.hasPrefix("SCAN CONSTANT ROW")
                    })
            }
            try tx.run("SET LOCAL enable_seqscan = off")
            let lines = try tx.rows("EXPLAIN \(statement)") { try $0.next(String.self) }
            let scans = lines.indices.filter { index in
                let line = lines[index]
                if line.contains("Seq Scan on") { return true }
                let isIndexScan = line.contains("Index Scan") || line.contains("Index Only Scan")
                return isIndexScan && !(lines.indices.contains(index + 1) && lines[index + 1].contains("Index Cond"))
            }
            return QueryPlan(lines: lines, fullScans: scans.map { lines[$0] })
        }
    }
}

/// An engine that notes the statements of its reads.
final class ListeningEngine: Engine {
    private let engine: any Engine
    private let heard = Mutex<[Statement]>([])
    private let isListening = Mutex(false)

    init(_ engine: any Engine) {
        self.engine = engine
    }

    var dialect: Dialect { engine.dialect }

    func begin() { isListening.withLock { $0 = true } }

    func end() -> [Statement] {
        isListening.withLock { $0 = false }
        return heard.withLock { $0 }
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await engine.read { tx in
            try body(
                ListeningTransaction(transaction: tx) { statement in
                    if self.isListening.withLock({ $0 }) { self.heard.withLock { $0.append(statement) } }
                })
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
        note(statement)
        return try transaction.run(statement)
    }
}
