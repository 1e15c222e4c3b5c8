import Kernel
import Store
import TestSupport
import Testing

@testable import Access

@Suite("A change")
struct ChangeTests {
    private func key(_ text: String = "form-1") throws -> IdempotencyKey { try #require(IdempotencyKey(text)) }

    // MARK: Once

    @Test("that arrives twice makes one record and gives the same answer", arguments: EngineKind.available)
    func twice(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let viewer = ground.coordinator
            let key = try key()
            let first = try await ground.desk.begin("X-0001", by: viewer, key: key)
            let second = try await ground.anotherServer().begin("X-0002", by: viewer, key: key)
            #expect(first.result != nil)
            #expect(first.result == second.result)
            let concerns = try await ground.count("SELECT COUNT(*) FROM concerns")
            #expect(concerns == 1)
            let entries = try await ground.count("SELECT COUNT(*) FROM journal_entries WHERE verb = 'begin-concern'")
            #expect(entries == 1)
            let changes = try await ground.count("SELECT COUNT(*) FROM record_changes")
            #expect(changes == 1)
        }
    }

    @Test("that arrives twenty times at once makes one record", arguments: EngineKind.available)
    func atOnce(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let viewer = ground.coordinator
            let key = try key()
            let desks = [ground.desk, ground.anotherServer()]
            let answers = try await withThrowingTaskGroup(of: ID<Concern>?.self) { group in
                for number in 0..<20 {
                    group.addTask { try await desks[number % 2].begin("X-\(number)", by: viewer, key: key).result }
                }
                return try await group.reduce(into: Set<ID<Concern>?>()) { $0.insert($1) }
            }
            #expect(answers.count == 1)
            #expect(!answers.contains(nil))
            let concerns = try await ground.count("SELECT COUNT(*) FROM concerns")
            #expect(concerns == 1)
            let verification = try await ground.verified()
            #expect(verification.faults == [])
        }
    }

    @Test("of a record that arrives twice is made once", arguments: EngineKind.available)
    func changedTwice(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            let viewer = ground.coordinator
            let key = try key()
            _ = try await ground.desk.rewrite(concern, "one", by: viewer, expecting: 1, key: key)
            let second = try await ground.desk.rewrite(concern, "two", by: viewer, expecting: 1, key: key)
            #expect(second.result == "one")
            let text = try await ground.text("SELECT summary FROM concerns")
            #expect(text == "one")
            let version = try await ground.count("SELECT version FROM concerns")
            #expect(version == 2)
        }
    }

    @Test("with a key that another person used is a change of its own", arguments: EngineKind.available)
    func otherPerson(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let key = try key()
            let one = try await ground.desk.begin("X-0001", by: ground.coordinator, key: key)
            let other = try await ground.desk.begin("X-0002", by: ground.coordinator, key: key)
            #expect(one.result != other.result)
            let concerns = try await ground.count("SELECT COUNT(*) FROM concerns")
            #expect(concerns == 2)
        }
    }

    @Test("with a key that was used for something else is refused", arguments: EngineKind.available)
    func otherVerb(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            let viewer = ground.coordinator
            let key = try key()
            _ = try await ground.desk.rewrite(concern, "one", by: viewer, key: key)
            let outcome = try await ground.desk.begin("X-0002", by: viewer, key: key)
            #expect(outcome.result == nil)
            #expect(outcome.problems.count == 1)
            let concerns = try await ground.count("SELECT COUNT(*) FROM concerns")
            #expect(concerns == 1)
        }
    }

    @Test("is not answered again to somebody who no longer sees the record", arguments: EngineKind.available)
    func repeatedWithoutAccess(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            try await ground.addToCircle(ground.charity, of: concern)
            let viewer = ground.viewer([.member], of: ground.charity)
            let key = try key()
            func note() async throws -> Outcome<String> {
                try await ground.desk.change(NotePlace.self, on: concern, by: viewer, key: key) { change in
                    try change.write("behind the mill")
                    return .done("behind the mill")
                }
            }
            let first = try await note()
            #expect(first.result == "behind the mill")
            try await ground.run("UPDATE circles SET removed_at = 1")
            await #expect(throws: AccessError.notVisible) { try await note() }
        }
    }

    @Test("takes keys of 1 to 200 bytes and no others")
    func keys() {
        #expect(IdempotencyKey("") == nil)
        #expect(IdempotencyKey(String(repeating: "k", count: 200)) != nil)
        #expect(IdempotencyKey(String(repeating: "k", count: 201)) == nil)
        #expect(IdempotencyKey(String(repeating: "ß", count: 101)) == nil)
    }

    // MARK: Refusals

    @Test("that is refused leaves nothing, and its key can be used again", arguments: EngineKind.available)
    func refused(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let viewer = ground.coordinator
            let concern = try await ground.addConcern()
            let key = try key()
            let refusedCreation: Outcome<ID<Concern>> = try await ground.desk.create(
                BeginConcern.self, by: viewer, key: key
            ) { change in
                try change.insert(reference: "X-0002")
                try change.seal("Zofia Wren", field: "name", in: .victims)
                return .refused([Problem("summary", "Say what was seen")])
            }
            #expect(refusedCreation.problems == [Problem("summary", "Say what was seen")])
            let refusedChange: Outcome<String> = try await ground.desk.change(
                RewriteSummary.self, on: concern, by: viewer, key: key
            ) { change in
                try change.write("should not stay")
                return .refused([Problem("", "No")])
            }
            #expect(refusedChange.problems.count == 1)
            let concerns = try await ground.count("SELECT COUNT(*) FROM concerns WHERE summary = 'as raised'")
            #expect(concerns == 1)
            for statement: Statement in [
                "SELECT COUNT(*) FROM sealed_values", "SELECT COUNT(*) FROM record_changes",
                "SELECT COUNT(*) FROM journal_entries", "SELECT COUNT(*) FROM idempotency_keys",
            ] {
                let count = try await ground.count(statement)
                #expect(count == 0)
            }
            let again = try await ground.desk.begin("X-0002", by: viewer, key: key)
            #expect(again.result != nil)
        }
    }

    private struct Fault: Error {}

    @Test("that fails half way leaves nothing", arguments: EngineKind.available)
    func failed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let key = try key()
            await #expect(throws: Fault.self) {
                let _: Outcome<String> = try await ground.desk.create(
                    BeginConcern.self, by: ground.coordinator, key: key
                ) { change in
                    try change.insert(reference: "X-0001")
                    throw Fault()
                }
            }
            for statement: Statement in [
                "SELECT COUNT(*) FROM concerns", "SELECT COUNT(*) FROM record_changes",
                "SELECT COUNT(*) FROM journal_entries", "SELECT COUNT(*) FROM idempotency_keys",
            ] {
                let count = try await ground.count(statement)
                #expect(count == 0)
            }
        }
    }

    @Test("of an older version is refused with the version of now", arguments: EngineKind.available)
    func stale(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            let viewer = ground.coordinator
            try await ground.desk.rewrite(concern, "first", by: viewer, expecting: 1)
            await #expect(throws: AccessError.changedMeanwhile(version: 2)) {
                try await ground.desk.rewrite(concern, "second", by: viewer, expecting: 1)
            }
            let text = try await ground.text("SELECT summary FROM concerns")
            #expect(text == "first")
            try await ground.desk.rewrite(concern, "third", by: viewer, expecting: 2)
            let version = try await ground.count("SELECT version FROM concerns")
            #expect(version == 3)
        }
    }

    @Test("of one version by many at once is made by one of them", arguments: EngineKind.available)
    func contended(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            let viewer = ground.coordinator
            let desks = [ground.desk, ground.anotherServer()]
            let done = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<16 {
                    group.addTask {
                        do {
                            try await desks[number % 2].rewrite(concern, "by \(number)", by: viewer, expecting: 1)
                            return true
                        } catch AccessError.changedMeanwhile(let version) {
                            #expect(version == 2)
                            return false
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(done == 1)
        }
    }

    // MARK: Who may

    @Test("of a record that the viewer cannot see is not found", arguments: EngineKind.available)
    func invisible(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let elsewhere = try await ground.addConcern(in: ground.stroud)
            let here = try await ground.addConcern()
            let nowhere: ID<Concern> = ground.clock.world.newID()
            for (viewer, concern) in [
                (ground.coordinator, elsewhere), (ground.coordinator, nowhere),
                (ground.viewer([.member], of: ground.police), here), (ground.viewer([.administrator]), here),
                (ground.viewer([.analyst]), here), (ground.viewer([.townLead]), here),
                (ground.viewer([.visitTeam]), here), (ground.viewer([]), here),
                (Viewer.publicForm(of: ground.sandwell, request: "test"), here),
            ] {
                await #expect(throws: AccessError.notVisible) {
                    try await ground.desk.rewrite(concern, "no", by: viewer)
                }
            }
            let untouched = try await ground.count("SELECT COUNT(*) FROM concerns WHERE summary = 'as raised'")
            #expect(untouched == 2)
        }
    }

    @Test("of a record that the viewer sees without the role for it is denied", arguments: EngineKind.available)
    func denied(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            try await ground.addToCircle(ground.police, of: concern)
            for viewer in [
                ground.viewer([.member], of: ground.police), ground.viewer([.coordinator], mayChange: false),
                Viewer.operator(of: ground.sandwell, request: "test"),
            ] {
                await #expect(throws: AccessError.denied) {
                    try await ground.desk.rewrite(concern, "no", by: viewer)
                }
            }
            let untouched = try await ground.count("SELECT COUNT(*) FROM concerns WHERE summary = 'as raised'")
            #expect(untouched == 1)
        }
    }

    @Test("that makes a record is denied without the role, with a token for reading, and by the public form")
    func creationDenied() async throws {
        try await withDatabase(.sqlite) { engine in
            let ground = try await AccessGround(engine)
            for viewer in [
                ground.viewer([.analyst]), ground.viewer([.administrator]), ground.viewer([]),
                ground.viewer([.coordinator], mayChange: false), ground.viewer([.member], agreementInForce: false),
                Viewer.publicForm(of: ground.sandwell, request: "test"),
            ] {
                await #expect(throws: AccessError.denied) { try await ground.desk.begin("X-0001", by: viewer) }
            }
        }
    }

    // MARK: Sealing and the timeline

    @Test("seals what nobody may read in the database, and opens it again", arguments: EngineKind.available)
    func seals(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            let viewer = ground.coordinator
            func seal(_ name: String) async throws {
                let _: Outcome<String> = try await ground.desk.change(
                    RewriteSummary.self, on: concern, by: viewer, key: nil
                ) { change in
                    try change.seal(name, field: "name", in: .victims)
                    return .done("")
                }
            }
            func opened(in compartment: Compartment) async throws -> String? {
                let outcome: Outcome<String?> = try await ground.desk.change(
                    RewriteSummary.self, on: concern, by: viewer, key: nil
                ) { change in .done(try change.opened(field: "name", in: compartment)) }
                return outcome.result ?? nil
            }
            try await seal("Zofia Wren")
            let name = try await opened(in: .victims)
            #expect(name == "Zofia Wren")
            let elsewhere = try await opened(in: .reporters)
            #expect(elsewhere == nil)
            let bytes = try await engine.read { try $0.value("SELECT sealed FROM sealed_values", as: [UInt8].self) }
            #expect(!String(decoding: bytes ?? [], as: UTF8.self).contains("Zofia"))
            try await seal("Zofia Ash")
            let replaced = try await opened(in: .victims)
            #expect(replaced == "Zofia Ash")
            try await seal("")
            let removed = try await opened(in: .victims)
            #expect(removed == nil)
            let left = try await ground.count("SELECT COUNT(*) FROM sealed_values")
            #expect(left == 0)
        }
    }

    @Test("a sealed value moved to another record in the database does not open", arguments: EngineKind.available)
    func movedValue(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let one = try await ground.addConcern(reference: "X-0001")
            let other = try await ground.addConcern(reference: "X-0002")
            let viewer = ground.coordinator
            let _: Outcome<String> = try await ground.desk.change(RewriteSummary.self, on: one, by: viewer, key: nil) {
                try $0.seal("Zofia Wren", field: "name", in: .victims)
                return .done("")
            }
            try await ground.run("UPDATE sealed_values SET record_id = \(other)")
            await #expect(throws: VaultError.doesNotOpen) {
                let _: Outcome<String?> = try await ground.desk.change(
                    RewriteSummary.self, on: other, by: viewer, key: nil
                ) { .done(try $0.opened(field: "name", in: .victims)) }
            }
        }
    }

    @Test("leaves what it changed, before and after, on the timeline", arguments: EngineKind.available)
    func timeline(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await AccessGround(engine)
            let concern = try await ground.addConcern()
            try await ground.desk.rewrite(concern, "as corrected", by: ground.coordinator)
            let line = try await ground.text("SELECT differences FROM record_changes WHERE verb = 'rewrite-summary'")
            let text = try #require(line)
            for part in ["\"summary\"", "\"as raised\"", "\"as corrected\""] { #expect(text.contains(part)) }
            #expect(!text.contains("version"))
            let summary = try await ground.text("SELECT summary FROM record_changes")
            #expect(summary == "Rewritten")
        }
    }
}
