import Store
import Synchronization

/// A database whose transactions are counted, held or made to fail.
final class WatchedEngine: Engine {
    private let engine: any Engine
    private struct State {
        var reads = 0
        var writes = 0
        var failure: StoreError?
        var isHeld = false
        var held: [CheckedContinuation<Void, Never>] = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }
    private let state = Mutex(State())

    init(_ engine: any Engine) {
        self.engine = engine
    }

    var dialect: Dialect { engine.dialect }
    /// Read transactions that are over.
    var reads: Int { state.withLock { $0.reads } }
    /// Write transactions that were begun.
    var writes: Int { state.withLock { $0.writes } }

    /// What every write throws from now on, in place of being done.
    func fail(with failure: StoreError?) { state.withLock { $0.failure = failure } }

    /// Keeps every write waiting from now on.
    func hold() { state.withLock { $0.isHeld = true } }

    /// Lets the writes that wait go on.
    func release() {
        let held = state.withLock { state in
            state.isHeld = false
            defer { state.held = [] }
            return state.held
        }
        for continuation in held { continuation.resume() }
    }

    /// Returns when a write is being held.
    func someWriteIsHeld() async {
        await withCheckedContinuation { continuation in
            let isHeld = state.withLock { state in
                if state.held.isEmpty { state.watchers.append(continuation) }
                return !state.held.isEmpty
            }
            if isHeld { continuation.resume() }
        }
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        let result = try await engine.read(body)
        state.withLock { $0.reads += 1 }
        return result
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        let failure = state.withLock { state in
            state.writes += 1
            return state.failure
        }
        if let failure { throw failure }
        await passGate()
        return try await engine.write(body)
    }

    private func passGate() async {
        await withCheckedContinuation { continuation in
            let (mayPass, watchers) = state.withLock { state in
                if !state.isHeld { return (true, [CheckedContinuation<Void, Never>]()) }
                state.held.append(continuation)
                defer { state.watchers = [] }
                return (false, state.watchers)
            }
            if mayPass { continuation.resume() }
            for watcher in watchers { watcher.resume() }
        }
    }

    func backup(to path: String) async throws { try await engine.backup(to: path) }
    func close() async { await engine.close() }
}
