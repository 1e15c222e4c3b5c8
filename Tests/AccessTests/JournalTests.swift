import Foundation
import Kernel
import SQLiteStore
import Schema
import Store
import TestSupport
import Testing

@testable import Access

@Suite("The journal")
struct JournalTests {
    @Test("is whole after a hundred changes and consultations at once", arguments: EngineKind.available)
    func wholeAfterCrowd(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            var concerns: [ID<Concern>] = []
            for number in 0..<10 { concerns.append(try await ground.addConcern(reference: "X-\(number)")) }
            let viewer = ground.coordinator
            let desks = [ground.desk, ground.anotherServer()]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<100 {
                    let concern = concerns[number % concerns.count]
                    let desk = desks[number % 2]
                    group.addTask {
                        if number % 4 < 2 {
                            try await desk.rewrite(concern, "change \(number)", by: viewer)
                        } else {
                            try await desk.summary(of: concern, as: viewer)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let verification = try await ground.verified()
            #expect(verification.faults == [])
            // Every chain begins with a checkpoint, and more may be taken meanwhile.
            #expect(verification.entries >= 100 + Int64(verification.chains))
            #expect(try await ground.count("SELECT COUNT(*) FROM journal_entries WHERE event <> 'checkpoint'") == 100)
            #expect(verification.chains >= 2)
            let changes = try await ground.count(
                "SELECT COUNT(*) FROM journal_entries WHERE verb = 'rewrite-summary' AND event = 'alteration'")
            #expect(changes == 50)
            let readings = try await ground.count(
                "SELECT COUNT(*) FROM journal_entries WHERE verb = 'open-concern' AND event = 'consultation'")
            #expect(readings == 50)
        }
    }

    @Test("an entry says who did what to which record, with the hashes before and after", arguments: EngineKind.available)
    func entry(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            let viewer = ground.coordinator
            try await ground.desk.rewrite(concern, "one", by: viewer)
            try await ground.desk.rewrite(concern, "two", by: viewer)
            let lines = try await engine.read { transaction in
                try transaction.rows(
                    """
                    SELECT person_id, organisation_id, partnership_id, record_kind, record_id, before_hash, after_hash
                    FROM journal_entries WHERE verb = 'rewrite-summary' ORDER BY chain_id, number
                    """
                ) { row in try (0..<7).map { _ in try row.next(String.self) } }
            }
            try #require(lines.count == 2)
            #expect(
                lines[0].prefix(5) == [
                    viewer.person?.text ?? "", ground.council.text, ground.sandwell.text, "concerns", concern.text,
                ])
            #expect(lines[0][5] != lines[0][6])
            #expect(lines[1][5] == lines[0][6])
        }
    }

