import Store
import Synchronization

/// An engine that notes the statements of its reads between `begin` and `end`, and of its writes where it is told to.
package final class ListeningEngine: Engine {
    private let engine: any Engine
    private let heard = Mutex<[Statement]?>(nil)

    private let hearsWrites: Bool

    package init(_ engine: any Engine, hearsWrites: Bool = false) {
        self.engine = engine
        self.hearsWrites = hearsWrites
    }

    package var dialect: Dialect { engine.dialect }

    package func begin() { heard.withLock { $0 = [] } }

    package func end() -> [Statement] {
        heard.withLock { heard in
            defer { heard = nil }
            return heard ?? []
        }
    }

    private func note(_ statement: Statement) { heard.withLock { $0?.append(statement) } }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await engine.read { transaction in
            try body(ListeningTransaction(transaction: transaction, note: self.note))
        }
    }

    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        guard hearsWrites else { return try await engine.write(body) }
        return try await engine.write { transaction in
            try body(ListeningTransaction(transaction: transaction, note: self.note))
        }
    }

    package func backup(to path: String) async throws { try await engine.backup(to: path) }

    package func close() async { await engine.close() }
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

    func counts(of columns: [Statement], in rows: Statement) throws -> [[String: Int]] {
        note(rows)
        return try transaction.counts(of: columns, in: rows)
    }

    func run(_ statement: Statement) throws -> Int {
        note(statement)
        return try transaction.run(statement)
    }
}
