import CPostgres
import Dispatch
import Synchronization

/// What is needed to ask a server to stop what a connection does. Frees itself.
final class CancelKey: @unchecked Sendable {
    // libpq lets any thread use the key, also while the connection is busy; it is never changed.
    private let pointer: OpaquePointer

    init?(_ connection: OpaquePointer) {
        guard let pointer = PQgetCancel(connection) else { return nil }
        self.pointer = pointer
    }

    deinit {
        PQfreeCancel(pointer)
    }

    /// Asks the server; waits until it has heard. Whether there was anything to stop is not told.
    func cancel() {
        var reason = [CChar](repeating: 0, count: 256)
        PQcancel(pointer, &reason, Int32(reason.count))
    }
}

/// The wish of one task to stop its transaction, which may come at any moment and from any thread.
///
/// The server is asked only while a statement of this very transaction runs, and the connection goes on to its next
/// transaction only after the server has heard, so that nobody else's statement is stopped.
final class Interruption: Sendable {
    private struct State {
        var isRequested = false
        var isAsking = false
        var key: CancelKey?
    }

    private let state = Mutex(State())
    private let asking = DispatchGroup()

    /// Whether the task was cancelled.
    var isRequested: Bool { state.withLock { $0.isRequested } }

    /// The task is cancelled: stops the statement that runs, if one does.
    func request() {
        state.withLock { state in
            guard !state.isRequested else { return }
            state.isRequested = true
            if state.key != nil { ask(&state) }
        }
    }

    /// Begins the part of a transaction that may be stopped.
    func allow(with key: CancelKey?) {
        state.withLock { state in
            state.key = key
            if state.isRequested { ask(&state) }
        }
    }

    /// Ends that part. False when the server has been asked and did not hear within five seconds: then the connection
    /// cannot be used any more.
    func forbid() -> Bool {
        let isAsking = state.withLock { state in
            state.key = nil
            return state.isAsking
        }
        return !isAsking || asking.wait(timeout: .now() + 5) == .success
    }

    private func ask(_ state: inout State) {
        guard let key = state.key, !state.isAsking else { return }
        state.isAsking = true
        asking.enter()
        DispatchQueue.global().async { [asking] in
            key.cancel()
            asking.leave()
        }
    }
}
