import GRDB
import GRDBSQLite
import Store

/// One transaction on a SQLite connection.
///
/// As on PostgreSQL, a refused statement ends it: nothing more can be done and nothing is kept.
final class SQLiteTransaction: Store.Transaction {
    enum Kind {
        case read
        case write
    }

    var dialect: Dialect { .sqlite }

    private let database: Database
    private let row = SQLiteRow()
    private var failure: (any Error)?
    /// A read begins with its first statement: to ask for the state alone, none is needed.
    private var isBegun = false
    private var isEnded = false
    private var isAnswering = false
    /// What the file's version, as this connection counts it, means to the whole process.
    private let stateOfVersion: ((Int64) -> Int64)?

    private init(database: Database, stateOfVersion: ((Int64) -> Int64)?) {
        self.database = database
        self.stateOfVersion = stateOfVersion
    }

    /// Runs the body in a transaction of its own and commits it, or rolls it back when anything was thrown.
    static func run<Result>(
        _ kind: Kind, on database: Database, state: ((Int64) -> Int64)? = nil,
        _ body: (any Store.Transaction) throws -> Result
    ) throws -> Result {
        let transaction = SQLiteTransaction(database: database, stateOfVersion: state)
        // Only after a rollback that failed three times is there anything to end.
        transaction.rollBack()
        if kind == .write { try transaction.begin("BEGIN IMMEDIATE") }
        do {
            defer { transaction.isEnded = true }
            let result = try body(transaction)
            if let failure = transaction.failure { throw failure }
            if transaction.isBegun { try transaction.command("COMMIT") }
            return result
        } catch {
            transaction.rollBack()
            throw error
        }
    }

    func state() throws -> Int64? {
        guard let stateOfVersion else { return nil }
        var version: Int64?
        try answer("PRAGMA data_version") { version = try $0.next() }
        return version.map(stateOfVersion)
    }

    func rows<Value>(_ statement: Store.Statement, _ decode: (any Store.Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try step(through: statement) { values.append(try decode($0)) }
        return values
    }

    func forEach(_ statement: Store.Statement, _ body: (any Store.Row) throws -> Void) throws {
        try step(through: statement) { row in
            do {
                try Task.checkCancellation()
                try body(row)
            } catch {
                throw fail(error)
            }
        }
    }

    func run(_ statement: Store.Statement) throws -> Int {
        let before = sqlite3_total_changes(database.sqliteConnection)
        try step(through: statement) { _ in }
        let isChanged = sqlite3_total_changes(database.sqliteConnection) != before
        return isChanged ? Int(sqlite3_changes(database.sqliteConnection)) : 0
    }

    private func step(through statement: Store.Statement, _ body: (any Store.Row) throws -> Void) throws {
        if !isBegun, !isEnded { try begin("BEGIN DEFERRED") }
        try answer(statement, body)
    }

    private func begin(_ command: String) throws {
        try self.command(command)
        isBegun = true
    }

    private func answer(_ statement: Store.Statement, _ body: (any Store.Row) throws -> Void) throws {
        if let failure { throw failure }
        guard !isEnded else { throw StoreError.failed("the transaction is over") }
        guard !isAnswering else {
            throw StoreError.unsupported("a statement while another is being read; collect its rows first")
        }
        if Task.isCancelled { throw fail(CancellationError()) }
        isAnswering = true
        defer { isAnswering = false }
        let (text, values) = statement.rendered(for: .sqlite)
        let prepared: GRDB.Statement
        do {
            prepared = try database.cachedStatement(sql: text)
        } catch {
            throw fail(storeError(error))
        }
        let handle = prepared.sqliteStatement
        defer {
            row.end()
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        for (index, value) in values.enumerated() where !bind(value, to: Int32(index + 1), of: handle) {
            throw fail(lastError())
        }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW:
                row.begin(handle)
                try body(row)
            case SQLITE_DONE:
                return
            case SQLITE_INTERRUPT:
                throw fail(CancellationError())
            default:
                throw fail(lastError())
            }
        }
    }

    private func fail(_ error: any Error) -> any Error {
        failure = error
        return error
    }

    private func lastError() -> StoreError {
        StoreError(
            code: sqlite3_extended_errcode(database.sqliteConnection),
            message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    }

    /// Runs BEGIN or COMMIT without the checks for statements.
    private func command(_ text: String) throws {
        let handle: OpaquePointer
        do {
            handle = try database.cachedStatement(sql: text).sqliteStatement
        } catch {
            throw storeError(error)
        }
        defer { sqlite3_reset(handle) }
        switch sqlite3_step(handle) {
        case SQLITE_DONE: return
        case SQLITE_INTERRUPT: throw CancellationError()
        default: throw lastError()
        }
    }

    /// Ends the transaction without keeping it. An interruption meant for the body may hit the rollback; the second
    /// attempt is after it.
    private func rollBack() {
        for _ in 0..<3 where sqlite3_get_autocommit(database.sqliteConnection) == 0 {
            try? command("ROLLBACK")
        }
    }
}

/// A destructor value that tells SQLite to take a copy.
private let takesCopy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

private func bind(_ value: SQLValue, to position: Int32, of handle: OpaquePointer) -> Bool {
    let code =
        switch value {
        case .null: sqlite3_bind_null(handle, position)
        case .integer(let number): sqlite3_bind_int64(handle, position, number)
        case .text(var text):
            text.withUTF8 { buffer in
                buffer.withMemoryRebound(to: CChar.self) { characters in
                    // A nil pointer would bind NULL, also for an empty text.
                    guard let start = characters.baseAddress, !characters.isEmpty else {
                        return sqlite3_bind_text(handle, position, "", 0, takesCopy)
                    }
                    return sqlite3_bind_text64(
                        handle, position, start, UInt64(characters.count), takesCopy, UInt8(SQLITE_UTF8))
                }
            }
        case .bytes(let bytes):
            bytes.isEmpty
                ? sqlite3_bind_zeroblob(handle, position, 0)
                : sqlite3_bind_blob64(handle, position, bytes, UInt64(bytes.count), takesCopy)
        }
    return code == SQLITE_OK
}
