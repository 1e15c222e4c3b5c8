import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("Somebody who is met again")
struct MetAgainTests {
    private static let born = Day(number: 9_000)
    private static let elena = VictimIdentity(firstName: "Elena Zorica", lastName: "Müller", bornOn: born)

    @Test(
        "is recognised by name and date of birth, however the name is written",
        arguments: [
            (VictimIdentity(firstName: "elena", lastName: "Zorica MULLER", bornOn: born), true),
            (VictimIdentity(firstName: "Mihaela", otherNames: "Nana; Elena Zorica Muller", bornOn: born), true),
            (VictimIdentity(firstName: "Elena Zorica", lastName: "Müller", bornOn: Day(number: 9_001)), false),
            (VictimIdentity(firstName: "Elena", lastName: "Müller", bornOn: born), false),
            (VictimIdentity(firstName: "Elena Zorica", lastName: "Müller"), false), (VictimIdentity(bornOn: born), false),
        ])
    func recognised(other: VictimIdentity, isSame: Bool) {
        let one = Set(MetAgainTests.elena.recognisedBy)
        #expect(!one.isEmpty)
        #expect(one.isDisjoint(with: other.recognisedBy) != isSame)
    }

    @Test("is linked for those who see both records, and nobody else learns of the other", arguments: EngineKind.available)
    func noticed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let first = try await ground.open(Self.elena)
            ground.clock.advance(seconds: 60)
            let second = try await ground.open(Self.elena, by: ground.constable)
            #expect(try await ground.file(first, as: ground.coordinator).metAgain.map(\.other) == [second])
            #expect(try await ground.file(second, as: ground.coordinator).metAgain.map(\.other) == [first])
            #expect(try await ground.file(first, as: ground.coordinator).metAgain.first?.isEarlier == false)
            // The charity works with the first alone, the police with the second.
            #expect(try await ground.file(first, as: ground.worker).metAgain.isEmpty)
            #expect(try await ground.file(second, as: ground.constable).metAgain.isEmpty)
            for (viewer, victim, other) in [(ground.worker, first, second), (ground.constable, second, first)] {
                let reference = "P-\(other.text.suffix(8).uppercased())"
                let page = try await ground.get("/\(victim)/support", as: viewer)
                #expect(page.status == .ok)
                #expect(!page.body.contains("Met again"))
                #expect(!page.body.contains(reference))
                let told = try await ground.desk.desk.read(as: viewer, Consultation("test", "record_changes")) { reading in
                    try reading.rows("SELECT c.summary || c.differences || c.record_id FROM \(reading.visible(.recordChanges)) c") {
                        try $0.next(String.self)
                    }
                }
                #expect(!told.isEmpty)
                #expect(!told.contains { $0.contains(reference) || $0.contains(other.text) })
            }
            let count = try await ground.desk.desk.read(as: ground.worker, Consultation("test", "met_again")) { try $0.metAgainCount() }
            #expect(count.people == 0)
            try await ground.admit(ground.charity, to: second)
            #expect(try await ground.file(first, as: ground.worker).metAgain.map(\.other) == [second])
        }
    }

    @Test("is counted as one person, however often", arguments: EngineKind.available)
    func counted(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            func count() async throws -> MetAgainCount {
                try await ground.desk.desk.read(as: ground.coordinator, Consultation("test", "met_again")) { try $0.metAgainCount() }
            }
            let first = try await ground.open(Self.elena)
            #expect(try await count() == MetAgainCount(people: 0, times: 0, afterPositiveDecision: 0))
            let referral = ground.clock.world.newID(Referral.self)
            let (partnership, day) = (ground.partnership, ground.today.adding(days: -1))
            try await ground.change(
                """
                INSERT INTO referrals (id, victim_id, partnership_id, reference, version, kind, is_anonymous, status, started_on,
                    encountered_on, age_group, exploitation, local_authority, competent_authority)
                VALUES (\(referral), \(first), \(partnership), 'R-1', 1, 'nrm', 0, 'draft', \(day), \(day), '', '', '', '')
                """)
            try await ground.change(
                """
                INSERT INTO referral_decisions (id, referral_id, victim_id, partnership_id, stage, outcome, decided_on,
                    authority, reason, recorded_at)
                VALUES ('1', \(referral), \(first), \(partnership), 'conclusive-grounds', 'positive', \(day), '', '', 0)
                """)
            ground.clock.advance(seconds: 60)
            _ = try await ground.open(Self.elena)
            ground.clock.advance(seconds: 60)
            let third = try await ground.open(Self.elena)
            #expect(try await count() == MetAgainCount(people: 1, times: 2, afterPositiveDecision: 2))
            #expect(try await ground.file(third).metAgain.map(\.isAfterPositiveDecision) == [true, false])
            _ = try await ground.open(VictimIdentity(firstName: "Ana", bornOn: Self.born))
            let other = try await ground.open(VictimIdentity(firstName: "Ana", bornOn: Self.born))
            #expect(try await count() == MetAgainCount(people: 2, times: 3, afterPositiveDecision: 2))
            let link = try #require(try await ground.file(other).metAgain.first?.id)
            await #expect(throws: AccessError.denied) {
                try await ground.desk.settleMetAgain(link, isSame: false, by: ground.worker, key: ground.key())
            }
            _ = try await ground.desk.settleMetAgain(link, isSame: false, by: ground.coordinator, key: ground.key())
            #expect(try await count() == MetAgainCount(people: 1, times: 2, afterPositiveDecision: 2))
        }
    }

    @Test("comes after a positive decision only while that decision stands", arguments: EngineKind.available)
    func afterPositive(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let first = try await ground.open(Self.elena)
            ground.clock.advance(seconds: 60)
            let second = try await ground.open(Self.elena)
            let referral = ground.clock.world.newID(Referral.self)
            let (partnership, today) = (ground.partnership, ground.today)
            try await ground.change(
                """
                INSERT INTO referrals (id, victim_id, partnership_id, reference, version, kind, is_anonymous, status, started_on,
                    encountered_on, age_group, exploitation, local_authority, competent_authority)
                VALUES (\(referral), \(first), \(partnership), 'R-1', 1, 'nrm', 0, 'draft', \(today), \(today), '', '', '', '')
                """)
            func decide(_ id: String, _ stage: String, _ outcome: String, daysAgo: Int, isVoid: Bool = false) async throws {
                let (on, voidedAt) = (today.adding(days: -daysAgo), isVoid ? 1 : nil as Int?)
                try await ground.change(
                    """
                    INSERT INTO referral_decisions (id, referral_id, victim_id, partnership_id, stage, outcome, decided_on,
                        authority, reason, recorded_at, voided_at)
                    VALUES (\(id), \(referral), \(first), \(partnership), \(stage), \(outcome), \(on), '', '', 0, \(voidedAt))
                    """)
            }
            func isAfterPositive() async throws -> Bool? {
                let count = try await ground.desk.desk.read(as: ground.coordinator, Consultation("test", "met_again")) {
                    try $0.metAgainCount()
                }
                let line = try await ground.file(second).metAgain.first?.isAfterPositiveDecision
                #expect((line == true) == (count.afterPositiveDecision == 1))
                return line
            }
            try await decide("1", "reasonable-grounds", "positive", daysAgo: 9, isVoid: true)
            #expect(try await isAfterPositive() == false)
            try await decide("2", "reasonable-grounds", "positive", daysAgo: 8)
            try await decide("3", "suspension", "suspended", daysAgo: 7)
            #expect(try await isAfterPositive() == true)
            try await decide("4", "conclusive-grounds", "negative", daysAgo: 6)
            #expect(try await isAfterPositive() == false)
            try await decide("5", "reconsideration", "reversed", daysAgo: 5)
            #expect(try await isAfterPositive() == true)
        }
    }

    @Test("is linked by the coordinator by hand", arguments: EngineKind.available)
    func byHand(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let (one, two) = (try await ground.open(), try await ground.open())
            func reference(_ victim: ID<PotentialVictim>) async throws -> String {
                try await ground.desk.one(victim, as: ground.coordinator).victim.reference
            }
            func link(_ victim: ID<PotentialVictim>, _ reference: String, as viewer: Viewer) async throws -> PageAnswer {
                try await ground.post("/\(victim)/met-again", [("reference", reference)], as: viewer)
            }
            let other = try await reference(two)
            #expect(try await link(one, other, as: ground.worker).status == .forbidden)
            #expect(try await link(one, "P-00000000", as: ground.coordinator).status == .unprocessableContent)
            #expect(try await link(one, try await reference(one), as: ground.coordinator).status == .unprocessableContent)
            #expect(try await link(one, other.lowercased(), as: ground.coordinator).status == .seeOther)
            let found = try #require(try await ground.file(two).metAgain.first)
            #expect(found.other == one)
            #expect(found.status == .confirmed)
            let parted = try await ground.post(
                "/\(one)/met-again", [("link", found.id.text), ("is", "two")], as: ground.coordinator)
            #expect(parted.status == .seeOther)
            #expect(try await ground.file(two).metAgain.first?.status == .notTheSame)
            let nothing = try await ground.post("/\(one)/met-again", [("link", found.id.text)], as: ground.coordinator)
            #expect(nothing.status == .unprocessableContent)
            #expect(found.isByHand)
            // Linked again by hand, it is one link, and the answer and the journal name that one.
            ground.clock.advance(seconds: 60)
            let again = try await ground.desk.linkMetAgain(
                two, reference: try await reference(one), by: ground.coordinator, key: ground.key())
            #expect(again.result == found.id)
            let named = try await ground.texts("SELECT DISTINCT record_id FROM journal_entries WHERE event = 'combination'")
            #expect(named == [found.id.text])
            // Who settled it is found from either of the two.
            for victim in [one, two] {
                let records = try await ground.desk.desk.read(as: ground.coordinator, Consultation("test", "met_again")) {
                    try $0.recordsOf(victim)
                }
                #expect(records.contains(found.id.text))
            }
            #expect(try await link(two, try await reference(one), as: ground.coordinator).status == .seeOther)
            #expect(try await ground.file(two).metAgain.map(\.status) == [.confirmed])
        }
    }
}
