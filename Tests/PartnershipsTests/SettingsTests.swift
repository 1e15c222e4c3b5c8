import Access
import Accounts
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Partnerships

@Suite("The settings of a partnership")
struct SettingsTests {
    private let old = PartnershipSettings(agreement: "Agreement of 3 April 2018", validUntil: nil, scopingHours: 24)

    @Test("an agreement lapses after its last day, from the next request on", arguments: EngineKind.available)
    func lapses(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await PartnershipGround(engine)
            let token = try await ground.token("imani@example.org")
            func inForce() async throws -> Bool? {
                try await ground.accounts.signedIn(token: token)?.places.first?.agreementInForce
            }
            let today = ground.clock.now.day
            for (until, expected) in [(today, true), (today.adding(days: -1), false), (nil, true)] as [(Day?, Bool)] {
                let present = try await ground.partnerships.settings(by: ground.administrator)
                let wanted = PartnershipSettings(
                    agreement: "Agreement of 1 May 2019", validUntil: until, scopingHours: 48)
                let outcome = try await ground.partnerships.changeSettings(
                    to: wanted, seen: present, by: ground.administrator, key: nil)
                #expect(outcome.result == .kept(wanted, isChanged: true))
                #expect(wanted.isInForce(on: today) == expected)
                #expect(try await inForce() == expected)
            }
            let lines = try await ground.texts(
                "SELECT detail FROM journal_entries WHERE verb = 'change-settings' ORDER BY chain_id, number")
            #expect(lines == ["agreement until 2020-02-03 hours 48", "until 2020-02-02", "until open"])
        }
    }

    @Test("what is wrong with settings is said by field")
    func problems() {
        func fields(_ agreement: String, _ until: Day?, _ hours: Int, insteadOf old: PartnershipSettings) -> [String] {
            PartnershipDesk.problems(
                PartnershipSettings(agreement: agreement, validUntil: until, scopingHours: hours), insteadOf: old
            ).map(\.field)
        }
        let none = PartnershipSettings(agreement: "", validUntil: nil, scopingHours: 24)
        #expect(fields("", nil, 24, insteadOf: old) == ["agreement"])
        #expect(fields("", nil, 24, insteadOf: none) == [])
        #expect(fields("", Day("2027-03-31"), 24, insteadOf: none) == ["agreement"])
        #expect(fields(String(repeating: "a", count: 4_001), nil, 0, insteadOf: old) == ["agreement", "hours"])
        #expect(fields("A", nil, 721, insteadOf: old) == ["hours"])
        #expect(fields("A", nil, 1, insteadOf: old) == [] && fields("A", nil, 720, insteadOf: old) == [])
    }

    @Test(
        "of two administrators at once, the second sees what the first did and overwrites nothing unseen", arguments: EngineKind.available)
    func stale(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await PartnershipGround(engine)
            let seen = try await ground.partnerships.settings(by: ground.administrator)
            #expect(seen == old)
            func change(
                _ hours: Int, _ seen: PartnershipSettings?, _ key: String
            ) async throws -> Outcome<SettingsChange> {
                try await ground.partnerships.changeSettings(
                    to: PartnershipSettings(agreement: "A", validUntil: nil, scopingHours: hours), seen: seen,
                    by: ground.administrator, key: IdempotencyKey(key))
            }
            let first = PartnershipSettings(agreement: "A", validUntil: nil, scopingHours: 12)
            #expect(try await change(12, seen, "form-1").result == .kept(first, isChanged: true))
            #expect(try await change(36, seen, "form-2").result == .changedMeanwhile(first))
            // The same form again, whatever it was filled in from.
            #expect(try await change(12, seen, "form-1").result == .kept(first, isChanged: true))
            #expect(try await change(12, seen, "form-3").result == .kept(first, isChanged: false))
            let second = PartnershipSettings(agreement: "A", validUntil: nil, scopingHours: 36)
            #expect(try await change(36, first, "form-2").result == .kept(second, isChanged: true))
            #expect(
                try await ground.count("SELECT COUNT(*) FROM journal_entries WHERE verb = 'change-settings'") == 2)
        }
    }

    @Test("an agreement reads the same wherever it came from")
    func cleaned() {
        let typed = PartnershipSettings(agreement: " First\r\nSecond\u{0}\r ", validUntil: nil, scopingHours: 24)
        #expect(typed.agreement == "First\nSecond")
    }

    @Test("a partnership is not founded with a word that the site needs or a prefix that is none")
    func founding() {
        func fields(_ slug: String, _ name: String, _ prefix: String) -> [String] {
            FoundPartnership.problems(slug: slug, name: name, prefix: prefix).map(\.field)
        }
        #expect(fields("sandwell", "Sandwell", "SW") == [])
        #expect(fields("report", "", "sw") == ["slug", "name", "prefix"])
        #expect(fields("-x", "X", "") == ["slug", "prefix"])
        #expect(fields("Ünder", "X", "ABCDEFG") == ["slug", "prefix"])
    }
}
