import Schema
import Store
import TestSupport
import Testing

/// The tables that the conformance tests work on.
let fixture: [Migration] = [
    Migration(
        1, "fixture",
        [
            """
            CREATE TABLE things (
                id \(sqlite: "INTEGER", postgres: "BIGINT") PRIMARY KEY,
                name TEXT,
                amount \(sqlite: "INTEGER", postgres: "BIGINT"),
                content \(sqlite: "BLOB", postgres: "BYTEA")
            )\(sqlite: " STRICT", postgres: "")
            """,
            """
            CREATE TABLE parts (
                id \(sqlite: "INTEGER", postgres: "BIGINT") PRIMARY KEY,
                thing_id \(sqlite: "INTEGER", postgres: "BIGINT") NOT NULL REFERENCES things (id),
                late_thing_id \(sqlite: "INTEGER", postgres: "BIGINT")
                    REFERENCES things (id) DEFERRABLE INITIALLY DEFERRED,
                label TEXT NOT NULL UNIQUE,
                size \(sqlite: "INTEGER", postgres: "BIGINT") NOT NULL CONSTRAINT size_is_positive CHECK (size > 0)
            )\(sqlite: " STRICT", postgres: "")
            """,
            """
            CREATE TABLE counters (
                name TEXT PRIMARY KEY,
                count \(sqlite: "INTEGER", postgres: "BIGINT") NOT NULL
            )\(sqlite: " STRICT", postgres: "")
            """,
        ])
]

/// Something that a test throws on purpose.
struct Abandoned: Error, Equatable {}

extension Transaction {
    func insertThing(_ id: Int, _ name: String = "a thing") throws {
        try run("INSERT INTO things (id, name) VALUES (\(id), \(name))")
    }

    func countThings() throws -> Int {
        try value("SELECT count(*) FROM things") ?? -1
    }
}

func expectThings(
    _ count: Int, in engine: any Engine, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let found = try await engine.read { try $0.countThings() }
    #expect(found == count, sourceLocation: sourceLocation)
}
