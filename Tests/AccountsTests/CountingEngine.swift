import Store
import Synchronization

/// Counts the statements that reach the database, those of the journal included.
final class CountingEngine: Engine {
    private let engine: any Engine
    private let count = Counter()

    init(_ engine: any Engine) {
        self.engine = engine
    }

    var dialect: Dialect { engine.dialect }
    var statements: Int { count.value }
    func reset() { count.reset() }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        let count = count
        return try await engine.read { try body(CountingTransaction(transaction: $0, count: count)) }
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        let count = count
        return try await engine.write { try body(CountingTransaction(transaction: $0, count: count)) }
    }

    func backup(to path: String) async throws { try await engine.backup(to: path) }
    func close() async { await engine.close() }
}

private final class Counter: Sendable {
    private let number = Mutex(0)
    var value: Int { number.withLock { $0 } }
    func add() { number.withLock { $0 += 1 } }
    func reset() { number.withLock { $0 = 0 } }
}

private struct CountingTransaction: Transaction {
    let transaction: any Transaction
    let count: Counter

    var dialect: Dialect { transaction.dialect }

    func rows<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> [Value] {
        count.add()
        return try transaction.rows(statement, decode)
    }

    func forEach(_ statement: Statement, _ body: (any Row) throws -> Void) throws {
        count.add()
        try transaction.forEach(statement, body)
    }

    func counts(of columns: [Statement], in rows: Statement) throws -> [[String: Int]] {
        count.add()
        return try transaction.counts(of: columns, in: rows)
    }

    func run(_ statement: Statement) throws -> Int {
        count.add()
        return try transaction.run(statement)
    }
}
