import Store
import TestSupport
import Testing

@Suite("statements on both databases")
struct StatementTests {
    @Test("nested fragments keep the order of their values", arguments: EngineKind.available)
    func fragments(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let names = try await database.engine.write { transaction in
                for id in 1...5 { try transaction.insertThing(id, "thing \(id)") }
                let above: Statement = "id > \(1)"
                let below: Statement = "id < \(5)"
                let chosen: Statement = "(\(above) AND \(below))"
                return try transaction.rows(
                    "SELECT \("x") || name FROM things WHERE \(chosen) AND name <> \("thing 3") ORDER BY id"
                ) { try $0.next(String.self) }
            }
            #expect(names == ["xthing 2", "xthing 4"])
        }
    }

    @Test(
        "a list matches its members, and an empty list nothing",
        arguments: EngineKind.available, [[], [3], [1, 2], [5, 1, 3, 9], Array(1...700)])
    func lists(kind: EngineKind, list: [Int]) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let found = try await database.engine.write { transaction in
                for id in 1...5 { try transaction.insertThing(id) }
                return try transaction.rows("SELECT id FROM things WHERE id IN \(in: list) ORDER BY id") {
                    try $0.next(Int.self)
                }
            }
            #expect(found == (1...5).filter { list.contains($0) })
        }
    }

    @Test("one that is run for each row of values writes them all, whatever is missing in them", arguments: EngineKind.available)
    func each(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let insert: Statement = "INSERT INTO things (id, name, amount, content) VALUES \(placesForRow: 4)"
            for count in [0, 1, 2, 700] {
                var values: [SQLValue] = []
                for number in 0..<count {
                    values.append(.integer(Int64(number)))
                    values.append(number % 3 == 0 ? .null : .text("thing \(number)"))
                    values.append(number % 2 == 0 ? .null : .integer(Int64(-number)))
                    values.append(number % 5 == 0 ? .null : .bytes([UInt8(number % 256)]))
                }
                let rows = values
                let found = try await database.engine.write { transaction -> [SQLValue] in
                    try transaction.run("DELETE FROM things")
                    // What is left over makes no row.
                    try transaction.run(insert, each: rows + [.integer(1)])
                    return try transaction.rows("SELECT id, name, amount, content FROM things ORDER BY id") { row in
                        try (0..<4).map { _ in try row.nextValue() }
                    }.flatMap { $0 }
                }
                #expect(found == rows)
            }
        }
    }

    @Test("one of many rows that is refused undoes them all", arguments: EngineKind.available)
    func eachRefused(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let insert: Statement = "INSERT INTO things (id, name) VALUES \(placesForRow: 2)"
            for place in [0, 1, 30, 59] {
                await #expect(throws: StoreError.self) {
                    try await database.engine.write { transaction in
                        try transaction.insertThing(place)
                        try transaction.run(
                            insert, each: (0..<60).flatMap { [SQLValue.integer(Int64($0)), SQLValue.text("one")] })
                    }
                }
                try await expectThings(0, in: database.engine)
            }
        }
    }

    @Test("conditions that must all hold, or of which one must, and none at all", arguments: EngineKind.available)
    func conditions(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let counts = try await database.engine.write { transaction in
                for id in 1...5 { try transaction.insertThing(id) }
                let none: [Statement] = []
                let two: [Statement] = ["id > \(1)", "id = \(1) OR id <= \(3)"]
                return [
                    try transaction.value("SELECT count(*) FROM things WHERE \(all: none)", as: Int.self),
                    try transaction.value("SELECT count(*) FROM things WHERE \(all: two)", as: Int.self),
                    try transaction.value("SELECT count(*) FROM things WHERE \(any: none)", as: Int.self),
                    try transaction.value("SELECT count(*) FROM things WHERE \(any: two)", as: Int.self),
                ]
            }
            #expect(counts == [5, 2, 0, 5])
        }
    }

    @Test("the same text takes values of other kinds", arguments: EngineKind.available)
    func kindsOfValues(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let stored = try await database.engine.write { transaction in
                for (id, amount) in [nil, 7, nil, -7].enumerated() {
                    try transaction.run("INSERT INTO things (id, amount) VALUES (\(id), \(amount as Int?))")
                }
                return try transaction.rows("SELECT amount FROM things ORDER BY id") { try $0.next(Int?.self) }
            }
            #expect(stored == [nil, 7, nil, -7])
        }
    }

    @Test("lists of many lengths share a few texts")
    func listTexts() {
        let texts = (1...1000).map { length in
            let list = Array(repeating: 1, count: length)
            let statement: Statement = "SELECT 1 WHERE 1 IN \(in: list)"
            return statement.rendered(for: .postgres).text
        }
        #expect(Set(texts).count == 11)
    }

    @Test("a change says how many rows it touched", arguments: EngineKind.available)
    func changeCounts(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let counts = try await database.engine.write { transaction in
                [
                    try transaction.run("INSERT INTO things (id) VALUES (1), (2), (3)"),
                    try transaction.run("UPDATE things SET name = \("x") WHERE id > \(1)"),
                    try transaction.run("UPDATE things SET name = \("x") WHERE id > \(99)"),
                    try transaction.run("INSERT INTO things (id) VALUES (3) ON CONFLICT (id) DO NOTHING"),
                    try transaction.run("CREATE INDEX things_by_name ON things (name)"),
                    try transaction.run("DELETE FROM things"),
                ]
            }
            #expect(counts == [3, 2, 0, 0, 0, 3])
        }
    }

    @Test("an insertion answers the rows that it made", arguments: EngineKind.available)
    func returning(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let made = try await database.engine.write { transaction in
                try transaction.rows("INSERT INTO things (id) VALUES (4), (5) RETURNING id") { try $0.next(Int.self) }
            }
            #expect(made == [4, 5])
            try await expectThings(2, in: database.engine)
        }
    }

    @Test("a long answer is handed over row by row", arguments: EngineKind.available)
    func longAnswer(kind: EngineKind) async throws {
        try await withTestDatabase(kind) { database in
            let sum = try await database.engine.read { transaction in
                var (count, sum) = (0, 0)
                try transaction.forEach(
                    """
                    WITH RECURSIVE numbers (n) AS (SELECT \(1) UNION ALL SELECT n + 1 FROM numbers WHERE n < \(50_000))
                    SELECT n, \("row") FROM numbers
                    """
                ) { row in
                    count += 1
                    sum += try row.next(Int.self)
                }
                return [count, sum]
            }
            #expect(sum == [50_000, 1_250_025_000])
        }
    }

    @Test("a long answer can be given up, and the connection goes on", arguments: EngineKind.available)
    func abandonedAnswer(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let engine = try database.openAgain(connections: 1)
            await #expect(throws: Abandoned()) {
                try await engine.read { transaction in
                    try transaction.forEach(
                        """
                        WITH RECURSIVE numbers (n) AS
                            (SELECT \(1) UNION ALL SELECT n + 1 FROM numbers WHERE n < \(50_000_000))
                        SELECT n FROM numbers
                        """
                    ) { row in
                        if try row.next(Int.self) == 100 { throw Abandoned() }
                    }
                }
            }
            try await expectThings(0, in: engine)
            await engine.close()
        }
    }

    @Test("a statement cannot be run while another is read", arguments: EngineKind.available)
    func nestedStatements(kind: EngineKind) async throws {
        let refusal = StoreError.unsupported("a statement while another is being read; collect its rows first")
        try await withTestDatabase(kind, migrations: fixture) { database in
            await #expect(throws: refusal) {
                try await database.engine.read { transaction in
                    try transaction.rows("SELECT \(1)") { _ in try transaction.countThings() }
                }
            }
            await #expect(throws: refusal) {
                try await database.engine.read { transaction in
                    try transaction.forEach("SELECT \(1)") { _ in _ = try transaction.countThings() }
                }
            }
        }
    }

    @Test("prepared statements outlive a change of the schema", arguments: EngineKind.available)
    func changingSchema(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let engine = database.engine
            let other = try database.openAgain()
            @Sendable func columns(_ transaction: any Transaction) throws -> [String] {
                try transaction.first("SELECT * FROM things WHERE id = \(1)") { $0.columnNames } ?? []
            }
            try await engine.write { try $0.insertThing(1) }
            #expect(try await engine.read(columns) == ["id", "name", "amount", "content"])
            #expect(try await engine.write(columns).count == 4)
            _ = try await other.write { try $0.run("ALTER TABLE things ADD COLUMN colour TEXT") }
            #expect(try await engine.read(columns).last == "colour")
            #expect(try await engine.write(columns).last == "colour")
            _ = try await engine.write { try $0.run("ALTER TABLE things DROP COLUMN name") }
            #expect(try await other.read(columns) == ["id", "amount", "content", "colour"])
            await other.close()
        }
    }

    @Test("a syntax error is told without the bound values", arguments: EngineKind.available)
    func syntaxError(kind: EngineKind) async throws {
        try await withTestDatabase(kind) { database in
            do {
                _ = try await database.engine.read { try $0.run("SELEKT \("secret")") }
                Issue.record("the statement was accepted")
            } catch StoreError.failed(let message) {
                #expect(!message.contains("secret"))
                #expect(message.contains("syntax error"))
            }
        }
    }
}
