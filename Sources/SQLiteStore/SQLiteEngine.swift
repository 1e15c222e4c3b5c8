import CSQLiteSettings
import Dispatch
import Foundation
import GRDB
import Kernel
import Store
import Synchronization

/// A SQLite database in one file, in WAL mode: many readers beside one writer. The entries of who read what are in a second
/// file beside it.
///
/// A commit is on the disk before `write` returns (`synchronous=FULL`). Reads run on the calling thread, which spares
/// two changes of thread; writes queue for the one writer.
package final class SQLiteEngine: Engine {
    private let writer: DatabaseQueue
    private let readers: ReaderShelf
    private let aside: AsideFile
    private let usage = Mutex(Usage())

    private struct Usage {
        var isClosed = false
        var active = 0
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// Said once in a process, before SQLite is first used: it answers 0 then.
    private static let countsNoMemory = csqlite_count_no_memory() == 0

    package var dialect: Dialect { .sqlite }
    package var keepsAside: Bool { true }

    /// Opens the file, making it and its folder for the owner alone when they are not there. Throws
    /// `StoreError.unreachable` when that cannot be done.
    package init(path: String) throws {
        _ = SQLiteEngine.countsNoMemory
        let url = URL(fileURLWithPath: path)
        try SQLiteEngine.makeFolder(url.deletingLastPathComponent().path)
        let aside = AsideFile(besides: url.path)
        self.aside = aside
        let asideName = URL(fileURLWithPath: aside.path).lastPathComponent
        if !FileManager.default.fileExists(atPath: url.path) {
            guard !FileManager.default.fileExists(atPath: aside.path) else {
                throw StoreError.unreachable("\(asideName) is there without its database; move it away")
            }
            try SQLiteEngine.makeFile(url.path)
        }
        if !FileManager.default.fileExists(atPath: aside.path) { try SQLiteEngine.makeFile(aside.path) }
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        // An interrupted rollback is repeated by SQLiteTransaction; GRDB would end the process instead.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -8000;
                    PRAGMA journal_size_limit = 67108864;
                    """)
            try aside.join(to: database)
        }
        do {
            readers = ReaderShelf(path: url.path, configuration: configuration)
            configuration.journalMode = .wal
            writer = try DatabaseQueue(path: url.path, configuration: configuration)
            // Said again: on its way to WAL mode GRDB has set it to NORMAL, under which a commit may be lost with the
            // power.
            // An import changes more pages than a reader ever holds; with less room each of them is written several times.
            try writer.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536")
            }
            guard try !readers.read({ database, _ in try aside.isTaken(by: database) }) else {
                throw StoreError.unreachable(
                    "\(asideName) is from before the database was put back from a copy, which holds it; move it away")
            }
        } catch {
            throw storeError(error)
        }
    }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Store.Transaction) throws -> Result
    ) async throws -> Result {
        try Task.checkCancellation()
        return try readHere(body)
    }

    package func state() async throws -> DatabaseState? {
        try enter()
        defer { leave() }
        do {
            return try readers.state()
        } catch {
            throw storeError(error)
        }
    }

    @discardableResult
    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Store.Transaction) throws -> Result
    ) async throws -> Result {
        try enter()
        defer { leave() }
        return try await translatingErrors {
            try await writer.writeWithoutTransaction { database in
                try SQLiteTransaction.run(.write, on: database, body)
            }
        }
    }

    @discardableResult
    package func writeAside<Result: Sendable>(
        _ body: @escaping @Sendable (any Store.Transaction) throws -> Result
    ) async throws -> Result {
        try enter()
        defer { leave() }
        return try await translatingErrors {
            let (queue, isNew) = try aside.writer(schemaOf: readers)
            // Those opened before see the main file alone.
            if isNew { readers.renew() }
            return try await queue.writeWithoutTransaction { database in
                try SQLiteTransaction.run(.write, on: database, body)
            }
        }
    }

    package func backup(to path: String) async throws {
        try enter()
        defer { leave() }
        let url = URL(fileURLWithPath: path)
        try SQLiteEngine.makeFile(url.path)
        do {
            try await elsewhere { [writer, aside] in
                let copy = try DatabaseQueue(path: url.path)
                try writer.backup(to: copy)
                try copy.inDatabase { try aside.empty(into: $0) }
                try copy.close()
            }
        } catch {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                try? FileManager.default.removeItem(atPath: url.path + suffix)
            }
            throw storeError(error)
        }
    }

    package func close() async {
        let isFirst = usage.withLock { usage in
            defer { usage.isClosed = true }
            return !usage.isClosed
        }
        await withCheckedContinuation { continuation in
            let isIdle = usage.withLock { usage in
                if usage.active > 0 { usage.closers.append(continuation) }
                return usage.active == 0
            }
            if isIdle { continuation.resume() }
        }
        // What fails here is the last checkpoint, which the next start repeats.
        if isFirst {
            try? await elsewhere { [readers, writer, aside] in
                try readers.close()
                try writer.close()
                try aside.close()
            }
        }
    }

    private func readHere<Result>(_ body: (any Store.Transaction) throws -> Result) throws -> Result {
        try enter()
        defer { leave() }
        do {
            return try readers.read { database, reader in
                try SQLiteTransaction.run(.read, on: database, state: { self.readers.state(reader) }, body)
            }
        } catch {
            throw storeError(error)
        }
    }

    private func enter() throws {
        let isOpen = usage.withLock { usage in
            if !usage.isClosed { usage.active += 1 }
            return !usage.isClosed
        }
        guard isOpen else { throw StoreError.unreachable("the database is closed") }
    }

    private func leave() {
        let closers = usage.withLock { usage -> [CheckedContinuation<Void, Never>] in
            usage.active -= 1
            guard usage.active == 0 else { return [] }
            defer { usage.closers = [] }
            return usage.closers
        }
        for closer in closers { closer.resume() }
    }

    private static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError.unreachable("the folder of the database cannot be made")
        }
    }

    private static func makeFile(_ path: String) throws {
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StoreError.unreachable(
                errno == EEXIST ? "there is a file of that name already" : "the file cannot be made")
        }
        Foundation.close(file)
    }
}

private func translatingErrors<Result>(
    _ body: () async throws -> Result
) async throws -> Result {
    do {
        return try await body()
    } catch {
        throw storeError(error)
    }
}

/// Runs blocking work on a thread of its own, so that no thread of the tasks waits for it.
private func elsewhere(_ work: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
    }
}
