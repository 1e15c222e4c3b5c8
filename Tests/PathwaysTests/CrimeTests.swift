import Access
import Kernel
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("Crime records of referrals")
struct CrimeTests {
    private static let forces = ["West Midlands Police", "Kent Police"]

    private func at(_ text: String, _ hour: Int, _ minute: Int = 0) throws -> Moment {
        Moment(day: try day(text), hour: hour, minute: minute)
    }

    @Test(
        "have a reference of figures in which nobody's name fits",
        arguments: [
            ("20/12345/24", true), ("20SW/123456A/24", true), ("CR 1234-24", true), ("", false), ("Elena Petrova", false),
            ("1234 Elena", false), ("ABC", false), (String(repeating: "1", count: 41), false), ("12;34", false),
        ])
    func reference(text: String, isFine: Bool) {
        #expect((RecordCrime.fault(inReference: text) == nil) == isFine)
    }

    @Test("need force, reference and two times in their order")
    func rules() throws {
        let now = try at("2024-03-04", 9)
        func fields(_ draft: RecordCrime.Draft, known: [CrimeRecord] = []) -> [String] {
            RecordCrime.problems(draft, forces: Self.forces, known: known, now: now).map(\.field)
        }
        let told = try at("2024-03-01", 10)
        #expect(fields(.init(force: "", reference: "", toldAt: nil, recordedAt: nil)) == ["force", "reference", "told", "recorded"])
        #expect(
            fields(.init(force: "Kent Police", reference: "1/2", toldAt: told, recordedAt: told.adding(hours: -1)))
                == ["recorded"])
        #expect(
            fields(.init(force: "Kent Police", reference: "1/2", toldAt: told, recordedAt: now.adding(hours: 1)))
                == ["recorded"])
        let draft = RecordCrime.Draft(force: "Kent Police", reference: "20/1 24", toldAt: told, recordedAt: told)
        #expect(fields(draft) == [])
        let known = CrimeRecord(
            id: ID<VictimCrime>(at: now, random: (1, 1)), victim: ID<PotentialVictim>(at: now, random: (1, 1)), referral: nil,
            force: "Kent Police", reference: "20-124", toldAt: told, recordedAt: told, organisationName: "")
        #expect(fields(draft, known: [known]) == ["reference"])
    }

    @Test("are in time to the minute")
    func time() throws {
        let told = try at("2024-03-01", 10)
        func record(_ recorded: Moment) -> CrimeRecord {
            CrimeRecord(
                id: ID<VictimCrime>(at: told, random: (1, 1)), victim: ID<PotentialVictim>(at: told, random: (1, 1)),
                referral: nil, force: "", reference: "", toldAt: told, recordedAt: recorded, organisationName: "")
        }
        #expect(record(told.adding(hours: 24)).isInTime(hours: 24))
        #expect(!record(told.adding(hours: 24).adding(seconds: 60)).isInTime(hours: 24))
        #expect(record(told.adding(hours: 24).adding(seconds: 60)).hours == 25)
        #expect(record(told).hours == 0)
    }

    @Test("stand for a referral that was sent after them", arguments: EngineKind.available)
    func before(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await CourseGround(engine, at: "2024-03-14")
            let (desk, victim) = (ground.desk, try await ground.victim())
            let told = try at("2024-02-20", 10)
            let draft = RecordCrime.Draft(force: "Kent Police", reference: "20/1/24", toldAt: told, recordedAt: told)
            func record(_ referral: ID<Referral>?) async throws -> [String] {
                ground.clock.advance(seconds: 1)
                return try await desk.recordCrime(
                    draft, for: referral, of: victim, forces: Self.forces, by: ground.supporter, key: ground.key()
                ).problems.map(\.field)
            }
            func listed(_ kind: CrimeDiscrepancy) async throws -> Int {
                try await desk.discrepancies(DiscrepancyQuery(kind: kind), as: ground.coordinator).items.count
            }
            func work() async throws -> [CourseWorkItem.Need] {
                try await desk.desk.read(as: ground.supporter, Consultation("test", "referrals")) {
                    try $0.courseWork(desk.rules).map(\.need)
                }
            }
            #expect(try await record(nil) == [])
            #expect(try await listed(.alone) == 1)
            let referral = try await ground.referral(of: victim, sent: "2024-03-08")
            #expect(try await listed(.alone) == 0)
            #expect(try await listed(.missing) == 0)
            #expect(try await work() == [])
            #expect(try await ground.file(referral, of: victim).crimes.map(\.reference) == ["20/1/24"])
            #expect(try await record(referral) == ["reference"])
            #expect(try await record(nil) == ["reference"])
            // Made void, the referral leaves the crime free for the next.
            try await engine.write {
                _ = try $0.run("UPDATE victim_crimes SET referral_id = \(referral)")
                _ = try $0.run("UPDATE referrals SET status = 'void' WHERE id = \(referral)")
            }
            #expect(try await listed(.alone) == 1)
            let next = try await ground.referral(of: victim, sent: "2024-03-09", reference: "R-0002")
            #expect(try await listed(.alone) == 0)
            #expect(try await listed(.missing) == 0)
            #expect(try await ground.file(next, of: victim).crimes.count == 1)
        }
    }

    @Test("are compared with the referrals, and each way of not fitting is listed", arguments: EngineKind.available)
    func discrepancies(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await CourseGround(engine)
            let (desk, coordinator) = (ground.desk, ground.coordinator)
            let (one, two) = (try await ground.victim(), try await ground.victim("P-0002"))
            let scottish = try await ground.victim("P-0003", nation: .scotland)
            let missing = try await ground.referral(of: one, sent: "2024-03-02", reference: "R-0001")
            // Not a day over yet; in Scotland; a report; a draft: none of these is missing anything.
            _ = try await ground.referral(of: one, sent: "2024-03-03", reference: "R-0002")
            _ = try await ground.referral(of: scottish, sent: "2024-02-01", reference: "R-0003")
            _ = try await ground.referral(of: one, .notified, sent: "2024-02-01", reference: "R-0004", isNotification: true)
            let late = try await ground.referral(of: two, sent: "2024-02-01", reference: "R-0005")
            let shared = try await ground.referral(of: one, sent: "2024-02-01", reference: "R-0006")
            func record(_ reference: String, _ hours: Int64, _ referral: ID<Referral>?, _ victim: ID<PotentialVictim>) async throws
                -> ID<VictimCrime>
            {
                ground.clock.advance(seconds: 1)
                let told = try at("2024-02-01", 10)
                let draft = RecordCrime.Draft(
                    force: "Kent Police", reference: reference, toldAt: told, recordedAt: told.adding(hours: hours))
                return try #require(
                    try await desk.recordCrime(
                        draft, for: referral, of: victim, forces: Self.forces, by: coordinator, key: ground.key()
                    ).result)
            }
            let first = try await record("20/77/24", 30, late, two)
            let second = try await record("20-77-24", 2, shared, one)
            let nobody = try await ground.victim("P-0004")
            let alone = try await record("20/99/24", 2, nil, nobody)
            func listed(_ kind: CrimeDiscrepancy, as viewer: Viewer? = nil) async throws -> [String] {
                try await desk.discrepancies(DiscrepancyQuery(kind: kind), as: viewer ?? coordinator).items.map(\.id)
            }
            #expect(try await listed(.missing) == [missing.text])
            #expect(try await listed(.late) == [first.text])
            #expect(try await listed(.twice) == [first.text, second.text])
            #expect(try await listed(.alone) == [alone.text])
            for kind in CrimeDiscrepancy.allCases {
                #expect(try await listed(kind, as: ground.stranger) == [])
                #expect(try await listed(kind, as: ground.supporter).count == (kind == .twice ? 2 : 1))
            }
            // A page of one line goes on from its key.
            let page = try await desk.discrepancies(DiscrepancyQuery(kind: .twice, size: 1), as: coordinator)
            #expect(page.items.map(\.id) == [first.text])
            let next = try await desk.discrepancies(
                DiscrepancyQuery(kind: .twice, after: page.next, size: 1), as: coordinator)
            #expect(next.items.map(\.id) == [second.text])
            #expect(next.next == nil)
            // Taken out, it no longer fits nothing.
            let wrongPerson = try await desk.removeCrime(first, of: one, by: coordinator, key: ground.key())
            #expect(wrongPerson.result == nil)
            #expect(try await desk.removeCrime(first, of: two, by: coordinator, key: ground.key()).problems == [])
            #expect(try await listed(.twice) == [])
            #expect(try await listed(.missing) == [late.text, missing.text])
            await #expect(throws: AccessError.notVisible) {
                _ = try await desk.removeCrime(second, of: one, by: ground.stranger, key: ground.key())
            }
            await #expect(throws: AccessError.notVisible) {
                let told = try at("2024-02-01", 10)
                _ = try await desk.recordCrime(
                    .init(force: "Kent Police", reference: "1/2", toldAt: told, recordedAt: told), for: missing, of: one,
                    forces: Self.forces, by: ground.stranger, key: ground.key())
            }
        }
    }
}
