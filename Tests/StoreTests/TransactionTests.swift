import Store
import Synchronization
import TestSupport
import Testing

@Suite("transactions on both databases")
struct TransactionTests {
    @Test("what the closure throws undoes everything it did", arguments: EngineKind.available)
    func rollback(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            await #expect(throws: Abandoned()) {
                try await database.engine.write { transaction in
                    try transaction.insertThing(1)
                    throw Abandoned()
                }
            }
            try await expectThings(0, in: database.engine)
        }
    }

    @Test("a refused statement undoes the transaction even when its error is caught", arguments: EngineKind.available)
    func caughtError(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            await #expect(throws: StoreError.self) {
                try await database.engine.write { transaction in
                    try transaction.insertThing(1)
                    _ = try? transaction.insertThing(1)
                    _ = try? transaction.insertThing(2)
                }
            }
            try await expectThings(0, in: database.engine)
        }
    }

    @Test("the closure may turn a refusal into an answer of its own", arguments: EngineKind.available)
    func translatedError(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            await #expect(throws: Abandoned()) {
                try await database.engine.write { transaction in
                    try transaction.insertThing(1)
                    do { try transaction.insertThing(1) } catch StoreError.unique { throw Abandoned() }
                }
            }
        }
    }

    @Test("a duplicate is told as one", arguments: EngineKind.available)
    func unique(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            try await expectError(in: database.engine) { transaction in
                try transaction.insertThing(1)
                try transaction.insertThing(1)
            } matching: {
                if case .unique(let name) = $0 { !name.isEmpty } else { false }
            }
            try await expectError(in: database.engine) { transaction in
                try transaction.insertThing(1)
                for id in 1...2 {
                    try transaction.run(
                        "INSERT INTO parts (id, thing_id, label, size) VALUES (\(id), 1, \("same"), 1)")
                }
            } matching: {
                if case .unique(let name) = $0 { name.contains("label") } else { false }
            }
        }
    }

    @Test("the values of each column are counted by themselves", arguments: EngineKind.available)
    func counts(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let names = (1...700).map { "thing-\($0 % 290)-\(String(repeating: "é", count: $0 % 7))" }
            try await database.engine.write { transaction in
                for (index, name) in names.enumerated() { try transaction.insertThing(index, name) }
                for id in 700..<703 { try transaction.run("INSERT INTO things (id, name) VALUES (\(id), \(nil as String?))") }
                try transaction.run("INSERT INTO things (id, name) VALUES (703, '')")
            }
            let found = try await database.engine.read { transaction in
                try transaction.counts(
                    of: ["name", "kind", "missing"],
                    in: """
                        SELECT t.name, CASE WHEN t.id < \(10) THEN 'early' ELSE 'late' END AS kind, CAST(NULL AS TEXT) AS missing
                        FROM things t WHERE t.id >= \(0)
                        """)
            }
            var wanted = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
            wanted[""] = 4
            #expect(found == [wanted, ["early": 10, "late": 694], ["": 704]])
            let one = try await database.engine.read { try $0.counts(of: ["name"], in: "SELECT t.name FROM things t WHERE t.id < 1") }
            #expect(one == [[names[0]: 1]])
            let none = try await database.engine.read { try $0.counts(of: ["name"], in: "SELECT t.name FROM things t WHERE 1 = 0") }
            #expect(none == [[:]])
        }
    }

    @Test("a row that refers to nothing is told, at once or at the end", arguments: EngineKind.available)
    func foreignKey(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            try await expectError(in: database.engine) { transaction in
                try transaction.run("INSERT INTO parts (id, thing_id, label, size) VALUES (1, 99, \("a"), 1)")
            } matching: {
                if case .foreignKey = $0 { true } else { false }
            }
            try await expectError(in: database.engine) { transaction in
                try transaction.insertThing(1)
                try transaction.run(
                    "INSERT INTO parts (id, thing_id, late_thing_id, label, size) VALUES (1, 1, 99, \("a"), 1)")
            } matching: {
                if case .foreignKey = $0 { true } else { false }
            }
            try await expectThings(0, in: database.engine)
            // Put right before the end, the same is accepted.
            try await database.engine.write { transaction in
                try transaction.insertThing(1)
                try transaction.run(
                    "INSERT INTO parts (id, thing_id, late_thing_id, label, size) VALUES (1, 1, 99, \("a"), 1)")
                try transaction.insertThing(99)
            }
            try await expectThings(2, in: database.engine)
        }
    }

    @Test("a value that a column does not take is told", arguments: EngineKind.available)
    func check(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            try await expectError(in: database.engine) { transaction in
                try transaction.insertThing(1)
                try transaction.run("INSERT INTO parts (id, thing_id, label, size) VALUES (1, 1, \("a"), \(-1))")
            } matching: {
                $0 == .check("size_is_positive")
            }
            try await expectError(in: database.engine) { transaction in
                try transaction.insertThing(1)
                try transaction.run(
                    "INSERT INTO parts (id, thing_id, label, size) VALUES (1, 1, \(nil as String?), 1)")
            } matching: {
                $0 == .check("parts.label")
            }
        }
    }

    @Test("a read transaction cannot write", arguments: EngineKind.available)
    func readOnly(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            await #expect(throws: StoreError.self) {
                try await database.engine.read { try $0.insertThing(1) }
            }
            try await expectThings(0, in: database.engine)
        }
    }

    @Test("a transaction cannot be used after its end", arguments: EngineKind.available)
    func escaped(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let escaped = Mutex<Escaped?>(nil)
            try await database.engine.write { transaction in
                escaped.withLock { $0 = Escaped(transaction: transaction) }
            }
            let transaction = try #require(escaped.withLock { $0 }).transaction
            #expect(throws: StoreError.failed("the transaction is over")) { try transaction.countThings() }
        }
    }

    @Test("a read sees one state from its first statement to its last", arguments: EngineKind.available)
    func snapshot(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let other = try database.openAgain()
            try await other.write { try $0.insertThing(1) }
            let (hasRead, hasWritten) = (Gate(), Gate())
            let writing = Task {
                await hasRead.pass()
                try await other.write { try $0.insertThing(2) }
                hasWritten.open()
            }
            let counts = try await database.engine.read { transaction in
                let before = try transaction.countThings()
                hasRead.open()
                hasWritten.waitHere()
                return [before, try transaction.countThings()]
            }
            try await writing.value
            #expect(counts == [1, 1])
            try await expectThings(2, in: database.engine)
            await other.close()
        }
    }

    @Test("twenty tasks count without losing one", arguments: EngineKind.available)
    func contention(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let engine = database.engine
            try await engine.write { transaction in
                try transaction.run("INSERT INTO counters (name, count) VALUES ('a', 0), ('b', 0)")
            }
            try await withThrowingTaskGroup { group in
                for task in 0..<20 {
                    group.addTask {
                        for _ in 0..<25 {
                            let name = task.isMultiple(of: 2) ? "a" : "b"
                            try await engine.write { transaction in
                                let count = try transaction.value(
                                    "SELECT count FROM counters WHERE name = \(name)", as: Int.self)
                                try transaction.run(
                                    "UPDATE counters SET count = \((count ?? 0) + 1) WHERE name = \(name)")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let counts = try await engine.read { transaction in
                try transaction.rows("SELECT count FROM counters ORDER BY name") { try $0.next(Int.self) }
            }
            #expect(counts == [250, 250])
        }
    }

    @Test("of two doctors on call only one may leave", arguments: EngineKind.available)
    func writeSkew(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let engine = database.engine
            for round in 0..<10 {
                try await engine.write { transaction in
                    try transaction.run("DELETE FROM counters")
                    try transaction.run("INSERT INTO counters (name, count) VALUES ('ann', 1), ('bob', 1)")
                }
                let left = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for name in ["ann", "bob"] {
                        group.addTask {
                            try await engine.write { transaction in
                                let onCall = try transaction.value("SELECT sum(count) FROM counters", as: Int.self)
                                guard onCall == 2 else { return false }
                                try transaction.run("UPDATE counters SET count = 0 WHERE name = \(name)")
                                return true
                            }
                        }
                    }
                    return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                #expect(left == 1, "round \(round)")
            }
        }
    }

    private func expectError(
        in engine: any Engine, _ body: @escaping @Sendable (any Transaction) throws -> Void,
        matching: (StoreError) -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        do {
            try await engine.write(body)
            Issue.record("nothing was refused", sourceLocation: sourceLocation)
        } catch let error as StoreError {
            #expect(matching(error), "\(error)", sourceLocation: sourceLocation)
        }
    }
}

/// Carries a transaction out of its closure against all rules.
private struct Escaped: @unchecked Sendable {
    let transaction: any Transaction
}
