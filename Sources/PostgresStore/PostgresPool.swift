import Dispatch
import Store
import Synchronization

/// The connections of one engine: at most so many, made when first needed, lent in the order in which they were asked
/// for.
final class PostgresPool: Sendable {
    private enum Grant {
        case connection(PostgresConnection)
        /// Leave to make a connection.
        case place
    }

    private struct Waiter {
        let number: UInt64
        let continuation: CheckedContinuation<Grant, any Error>
    }

    private struct State {
        var idle: [PostgresConnection] = []
        var taken = 0
        /// How often connections were forgotten. One that was made before the last time is not lent again.
        var edition = 0
        var waiters: [Waiter] = []
        var lastNumber: UInt64 = 0
        var timeline: UInt32 = 0
        var era: Int64 = 0
        var serverRun = ""
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let target: PostgresTarget
    private let limits: PostgresLimits
    private let size: Int

    init(_ target: PostgresTarget, size: Int, limits: PostgresLimits) {
        self.target = target
        self.size = size
        self.limits = limits
    }

    /// Lends a connection; it must be given back with `release`. Throws `CancellationError` when the task is cancelled
    /// while it waits, and `StoreError.unreachable`.
    func acquire() async throws -> PostgresConnection {
        switch try await grant() {
        case .connection(let connection): return connection
        case .place: return try await connect()
        }
    }

    /// Within which era the states that a connection tells can be compared with those of the others; nil where they cannot.
    ///
    /// Every new connection begins one. So between two states of one era the server was not started again, nor did it
    /// recover from a crash, after which it may give the numbers of lost transactions to others: one of the two
    /// connections was there the whole time, and all are of the same run of the same server.
    func era(of connection: PostgresConnection) -> Int64? {
        state.withLock { state in
            connection.serverRun.isEmpty || connection.serverRun != state.serverRun ? nil : state.era
        }
    }

    /// Takes a connection back: the one that has waited longest gets it. A broken one is closed.
    func release(_ connection: PostgresConnection) {
        let action = state.withLock { state -> (() -> Void)? in
            if connection.isBroken || connection.edition != state.edition || state.isClosed { return vacate(&state) }
            if state.waiters.isEmpty {
                state.idle.append(connection)
                return nil
            }
            let waiter = state.waiters.removeFirst()
            return { waiter.continuation.resume(returning: .connection(connection)) }
        }
        action?()
    }

    /// Forgets all connections that were made so far: where one was found broken the others most likely are. Those that are
    /// lent are closed when they come back, for one whose last answer came before it broke does not know of it yet.
    func discardAll() {
        let discarded = state.withLock { state in
            defer { state.idle = [] }
            state.edition += 1
            state.taken -= state.idle.count
            return state.idle
        }
        // They are closed where they go out of use, outside the lock.
        _ = consume discarded
    }

    /// Refuses everybody from now on and waits until every lent connection has come back.
    func close() async {
        let waiters = state.withLock { state in
            defer { state.waiters = [] }
            state.isClosed = true
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(throwing: PostgresPool.closed) }
        discardAll()
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                if state.taken > 0 { state.closers.append(continuation) }
                return state.taken == 0
            }
            if isEmpty { continuation.resume() }
        }
    }

    private static let closed = StoreError.unreachable("the database is closed")

    private func grant() async throws -> Grant {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer = state.withLock { state -> Result<Grant, any Error>? in
                    if state.isClosed { return .failure(PostgresPool.closed) }
                    // Looked at under the lock: a task cancelled before this is seen here, one cancelled after it is
                    // found among the waiters.
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let connection = state.idle.popLast() { return .success(.connection(connection)) }
                    if state.taken < size {
                        state.taken += 1
                        return .success(.place)
                    }
                    state.waiters.append(Waiter(number: number, continuation: continuation))
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiters.firstIndex { $0.number == number }.map { state.waiters.remove(at: $0) }
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    private func connect() async throws -> PostgresConnection {
        do {
            let (known, edition) = state.withLock { ($0.timeline, $0.edition) }
            let connection = try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global().async { [target, limits] in
                    continuation.resume(
                        with: Result { try PostgresPool.connect(target, limits: limits, timeline: known) })
                }
            }
            connection.edition = edition
            state.withLock { state in
                state.timeline = max(state.timeline, connection.timeline)
                state.era += 1
                state.serverRun = connection.serverRun
            }
            return connection
        } catch {
            let action = state.withLock { state -> (() -> Void)? in
                state.taken -= 1
                guard state.taken == 0 else { return nil }
                // Nobody is left whose connection the waiters could hope for.
                defer {
                    state.waiters = []
                    state.closers = []
                }
                return { [waiters = state.waiters, closers = state.closers] in
                    for waiter in waiters { waiter.continuation.resume(throwing: error) }
                    for closer in closers { closer.resume() }
                }
            }
            action?()
            throw error
        }
    }

    /// Gives up the place of a connection: the next waiter makes its own.
    private func vacate(_ state: inout State) -> (() -> Void)? {
        if !state.waiters.isEmpty {
            let waiter = state.waiters.removeFirst()
            return { waiter.continuation.resume(returning: .place) }
        }
        state.taken -= 1
        guard state.taken == 0 else { return nil }
        defer { state.closers = [] }
        return { [closers = state.closers] in
            for closer in closers { closer.resume() }
        }
    }

    /// Connects to the first server that takes writes and has not been overtaken: a primary that comes back after its
    /// standby was promoted says that it takes writes, but stands on an older timeline.
    private static func connect(
        _ target: PostgresTarget, limits: PostgresLimits, timeline: UInt32
    ) throws -> PostgresConnection {
        func isCurrent(_ connection: PostgresConnection) -> Bool {
            connection.timeline == 0 || connection.timeline >= timeline
        }
        let first = try PostgresConnection.open(target, limits: limits)
        if isCurrent(first) { return first }
        for single in target.singleHosts {
            if let other = try? PostgresConnection.open(single, limits: limits), isCurrent(other) { return other }
        }
        throw StoreError.unreachable("only a server that a promoted standby has overtaken answers")
    }
}
