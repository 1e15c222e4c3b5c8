import Foundation
import GRDB
import Store
import Synchronization

/// The second file of a SQLite database: the journal's entries of who read what.
///
/// Its tables are copies of the main file's, made before the first entry. Every reader of the main file joins it, so that
/// the names of the journal's tables mean the rows of both.
final class AsideFile: Sendable {
    private static let register = "journal_register"
    private static let tables = ["journal_chains", "journal_entries", register]

    let path: String
    private let opened = Mutex<DatabaseQueue?>(nil)

    /// - Parameter database: the path of the main file.
    init(besides database: String) {
        path = AsideFile.path(besides: database)
    }

    static func path(besides database: String) -> String { "\(database)-consultations" }

    /// The connection that writes, and whether it was made just now: then the readers have to be told.
    func writer(schemaOf main: ReaderShelf) throws -> (queue: DatabaseQueue, isNew: Bool) {
        if let queue = opened.withLock({ $0 }) { return (queue, false) }
        let statements = try main.read { database, _ in try AsideFile.schema(in: database) }
        guard !statements.isEmpty else { throw StoreError.failed("the database has no journal yet") }
        return try opened.withLock { opened in
            if let opened { return (opened, false) }
            let queue = try open(statements)
            opened = queue
            return (queue, true)
        }
    }

    private func open(_ schema: [String]) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.journalMode = .wal
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_size_limit = 67108864") }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            // After GRDB has set it to NORMAL, under which a commit may be lost with the power.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.inTransaction(.immediate) {
                if try AsideFile.schema(in: database).isEmpty {
                    for statement in schema { try database.execute(sql: statement) }
                }
                return .commit
            }
        }
        return queue
    }

    /// What made the tables and their indexes in this file, the tables first.
    private static func schema(in database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT sql FROM sqlite_schema WHERE tbl_name IN (?, ?, ?) AND sql IS NOT NULL
                ORDER BY type = 'index', tbl_name
                """, arguments: StatementArguments(tables))
    }

    /// Lets a reader see both files as one. Before the first entry there is nothing to join.
    func join(to reader: Database) throws {
        guard reader.configuration.readonly, try attach(to: reader) else { return }
        for table in AsideFile.tables {
            try reader.execute(
                sql: "CREATE TEMP VIEW \(table) AS SELECT * FROM main.\(table) UNION ALL SELECT * FROM aside.\(table)")
        }
    }

    /// Copies what is here into a copy of the main file, which then needs no second file.
    func empty(into copy: Database) throws {
        guard try attach(to: copy) else { return }
        // A database that has not been migrated since allows one register only; it is allowed more when the copy is migrated.
        try copy.execute(sql: "PRAGMA ignore_check_constraints = ON")
        try copy.inTransaction {
            for table in AsideFile.tables where table != AsideFile.register {
                try copy.execute(sql: "INSERT INTO main.\(table) SELECT * FROM aside.\(table)")
            }
            try copy.execute(
                sql: """
                    INSERT INTO main.journal_register (id, chains, proof)
                    SELECT (SELECT COALESCE(MAX(id), 0) FROM main.journal_register) + id, chains, proof
                    FROM aside.journal_register
                    """)
            return .commit
        }
        try copy.execute(sql: "PRAGMA ignore_check_constraints = OFF")
        try copy.execute(sql: "DETACH DATABASE aside")
    }

    /// Attaches the file as `aside`; false, and nothing attached, where it has no tables yet.
    private func attach(to database: Database) throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        try database.execute(sql: "ATTACH DATABASE ? AS aside", arguments: [path])
        let known = try Set(String.fetchAll(database, sql: "SELECT name FROM aside.sqlite_schema WHERE type = 'table'"))
        if AsideFile.tables.allSatisfy(known.contains) { return true }
        try database.execute(sql: "DETACH DATABASE aside")
        return false
    }

    /// Whether this file and the main one hold the same chain: the main one was then put back from a copy that had taken
    /// these entries in.
    func isTaken(by main: Database) throws -> Bool {
        let joined = try Bool.fetchOne(
            main, sql: "SELECT COUNT(*) > 0 FROM temp.sqlite_schema WHERE name = 'journal_chains'")
        guard joined == true else { return false }
        return try Bool.fetchOne(
            main, sql: "SELECT EXISTS (SELECT 1 FROM aside.journal_chains a JOIN main.journal_chains m ON m.id = a.id)") == true
    }

    func close() throws {
        try opened.withLock { opened in
            try opened?.close()
            opened = nil
        }
    }
}
