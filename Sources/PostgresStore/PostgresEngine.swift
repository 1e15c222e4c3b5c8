import Dispatch
import Foundation
import Store
import Synchronization

/// A PostgreSQL database behind a pool of connections, on one server or on several of which one takes writes.
///
/// Reads are repeatable and read only. Writes are serializable and run again when they collide; after twenty times and fifteen
/// seconds they throw `StoreError.busy`.
package final class PostgresEngine: Engine {
    private let pool: PostgresPool
    private let states: SharedQuestion<DatabaseState?>
    /// Under which name this engine counts its consultations.
    private let writer = UUID().uuidString
    private let hasForgotten = Atomic(false)

    package var dialect: Dialect { .postgres }

    /// Reads the address; connections are made when first needed. `statementSeconds` is how long one statement may
    /// take. Throws `StoreError.unreachable` for an address that cannot be read.
    package init(address: String, connections: Int = 8, statementSeconds: Int = 30) throws {
        let pool = PostgresPool(
            try PostgresTarget(address: address), size: max(1, connections),
            limits: PostgresLimits(statementSeconds: max(1, statementSeconds)))
        self.pool = pool
        states = SharedQuestion { try await PostgresEngine.read(from: pool) { try $0.state() } }
    }

    package func state() async throws -> DatabaseState? {
        try await states.answer()
    }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await PostgresEngine.read(from: pool, body)
    }

    private static func read<Result: Sendable>(
        from pool: PostgresPool, _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        var hasLostOne = false
        var patience = Patience()
        while true {
            let connection = try await pool.acquire()
            switch await attempt(on: connection, of: pool, body) {
            case .done(let result): return result
            case .thrown(let error): throw error
            case .failed(.lost) where !hasLostOne:
                hasLostOne = true
                pool.discardAll()
            case .failed(.stalePlan) where patience.lasts, .failed(.conflict) where patience.lasts:
                patience.collisions += 1
            case .failed(let failure): throw failure.visible
            }
        }
    }

    @discardableResult
    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        try await write(.write, body)
    }

    @discardableResult
    package func writeAside<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        let isFirst = !hasForgotten.load(ordering: .relaxed)
        let result = try await write(.aside) { [writer] transaction in
            let result = try body(transaction)
            if isFirst { try transaction.run(CommitCount.forgetting) }
            try transaction.run(CommitCount.counting(by: writer))
            return result
        }
        hasForgotten.store(true, ordering: .relaxed)
        return result
    }

    private func write<Result: Sendable>(
        _ kind: PostgresConnection.Kind, _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        var hasLostOne = false
        var patience = Patience()
        var held: PostgresConnection?
        defer { held.map(pool.release) }
        while true {
            let connection: PostgresConnection
            if let held { connection = held } else { connection = try await pool.acquire() }
            held = connection
            switch await attempt(kind, on: connection, body) {
            case .done(let result): return result
            case .thrown(let error): throw error
            case .failed(.lost) where !hasLostOne:
                // Nothing was committed, so the same again on another connection is safe.
                hasLostOne = true
                held = nil
                pool.release(connection)
                pool.discardAll()
            case .failed(.stalePlan) where patience.lasts:
                patience.collisions += 1
            case .failed(.conflict) where patience.lasts:
                patience.collisions += 1
                // Up to 2, 4, 8 … 256 milliseconds, so that those who collided come apart.
                let most = 1 << min(patience.collisions, 8)
                try await Task.sleep(for: .microseconds(Int.random(in: 0...most * 1000)))
            case .failed(let failure): throw failure.visible
            }
        }
    }

    package func takeStock() async throws {
        try await write { try $0.run("ANALYZE") }
    }

    package func backup(to path: String) async throws {
        throw StoreError.unsupported("PostgreSQL is backed up with its own tool: pg_dump --format=custom")
    }

    package func close() async {
        await pool.close()
    }

    /// The caller goes on as soon as it has its result; the connection comes back to the pool once the server has
    /// closed the transaction.
    private static func attempt<Result: Sendable>(
        on connection: PostgresConnection, of pool: PostgresPool, _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async -> PostgresConnection.Attempt<Result> {
        let interruption = Interruption()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                connection.queue.async {
                    let era = pool.era(of: connection)
                    continuation.resume(returning: connection.attempt(.read, interruption, era: era, body))
                    connection.settle()
                    pool.release(connection)
                }
            }
        } onCancel: {
            interruption.request()
        }
    }

    private func attempt<Result: Sendable>(
        _ kind: PostgresConnection.Kind, on connection: PostgresConnection, _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async -> PostgresConnection.Attempt<Result> {
        let interruption = Interruption()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                connection.queue.async {
                    let attempt = connection.attempt(kind, interruption, body)
                    connection.settle()
                    continuation.resume(returning: attempt)
                }
            }
        } onCancel: {
            interruption.request()
        }
    }
}

/// How long the same is tried again after it collided: by time too, since on a server with much to do each attempt takes long
/// and twenty are soon used up.
private struct Patience {
    var collisions = 0
    private let end = ContinuousClock.now + .seconds(15)

    var lasts: Bool { collisions < 20 || ContinuousClock.now < end }
}
