import Foundation
import Store
import TestSupport
import Testing

@Suite("connections of both databases")
struct ConnectionTests {
    @Test("two hundred tasks at once are all served", arguments: EngineKind.available)
    func manyTasks(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let engine = database.engine
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for task in 1...200 {
                    group.addTask {
                        if task.isMultiple(of: 10) { try await engine.write { try $0.insertThing(task) } }
                        return try await engine.read { try $0.value("SELECT \(task)", as: Int.self) ?? 0 }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 20_100)
            try await expectThings(20, in: engine)
        }
    }

    @Test("a cancelled task gives its connection back", arguments: EngineKind.available)
    func cancelledWhileRunning(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let engine = try database.openAgain(connections: 1)
            for isWrite in [false, true] {
                let hasBegun = Gate()
                let endless: @Sendable (any Transaction) throws -> Int = { transaction in
                    if isWrite { try transaction.insertThing(1) }
                    hasBegun.open()
                    var count = 0
                    try transaction.forEach(
                        """
                        WITH RECURSIVE numbers (n) AS
                            (SELECT \(1) UNION ALL SELECT n + 1 FROM numbers WHERE n < \(900_000_000))
                        SELECT n FROM numbers
                        """
                    ) { _ in count += 1 }
                    return count
                }
                let running = Task { () throws -> Int in
                    isWrite ? try await engine.write(endless) : try await engine.read(endless)
                }
                await hasBegun.pass()
                running.cancel()
                await #expect(throws: CancellationError.self) { try await running.value }
                try await expectThings(0, in: engine)
                try await engine.write { _ = try $0.run("DELETE FROM things") }
            }
            await engine.close()
        }
    }

    @Test("a task that is cancelled while it waits for a connection leaves the queue", arguments: EngineKind.available)
    func cancelledWhileWaiting(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let engine = try database.openAgain(connections: 1)
            let (holds, mayEnd) = (Gate(), Gate())
            let holder = Task {
                try await engine.write { transaction in
                    try transaction.insertThing(1)
                    holds.open()
                    mayEnd.waitHere()
                }
            }
            await holds.pass()
            let waiters = (0..<20).map { id in Task { try await engine.write { try $0.insertThing(100 + id) } } }
            for waiter in waiters { waiter.cancel() }
            mayEnd.open()
            try await holder.value
            for waiter in waiters {
                await #expect(throws: CancellationError.self) { try await waiter.value }
            }
            try await expectThings(1, in: engine)
            await engine.close()
        }
    }

    @Test("a task that was cancelled before does nothing", arguments: EngineKind.available)
    func cancelledBefore(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let engine = database.engine
            let gate = Gate()
            let task = Task {
                await gate.pass()
                try await engine.write { try $0.insertThing(1) }
            }
            task.cancel()
            gate.open()
            await #expect(throws: CancellationError.self) { try await task.value }
            let count = try await engine.read { try $0.countThings() }
            #expect(count == 0)
        }
    }

    @Test("a closed database refuses, and closing twice does no harm", arguments: EngineKind.available)
    func closed(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let engine = try database.openAgain()
            try await engine.write { try $0.insertThing(1) }
            await engine.close()
            await engine.close()
            let refusal = StoreError.unreachable("the database is closed")
            await #expect(throws: refusal) { try await engine.read { try $0.countThings() } }
            await #expect(throws: refusal) { try await engine.write { try $0.insertThing(2) } }
            try await expectThings(1, in: database.engine)
        }
    }

    @Test("closing waits for the transaction under way", arguments: EngineKind.available)
    func closingWaits(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let engine = try database.openAgain()
            let (holds, mayEnd) = (Gate(), Gate())
            let writing = Task {
                try await engine.write { transaction in
                    try transaction.insertThing(1)
                    holds.open()
                    mayEnd.waitHere()
                    try transaction.insertThing(2)
                }
            }
            await holds.pass()
            let closing = Task { await engine.close() }
            mayEnd.open()
            try await writing.value
            await closing.value
            try await expectThings(2, in: database.engine)
        }
    }

    @Test("what was written is there after the database is opened again", arguments: EngineKind.available)
    func reopened(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: fixture) { database in
            let first = try database.openAgain()
            try await first.write { try $0.insertThing(1, "kept") }
            await first.close()
            let second = try database.openAgain()
            let name = try await second.read { try $0.value("SELECT name FROM things", as: String.self) }
            #expect(name == "kept")
            await second.close()
        }
    }
}
