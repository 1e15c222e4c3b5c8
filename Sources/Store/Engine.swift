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

    /// The state in which a reading that began now would see the database; nil where it cannot be told.
    ///
    /// It is asked for after the call, so it knows of every change that was acknowledged to anybody before. Many callers at
    /// once share one question.
    func state() async throws -> DatabaseState?

    /// Whether `writeAside` writes into a file that could be lost or taken away by itself.
    var keepsAside: Bool { get }

    /// Looks at what the tables hold after much was written at once, so that statements are planned for it from now on and not only
    /// when the database comes round to looking by itself. Does nothing where plans do not depend on it.
    func takeStock() async throws

    /// Copies the whole database to a new file while it is in use; throws `StoreError.unsupported` where the database
    /// has its own tools for that.
    func backup(to path: String) async throws

    /// Ends all connections. Transactions under way are finished first.
    func close() async
}

extension Engine {
    package var keepsAside: Bool { false }

    package func state() async throws -> DatabaseState? { nil }

    package func takeStock() async throws {}

    package func writeAside<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await write(body)
    }
}

/// One transaction. Deliberately not `Sendable`.
package protocol Transaction {
    var dialect: Dialect { get }

    /// The state in which this transaction sees the database: the same, in this process, only as long as nothing has
    /// changed; nil in a write and where the database cannot tell. What the journal keeps aside does not count as a change.
    func state() throws -> DatabaseState?

    /// Runs a statement that answers rows and hands each to `decode`.
    func rows<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> [Value]

    /// Runs a statement that answers rows and hands each to `body` without keeping them: for long answers.
    func forEach(_ statement: Statement, _ body: (any Row) throws -> Void) throws

    /// Counts how often each value stands in each column of an answer, column by column, in one pass: for every column of
    /// `rows`, in their order, the count of each value. NULL counts as the empty text.
    ///
    /// - Parameters:
    ///   - columns: the names of all columns of the answer, in its order; each is of text.
    ///   - rows: a SELECT, whose rows themselves are not handed out.
    func counts(of columns: [Statement], in rows: Statement) throws -> [[String: Int]]

    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    func run(_ statement: Statement) throws -> Int

    /// Runs a statement once for each row of values: the first row stands in the places of the statement's own values,
    /// then the second, and so on. The values of all rows follow each other; what is left over makes no row.
    ///
    /// The statement is read and prepared once, and on PostgreSQL all rows are sent before the first answer is awaited.
    func run(_ statement: Statement, each values: [SQLValue]) throws
}

extension Transaction {
    package func state() throws -> DatabaseState? { nil }

    package func run(_ statement: Statement, each values: [SQLValue]) throws {
        let width = statement.valueCount
        guard width > 0 else { return }
        for start in stride(from: 0, through: values.count - width, by: width) {
            try run(statement.filled(with: values[start..<start + width]))
        }
    }

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
