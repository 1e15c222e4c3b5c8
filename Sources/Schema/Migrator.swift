import Kernel
import Store

/// Brings the schema of a database up to date, one migration in one transaction, and says whether it is.
///
/// Several servers may start together: the first does the work, the others wait for it and find it done.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    package init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Runs every migration that the database has not had and returns them. Throws `MigrationError`, or `StoreError`
    /// when the database cannot be reached.
    @discardableResult
    package func migrate(
        _ engine: any Engine, now: @escaping @Sendable () -> Moment = { Moment.now }
    ) async throws -> [Migration] {
        try checkNumbers()
        let known = migrations.map { Step($0) }
        try await engine.write { try makeHistory($0) }
        var done: [Migration] = []
        while let migration = try await engine.write({ try next(of: known, in: $0, now: now) }) {
            done.append(migration)
        }
        return done
    }

    /// The migrations that the database has not had; empty when it is up to date. Changes nothing. Throws as `migrate`.
    package func check(_ engine: any Engine) async throws -> [Migration] {
        try checkNumbers()
        let known = migrations.map { Step($0) }
        return try await engine.read { transaction in
            let tables = try transaction.value(historyTables, as: Int.self) ?? 0
            guard tables > 0 else { return known.map(\.migration) }
            return try pending(of: known, in: transaction).map(\.migration)
        }
    }

    private func checkNumbers() throws(MigrationError) {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw .misnumbered(number: migration.number, expected: index + 1)
        }
    }
}

/// A migration with its hash, which is worked out once.
private struct Step: Sendable {
    let migration: Migration
    let hash: String

    init(_ migration: Migration) {
        self.migration = migration
        hash = migration.hash
    }
}

private struct HistoryEntry {
    let number: Int
    let name: String
    let hash: String
}

private let historyTables: Statement = """
    \(
        sqlite: "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_history'",
        postgres: "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_history'"
    )
    """

private func makeHistory(_ transaction: any Transaction) throws {
    if transaction.dialect == .postgres {
        // Two servers that make the table together would collide in the catalogue; the number is any that nobody else
        // uses as an advisory lock in this database.
        _ = try transaction.rows("SELECT 1 FROM pg_advisory_xact_lock(7310915604)") { _ in }
    }
    try transaction.run(
        """
        CREATE TABLE IF NOT EXISTS schema_history (
            number \(sqlite: "INTEGER", postgres: "BIGINT") PRIMARY KEY,
            name TEXT NOT NULL,
            hash TEXT NOT NULL,
            applied_at \(sqlite: "INTEGER", postgres: "BIGINT") NOT NULL
        )\(sqlite: " STRICT", postgres: "")
        """)
}

private func next(
    of known: [Step], in transaction: any Transaction, now: @Sendable () -> Moment
) throws -> Migration? {
    if transaction.dialect == .postgres {
        // Locked before the first query: a serializable transaction sees the state of its first query, so one that
        // waited after it would not see what the other server has done.
        try transaction.run("LOCK TABLE schema_history IN EXCLUSIVE MODE")
        try transaction.run("SET LOCAL statement_timeout = 0")
    }
    guard let step = try pending(of: known, in: transaction).first else { return nil }
    let migration = step.migration
    do {
        for statement in migration.statements { try transaction.run(statement) }
    } catch let reason as StoreError {
        throw MigrationError.failed(number: migration.number, name: migration.name, reason: reason)
    }
    try transaction.run(
        """
        INSERT INTO schema_history (number, name, hash, applied_at)
        VALUES (\(migration.number), \(migration.name), \(step.hash), \(now()))
        """)
    return migration
}

private func pending(of known: [Step], in transaction: any Transaction) throws -> [Step] {
    let history = try transaction.rows("SELECT number, name, hash FROM schema_history ORDER BY number") { row in
        HistoryEntry(number: try row.next(), name: try row.next(), hash: try row.next())
    }
    for entry in history {
        guard known.indices.contains(entry.number - 1) else {
            throw MigrationError.newer(number: entry.number, name: entry.name)
        }
        guard known[entry.number - 1].hash == entry.hash else {
            throw MigrationError.edited(number: entry.number, name: entry.name)
        }
    }
    let applied = Set(history.map(\.number))
    return known.filter { !applied.contains($0.migration.number) }
}
