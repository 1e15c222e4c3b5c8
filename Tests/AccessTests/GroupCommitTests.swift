import Kernel
import Store
import Synchronization
import TestSupport
import Testing

@testable import Access

@Suite("Consultations in the journal")
struct GroupCommitTests {
    @Test("of many at once share a few transactions", arguments: EngineKind.available)
    func shared(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let watched = WatchedEngine(engine)
            let ground = try await AccessGround(engine, through: watched)
            let concern = try await ground.addConcern()
            let viewer = ground.coordinator
            let desk = ground.desk
            watched.hold()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<200 { group.addTask { try await desk.summary(of: concern, as: viewer) } }
                // The first entry's commit waits until everybody has read, so that the others must come together.
                while watched.reads < 200 { await Task.yield() }
                watched.release()
                try await group.waitForAll()
            }
            #expect(watched.writes <= 20, "\(watched.writes) transactions for 200 consultations")
            let entries = try await ground.count(
                "SELECT COUNT(*) FROM journal_entries WHERE event = 'consultation'")
            #expect(entries == 200)
            let verification = try await ground.verified()
            #expect(verification.faults == [])
        }
    }

    @Test("come before the answer", arguments: EngineKind.available)
    func beforeTheAnswer(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let watched = WatchedEngine(engine)
            let ground = try await AccessGround(engine, through: watched)
            let concern = try await ground.addConcern()
            let viewer = ground.coordinator
            let desk = ground.desk
            watched.hold()
            let isAnswered = Flag()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await desk.summary(of: concern, as: viewer)
                    isAnswered.set()
                }
                await watched.someWriteIsHeld()
                for _ in 0..<1_000 { await Task.yield() }
                #expect(!isAnswered.isSet)
                watched.release()
                try await group.waitForAll()
            }
            #expect(isAnswered.isSet)
        }
    }

    @Test("that cannot be written give no answer, and the next can", arguments: EngineKind.available)
    func noEntryNoAnswer(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let watched = WatchedEngine(engine)
            let ground = try await AccessGround(engine, through: watched)
            let concern = try await ground.addConcern()
            let viewer = ground.coordinator
            let desk = ground.desk
            for failure in [StoreError.failed("the disk is full"), .busy, .unreachable("gone"), .outcomeUnknown] {
                watched.fail(with: failure)
                await #expect(throws: failure) { try await desk.summary(of: concern, as: viewer) }
                watched.fail(with: nil)
                let text = try await desk.summary(of: concern, as: viewer)
                #expect(text == "as raised")
            }
            let entries = try await ground.count("SELECT COUNT(*) FROM journal_entries WHERE event = 'consultation'")
            #expect(entries == 4)
            let verification = try await ground.verified()
            #expect(verification.faults == [])
        }
    }

    @Test("that fail together fail for everybody who waited", arguments: EngineKind.available)
    func failTogether(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let watched = WatchedEngine(engine)
            let ground = try await AccessGround(engine, through: watched)
            let concern = try await ground.addConcern()
            let viewer = ground.coordinator
            let desk = ground.desk
            watched.fail(with: .busy)
            let failures = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        do {
                            try await desk.summary(of: concern, as: viewer)
                            return false
                        } catch {
                            return error as? StoreError == .busy
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(failures == 50)
        }
    }
}

private final class Flag: Sendable {
    private let flag = Mutex(false)
    var isSet: Bool { flag.withLock { $0 } }
    func set() { flag.withLock { $0 = true } }
}
