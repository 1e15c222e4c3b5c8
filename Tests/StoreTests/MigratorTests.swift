import Kernel
import Schema
import Store
import TestSupport
import Testing

@Suite("migrations on both databases")
struct MigratorTests {
    private let first = Migration(1, "first", ["CREATE TABLE one (id TEXT PRIMARY KEY)"])
    private let second = Migration(
        2, "second", ["CREATE TABLE two (id TEXT PRIMARY KEY)", "INSERT INTO one (id) VALUES (\("row"))"])

    @Test("an empty database is brought up to date, and a second time nothing happens", arguments: EngineKind.available)
    func fromEmpty(kind: EngineKind) async throws {
        let moment = TestWorld().now
        try await withDatabase(kind, migrated: false) { engine in
            let migrator = Migrator([first, second])
            #expect(try await migrator.check(engine).map(\.number) == [1, 2])
            #expect(try await migrator.migrate(engine, now: { moment }).map(\.number) == [1, 2])
            #expect(try await migrator.check(engine).isEmpty)
            #expect(try await migrator.migrate(engine).isEmpty)
            let history = try await engine.read { transaction in
                try transaction.rows("SELECT number, name, hash, applied_at FROM schema_history ORDER BY number") {
                    "\(try $0.next(Int.self)) \(try $0.next(String.self)) \(try $0.next(String.self)) "
                        + "\(try $0.next(Int64.self))"
                }
            }
            #expect(
                history == [
                    "1 first \(first.hash) \(moment.microseconds)", "2 second \(second.hash) \(moment.microseconds)",
                ])
            #expect(try await engine.read { try $0.value("SELECT count(*) FROM one", as: Int.self) } == 1)
        }
    }

    @Test("later migrations are added to earlier ones", arguments: EngineKind.available)
    func further(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: [first]) { database in
            let migrator = Migrator([first, second])
            let pending = try await migrator.check(database.engine)
            let done = try await migrator.migrate(database.engine)
            #expect(pending.map(\.number) == [2])
            #expect(done.map(\.number) == [2])
        }
    }

    @Test("a migration that was edited afterwards is refused", arguments: EngineKind.available)
    func edited(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: [first]) { database in
            let edited = Migration(1, "first", ["CREATE TABLE one (id TEXT PRIMARY KEY, note TEXT)"])
            let refusal = MigrationError.edited(number: 1, name: "first")
            await #expect(throws: refusal) { try await Migrator([edited]).migrate(database.engine) }
            await #expect(throws: refusal) { try await Migrator([edited]).check(database.engine) }
            #expect(refusal.description.contains("migration 1 (first)"))
        }
    }

    @Test("a database of a newer program is refused", arguments: EngineKind.available)
    func newer(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: [first, second]) { database in
            let refusal = MigrationError.newer(number: 2, name: "second")
            await #expect(throws: refusal) { try await Migrator([first]).migrate(database.engine) }
            await #expect(throws: refusal) { try await Migrator([first]).check(database.engine) }
        }
    }

    @Test("a migration that fails leaves nothing, and those before it stay", arguments: EngineKind.available)
    func failing(kind: EngineKind) async throws {
        let broken = Migration(
            2, "broken", ["CREATE TABLE half (id TEXT PRIMARY KEY)", "INSERT INTO nowhere (id) VALUES (1)"])
        try await withDatabase(kind, migrated: false) { engine in
            do {
                try await Migrator([first, broken]).migrate(engine)
                Issue.record("the migration was accepted")
            } catch MigrationError.failed(let number, let name, _) {
                #expect(number == 2)
                #expect(name == "broken")
            }
            // The name is free again, and the right migration takes its place.
            let mended = Migration(2, "mended", ["CREATE TABLE half (id TEXT PRIMARY KEY)"])
            #expect(try await Migrator([first, mended]).migrate(engine).map(\.number) == [2])
        }
    }

    @Test("two servers that start together migrate once", arguments: EngineKind.available)
    func together(kind: EngineKind) async throws {
        try await withTestDatabase(kind) { database in
            let migrator = Migrator([first, second])
            let engines = try (0..<4).map { _ in try database.openAgain(connections: 2) }
            let done = try await withThrowingTaskGroup(of: [Int].self) { group in
                for engine in engines { group.addTask { try await migrator.migrate(engine).map(\.number) } }
                return try await group.reduce([], +)
            }
            #expect(done.sorted() == [1, 2])
            for engine in engines { await engine.close() }
        }
    }

    @Test("numbers without a gap are asked for")
    func misnumbered() async throws {
        try await withDatabase(.sqlite, migrated: false) { engine in
            await #expect(throws: MigrationError.misnumbered(number: 2, expected: 1)) {
                try await Migrator([second]).migrate(engine)
            }
        }
    }

    @Test("the hash changes with every part of a migration and with nothing else")
    func hashes() {
        let texts: [Migration] = [
            first, second,
            Migration(2, "first", ["CREATE TABLE one (id TEXT PRIMARY KEY)"]),
            Migration(1, "other", ["CREATE TABLE one (id TEXT PRIMARY KEY)"]),
            Migration(1, "first", ["CREATE TABLE one (id TEXT PRIMARY KEY) "]),
            Migration(1, "first", ["CREATE TABLE one (id TEXT PRIMARY KEY)\(sqlite: " STRICT", postgres: "")"]),
            Migration(1, "first", ["CREATE TABLE one (id TEXT PRIMARY KEY)\(sqlite: "", postgres: " STRICT")"]),
            Migration(1, "first", ["INSERT INTO one (id) VALUES (\("a"))"]),
            Migration(1, "first", ["INSERT INTO one (id) VALUES (\("b"))"]),
            Migration(1, "first", ["INSERT INTO one (id) VALUES (\(1))"]),
            Migration(1, "first", ["A", "B"]), Migration(1, "first", ["AB"]),
        ]
        #expect(Set(texts.map(\.hash)).count == texts.count)
        #expect(first.hash == Migration(1, "first", ["CREATE TABLE one (id TEXT PRIMARY KEY)"]).hash)
        #expect(first.hash.count == 64)
    }

    @Test("the real schema builds from empty and knows itself", arguments: EngineKind.available)
    func realSchema(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let pending = try await Migrator(Migration.all).check(engine)
            #expect(pending.isEmpty)
        }
    }
}
