import Kernel
import Store
import Synchronization

/// The journal of one process: appends entries to its chains, and commits the entries of many consultations together.
package final class Journal: Sendable {
    private let engine: any Engine
    private let vault: Vault
    private let world: World
    private let server: String

    private struct State {
        var idle: [JournalLane] = []
        var waiting: [(JournalEntry, CheckedContinuation<Void, any Error>)] = []
        var isCommitting = false
        /// Until when an entry that finds nobody waiting waits for others, because the last commit was shared.
        var busyUntil: ContinuousClock.Instant?
        /// The chain of consultations; nil while a commit holds it, and before the first.
        var aside: JournalLane?
        /// Which chain the main file was last told of, how long it was, and when that was.
        var told: (chain: String, number: Int64, at: Moment)?
        var isTelling = false
    }
    private let state = Mutex(State())

    /// How many consultations one transaction takes at the most.
    private static let batch = 512

    /// How long entries wait for others to share their commit, while many arrive.
    private static let gathering = Duration.milliseconds(2)

    /// How long after a commit that was shared others are expected.
    private static let lull = Duration.milliseconds(10)

    /// Every change of the main file lets go of what readers have in memory, so it is told of consultations this seldom, in
    /// seconds.
    private static let untilTold: Int64 = 60

    package init(engine: any Engine, vault: Vault, world: World, server: String) {
        self.engine = engine
        self.vault = vault
        self.world = world
        self.server = server
    }

    /// Runs a write whose journal entries are appended in the same transaction.
    ///
    /// The closure may be run again after a conflict; it returns its result with the entries that record it.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> (Result, [JournalEntry])
    ) async throws -> Result {
        let lane = takeLane()
        let vault = vault
        do {
            let (result, after) = try await engine.write { transaction in
                let (result, entries) = try body(transaction)
                return (result, entries.isEmpty ? lane : try lane.appending(entries, in: transaction, vault: vault))
            }
            state.withLock { $0.idle.append(after) }
            return result
        } catch StoreError.outcomeUnknown {
            throw StoreError.outcomeUnknown
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            state.withLock { $0.idle.append(lane) }
            throw error
        }
    }

    /// Records a consultation and returns when its entry is durable. Entries that arrive while another commit is under
    /// way share the next one.
    func record(_ entry: JournalEntry) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let begin = state.withLock { state in
                state.waiting.append((entry, continuation))
                if state.isCommitting { return false }
                state.isCommitting = true
                return true
            }
            if begin { Task { await commitWaiting() } }
        }
    }

    private func commitWaiting() async {
        if let until = state.withLock({ $0.busyUntil }), ContinuousClock.now < until {
            try? await Task.sleep(for: Journal.gathering)
        }
        while true {
            let taken = state.withLock { state in
                let taken = Array(state.waiting.prefix(Journal.batch))
                state.waiting.removeFirst(taken.count)
                if taken.isEmpty { state.isCommitting = false }
                if !taken.isEmpty { state.busyUntil = taken.count > 1 ? ContinuousClock.now + Journal.lull : nil }
                return taken
            }
            if taken.isEmpty { return }
            let entries = taken.map(\.0)
            do {
                try await commit(entries)
                for (_, continuation) in taken { continuation.resume() }
            } catch {
                for (_, continuation) in taken { continuation.resume(throwing: error) }
            }
            if state.withLock({ !$0.waiting.isEmpty }) { try? await Task.sleep(for: Journal.gathering) }
        }
    }

    /// Appends consultations, which share no transaction with a change.
    private func commit(_ entries: [JournalEntry]) async throws {
        let known = state.withLock { state in
            defer { state.aside = nil }
            return state.aside
        }
        let lane = known ?? newLane()
        let vault = vault
        do {
            let after = try await engine.writeAside { try lane.appending(entries, in: $0, vault: vault) }
            state.withLock { $0.aside = after }
            tell(of: after)
        } catch StoreError.outcomeUnknown {
            throw StoreError.outcomeUnknown
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            state.withLock { $0.aside = lane }
            throw error
        }
    }

    /// Has a chain of the main file say how far the consultations have got, so that their file cannot be taken away or cut
    /// unseen. Nobody waits for it: a long write may be under way. What fails is done with a later batch.
    private func tell(of lane: JournalLane) {
        guard engine.keepsAside else { return }
        let now = world.now()
        let isDue = state.withLock { state in
            if state.isTelling { return false }
            // A chain that was given up is followed by another, of which nothing has been told yet.
            if let told = state.told, told.chain == lane.chain {
                guard lane.number - told.number >= JournalLane.interval, now.seconds(since: told.at) >= Journal.untilTold else {
                    return false
                }
            }
            state.isTelling = true
            return true
        }
        guard isDue else { return }
        let entry = JournalEntry(
            at: now, event: .checkpoint, verb: "checkpoint-consultations", person: nil, organisation: nil,
            partnership: nil, purpose: "journal", recordKind: "journal-chain", record: lane.chain, before: nil, after: nil,
            detail: lane.mark(vault: vault), request: "")
        Task {
            let isDone = (try? await write { _ in ((), [entry]) }) != nil
            state.withLock { state in
                state.isTelling = false
                if isDone { state.told = (lane.chain, lane.number, now) }
            }
        }
    }

    private func takeLane() -> JournalLane {
        state.withLock { $0.idle.popLast() } ?? newLane()
    }

    private func newLane() -> JournalLane {
        JournalLane(chain: world.newID(Journal.self).text, server: server, startedAt: world.now())
    }
}
