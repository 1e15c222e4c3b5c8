import Foundation
import SQLiteStore
import Schema
import Store
import TestSupport
import Testing

@Suite("What SQLite keeps aside")
struct AsideFileTests {
    private static let count: Statement = "SELECT COUNT(*) FROM journal_chains"

    private static func chain(_ id: String) -> Statement {
        "INSERT INTO journal_chains (id, server, started_at, entries, head) VALUES (\(id), 'test', 0, 0, '')"
    }

    @Test("stands in a file of its own, the owner's alone, and is read as one with the rest")
    func readAsOne() async throws {
        try await withTestDatabase(.sqlite, migrations: Migration.all) { database in
            let engine = database.engine
            #expect(try await engine.read { try $0.value(Self.count, as: Int.self) } == 0)
            try await engine.write { _ = try $0.run(Self.chain("main")) }
            try await engine.writeAside { _ = try $0.run(Self.chain("aside")) }
            #expect(try await engine.read { try $0.value(Self.count, as: Int.self) } == 2)
            #expect(try await engine.write { try $0.value(Self.count, as: Int.self) } == 1)
            let path = try #require(database.path)
            let permissions = try FileManager.default.attributesOfItem(atPath: "\(path)-consultations")[.posixPermissions]
            #expect(permissions as? Int == 0o600)
        }
    }

    @Test("is written while a long write is under way")
    func noWaiting() async throws {
        try await withTestDatabase(.sqlite, migrations: Migration.all) { database in
            let engine = database.engine
            let other = try database.openAgain()
            let signal = AsyncStream<Void>.makeStream()
            let isHeld = AsyncStream<Void>.makeStream()
            let long = Task {
                try await engine.write { transaction in
                    try transaction.run(Self.chain("long"))
                    isHeld.continuation.yield()
                    let gate = DispatchSemaphore(value: 0)
                    Task {
                        for await _ in signal.stream { break }
                        gate.signal()
                    }
                    gate.wait()
                }
            }
            for await _ in isHeld.stream { break }
            try await other.writeAside { _ = try $0.run(Self.chain("aside")) }
            #expect(try await other.read { try $0.value(Self.count, as: Int.self) } == 1)
            signal.continuation.yield()
            try await long.value
            await other.close()
        }
    }

    @Test("is in a backup, which then stands alone")
    func backup() async throws {
        try await withTestDatabase(.sqlite, migrations: Migration.all) { database in
            try await database.engine.writeAside { _ = try $0.run(Self.chain("aside")) }
            let path = try #require(database.path)
            try await database.engine.backup(to: "\(path).copy")
            let copy = try SQLiteEngine(path: "\(path).copy")
            #expect(try await copy.read { try $0.value(Self.count, as: Int.self) } == 1)
            await copy.close()
            await database.engine.close()
            // Put back beside the entries that it has taken in, it would have them twice.
            try FileManager.default.copyItem(atPath: "\(path)-consultations", toPath: "\(path).other-consultations")
            try FileManager.default.moveItem(atPath: "\(path).copy", toPath: "\(path).other")
            #expect(throws: StoreError.self) { try SQLiteEngine(path: "\(path).other") }
            for suffix in [".other", ".other-consultations", ".copy-consultations"] {
                try? FileManager.default.removeItem(atPath: path + suffix)
            }
        }
    }

    @Test("without its database is not taken up by a new one")
    func orphan() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plainsight-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.sqlite").path
        try Data().write(to: URL(fileURLWithPath: "\(path)-consultations"))
        #expect(throws: StoreError.unreachable("a.sqlite-consultations is there without its database; move it away")) {
            try SQLiteEngine(path: path)
        }
    }
}
