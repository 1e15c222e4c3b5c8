import Kernel
import Synchronization

/// Which sessions were in use at this server, until it is written down: together, when the minute is over.
///
/// Every commit lets go of all pages that are kept (decision 0018), and so does the end of a minute. A commit there costs
/// nothing that would still have served.
final class SessionUses: Sendable {
    private struct State {
        /// When each was last in use, by the hash of its token.
        var uses: [String: Moment] = [:]
        /// The minute in which the first of them was.
        var minute: Int64 = 0
    }
    private let state = Mutex(State())

    private static let length: Int64 = 60_000_000

    func note(_ tokenHash: String, at moment: Moment) {
        state.withLock { state in
            if state.uses.isEmpty { state.minute = moment.microseconds / SessionUses.length }
            state.uses[tokenHash] = max(moment, state.uses[tokenHash] ?? moment)
        }
    }

    /// Takes what was noted in an earlier minute, together with what came since; empty while the minute lasts.
    func takeDue(at moment: Moment) -> [String: Moment] {
        state.withLock { state in
            guard !state.uses.isEmpty, state.minute != moment.microseconds / SessionUses.length else { return [:] }
            defer { state.uses = [:] }
            return state.uses
        }
    }

    func takeAll() -> [String: Moment] {
        state.withLock { state in
            defer { state.uses = [:] }
            return state.uses
        }
    }

    /// Takes back what could not be written; it is due at once.
    func putBack(_ taken: [String: Moment]) {
        state.withLock { state in
            state.uses.merge(taken) { max($0, $1) }
            state.minute = 0
        }
    }
}
