import GRDB
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

        init(_ queue: DatabaseQueue) {
            self.queue = queue
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
        let (kept, edition) = shelf.withLock { ($0.idle.popLast(), $0.edition) }
        let reader = try kept ?? Reader(DatabaseQueue(path: path, configuration: configuration))
        defer {
            shelf.withLock { shelf in
                if shelf.edition == edition && !shelf.isClosed { shelf.idle.append(reader) }
            }
        }
        return try reader.queue.unsafeRead { try body($0, reader) }
    }

    /// A number for the state in which this connection sees the file: another one as soon as any connection has noticed a
    /// change. Two connections may notice the same change, and then it counts twice.
    func state(_ reader: Reader, version: Int64) -> Int64 {
        shelf.withLock { shelf in
            if reader.lastVersion != version {
                reader.lastVersion = version
                shelf.changes += 1
            }
            return shelf.changes
        }
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
        for reader in idle { try reader.queue.close() }
    }
}
