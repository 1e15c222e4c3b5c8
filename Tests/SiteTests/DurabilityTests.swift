import Access
import Accounts
import Foundation
import Kernel
import Schema
import Store
import Synchronization
import TestSupport
import Testing

@testable import Site

/// A server that is killed in the middle of a stream of writes loses nothing that it confirmed.
///
/// `PLAINSIGHT_KILL_ROUNDS` says how often it is killed: 3 unless told otherwise.
@Suite("Durability", .serialized, .enabled(if: ServerProcess.executable != nil, "the command plainsight is not built"))
struct DurabilityTests {
    private static let rounds =
        ProcessInfo.processInfo.environment["PLAINSIGHT_KILL_ROUNDS"].flatMap { Int($0) }.map { max(1, $0) } ?? 3

    @Test("no confirmed write is lost and none is doubled, however often the server is killed", arguments: EngineKind.available)
    func killed(kind: EngineKind) async throws {
        try await withTestDatabase(kind, migrations: Migration.all) { database in
            let folder = FileManager.default.temporaryDirectory
                .appendingPathComponent("plainsight-durability-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let keyFile = "\(folder)/plainsight.key"
            let token = try await Self.prepare(database.engine, keyFile: keyFile)
            // The server alone holds the database from here on.
            await database.engine.close()
            let address: String
            switch database.address.place {
            case .sqlite(let path): address = "sqlite:\(path)"
            case .postgres(let text): address = text
            }
            var stream = WriteStream(token: token)
            var chance = Chance(seed: kind == .sqlite ? 11 : 12)
            var server = try await ServerProcess.start(database: address, keyFile: keyFile)
            for round in 1...Self.rounds {
                try await stream.write(to: server, round: round, killAfter: 3 + chance.below(40))
                await server.waitUntilExit()
                server = try await ServerProcess.start(database: address, keyFile: keyFile)
                try await stream.check(server)
            }
            server.terminate()
            let status = await server.waitUntilExit()
            #expect(status == 0, "the server ends with \(status) when it is asked to stop")
            let engine = try database.openAgain(connections: 2)
            let outcome = await Result { try await stream.checkRecords(engine, keyFile: keyFile) }
            await engine.close()
            try outcome.get()
        }
    }

    /// Founds a partnership with one coordinator and answers an API token of hers.
    private static func prepare(_ engine: any Engine, keyFile: String) async throws -> String {
        let world = World.real
        let vault = try KeyFile.load(path: keyFile, world: world)
        try await ReferenceLoader.load(into: engine)
        let clock = TestWorld(at: world.now())
        let cases = CaseWorldMaker.make(seed: 9, size: 1, clock: clock)
        var empty = CaseWorld()
        empty.agencies = cases.agencies
        empty.places = cases.places
        empty.people = cases.people
        try await CaseWorldWriter(world: empty, vault: vault, now: clock.now).write(to: engine)
        let installation = try await Installation.assemble(
            engine: engine, vault: vault, world: world, passwords: PasswordHasher(cost: .trifling, world: world),
            server: "test")
        let place = try #require(cases.places.first)
        let outcome = try await installation.accounts.createToken(
            NewToken(label: "stream", scopes: [.readConcerns, .writeConcerns], days: 1),
            email: "person.number.1@example.org", by: .operator(of: place.id, request: "test"))
        return try #require(outcome.result).text
    }
}

/// Chance that is the same in every run.
private struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}

/// Concerns that are raised one after the other by several programs at once, each with a key of its own.
private struct WriteStream {
    let token: String
    /// What the server confirmed: the identifier by key.
    private(set) var confirmed: [String: String] = [:]
    /// Sent, and never answered.
    private(set) var unanswered: Set<String> = []

    init(token: String) { self.token = token }

    private struct Raised: Decodable { let id: String }

    private final class Tally: Sendable {
        struct State {
            var next = 0
            var confirmed: [String: String] = [:]
            var unanswered: Set<String> = []
            var refusals: [String] = []
            var isOver = false
        }
        let state = Mutex(State())
    }

    private static func send(_ key: String, to server: ServerProcess, token: String) async throws
        -> (status: Int, id: String?, body: String)?
    {
        let body = """
            {"source":"police","seen":"Seen in the stream of \(key)","summary":"\(key)","location_type":"Car wash",
            "place":"1 Mill Lane"}
            """
        let answer = try await server.send(
            "/api/v1/concerns", method: "POST",
            headers: [
                "Authorization": "Bearer \(token)", "Content-Type": "application/json", "Idempotency-Key": key,
            ], body: body)
        guard let answer else { return nil }
        let id = answer.status == 201 ? try JSONDecoder().decode(Raised.self, from: answer.body).id : nil
        return (answer.status, id, String(decoding: answer.body.prefix(400), as: UTF8.self))
    }

    /// Writes from six tasks until so many are confirmed; then the server is killed while the others are under way.
    mutating func write(to server: ServerProcess, round: Int, killAfter count: Int) async throws {
        let tally = Tally()
        let token = token
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    while true {
                        let key: String? = tally.state.withLock { state in
                            if state.isOver || state.next > 500 { return nil }
                            state.next += 1
                            return "round-\(round)-\(state.next)"
                        }
                        guard let key else { return }
                        let answer = try await WriteStream.send(key, to: server, token: token)
                        tally.state.withLock { state in
                            if let id = answer?.id {
                                state.confirmed[key] = id
                                if state.confirmed.count == count {
                                    state.isOver = true
                                    server.kill()
                                }
                            } else {
                                state.unanswered.insert(key)
                                if let answer { state.refusals.append("\(answer.status) \(answer.body)") }
                                state.isOver = true
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        server.kill()
        let result = tally.state.withLock { $0 }
        #expect(result.refusals == [])
        #expect(result.confirmed.count >= count)
        confirmed.merge(result.confirmed) { first, _ in first }
        unanswered.formUnion(result.unanswered)
    }

    /// Everything confirmed is there; everything unanswered is sent again.
    mutating func check(_ server: ServerProcess) async throws {
        for (key, id) in confirmed {
            let answer = try await server.send("/api/v1/concerns/\(id)", headers: ["Authorization": "Bearer \(token)"])
            #expect(answer?.status == 200, "\(key) was confirmed and is gone")
        }
        for (key, id) in confirmed.prefix(10) {
            let again = try await WriteStream.send(key, to: server, token: token)
            #expect(again?.id == id, "\(key) sent again is answered otherwise")
        }
        for key in unanswered {
            let answer = try await WriteStream.send(key, to: server, token: token)
            let id = try #require(answer?.id, "\(key) sent again is refused: \(answer?.body ?? "")")
            confirmed[key] = id
        }
        unanswered = []
    }

    /// Each key made one record, nothing else did, and the journal is whole.
    func checkRecords(_ engine: any Engine, keyFile: String) async throws {
        let rows = try await engine.read { transaction in
            try transaction.rows("SELECT summary, id FROM concerns") { row in
                (try row.next(String.self), try row.next(String.self))
            }
        }
        #expect(rows.count == confirmed.count)
        for (key, id) in rows { #expect(confirmed[key] == id, "\(key)") }
        let vault = try KeyFile.load(path: keyFile, world: .real)
        let verification = try await JournalVerification.run(on: engine, vault: vault)
        #expect(verification.faults == [])
        let entries = try await engine.read { transaction in
            try transaction.value(
                "SELECT COUNT(*) FROM journal_entries WHERE verb = 'raise-concern'", as: Int.self)
        }
        #expect(entries == confirmed.count)
    }
}
