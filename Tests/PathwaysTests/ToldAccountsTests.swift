import Access
import HTTPTypes
import Kernel
import PageTestSupport
import ReferralForm
import Store
import TestSupport
import Testing
import Web

@testable import Pathways

@Suite("What somebody told, used in a referral")
struct ToldAccountsTests {
    private static let words = "He took my papers on the first evening. 🕯 We slept in the container."

    private struct Story {
        let ground: ReferralCase
        let victim: ID<PotentialVictim>
        let referral: ID<Referral>
        let account: ID<VictimAccount>

        init(_ engine: any Engine, variant: ReferralVariant = .adultWithSupport, words: String = ToldAccountsTests.words) async throws {
            ground = try await ReferralCase(engine)
            victim = try await ground.person(for: variant)
            account = try await Story.tell(words, of: victim, ground)
            referral = try await ground.started(victim)
        }

        static func tell(_ words: String, of victim: ID<PotentialVictim>, _ ground: ReferralCase) async throws -> ID<VictimAccount> {
            let draft = WriteAccount.Draft(takenOn: ground.clock.now.day, source: .firstHand, words: words)
            #expect(try await ground.desk.writeAccount(of: victim, draft, by: ground.supporter, key: ground.key()).problems == [])
            return try #require(try await ground.desk.one(victim, as: ground.supporter).accounts.last).id
        }

        var part: String { "/\(victim.text)/referrals/\(referral.text)/parts/background" }

        func put(
            _ account: String, into field: String, typed: [(String, String)] = [], as viewer: Viewer? = nil, at part: String? = nil
        ) async throws -> PageAnswer {
            let asked = ReferralForm.questions(under: .background, try await ground.file(referral, of: victim).opened.answers)
                .flatMap { $0 }.map(\.code).joined(separator: " ")
            return try await ground.post(
                "\(part ?? self.part)/told", [("asked", asked), ("told_account", account), ("told_into", field)] + typed,
                as: viewer ?? ground.constable)
        }

        var readings: Int {
            get async throws { try await ground.texts("SELECT verb FROM journal_entries WHERE verb = 'read-accounts'").count }
        }
    }

