/// A database: the boundary that both SQLite and PostgreSQL stand behind.
///
/// Asynchronous outside, synchronous inside: an `await` inside a transaction does not compile, and a transaction cannot
/// be carried out of its closure. Reads see one consistent state. Writes are serializable: a write closure may be run
/// again after a conflict, so it touches nothing but its transaction.
package protocol Engine: Sendable {
    var dialect: Dialect { get }

    /// Runs a read transaction. Throws `StoreError` or what the closure throws.
    func read<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result

    /// Runs a write transaction; what the closure throws rolls it back. The result is returned after the commit is
    /// durable. Throws `StoreError.outcomeUnknown` when the connection was lost during the commit.
    @discardableResult
    func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result

    /// Runs a write that belongs to no other change: the journal's entries of who read what. Durable as `write` is.
    ///
    /// SQLite keeps them in a file of their own, so that reading neither waits for a long write nor spoils what other
    /// readers hold in memory; transactions of `read` see both files as one.
    @discardableResult
    func writeAside<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result

    /// Whether `writeAside` writes into a file that could be lost or taken away by itself.
    var keepsAside: Bool { get }

    /// Copies the whole database to a new file while it is in use; throws `StoreError.unsupported` where the database
    /// has its own tools for that.
    func backup(to path: String) async throws

    /// Ends all connections. Transactions under way are finished first.
    func close() async
}

extension Engine {
    package var keepsAside: Bool { false }

    package func writeAside<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await write(body)
    }
}

/// One transaction. Deliberately not `Sendable`.
package protocol Transaction {
    var dialect: Dialect { get }

    /// A number that stays the same, in this process, only as long as nothing in the database has changed; nil where the
    /// database cannot tell. What the journal keeps aside does not count as a change.
    func state() throws -> Int64?

    /// Runs a statement that answers rows and hands each to `decode`.
    func rows<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> [Value]

    /// Runs a statement that answers rows and hands each to `body` without keeping them: for long answers.
    func forEach(_ statement: Statement, _ body: (any Row) throws -> Void) throws

    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    func run(_ statement: Statement) throws -> Int
}

extension Transaction {
    package func state() throws -> Int64? { nil }

    /// The first row, or nil.
    package func first<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> Value? {
        try rows(statement, decode).first
    }

    /// The first column of the first row.
    package func value<Value: ColumnDecodable>(_ statement: Statement, as type: Value.Type = Value.self) throws
        -> Value?
    {
        try first(statement) { try $0.next(Value.self) }
    }
}
