import Schema
import Store
import Synchronization
import TestSupport
import Testing

@testable import PostgresStore

@Suite("The state of a database")
struct DatabaseStateTests {
    private static func state(_ engine: any Engine) async throws -> DatabaseState {
        try #require(try await engine.read { try $0.state() })
    }

    /// Whether the state stays the same past something, at one of many attempts: on PostgreSQL the other tests, which work
    /// beside this one in databases of their own, count as changes too.
    private static func staysTheSame(_ engine: any Engine, past body: () async throws -> Void = {}) async throws -> Bool {
        for _ in 0..<5_000 {
            let before = try await state(engine)
            try await body()
            if try await state(engine) == before { return true }
        }
        return false
    }

    @Test("stays the same as long as nothing changes, and when somebody's reading is journalled", arguments: EngineKind.available)
    func same(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: Migration.all) { database in
            let engine = database.engine
            let other = try database.openAgain()
            #expect(try await Self.staysTheSame(engine))
            for (number, server) in [engine, other, engine].enumerated() {
                let isTheSame = try await Self.staysTheSame(engine) {
                    try await server.writeAside { transaction in
                        try transaction.run("DELETE FROM journal_chains WHERE id = \(String(number))")
                        try transaction.run(
                            """
                            INSERT INTO journal_chains (id, server, started_at, entries, head)
                            VALUES (\(String(number)), 'test', 0, 0, '')
                            """)
                    }
                }
                #expect(isTheSame)
            }
            await other.close()
        }
    }

    @Test("is a later one after every change by anybody", arguments: EngineKind.available)
    func changes(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: Migration.all) { database in
            let engine = database.engine
            let other = try database.openAgain()
            var last = try await Self.state(engine)
            func expectLater() async throws {
                let now = try await Self.state(engine)
                #expect(now > last)
                let told = try #require(try await engine.state())
                #expect(told >= now)
                last = now
            }
            try await engine.write {
                _ = try $0.run("INSERT INTO rate_limits (bucket, window_start, used) VALUES ('a', 0, 1)")
            }
            try await expectLater()
            try await other.write { _ = try $0.run("UPDATE rate_limits SET used = 2") }
            try await expectLater()
            await other.close()
            let third = try database.openAgain()
            try await third.write { _ = try $0.run("DELETE FROM rate_limits") }
            await third.close()
            try await expectLater()
        }
    }

    @Test("is not known inside a write", arguments: EngineKind.available)
    func unknown(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let written = try await engine.write { try $0.state() }
            #expect(written == nil)
            let aside = try await engine.writeAside { try $0.state() }
            #expect(aside == nil)
            let read = try await engine.read { try $0.state() }
            #expect(read != nil)
            #expect(try await engine.state() != nil)
        }
    }

    @Test("before a lost connection is never that after it", .enabled(if: EngineKind.available.contains(.postgres)))
    func lostConnection() async throws {
        try await withTestDatabase(.postgres, migrations: Migration.all) { database in
            for _ in 0..<3 {
                let before = try await Self.state(database.engine)
                try PostgresServer.endConnections(to: database.address)
                #expect(try await Self.state(database.engine) > before)
            }
        }
    }

    @Test("is read from a snapshot: what has ended, without what only wrote who read")
    func snapshots() throws {
        #expect(CommitCount(snapshot: "10:20:", consultations: 0)?.changes == 20)
        #expect(CommitCount(snapshot: "10:20:", consultations: 7)?.changes == 13)
        #expect(CommitCount(snapshot: "10:20:12", consultations: 0)?.changes == 19)
        #expect(CommitCount(snapshot: "10:20:12,15,16", consultations: 1)?.changes == 16)
        for broken in ["", "10", "10:20", "10:x:", "10:20::"] {
            #expect(CommitCount(snapshot: broken, consultations: 0) == nil)
        }
    }

    /// Transactions of a server that begin, write aside or not, and end in any order; what PostgreSQL would say of it.
    private struct Numbers {
        var next: Int64 = 1
        var underWay: [Int64] = []
        var lastEnded: Int64 = 0
        var consultations: Int64 = 0
        var changes: Set<Int64> = []

        /// `xmin:xmax:xip`: the end is behind the last transaction that ended, and the list holds those before it.
        var snapshot: String {
            let listed = underWay.filter { $0 <= lastEnded }
            return "\(listed.first ?? lastEnded + 1):\(lastEnded + 1):\(listed.map(String.init).joined(separator: ","))"
        }
        var count: Int64? { CommitCount(snapshot: snapshot, consultations: consultations)?.changes }
    }

    @Test("counts alike only where the same changes are seen, however transactions overlap", arguments: 0..<20)
    func overlapping(seed: UInt64) throws {
        var chance = SmallChance(seed: seed)
        var numbers = Numbers()
        var seen: [Int64: Set<Int64>] = [:]
        var last: Int64 = 0
        for _ in 0..<3_000 {
            if numbers.underWay.count < 6, chance.next(3) > 0 {
                numbers.underWay.append(numbers.next)
                numbers.next += 1
            } else if let place = numbers.underWay.indices.randomElement(using: &chance) {
                let ended = numbers.underWay.remove(at: place)
                numbers.lastEnded = max(numbers.lastEnded, ended)
                switch chance.next(5) {
                case 0: numbers.changes.insert(ended)
                // It was rolled back: nothing changed, and it may count as a change.
                case 1: break
                default: numbers.consultations += 1
                }
            }
            let count = try #require(numbers.count)
            #expect(count >= last)
            last = count
            if let changes = seen.updateValue(numbers.changes, forKey: count) { #expect(changes == numbers.changes) }
        }
        // It is worth something only where states come again.
        #expect(seen.count < 2_000)
    }

    @Test("is asked for once for many, and never before the last of them came")
    func shared() async throws {
        let asked = Mutex(0)
        let isHeld = Gate()
        let question = SharedQuestion {
            let number = asked.withLock { asked in
                asked += 1
                return asked
            }
            if number == 1 { await isHeld.pass() }
            return number
        }
        try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask { try await question.answer() }
            while asked.withLock({ $0 }) == 0 { await Task.yield() }
            // The first question is under way, so these must share the second.
            let come = Counter()
            for _ in 0..<50 {
                group.addTask {
                    _ = come.next()
                    return try await question.answer()
                }
            }
            while come.value < 50 { await Task.yield() }
            for _ in 0..<1_000 { await Task.yield() }
            isHeld.open()
            var answers: [Int] = []
            for try await answer in group { answers.append(answer) }
            // Nobody who came while the first was put has its answer.
            #expect(answers.count { $0 == 1 } == 1)
            #expect(asked.withLock { $0 } < 10)
        }
    }

    @Test("that cannot be asked for fails for all who asked together, and can be asked for again")
    func failing() async throws {
        let isFailing = Mutex(true)
        let question = SharedQuestion {
            if isFailing.withLock({ $0 }) { throw StoreError.busy }
            return 7
        }
        let failures = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 { group.addTask { (try? await question.answer()) == nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failures == 20)
        isFailing.withLock { $0 = false }
        #expect(try await question.answer() == 7)
    }
}

/// Chance that can be repeated.
private struct SmallChance: RandomNumberGenerator {
    private var word: UInt64

    init(seed: UInt64) {
        word = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func next() -> UInt64 {
        word ^= word << 13
        word ^= word >> 7
        word ^= word << 17
        return word
    }

    mutating func next(_ bound: UInt64) -> UInt64 { next() % bound }
}