    @Test("every chain begins with a checkpoint of those before it", arguments: EngineKind.available)
    func checkpoints(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            for desk in [ground.desk, ground.anotherServer(), ground.anotherServer()] {
                try await desk.rewrite(concern, "told", by: ground.coordinator)
                ground.clock.advance(seconds: 1)
            }
            let details = try await engine.read { transaction in
                try transaction.rows(
                    "SELECT detail FROM journal_entries WHERE event = 'checkpoint' AND number = 1 ORDER BY at"
                ) { try $0.next(String.self) }
            }
            #expect(details.map { $0.split(separator: "\n").count } == [0, 1, 2])
        }
    }

    /// What somebody with the database but without the key file might do to the journal.
    enum Tampering: String, CaseIterable, Sendable {
        case editedMoment, editedEvent, editedVerb, editedPerson, editedOrganisation, editedPartnership, editedPurpose
        case editedKind, editedRecord, editedBefore, editedAfter, editedDetail, editedRequest, editedHash
        case removedPerson, swappedEntries, renumberedEntry, movedToOtherChain
        case deletedInTheMiddle, deletedFirst, deletedLast, deletedLastAndShortenedChain
        case deletedLastOfOlderChainAndShortenedIt, forgedLast, deletedChain, editedHead, editedLength
        case editedLengthAndHead, deletedEveryEntryOfAChain
        case deletedNewestChain, deletedNewestChainAndItsCount, deletedRegister, editedRegister

        var statements: [Statement] {
            let older: Statement = "(SELECT id FROM journal_chains ORDER BY started_at, id LIMIT 1)"
            let newer: Statement = "(SELECT id FROM journal_chains ORDER BY started_at DESC, id DESC LIMIT 1)"
            let middle: Statement = "chain_id = \(newer) AND number = 3"
            func edited(_ assignment: Statement) -> [Statement] {
                ["UPDATE journal_entries SET \(assignment) WHERE \(middle)"]
            }
            func shortened(_ chain: Statement) -> [Statement] {
                [
                    """
                    DELETE FROM journal_entries WHERE chain_id = \(chain)
                    AND number = (SELECT entries FROM journal_chains WHERE id = \(chain))
                    """,
                    """
                    UPDATE journal_chains SET entries = entries - 1,
                        head = (SELECT e.hash FROM journal_entries e WHERE e.chain_id = journal_chains.id
                            AND e.number = journal_chains.entries - 1)
                    WHERE id = \(chain)
                    """,
                ]
            }
            switch self {
            case .editedMoment: return edited("at = at + 1")
            case .editedEvent: return edited("event = 'erasure'")
            case .editedVerb: return edited("verb = 'another'")
            case .editedPerson: return edited("person_id = '00000000-0000-7000-8000-000000000000'")
            case .editedOrganisation: return edited("organisation_id = '00000000-0000-7000-8000-000000000000'")
            case .editedPartnership: return edited("partnership_id = '00000000-0000-7000-8000-000000000000'")
            case .editedPurpose: return edited("purpose = 'another'")
            case .editedKind: return edited("record_kind = 'visits'")
            case .editedRecord: return edited("record_id = 'another'")
            case .editedBefore: return edited("before_hash = after_hash")
            case .editedAfter: return edited("after_hash = before_hash")
            case .editedDetail: return edited("detail = 'another'")
            case .editedRequest: return edited("request_id = 'another'")
            case .editedHash: return edited("hash = 'another'")
            case .removedPerson: return edited("person_id = NULL")
            case .swappedEntries:
                return [
                    "UPDATE journal_entries SET number = 100 WHERE \(middle)",
                    "UPDATE journal_entries SET number = 3 WHERE chain_id = \(newer) AND number = 2",
                    "UPDATE journal_entries SET number = 2 WHERE chain_id = \(newer) AND number = 100",
                ]
            case .renumberedEntry: return edited("number = 100")
            case .movedToOtherChain: return edited("chain_id = \(older), number = 100")
            case .deletedInTheMiddle: return ["DELETE FROM journal_entries WHERE \(middle)"]
            case .deletedFirst: return ["DELETE FROM journal_entries WHERE chain_id = \(newer) AND number = 1"]
            case .deletedLast: return Array(shortened(newer).prefix(1))
            case .deletedLastAndShortenedChain: return shortened(newer)
            case .deletedLastOfOlderChainAndShortenedIt: return shortened(older)
            case .forgedLast:
                return [
                    """
                    INSERT INTO journal_entries (chain_id, number, at, event, verb, purpose, record_kind, record_id,
                        detail, request_id, hash)
                    SELECT id, entries + 1, 0, 'alteration', 'forged', '', '', '', '', '', 'forged'
                    FROM journal_chains WHERE id = \(newer)
                    """,
                    "UPDATE journal_chains SET entries = entries + 1, head = 'forged' WHERE id = \(newer)",
                ]
            case .deletedChain:
                return [
                    "DELETE FROM journal_entries WHERE chain_id = \(older)",
                    "DELETE FROM journal_chains WHERE id = \(older)",
                ]
            case .editedHead: return ["UPDATE journal_chains SET head = 'another' WHERE id = \(newer)"]
            case .editedLength: return ["UPDATE journal_chains SET entries = entries + 1 WHERE id = \(newer)"]
            case .editedLengthAndHead: return ["UPDATE journal_chains SET entries = 0, head = '' WHERE id = \(older)"]
            case .deletedNewestChain, .deletedNewestChainAndItsCount:
                // In this order the chain that is newest is still known when its entries go.
                let gone: [Statement] = [
                    "DELETE FROM journal_entries WHERE chain_id = \(newer)", "DELETE FROM journal_chains WHERE id = \(newer)",
                ]
                return self == .deletedNewestChain ? gone : gone + ["UPDATE journal_register SET chains = chains - 1"]
            case .deletedRegister: return ["DELETE FROM journal_register"]
            case .editedRegister: return ["UPDATE journal_register SET proof = 'another'"]
            case .deletedEveryEntryOfAChain: return ["DELETE FROM journal_entries WHERE chain_id = \(newer)"]
            }
        }
    }

    @Test("tells when somebody laid hands on it", arguments: EngineKind.available)
    func tampering(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            for desk in [ground.desk, ground.anotherServer()] {
                for number in 0..<4 {
                    try await desk.rewrite(concern, "change \(number)", by: ground.coordinator)
                }
                ground.clock.advance(seconds: 1)
            }
            let before = try await ground.verified()
            #expect(before.faults == [] && before.chains == 2 && before.entries == 10)
            for tampering in Tampering.allCases {
                let after = try await JournalVerification.run(
                    on: TamperedEngine(engine: engine, statements: tampering.statements), vault: ground.vault)
                #expect(!after.faults.isEmpty, "\(tampering.rawValue) was not noticed")
            }
            let untouched = try await ground.verified()
            #expect(untouched.faults == [])
        }
    }

    /// Shows a database as it would be after these statements, and leaves it as it is.
    private struct TamperedEngine: Engine {
        struct Seen: Error { let result: any Sendable }
        struct NothingChanged: Error {}

        let engine: any Engine
        let statements: [Statement]
        var dialect: Dialect { engine.dialect }

        func read<Result: Sendable>(
            _ body: @escaping @Sendable (any Transaction) throws -> Result
        ) async throws -> Result {
            do {
                try await engine.write { [statements] transaction in
                    for statement in statements where try transaction.run(statement) == 0 { throw NothingChanged() }
                    throw Seen(result: try body(transaction))
                }
            } catch let seen as Seen {
                return try #require(seen.result as? Result)
            }
            throw NothingChanged()
        }

        func write<Result: Sendable>(
            _ body: @escaping @Sendable (any Transaction) throws -> Result
        ) async throws -> Result { try await engine.write(body) }

        func backup(to path: String) async throws { try await engine.backup(to: path) }
        func close() async {}
    }

    @Test("is whole in a backup, and in the backup of a database that was put back from one")
    func backups() async throws {
        try await withTestDatabase(.sqlite, migrations: Migration.all) { database in
            let path = try #require(database.path)
            let ground = try await AccessGround(database.engine)
            let concern = try await ground.addConcern()
            try await ground.desk.rewrite(concern, "one", by: ground.coordinator)
            try await ground.desk.summary(of: concern, as: ground.coordinator)
            let before = try await ground.verified()
            #expect(before.faults == [])
            #expect(before.chains == 2)
            try await database.engine.backup(to: "\(path).first")

            let restored = try SQLiteEngine(path: "\(path).first")
            let taken = try await JournalVerification.run(on: restored, vault: ground.vault)
            #expect(taken.faults == [])
            #expect(taken.chains == before.chains)
            let desk = AccessGround.desk(over: restored, vault: ground.vault, world: ground.clock.world, server: "restored")
            try await desk.rewrite(concern, "two", by: ground.coordinator)
            try await desk.summary(of: concern, as: ground.coordinator)
            let after = try await JournalVerification.run(on: restored, vault: ground.vault)
            #expect(after.faults == [])
            #expect(after.chains == before.chains + 2)
            try await restored.backup(to: "\(path).second")

            let again = try SQLiteEngine(path: "\(path).second")
            let last = try await JournalVerification.run(on: again, vault: ground.vault)
            #expect(last.faults == [])
            #expect(last.chains == after.chains)
            let cut = try await JournalVerification.run(
                on: TamperedEngine(engine: again, statements: ["DELETE FROM journal_register WHERE id = 3"]), vault: ground.vault)
            #expect(cut.faults.count == 1)
            for engine in [restored, again] { await engine.close() }
            for copy in [".first", ".first-consultations", ".second"] { try? FileManager.default.removeItem(atPath: path + copy) }
        }
    }

    @Test("a chain that is cut back to a checkpoint of it, with what the checkpoint says, is noticed", arguments: EngineKind.available)
    func cutBackToCheckpoint(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            try await ground.desk.rewrite(concern, "one", by: ground.coordinator)
            ground.clock.advance(seconds: 1)
            try await ground.anotherServer().rewrite(concern, "two", by: ground.coordinator)
            for words in ["three", "four", "five"] { try await ground.desk.rewrite(concern, words, by: ground.coordinator) }
            #expect(try await ground.verified().faults == [])
            let detail = try await engine.read { transaction in
                try transaction.value(
                    "SELECT detail FROM journal_entries WHERE event = 'checkpoint' AND detail <> ''", as: String.self)
            }
            let parts = try #require(detail).split(separator: " ").map(String.init)
            try #require(parts.count == 3)
            let (chain, length, seen) = (parts[0], try #require(Int64(parts[1])), parts[2])
            let after = try await JournalVerification.run(
                on: TamperedEngine(
                    engine: engine,
                    statements: [
                        "DELETE FROM journal_entries WHERE chain_id = \(chain) AND number > \(length)",
                        "UPDATE journal_chains SET entries = \(length), head = \(seen) WHERE id = \(chain)",
                    ]), vault: ground.vault)
            #expect(after.faults == ["Chain \(chain): it should end with entry \(length) and ends with \(length)."])
        }
    }

    @Test("a long chain takes a checkpoint of the others again", arguments: EngineKind.available)
    func laterCheckpoints(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            let other = ground.anotherServer()
            try await ground.desk.rewrite(concern, "one", by: ground.coordinator)
            ground.clock.advance(seconds: 1)
            try await other.rewrite(concern, "two", by: ground.coordinator)
            let viewer = ground.coordinator
            let desk = ground.desk
            for _ in 0..<3 {
                ground.clock.advance(seconds: 60)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<300 { group.addTask { try await desk.summary(of: concern, as: viewer) } }
                    try await group.waitForAll()
                }
            }
            var later = 0
            // On SQLite the main file is told behind the answers.
            for _ in 0..<5_000 where later == 0 {
                later = try await ground.count(
                    """
                    SELECT COUNT(*) FROM journal_entries WHERE event = 'checkpoint' AND detail <> ''
                    AND (verb = 'checkpoint' OR (verb = 'checkpoint-consultations' AND detail NOT LIKE '% 2 %'))
                    """)
                await Task.yield()
            }
            #expect(later >= 1)
            #expect(try await ground.verified().faults == [])
        }
    }

    @Test("the file of consultations cannot be taken away, nor cut back, unseen")
    func asideTakenAway() async throws {
        for statements in [
            [], ["DELETE FROM journal_entries", "DELETE FROM journal_chains", "DELETE FROM journal_register"],
        ] as [[Statement]] {
            try await withTestDatabase(.sqlite, migrations: Migration.all) { database in
                let ground = try await AccessGround(database.engine)
                let concern = try await ground.addConcern()
                try await ground.desk.rewrite(concern, "one", by: ground.coordinator)
                try await ground.desk.summary(of: concern, as: ground.coordinator)
                var told = 0
                for _ in 0..<100_000 where told == 0 {
                    told = try await ground.count(
                        "SELECT COUNT(*) FROM journal_entries WHERE verb = 'checkpoint-consultations'")
                    await Task.yield()
                }
                #expect(try await ground.verified().faults == [])
                let path = try #require(database.path)
                for statement in statements { try await database.engine.writeAside { _ = try $0.run(statement) } }
                if statements.isEmpty {
                    for suffix in ["", "-wal", "-shm"] {
                        try? FileManager.default.removeItem(atPath: "\(path)-consultations\(suffix)")
                    }
                }
                let reopened = try database.openAgain()
                let faults = try await JournalVerification.run(on: reopened, vault: ground.vault).faults
                #expect(faults.contains { $0.hasSuffix("it is missing, though a later chain refers to it.") })
                await reopened.close()
            }
        }
    }

    @Test("another key file finds every chain broken", arguments: EngineKind.available)
    func otherKey(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            try await ground.desk.rewrite(try await ground.addConcern(), "told", by: ground.coordinator)
            let other = try Vault(keyBytes: [UInt8](repeating: 4, count: 32))
            let verification = try await JournalVerification.run(on: engine, vault: other)
            #expect(!verification.faults.isEmpty)
        }
    }

    @Test("heads kept elsewhere prove that the newest chain was not taken away", arguments: EngineKind.available)
    func heads(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            try await ground.desk.rewrite(concern, "told", by: ground.coordinator)
            let before = try await ground.verified()
            try await ground.desk.rewrite(concern, "told again", by: ground.coordinator)
            let after = try await ground.verified()
            #expect(before.heads.map(\.chain) == after.heads.map(\.chain))
            #expect(before.heads.map(\.entries) == [2])
            #expect(after.heads.map(\.entries) == [3])
            #expect(before.heads.first?.head != after.heads.first?.head)
        }
    }
}
