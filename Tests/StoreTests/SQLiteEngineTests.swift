import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

@Suite("SQLite alone")
struct SQLiteEngineTests {
    @Test("the file, its companions and its folder are the owner's alone")
    func ownerOnly() async throws {
        try await withFolder { folder in
            let path = "\(folder)/new/deeper/plainsight.sqlite"
            let engine = try SQLiteEngine(path: path)
            try await engine.write { _ = try $0.run("CREATE TABLE a (b INTEGER) STRICT") }
            #expect(try permissions(of: path) == 0o600)
            #expect(try permissions(of: path + "-wal") == 0o600)
            #expect(try permissions(of: "\(folder)/new/deeper") == 0o700)
            await engine.close()
        }
    }

    @Test("the settings that durability rests on are in force")
    func settings() async throws {
        try await withDatabase(.sqlite, migrated: false) { engine in
            let settings = try await engine.write { transaction in
                [
                    try transaction.value("PRAGMA journal_mode", as: SQLValue.self),
                    try transaction.value("PRAGMA synchronous", as: SQLValue.self),
                    try transaction.value("PRAGMA foreign_keys", as: SQLValue.self),
                    try transaction.value("PRAGMA busy_timeout", as: SQLValue.self),
                ]
            }
            #expect(settings == [.text("wal"), .integer(2), .integer(1), .integer(10_000)])
        }
    }

    @Test("a backup holds everything, is the owner's alone and never overwrites")
    func backup() async throws {
        try await withFolder { folder in
            let engine = try SQLiteEngine(path: "\(folder)/a.sqlite")
            try await engine.write { transaction in
                try transaction.run("CREATE TABLE a (b INTEGER) STRICT")
                for number in 0..<1000 { try transaction.run("INSERT INTO a (b) VALUES (\(number))") }
            }
            try await engine.backup(to: "\(folder)/copy.sqlite")
            await #expect(throws: StoreError.unreachable("there is a file of that name already")) {
                try await engine.backup(to: "\(folder)/copy.sqlite")
            }
            #expect(try permissions(of: "\(folder)/copy.sqlite") == 0o600)
            await engine.close()
            let copy = try SQLiteEngine(path: "\(folder)/copy.sqlite")
            #expect(try await copy.read { try $0.value("SELECT sum(b) FROM a", as: Int.self) } == 499_500)
            await copy.close()
        }
    }

    @Test("a file that is no database is refused")
    func notADatabase() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("plainsight-\(UUID()).txt").path
        try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: StoreError.unreachable("the file is not a SQLite database")) { try SQLiteEngine(path: path) }
    }

    private func permissions(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plainsight-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }
}
