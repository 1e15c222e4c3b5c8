import Access
import Foundation
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("The record of a potential victim")
struct VictimRecordTests {
    private static let identity = VictimIdentity(
        firstName: "Ruxandra", lastName: "Vasilescu", otherNames: "Zephyrine", bornOn: Day(number: 10_000),
        homeOfficeReference: "HO7719923")

    @Test("is seen by those who work with them, from the moment they are added and until they are removed", arguments: EngineKind.available)
    func circle(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let lead = house.member(of: house.council)
            let victim = try await house.begin(by: lead)
            let charity = house.member(of: house.charity)
            func isSeen(by viewer: Viewer) async throws -> Bool {
                do {
                    _ = try await house.desk.one(victim, as: viewer)
                    return true
                } catch AccessError.notVisible { return false }
            }
            #expect(try await isSeen(by: lead))
            #expect(try await isSeen(by: house.coordinator))
            #expect(try await !isSeen(by: charity))
            #expect(try await !isSeen(by: house.viewer([.visitTeam], of: house.council)))
            #expect(try await !isSeen(by: house.viewer([.administrator, .analyst], of: house.council)))
            #expect(try await !isSeen(by: house.viewer([.coordinator], of: house.council, in: house.elsewhere)))
            func change(_ step: ChangeVictimCircle.Step, _ organisation: ID<Organisation>, by viewer: Viewer) async throws -> [Problem] {
                try await house.desk.changeCircle(of: victim, step, organisation, by: viewer, key: house.key()).problems
            }
            // Nobody is passed on without having been asked; the police need an answer of their own.
            #expect(try await change(.add, house.charity, by: lead).map(\.field) == ["organisation"])
            try await house.answer(.support, .given, of: victim, by: lead)
            #expect(try await change(.add, house.charity, by: lead) == [])
            #expect(try await change(.add, house.police, by: lead).map(\.field) == ["organisation"])
            #expect(try await isSeen(by: charity))
            #expect(try await change(.add, house.housing, by: charity).map(\.field) == [""])
            #expect(try await change(.remove, house.council, by: lead).map(\.field) == ["organisation"])
            // Declined after it was given is as unwanted as taken back; the one that began is no exception once another leads.
            func isUnwanted() async throws -> Bool { try await house.desk.one(victim, as: house.coordinator).hasUnwantedHelp }
            #expect(try await !isUnwanted())
            try await house.answer(.support, .declined, of: victim, by: lead)
            #expect(try await isUnwanted())
            try await house.answer(.support, .given, of: victim, by: lead)
            #expect(try await !isUnwanted())
            #expect(try await change(.lead, house.charity, by: lead) == [])
            try await house.answer(.support, .withdrawn, of: victim, by: lead)
            #expect(try await isUnwanted())
            try await house.answer(.support, .given, of: victim, by: lead)
            #expect(try await change(.remove, house.council, by: lead) == [])
            #expect(try await !isSeen(by: lead))
            #expect(try await isSeen(by: charity))
        }
    }

    @Test("opens who they are for a purpose alone, and journals it with the purpose sealed", arguments: EngineKind.available)
    func identity(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let victim = try await house.begin(identity: Self.identity, by: worker)
            #expect(try await house.desk.revealIdentity(of: victim, purpose: "see", by: worker).problems.map(\.field) == ["purpose"])
            let opened = try await house.desk.revealIdentity(of: victim, purpose: "To write the referral", by: worker)
            #expect(opened.result == Self.identity)
            let entries = try await engine.read { transaction in
                try transaction.rows(
                    "SELECT detail FROM journal_entries WHERE verb = 'reveal-victim-identity'", { try $0.next(String.self) })
            }
            #expect(entries.count == 1)
            #expect(entries[0].hasPrefix("purpose ") && !entries[0].contains("referral"))
            await #expect(throws: AccessError.notVisible) {
                _ = try await house.desk.revealIdentity(
                    of: victim, purpose: "To write the referral", by: house.member(of: house.police))
            }
        }
    }

    @Test("holds a date of birth and an age that agree", arguments: EngineKind.available)
    func age(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            var facts = PathwayHouse.adult
            let child = VictimIdentity(firstName: "Ana", bornOn: house.clock.now.day.adding(days: -15 * 365))
            let draft = OpenPathway.Draft(facts: facts, identity: child)
            #expect(try await house.desk.open(draft, by: worker, key: house.key()).problems.map(\.field) == ["age_group"])
            facts.age = AgeStanding(basis: .disputed, group: .adult)
            let victim = try await house.begin(facts, identity: child, by: worker)
            let file = try await house.desk.one(victim, as: worker)
            #expect(file.route.route == .childReferral)
            #expect(file.victim.adultFromMonth == AgeStanding.eighteenth(of: try #require(child.bornOn)).isoMonth)
            facts.age = AgeStanding(basis: .known, group: .adult)
            let outcome = try await house.desk.changeFacts(of: victim, facts, by: worker, expecting: 1, key: house.key())
            #expect(outcome.problems.map(\.field) == ["age_group"])
        }
    }

    @Test("keeps what was told as it was told, adds to it, and opens it to those who help", arguments: EngineKind.available)
    func accounts(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let victim = try await house.begin(by: worker)
            for words in ["The van came before six.\nNobody left.", "In May the passports were taken."] {
                let outcome = try await house.desk.writeAccount(
                    of: victim, WriteAccount.Draft(takenOn: house.clock.now.day, source: .firstHand, words: words), by: worker,
                    key: house.key())
                #expect(outcome.problems == [])
            }
            let opened = try await house.desk.readAccounts(of: victim, by: house.coordinator).result
            #expect(opened?.map(\.words) == ["The van came before six.\nNobody left.", "In May the passports were taken."])
            let empty = try await house.desk.writeAccount(
                of: victim, WriteAccount.Draft(takenOn: nil, source: nil, words: ""), by: worker, key: house.key())
            #expect(empty.problems.map(\.field) == ["taken_on", "source", "words"])
        }
    }

    @Test("keeps nothing in the clear that tells who they are, whatever is written into it", arguments: EngineKind.available)
    func secrecy(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let victim = try await house.begin(identity: Self.identity, by: worker)
            let contact = SafeContact(
                phone: "07700 900881", email: "zephyrine@example.org", address: "Nettlebed Cottage", times: "when Radu is out",
                from: "09:00", until: "15:00", codeWord: "marmalade", warnings: "never say Lantern House")
            _ = try await house.desk.keepSafeContact(
                of: victim, KeepSafeContact.Draft(rule: .safeWaysOnly, unsafeWays: [.email], contact: contact), by: worker,
                expecting: nil, key: house.key())
            #expect(try await house.desk.openSafeContact(of: victim, by: worker).result == contact)
            _ = try await house.desk.writeAccount(
                of: victim,
                WriteAccount.Draft(
                    takenOn: house.clock.now.day, source: .firstHand, words: "Radu Negrescu took my passport",
                    circumstances: "Told to Quillane in the kitchen"), by: worker, key: house.key())
            try await house.answer(.nrm, .given, of: victim, by: worker)
            _ = try await house.desk.close(
                victim, reason: "returned-home", note: "Gone to her aunt Despina", by: worker, key: house.key())
            let everything = try await engine.read { try wholeDatabase($0) }
            #expect(everything.contains("potential_victims") && everything.contains("returned-home"))
            for planted in [
                "Ruxandra", "Vasilescu", "Zephyrine", "HO7719923", "1997-05-19", "900881", "Nettlebed", "Radu", "marmalade",
                "Negrescu", "Quillane", "Despina",
            ] {
                #expect(!everything.localizedCaseInsensitiveContains(planted), "\(planted) stands in the database")
            }
        }
    }

    @Test("goes to no agency that the concern's circle holds, and into no list of theirs", arguments: EngineKind.available)
    func neitherSideLeaks(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let police = house.member(of: house.police)
            let concern = try await house.concern(heldBy: [house.council, house.police])
            let outcome = try await house.desk.open(
                OpenPathway.Draft(facts: PathwayHouse.adult, identity: Self.identity, concern: concern),
                by: house.member(of: house.council), key: house.key())
            let victim = try #require(outcome.result)
            #expect(try await house.desk.one(victim, as: house.member(of: house.council)).victim.concern == concern)
            await #expect(throws: AccessError.notVisible) { _ = try await house.desk.one(victim, as: police) }
            #expect(try await house.desk.list(VictimQuery(stage: .all), as: police).items == [])
            let page = try await house.get("?stage=all", as: police)
            #expect(page.status == .ok && !page.body.contains("P-"))
        }
    }
}

/// Every value of every table that holds anything of anybody, as it lies there.
private func wholeDatabase(_ transaction: any Transaction) throws -> String {
    let others: [StaticString] = ["sealed_values", "journal_entries", "drafts", "idempotency_keys", "code_values"]
    var text = ""
    // The index of words is a table of its own on SQLite alone, and holds words of concerns.
    for table in Relation.allCases.filter({ $0 != .concernWordRows }).map(\.table) + others {
        text += "\n\(table)\n"
        let statement = Statement(stringLiteral: table)
        try transaction.forEach("SELECT * FROM \(statement)") { row in
            for _ in row.columnNames {
                switch try row.nextValue() {
                case .text(let value): text += "\(value) "
                case .bytes(let bytes): text += "\(String(decoding: bytes, as: UTF8.self)) "
                case .integer, .null: break
                }
            }
        }
    }
    return text
}
