import Kernel
import Store
import Synchronization
import TestSupport
import Testing

@testable import Access

@Suite("What is kept of a reading")
struct KeptResultsTests {
    /// How often a page was really worked out.
    private final class Counter: Sendable {
        private let number = Mutex(0)
        var value: Int { number.withLock { $0 } }
        func add() -> Int {
            number.withLock {
                $0 += 1; return $0
            }
        }
    }

    private func page(_ ground: AccessGround, as viewer: Viewer, _ counter: Counter, reader: String = "one") async throws -> Int {
        try await ground.desk.read(
            as: viewer, Consultation("list-concerns", "concerns"), keeping: KeptKey(reader: reader, subject: "/list")
        ) { reading in
            _ = try reading.value("SELECT COUNT(*) FROM \(reading.visible(.concerns)) c", as: Int.self)
            return counter.add()
        }
    }

    @Test("is answered again as long as nothing has changed, and is journalled each time")
    func again() async throws {
        try await withDatabase(.sqlite) { engine in
            let ground = try await AccessGround(engine)
            let counter = Counter()
            let viewer = ground.coordinator
            for _ in 0..<3 { _ = try await page(ground, as: viewer, counter) }
            let made = counter.value
            for _ in 0..<10 { _ = try await page(ground, as: viewer, counter) }
            // The main file may be told meanwhile, once, of the chain of consultations: that is a change too.
            #expect(counter.value <= made + 1)
            #expect(try await ground.count("SELECT COUNT(*) FROM journal_entries WHERE verb = 'list-concerns'") == 13)
        }
    }

    @Test("is let go with the first change, by the desk or past it")
    func change() async throws {
        try await withDatabase(.sqlite) { engine in
            let ground = try await AccessGround(engine)
            let counter = Counter()
            let viewer = ground.coordinator
            let concern = try await ground.addConcern()
            for _ in 0..<3 { _ = try await page(ground, as: viewer, counter) }
            var made = counter.value
            try await ground.desk.rewrite(concern, "one", by: ground.coordinator)
            _ = try await page(ground, as: viewer, counter)
            #expect(counter.value == made + 1)
            made = counter.value
            _ = try await ground.addConcern(reference: "X-0002")
            _ = try await page(ground, as: viewer, counter)
            #expect(counter.value == made + 1)
        }
    }

    @Test("is nobody else's, not even the same person's with other roles, and no other minute's")
    func owners() async throws {
        try await withDatabase(.sqlite) { engine in
            let ground = try await AccessGround(engine)
            let counter = Counter()
            let viewer = ground.coordinator
            for _ in 0..<3 { _ = try await page(ground, as: viewer, counter) }
            var made = counter.value
            func isMadeAnew(_ other: Viewer, reader: String = "one") async throws -> Bool {
                _ = try await page(ground, as: other, counter, reader: reader)
                defer { made = counter.value }
                return counter.value == made + 1
            }
            #expect(try await isMadeAnew(ground.coordinator))
            #expect(try await isMadeAnew(viewer, reader: "two"))
            for (roles, agreement, change) in [
                ([Role.member], true, true), ([.coordinator, .member], true, true), ([.coordinator], false, true),
                ([.coordinator], true, false),
            ] as [(Set<Role>, Bool, Bool)] {
                let other = Viewer(
                    person: try #require(viewer.person), name: viewer.name, organisation: try #require(viewer.organisation),
                    organisationName: viewer.organisationName, partnership: try #require(viewer.partnership), roles: roles,
                    town: nil, agreementInForce: agreement, request: "test", mayChange: change)
                #expect(try await isMadeAnew(other))
            }
            ground.clock.advance(seconds: 60)
            #expect(try await isMadeAnew(viewer))
        }
    }

    @Test("something that was kept as missing is not confused with what was never kept")
    func missing() async throws {
        try await withDatabase(.sqlite) { engine in
            let ground = try await AccessGround(engine)
            for _ in 0..<3 {
                let nothing: String? = try await ground.desk.readOffice(keeping: KeptKey(reader: "a", subject: "x")) { _ in nil }
                #expect(nothing == nil)
                let something: String? = try await ground.desk.readOffice(keeping: KeptKey(reader: "b", subject: "x")) { _ in "here" }
                #expect(something == "here")
            }
        }
    }

    @Test("a refusal is not kept")
    func refusal() async throws {
        try await withDatabase(.sqlite) { engine in
            let ground = try await AccessGround(engine)
            for _ in 0..<3 {
                await #expect(throws: AccessError.notVisible) {
                    let _: Int = try await ground.desk.read(
                        as: ground.coordinator, Consultation("open-concern", "concerns"),
                        keeping: KeptKey(reader: "one", subject: "/x")
                    ) { _ in throw AccessError.notVisible }
                }
            }
            #expect(try await ground.count("SELECT COUNT(*) FROM journal_entries WHERE verb = 'refused-open-concern'") == 3)
        }
    }
}
