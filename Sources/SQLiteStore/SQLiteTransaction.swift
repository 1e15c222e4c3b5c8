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
    /// The state of the file as this connection sees it; nil in a write.
    private let fileState: (() -> DatabaseState?)?

    private init(database: Database, fileState: (() -> DatabaseState?)?) {
        self.database = database
        self.fileState = fileState
    }

    /// Runs the body in a transaction of its own and commits it, or rolls it back when anything was thrown.
    static func run<Result>(
        _ kind: Kind, on database: Database, state: (() -> DatabaseState?)? = nil,
        _ body: (any Store.Transaction) throws -> Result
    ) throws -> Result {
        let transaction = SQLiteTransaction(database: database, fileState: state)
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

    func state() throws -> DatabaseState? {
        guard let fileState else { return nil }
        // Within a transaction the version is that of what it reads, so it has to have begun.
        if !isBegun, !isEnded { try begin("BEGIN DEFERRED") }
        return fileState()
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

    /// Grouping here would sort all rows once for each column; they are counted as they are read instead.
    func counts(of columns: [Store.Statement], in rows: Store.Statement) throws -> [[String: Int]] {
        var counters = columns.map { _ in ValueCounter() }
        try step(through: rows) { _ in
            let handle = row.handle
            guard Int(sqlite3_data_count(handle)) == counters.count else {
                throw fail(StoreError.decoding("the answer has \(sqlite3_data_count(handle)) columns, not \(counters.count)"))
            }
            for index in counters.indices {
                let start = sqlite3_column_text(handle, Int32(index))
                let length = Int(sqlite3_column_bytes(handle, Int32(index)))
                counters[index].add(UnsafeBufferPointer(start: start, count: start == nil ? 0 : length))
            }
        }
        return counters.map(\.counts)
    }

    func run(_ statement: Store.Statement) throws -> Int {
        let before = sqlite3_total_changes(database.sqliteConnection)
        try step(through: statement) { _ in }
        let isChanged = sqlite3_total_changes(database.sqliteConnection) != before
        return isChanged ? Int(sqlite3_changes(database.sqliteConnection)) : 0
    }

    func run(_ statement: Store.Statement, each values: [SQLValue]) throws {
        let (text, own) = statement.rendered(for: .sqlite)
        guard !own.isEmpty, values.count >= own.count else { return }
        if !isBegun, !isEnded { try begin("BEGIN DEFERRED") }
        try answering {
            let handle = try prepared(text)
            defer {
                sqlite3_reset(handle)
                sqlite3_clear_bindings(handle)
            }
            var room = BindingRoom()
            for start in stride(from: 0, through: values.count - own.count, by: own.count) {
                let code = room.with(values[start..<start + own.count], boundTo: handle) { sqlite3_step(handle) }
                switch code {
                case SQLITE_DONE: break
                case SQLITE_INTERRUPT: throw fail(CancellationError())
                default: throw fail(lastError())
                }
                sqlite3_reset(handle)
            }
        }
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
        try answering {
            let (text, values) = statement.rendered(for: .sqlite)
            let handle = try prepared(text)
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
    }

    /// Lets one statement be read at a time, as a connection to PostgreSQL does.
    private func answering(_ body: () throws -> Void) throws {
        if let failure { throw failure }
        guard !isEnded else { throw StoreError.failed("the transaction is over") }
        guard !isAnswering else {
            throw StoreError.unsupported("a statement while another is being read; collect its rows first")
        }
        if Task.isCancelled { throw fail(CancellationError()) }
        isAnswering = true
        defer { isAnswering = false }
        try body()
    }

    private func prepared(_ text: String) throws -> OpaquePointer {
        do {
            return try database.cachedStatement(sql: text).sqliteStatement
        } catch {
            throw fail(storeError(error))
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

/// The texts and bytes of a row, side by side where SQLite reads them without taking copies: for one row after another.
private struct BindingRoom {
    private var bytes: [UInt8] = []

    /// Binds a row and runs the body, whose answer it gives; what is bound counts for as long as the body runs. Otherwise
    /// answers why a value cannot be bound.
    mutating func with(_ values: ArraySlice<SQLValue>, boundTo handle: OpaquePointer, _ body: () -> Int32) -> Int32 {
        bytes.removeAll(keepingCapacity: true)
        for value in values {
            switch value {
            case .text(let text): bytes.append(contentsOf: text.utf8)
            case .bytes(let content): bytes.append(contentsOf: content)
            case .null, .integer: break
            }
        }
        // An empty text needs a place to point at: a nil would be NULL.
        bytes.append(0)
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                var start = characters.baseAddress
                var place: Int32 = 0
                for value in values {
                    place += 1
                    let code: Int32
                    switch value {
                    case .null: code = sqlite3_bind_null(handle, place)
                    case .integer(let number): code = sqlite3_bind_int64(handle, place, number)
                    case .text(let text):
                        let length = text.utf8.count
                        code = sqlite3_bind_text64(handle, place, start, UInt64(length), nil, UInt8(SQLITE_UTF8))
                        start = start.map { $0 + length }
                    case .bytes(let content):
                        code = sqlite3_bind_blob64(handle, place, start, UInt64(content.count), nil)
                        start = start.map { $0 + content.count }
                    }
                    guard code == SQLITE_OK else { return code }
                }
                return body()
            }
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
