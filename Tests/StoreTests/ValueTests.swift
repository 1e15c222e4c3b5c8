import Kernel
import Store
import TestSupport
import Testing

@Suite("values through the store")
struct ValueTests {
    @Test(
        "every value comes back as it was stored",
        arguments: EngineKind.available,
        [
            SQLValue.null, .integer(0), .integer(-1), .integer(.max), .integer(.min), .integer(255), .integer(-256),
            .text(""), .text("plain"), .text("O'Neill; DROP TABLE things --"), .text("ß, 한국어, 👩🏽‍⚕️, \u{202E}rtl"),
            .text("tab\tand\nline"), .text(String(repeating: "long ", count: 50_000)), .bytes([]), .bytes([0, 255, 0]),
        ])
    func roundTrip(kind: EngineKind, value: SQLValue) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            try await database.engine.write { transaction in
                switch value {
                case .integer: try transaction.run("INSERT INTO things (id, amount) VALUES (1, \(value))")
                case .bytes: try transaction.run("INSERT INTO things (id, content) VALUES (1, \(value))")
                case .text, .null: try transaction.run("INSERT INTO things (id, name) VALUES (1, \(value))")
                }
            }
            let found = try await database.engine.read { transaction in
                try transaction.first("SELECT name, amount, content FROM things") { row in
                    [try row.nextValue(), try row.nextValue(), try row.nextValue()]
                }
            }
            let expected: [SQLValue] =
                switch value {
                case .integer: [.null, value, .null]
                case .bytes: [.null, .null, value]
                case .text, .null: [value, .null, .null]
                }
            #expect(found == expected)
        }
    }

    @Test("a value that is selected directly keeps its kind", arguments: EngineKind.available)
    func directly(kind: EngineKind) async throws {
        try await withTestDatabase(kind) { database in
            let found = try await database.engine.read { transaction in
                try transaction.first("SELECT \(7), \("seven"), \([7 as UInt8]), \(true), \(nil as String?)") { row in
                    try (0..<5).map { _ in try row.nextValue() }
                }
            }
            #expect(found == [.integer(7), .text("seven"), .bytes([7]), .integer(1), .null])
        }
    }

    @Test("three megabytes come back byte for byte", arguments: EngineKind.available)
    func large(kind: EngineKind) async throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        try await withTestDatabase(kind, migrations: fixture) { database in
            let found = try await database.engine.write { transaction in
                try transaction.run("INSERT INTO things (id, content) VALUES (1, \(bytes))")
                return try transaction.value("SELECT content FROM things", as: [UInt8].self)
            }
            #expect(found == bytes)
        }
    }

    @Test("a NUL character is left out of text", arguments: EngineKind.available)
    func nul(kind: EngineKind) async throws {
        try await withTestDatabase(kind) { database in
            let found = try await database.engine.read { try $0.value("SELECT \("a\0b")", as: String.self) }
            #expect(found == "ab")
        }
    }

    @Test("identifiers, moments and days are read as what they are", arguments: EngineKind.available)
    func kernelValues(kind: EngineKind) async throws {
        let world = TestWorld()
        let id = world.world.newID(TestWorld.self)
        let (moment, day) = (world.now, world.now.day)
        try await withTestDatabase(kind) { database in
            let found = try await database.engine.read { transaction in
                try transaction.first("SELECT \(id), \(moment), \(day), \(false)") { row in
                    (
                        try row.next(ID<TestWorld>.self), try row.next(Moment.self), try row.next(Day.self),
                        try row.next(Bool.self)
                    )
                }
            }
            #expect(try #require(found) == (id, moment, day, false))
        }
    }

    @Test("sums and averages of whole numbers are whole numbers", arguments: EngineKind.available)
    func aggregates(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let found = try await database.engine.write { transaction in
                try transaction.run("INSERT INTO things (id, amount) VALUES (1, 10), (2, 30)")
                return try transaction.first("SELECT sum(amount), avg(amount), count(*), max(name) FROM things") {
                    [try $0.nextValue(), try $0.nextValue(), try $0.nextValue(), try $0.nextValue()]
                }
            }
            #expect(found == [.integer(40), .integer(20), .integer(2), .null])
        }
    }

    @Test("bytes beside a sum come back whole", arguments: EngineKind.available)
    func bytesInTextForm(kind: EngineKind) async throws {
        let bytes: [UInt8] = [0, 9, 10, 171, 255]
        try await withTestDatabase(kind, migrations: fixture) { database in
            let found = try await database.engine.write { transaction in
                try transaction.run("INSERT INTO things (id, amount, content) VALUES (1, 5, \(bytes))")
                return try transaction.first("SELECT content, sum(amount) FROM things GROUP BY content") {
                    (try $0.next([UInt8].self), try $0.next(Int.self))
                }
            }
            #expect(try #require(found) == (bytes, 5))
        }
    }

    @Test("a column of another kind and a column too many are refused", arguments: EngineKind.available)
    func mismatches(kind: EngineKind) async throws {
        try await withTestDatabase(kind) { database in
            await #expect(throws: StoreError.decoding("wanted a number, found text")) {
                try await database.engine.read { try $0.first("SELECT \("seven")") { try $0.next(Int.self) } ?? 0 }
            }
            await #expect(throws: StoreError.decoding("the answer has only 1 columns")) {
                try await database.engine.read { transaction in
                    try transaction.first("SELECT \(1)") { row in
                        _ = try row.nextValue()
                        _ = try row.nextValue()
                    }
                }
            }
        }
    }

    @Test("a row cannot be read after its time", arguments: EngineKind.available)
    func escapedRow(kind: EngineKind) async throws {
        try await withTestDatabase(kind) { database in
            await #expect(throws: StoreError.decoding("the row was read after its time")) {
                try await database.engine.read { transaction in
                    var escaped: (any Row)?
                    _ = try transaction.rows("SELECT \(1)") { escaped = $0 }
                    _ = try escaped?.nextValue()
                }
            }
        }
    }

    @Test("the names of the columns are told", arguments: EngineKind.available)
    func columnNames(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let names = try await database.engine.write { transaction in
                try transaction.insertThing(1)
                return try transaction.first("SELECT id, name AS label FROM things") { $0.columnNames }
            }
            #expect(names == ["id", "label"])
        }
    }
}
