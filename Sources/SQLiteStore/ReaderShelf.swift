import GRDB
import GRDBSQLite
import Store
import Synchronization

/// The connections that read a SQLite file, the one used last on top: what it holds in memory is the freshest.
///
/// A read holds a connection on a thread that waits for nothing else, so there are never more of them than threads.
final class ReaderShelf: Sendable {
    private let path: String
    private let configuration: Configuration
    private let shelf = Mutex(Shelf())

    /// A connection, with what it saw last of the changes that others made.
    final class Reader: @unchecked Sendable {
        let queue: DatabaseQueue
        /// Touched only while the connection is in use.
        var lastVersion: Int64?
        /// Asks for the version of the file. A connection is in use once at a time, so it may be asked on any thread.
        private var version: OpaquePointer?

        init(_ queue: DatabaseQueue) {
            self.queue = queue
            version = queue.unsafeRead { database in
                var statement: OpaquePointer?
                sqlite3_prepare_v3(
                    database.sqliteConnection, "PRAGMA data_version", -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
                return statement
            }
        }

        deinit {
            forgetVersion()
        }

        /// The version of the file as this connection sees it now, in a transaction or outside; nil when it cannot be read.
        func currentVersion() -> Int64? {
            guard let version else { return nil }
            defer { sqlite3_reset(version) }
            return sqlite3_step(version) == SQLITE_ROW ? sqlite3_column_int64(version, 0) : nil
        }

        func close() throws {
            forgetVersion()
            try queue.close()
        }

        private func forgetVersion() {
            sqlite3_finalize(version)
            version = nil
        }
    }

    private struct Shelf {
        var idle: [Reader] = []
        /// Rises when the connections made before are no longer to be used.
        var edition = 0
        var isClosed = false
        /// How many changes were noticed, by any of the connections.
        var changes: Int64 = 0
    }

    init(path: String, configuration: Configuration) {
        self.path = path
        var configuration = configuration
        configuration.readonly = true
        self.configuration = configuration
    }

    func read<Result>(_ body: (Database, Reader) throws -> Result) throws -> Result {
        try borrowing { reader in try reader.queue.unsafeRead { try body($0, reader) } }
    }

    /// The state of the file now.
    func state() throws -> DatabaseState? {
        try borrowing { state($0) }
    }

    /// The state in which this connection sees the file: another one as soon as any connection has noticed a
    /// change. Two connections may notice the same change, and then it counts twice.
    func state(_ reader: Reader) -> DatabaseState? {
        guard let version = reader.currentVersion() else { return nil }
        return shelf.withLock { shelf in
            if reader.lastVersion != version {
                reader.lastVersion = version
                shelf.changes += 1
            }
            return DatabaseState(number: shelf.changes)
        }
    }

    private func borrowing<Result>(_ body: (Reader) throws -> Result) throws -> Result {
        let (kept, edition) = shelf.withLock { ($0.idle.popLast(), $0.edition) }
        let reader = try kept ?? Reader(DatabaseQueue(path: path, configuration: configuration))
        defer {
            shelf.withLock { shelf in
                if shelf.edition == edition && !shelf.isClosed { shelf.idle.append(reader) }
            }
        }
        return try body(reader)
    }

    /// Puts every connection away; the next reads make new ones.
    func renew() {
        shelf.withLock { shelf in
            shelf.idle = []
            shelf.edition += 1
        }
    }

    /// To be called when no read is under way.
    func close() throws {
        let idle = shelf.withLock { shelf in
            defer { shelf.idle = [] }
            shelf.isClosed = true
            return shelf.idle
        }
        for reader in idle { try reader.close() }
    }
}