    @Test(
        "stands at the end of the answer under its day, is kept until it is saved, and its opening is in the journal",
        arguments: EngineKind.available)
    func put(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let story = try await Story(engine)
            let ground = story.ground
            let offered = try await ground.get(story.part, as: ground.constable).body
            #expect(offered.contains("Use what they told") && offered.contains("told by themselves, to"))
            #expect(!offered.contains("container") && !offered.contains("papers"))
            #expect(try await story.readings == 0)
            let typed = [("family", "Two sisters"), ("birthplace", "Lezhë")]
            let answer = try await story.put(story.account.text, into: "family", typed: typed)
            #expect(answer.status == .seeOther && answer.location.hasSuffix("/parts/background?done=told"))
            #expect(try await story.readings == 1)
            // Nothing is saved before the writer has read it through.
            #expect(try await ground.file(story.referral, of: story.victim).opened.answers["family"] != .text("Two sisters"))
            let page = try await ground.get(story.part, as: ground.constable).body
            let line = "Told by themselves on \(ground.clock.now.day.text) ("
            #expect(page.contains("Two sisters\n\n\(line)") && page.contains(Self.words) && page.contains("Lezhë"))
            // Sent twice it is put in once; another writer is shown nothing of it.
            #expect(try await story.put(story.account.text, into: "family", typed: typed).status == .seeOther)
            #expect(try await ground.get(story.part, as: ground.constable).body.ranges(of: Self.words).count == 1)
            #expect(!(try await ground.get(story.part, as: ground.supporter)).body.contains(Self.words))
            // What stands in the answer already is not put in again.
            let again = try await story.put(
                story.account.text, into: "family", typed: [("family", "Two sisters\n\n\(line)Safe):\n\(Self.words)")])
            #expect(again.status == .unprocessableContent && again.body.contains("stands in the answer already"))
            let whole = PageValues.of(FormData.baseField, in: page)
            #expect(!whole.isEmpty)
            let saved = try await ground.post(
                story.part, [("asked", "family birthplace"), ("family", "Two sisters\n\n\(Self.words)"), ("birthplace", "Lezhë")],
                as: ground.constable)
            #expect(saved.status == .seeOther)
            #expect(
                try await ground.file(story.referral, of: story.victim).opened.answers["family"] == .text("Two sisters\n\n\(Self.words)"))
            #expect(!(try await ground.get(story.part, as: ground.constable)).body.contains("What you typed before"))
            for statement: Statement in [
                "SELECT summary || differences FROM record_changes", "SELECT COALESCE(detail, '') || verb FROM journal_entries",
            ] {
                #expect(!(try await ground.texts(statement).joined()).contains("container"))
            }
        }
    }

    @Test("does not go in where it is too long, counted as the form counts, and nothing typed is lost", arguments: EngineKind.available)
    func tooLong(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            // 7,000 candles are 14,000 units, and a text of 7,000 characters.
            let story = try await Story(engine, words: String(repeating: "🕯", count: 7_000))
            let (ground, day) = (story.ground, story.ground.clock.now.day)
            let typed = String(repeating: "x", count: 990)
            let refused = try await story.put(story.account.text, into: "family", typed: [("family", typed), ("birthplace", "Lezhë")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("the form takes 15000") && refused.body.contains("Nothing was changed"))
            #expect(refused.body.contains(typed) && refused.body.contains("Lezhë") && !refused.body.contains("🕯"))
            let line = try #require(try await ground.desk.one(story.victim, as: ground.constable).accounts.first)
            let room = 15_000 - ReuseAccount.appended(.init(words: "", circumstances: ""), line, to: "").utf16.count - 14_000 - 2
            #expect(room > 0 && !day.text.isEmpty)
            let fits = try await story.put(
                story.account.text, into: "family", typed: [("family", String(repeating: "x", count: room))])
            #expect(fits.status == .seeOther)
            let over = try await story.put(
                story.account.text, into: "family", typed: [("family", String(repeating: "x", count: room + 1))])
            #expect(over.status == .unprocessableContent)
        }
    }

    @Test(
        "is for those who may open it, for a draft, and for an answer that its part asks in words",
        arguments: EngineKind.available)
    func refused(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let story = try await Story(engine)
            let ground = story.ground
            let other = try await ground.person()
            let foreign = try await Story.tell("Another's words entirely", of: other, ground)
            for (account, field) in [
                ("", "family"), ("nothing", "family"), (foreign.text, "family"), (story.account.text, ""),
                (story.account.text, "birthplace"), (story.account.text, "pigeons"), (story.account.text, "professional-insight"),
            ] {
                let answer = try await story.put(account, into: field, typed: [("birthplace", "Lezhë")])
                #expect(answer.status == .unprocessableContent, "\(account) \(field)")
                #expect(answer.body.contains("Lezhë") && !answer.body.contains("container"), "\(account) \(field)")
                #expect(!answer.body.contains("Another's words"), "\(account) \(field)")
            }
            #expect(try await story.readings == 0)
            #expect(try await story.put(story.account.text, into: "family", as: ground.outsider).status == .notFound)
            let crossed = story.part.replacing(story.victim.text, with: other.text)
            #expect(try await story.put(story.account.text, into: "family", at: crossed).status == .notFound)
            #expect(try await ground.get("\(story.part)/told", as: ground.constable).location.hasSuffix("/parts/background"))
            #expect(try await ground.get("\(story.part)/told", as: ground.outsider).status == .notFound)
            #expect(try await ground.desk.setAsideReferral(story.referral, by: ground.constable, key: ground.key()).problems == [])
            let late = try await story.put(story.account.text, into: "family")
            #expect(late.status == .seeOther && late.location.hasSuffix(story.referral.text))
            #expect(try await story.readings == 0)
        }
    }

    @Test("never goes into a report without a name", arguments: EngineKind.available)
    func anonymous(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let story = try await Story(engine, variant: .anonymousNotification)
            let page = try await story.ground.get(story.part, as: story.ground.constable)
            #expect(page.status == .ok && !page.body.contains("Use what they told"))
            let answer = try await story.put(story.account.text, into: "family")
            #expect(answer.status == .unprocessableContent && answer.body.contains("takes no account as it was told"))
            #expect(try await story.readings == 0)
        }
    }
}
