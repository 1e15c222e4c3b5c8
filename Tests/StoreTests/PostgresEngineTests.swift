import PostgresStore
import Store
import TestSupport
import Testing

@Suite("PostgreSQL alone", .enabled(if: EngineKind.available.contains(.postgres)))
struct PostgresEngineTests {
    @Test("reads and writes go on after the server has ended the connections")
    func endedConnections() async throws {
        try await withTestDatabase(.postgres, migrations: fixture) { database in
            let engine = database.engine
            for round in 1...3 {
                try await withThrowingTaskGroup { group in
                    for _ in 0..<16 { group.addTask { try await engine.read { _ = try $0.countThings() } } }
                    try await group.waitForAll()
                }
                try PostgresServer.endConnections(to: database.address)
                try await expectThings(round - 1, in: engine)
                try PostgresServer.endConnections(to: database.address)
                try await engine.write { try $0.insertThing(round) }
            }
            try await expectThings(3, in: engine)
        }
    }

    @Test("a write whose connection ends half-way is run again from its beginning, once")
    func endedInTheMiddle() async throws {
        try await withTestDatabase(.postgres, migrations: fixture) { database in
            let address = database.address
            let attempts = Counter()
            try await database.engine.write { transaction in
                try transaction.insertThing(1)
                if attempts.next() == 1 { try PostgresServer.endConnections(to: address) }
                try transaction.insertThing(2)
            }
            #expect(attempts.value == 2)
            try await expectThings(2, in: database.engine)
            await #expect(throws: StoreError.self) {
                try await database.engine.write { transaction in
                    try transaction.insertThing(3)
                    try PostgresServer.endConnections(to: address)
                    try transaction.insertThing(4)
                }
            }
            try await expectThings(2, in: database.engine)
        }
    }

    @Test("a connection that ends before the commit leaves the outcome open")
    func endedAtCommit() async throws {
        try await withTestDatabase(.postgres, migrations: fixture) { database in
            let address = database.address
            await #expect(throws: StoreError.outcomeUnknown) {
                try await database.engine.write { transaction in
                    try transaction.insertThing(1)
                    try PostgresServer.endConnections(to: address)
                }
            }
            try await expectThings(0, in: database.engine)
        }
    }

    @Test("a statement that takes too long is given up, and the connection goes on")
    func tooLong() async throws {
        try await withTestDatabase(.postgres, migrations: fixture) { database in
            guard case .postgres(let address) = database.address.place else { return }
            let engine = try PostgresEngine(address: address, connections: 1, statementSeconds: 1)
            await #expect(throws: StoreError.busy) {
                try await engine.read { _ = try $0.rows("SELECT pg_sleep(20)") { _ in } }
            }
            try await expectThings(0, in: engine)
            await engine.close()
        }
    }

    @Test("a server that is not there is told, without the password")
    func unreachable() async throws {
        let engine = try PostgresEngine(address: "postgresql://someone:secret@127.0.0.1:1/nothing")
        do {
            try await engine.read { _ = try $0.value("SELECT 1", as: Int.self) }
            Issue.record("a server answered")
        } catch StoreError.unreachable(let reason) {
            #expect(!reason.contains("secret"))
        }
        await engine.close()
    }

    @Test("an address that libpq cannot read is refused without repeating it")
    func unreadableAddress() {
        do {
            _ = try PostgresEngine(address: "postgresql://someone:secret@[host/name")
            Issue.record("the address was taken")
        } catch {
            #expect(!"\(error)".contains("secret"))
        }
    }

    @Test("of several hosts the one that answers is taken")
    func severalHosts() async throws {
        try await withTestDatabase(.postgres, migrations: fixture) { database in
            guard case .postgres(let address) = database.address.place, let at = address.firstIndex(of: "@") else {
                return
            }
            let user = address[...at]
            let place = address[address.index(after: at)...]
            let engine = try PostgresEngine(address: "\(user)127.0.0.1:1,\(place)")
            try await expectThings(0, in: engine)
            await engine.close()
        }
    }

    @Test("statements are planned for what was written, once the engine has taken stock")
    func takesStock() async throws {
        try await withTestDatabase(.postgres, migrations: fixture) { database in
            let engine = database.engine
            try await engine.write { transaction in for number in 1...300 { try transaction.insertThing(number) } }
            @Sendable func known(_ transaction: any Transaction) throws -> Int {
                try transaction.rows("SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE relname = 'things'") { try $0.next(Int.self) }[0]
            }
            #expect(try await engine.read(known) <= 0)
            try await engine.takeStock()
            #expect(try await engine.read(known) == 300)
        }
    }

    @Test("a backup is left to the tool of the server")
    func backup() async throws {
        try await withDatabase(.postgres, migrated: false) { engine in
            do {
                try await engine.backup(to: "/nowhere")
                Issue.record("a backup was made")
            } catch StoreError.unsupported(let advice) {
                #expect(advice.contains("pg_dump"))
            }
        }
    }
}
