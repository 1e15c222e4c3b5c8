import Foundation
import Schema
import Store

/// The migrated databases that tests get copies of: one for each list of migrations and each kind of database.
actor TestTemplates {
    static let shared = TestTemplates()

    private struct Key: Hashable {
        let kind: EngineKind
        let hashes: [String]
    }

    private var templates: [Key: Task<DatabaseAddress, any Error>] = [:]
    private var count = 0
    private let folder: String
    private let prefix: String

    private init() {
        let process = ProcessInfo.processInfo.processIdentifier
        prefix = "plainsight_test_\(process)_\(UInt32.random(in: 0...UInt32.max))"
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(prefix).path
        TestLeftovers.note(folder)
    }

    /// The address of a new copy.
    func copy(_ kind: EngineKind, _ migrations: [Migration]) async throws -> DatabaseAddress {
        let key = Key(kind: kind, hashes: migrations.map(\.hash))
        let template: DatabaseAddress
        if let known = templates[key] {
            template = try await known.value
        } else {
            let address = try newAddress(kind)
            let making = Task { () throws -> DatabaseAddress in
                if case .postgres = address.place {
                    try await PostgresServer.runElsewhere("CREATE DATABASE \(PostgresServer.name(in: address))")
                }
                let engine = try open(address, connections: 1)
                if !migrations.isEmpty { try await Migrator(migrations).migrate(engine) }
                await engine.close()
                return address
            }
            templates[key] = making
            template = try await making.value
        }
        let copy = try newAddress(kind)
        switch (template.place, copy.place) {
        case (.sqlite(let from), .sqlite(let to)):
            try FileManager.default.copyItem(atPath: from, toPath: to)
        default:
            let (from, to) = (PostgresServer.name(in: template), PostgresServer.name(in: copy))
            try await PostgresServer.runElsewhere("CREATE DATABASE \(to) TEMPLATE \(from)")
        }
        return copy
    }

    func remove(_ address: DatabaseAddress) async {
        switch address.place {
        case .sqlite(let path):
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        case .postgres:
            let name = PostgresServer.name(in: address)
            try? await PostgresServer.runElsewhere("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
        }
    }

    private func newAddress(_ kind: EngineKind) throws -> DatabaseAddress {
        count += 1
        switch kind {
        case .sqlite: return try DatabaseAddress("sqlite:\(folder)/\(count).sqlite")
        case .postgres: return try PostgresServer.address(ofDatabase: "\(prefix)_\(count)")
        }
    }
}

/// The folder of this process's SQLite files, which goes when the process ends.
private enum TestLeftovers {
    nonisolated(unsafe) private static var folder = ""

    static func note(_ path: String) {
        // Set once, before any database is made, and read once, when the process ends.
        folder = path
        atexit { try? FileManager.default.removeItem(atPath: TestLeftovers.folder) }
    }
}
