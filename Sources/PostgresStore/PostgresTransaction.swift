import Store

/// One attempt at a transaction on a connection. A refused statement ends it: nothing more can be done and nothing is
/// kept.
final class PostgresTransaction: Transaction {
    var dialect: Dialect { .postgres }

    private(set) var failure: PostgresFailure?

    private let connection: PostgresConnection
    private let kind: PostgresConnection.Kind
    private let interruption: Interruption
    private let era: Int64?
    private let row = PostgresRow()
    private var isEnded = false
    private var isAnswering = false

    /// - Parameter era: what states of this connection can be compared with; nil where there is nothing.
    init(on connection: PostgresConnection, _ kind: PostgresConnection.Kind, _ interruption: Interruption, era: Int64?) {
        self.connection = connection
        self.kind = kind
        self.interruption = interruption
        self.era = era
    }

    func end() {
        isEnded = true
    }

    func state() throws -> DatabaseState? {
        guard kind == .read, let era else { return nil }
        return try first(CommitCount.question) { row in
            try CommitCount(snapshot: row.next(), consultations: row.next()).map { DatabaseState(era: era, number: $0.changes) }
        } ?? nil
    }

    func rows<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> [Value] {
        try answering {
            let result = try guarded { try connection.execute(statement, kind) }
            defer { row.end() }
            return try (0..<result.rowCount).map { index in
                row.begin(result, row: index)
                return try decode(row)
            }
        }
    }

    func forEach(_ statement: Statement, _ body: (any Row) throws -> Void) throws {
        try answering {
            defer { row.end() }
            try guarded {
                try connection.stream(statement, kind) { result in
                    if interruption.isRequested { throw CancellationError() }
                    row.begin(result, row: 0)
                    try body(row)
                }
            }
        }
    }

    /// The server counts every column in one scan, and what it answers is as short as the counts are.
    func counts(of columns: [Statement], in rows: Statement) throws -> [[String: Int]] {
        guard !columns.isEmpty else { return [] }
        let sets: [Statement] = columns.map { "(\($0))" }
        let statement: Statement = """
            SELECT GROUPING(\(joined: columns)), COALESCE(\(joined: columns)), COUNT(*) FROM (\(rows)) counted
            GROUP BY GROUPING SETS (\(joined: sets))
            """
        var counts = [[String: Int]](repeating: [:], count: columns.count)
        // The mask has a bit for each column by which a row was not grouped, the first column's the highest.
        let all = 1 << columns.count - 1
        for (mask, value, count) in try self.rows(
            statement, { row in (try row.next(Int.self), try row.next(String?.self) ?? "", try row.next(Int.self)) })
        {
            let column = columns.count - 1 - (all & ~mask).trailingZeroBitCount
            guard counts.indices.contains(column) else { throw StoreError.decoding("a count belongs to no column") }
            counts[column][value, default: 0] += count
        }
        return counts
    }

    func run(_ statement: Statement) throws -> Int {
        try answering { try guarded { try connection.execute(statement, kind) }.changeCount }
    }

    func run(_ statement: Statement, each values: [SQLValue]) throws {
        let (text, own) = statement.rendered(for: .postgres)
        guard !own.isEmpty, values.count >= own.count else { return }
        try answering { try guarded { try connection.execute(text, each: values, width: own.count, kind) } }
    }

    /// Lets one statement be read at a time, as a connection does.
    private func answering<Result>(_ body: () throws -> Result) throws -> Result {
        if let failure { throw failure.visible }
        guard !isEnded else { throw StoreError.failed("the transaction is over") }
        guard !isAnswering else {
            throw StoreError.unsupported("a statement while another is being read; collect its rows first")
        }
        isAnswering = true
        defer { isAnswering = false }
        return try body()
    }

    /// Keeps what went wrong, which decides over the transaction whatever the closure makes of the error.
    private func guarded<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            if interruption.isRequested { throw PostgresFailure.cancelled }
            return try body()
        } catch var failure as PostgresFailure {
            // The server tells a cancelled statement like one that took too long.
            if interruption.isRequested, case .refused(.busy) = failure { failure = .cancelled }
            self.failure = failure
            throw failure.visible
        }
    }
}
