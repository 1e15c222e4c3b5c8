import Access
import Foundation
import HTTPTypes
import Kernel
import PageTestSupport
import Schema
import Store
import TestSupport
import Testing
import Web

@testable import Pathways

@Suite("What nobody learns of somebody who is looked after")
struct SupportSecrecyTests {
    /// Words that are typed into every text of every kind.
    private static let planted = "Zorica Quillfeather"

    private static func drafts(_ ground: SupportGround) -> [SupportDraft] {
        SupportKind.allCases.map { kind in
            let words = Dictionary(uniqueKeysWithValues: kind.form.texts.map { ($0.name, planted) })
            var draft = SupportDraft(kind, status: kind.form.stages[0].status, words: words)
            draft.reviewOn = ground.today.adding(days: 1)
            switch kind {
            case .missing:
                draft.code = "safe-house"
                draft.answers = ["police": "yes"]
                draft.startsOn = ground.today
            case .risk:
                (draft.code, draft.likelihood, draft.impact) = ("self-harm", 4, 4)
            case .need: draft.code = "health"
            case .stay:
                (draft.code, draft.startsOn, draft.status, draft.address) = ("safe-house", ground.today, .current, planted)
            case .contact:
                (draft.code, draft.startsOn, draft.organisation) = ("call", ground.today, ground.charity)
                draft.answers = ["direction": "we"]
            case .guardian: (draft.code, draft.startsOn) = ("child-trafficking-direct", ground.today)
            case .dependant:
                draft.code = "child"
                draft.answers = ["age": "under-5", "place": "abroad", "at_risk": "yes"]
            case .preference: draft.code = "breaks"
            case .transition: break
            case .moveOn: draft.code = "family"
            case .offer: draft.code = "support"
            case .outcome: (draft.code, draft.startsOn, draft.status) = ("6", ground.today, .notReached)
            }
            return draft
        }
    }

    /// Somebody with an entry of every kind, each of which says the planted words.
    private static func full(_ ground: SupportGround) async throws -> ID<PotentialVictim> {
        let identity = VictimIdentity(firstName: planted, bornOn: ground.today.adding(months: -17 * 12 - 9))
        let child = AgeStanding(basis: .known, group: .child)
        let victim = try await ground.open(identity, age: child)
        _ = try await ground.open(identity, age: child)
        try await ground.backdate(victim, to: ground.today.adding(months: -7))
        try await ground.consent(.statistics, .given, of: victim)
        try await ground.agree(.safeWaysOnly, SafeContact(phone: planted, codeWord: planted), for: victim)
        for draft in drafts(ground) {
            let entry = try await ground.add(draft, for: victim)
            _ = try await ground.desk.openSupport(entry, by: ground.worker)
            var changed = draft
            changed.words["note"] = "\(planted) again"
            let outcome = try await ground.desk.changeSupport(entry, changed, by: ground.worker, expecting: 1, key: ground.key())
            #expect(outcome.problems == [])
        }
        return victim
    }

    @Test("the planted name stands in no column of any table", arguments: EngineKind.available)
    func columns(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            _ = try await Self.full(ground)
            for table in try await Self.tables(ground) {
                for text in try await Self.whole(table, in: engine) {
                    #expect(!text.contains("Quillfeather") && !text.lowercased().contains("zorica"), "\(table.rendered(for: .sqlite).text)")
                }
            }
        }
    }

    /// The tables that an entry, its history, its opening and a second sending of its form leave something in.
    private static func tables(_ ground: SupportGround) async throws -> [Statement] {
        [
            "SELECT * FROM support_entries", "SELECT * FROM potential_victims", "SELECT * FROM sealed_values",
            "SELECT * FROM record_changes", "SELECT * FROM journal_entries", "SELECT * FROM victim_marks",
            "SELECT * FROM met_again", "SELECT * FROM idempotency_keys",
        ]
    }

    private static func whole(_ statement: Statement, in engine: any Engine) async throws -> [String] {
        let found = try await engine.read { transaction in
            try transaction.rows(statement) { row in
                try row.columnNames.map { _ in
                    switch try row.nextValue() {
                    case .text(let text): text
                    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
                    case .integer, .null: ""
                    }
                }.joined(separator: "|")
            }
        }
        #expect(!found.isEmpty, "\(statement.rendered(for: .sqlite).text) holds nothing")
        return found
    }

    @Test("the planted name stands in no database file")
    func file() async throws {
        try await withTestDatabase(.sqlite, migrations: Migration.all) { database in
            guard case .sqlite(let path) = database.address.place else { return }
            let ground = try await SupportGround(database.engine)
            _ = try await Self.full(ground)
            await database.engine.close()
            for suffix in ["", "-wal"] {
                guard let bytes = FileManager.default.contents(atPath: path + suffix) else { continue }
                #expect(bytes.range(of: Data("Quillfeather".utf8)) == nil, "\(suffix)")
                if suffix.isEmpty { #expect(bytes.range(of: Data("support_entries".utf8)) != nil) }
            }
        }
    }

    @Test("no title, no address and no list says the planted name", arguments: EngineKind.available)
    func pages(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await Self.full(ground)
            let entries = try await ground.file(victim).lines
            #expect(entries.count == SupportKind.allCases.count)
            for path in ["", "/due", "/due?show=outcomes", "/due?show=adulthood", "/\(victim)", "/\(victim)/support"] {
                let page = try await ground.get(path, as: ground.worker)
                #expect(page.status == .ok, "\(path)")
                #expect(!page.body.contains("Quillfeather"), "\(path)")
            }
            for entry in entries {
                for path in ["/\(victim)/support/\(entry.id)", "/\(victim)/support/\(entry.id)/change"] {
                    let page = try await ground.get(path, as: ground.worker)
                    #expect(page.body.contains("Quillfeather"), "\(entry.kind): \(path)")
                    let title = page.body.split(separator: "<title>").last?.split(separator: "</title>").first ?? ""
                    #expect(title.contains("P-"), "\(path)")
                    #expect(!title.contains("Quillfeather"), "\(path)")
                    for link in page.body.split(separator: "href=\"").dropFirst() {
                        #expect(!link.prefix { $0 != "\"" }.contains("Quillfeather"), "\(path)")
                    }
                }
            }
        }
    }

    @Test("every opening is in the journal, and a refusal too", arguments: EngineKind.available)
    func journal(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await SupportGround(engine)
            let victim = try await ground.open()
            let entry = try await ground.add(ground.need("Words"), for: victim)
            _ = try await ground.desk.openSupport(entry, by: ground.worker)
            await #expect(throws: AccessError.notVisible) { try await ground.desk.openSupport(entry, by: ground.nurse) }
            let found = try await ground.texts("SELECT verb FROM journal_entries WHERE record_id = \(entry) ORDER BY verb")
            #expect(found == ["add-support", "open-support", "refused-open-support"])
        }
    }
}
