import Access
import Concerns
import Design
import HTML
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Subjects

@Suite("What others are told blindly")
struct BlindAnswerTests {
    @Test("is a kind and whom to speak to, and nothing else", arguments: EngineKind.available)
    func told(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let first = try await ground.raise(phone: "+44 7700 900123", by: ground.housing)
            let second = try await ground.raise(by: ground.charity)
            let charity = ground.viewer(ground.charity)
            let heard = try await ground.read(as: charity) { try $0.heardBlindly(of: second) }
            #expect(heard.map(\.holderName) == ["Housing"])
            #expect(heard.first?.contacts == ["Contact at Housing"])
            #expect(heard.first?.label == SubjectGround.phone)
            let page = try await ground.get("/concerns/\(second)", as: charity)
            #expect(page.body.contains("Another member holds an interest in this telephone number"))
            #expect(page.body.contains("Speak to Housing: Contact at Housing"))
            let reference = try await ground.reference(first)
            for path in [
                "/concerns/\(second)", "/concerns/\(second)/links", "/subjects", "/subjects/hot-spots?kind=phone", "/subjects/proposals",
            ] {
                let answer = try await ground.get(path, as: charity)
                #expect(answer.status == .ok, "\(path)")
                #expect(!answer.body.contains(reference), "\(path)")
                #expect(!answer.body.contains(first.text), "\(path)")
            }
            // The first agency was asked by nobody when it wrote; now it is shown who was told.
            #expect(try await ground.read(as: ground.viewer(ground.housing)) { try $0.heardBlindly(of: first) }.isEmpty)
            let given = try await ground.read(as: ground.viewer(ground.housing)) { try $0.toldBlindly(of: first) }
            #expect(given.map(\.asker) == ["Hope Charity"])
            await #expect(throws: AccessError.notVisible) {
                try await ground.read(as: charity) { try $0.givesBlindAnswers(first) }
            }
            // The journal has it on both sides.
            let entries = try await ground.texts(
                "SELECT verb || ' ' || record_id FROM journal_entries WHERE event = 'disclosure' ORDER BY verb")
            #expect(entries == ["answer-blindly \(first)", "hear-blindly \(second)"])
            // Asked again, it is not told a second time.
            _ = try await ground.subjects.askBlindly(of: second, by: charity)
            #expect(try await ground.texts("SELECT id FROM blind_answers").count == 1)
        }
    }

    @Test("is not needed inside the circle, where the concern itself is shown", arguments: EngineKind.available)
    func inside(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let first = try await ground.raise(by: ground.housing)
            let second = try await ground.raise(by: ground.housing)
            let housing = ground.viewer(ground.housing)
            #expect(try await ground.read(as: housing) { try $0.heardBlindly(of: second) }.isEmpty)
            let page = try await ground.get("/concerns/\(second)", as: housing)
            #expect(page.body.contains(try await ground.reference(first)))
            #expect(try await ground.texts("SELECT id FROM blind_answers").isEmpty)
        }
    }

    @Test(
        "is withheld where its owner says so, where there is a conflict, before a report is checked, and from those removed",
        arguments: EngineKind.available, ["switch", "conflict", "unchecked", "declined", "removed", "person"])
    func withheld(kind: EngineKind, why: String) async throws {
        try await withSubjects(kind) { ground in
            var mention = MentionDraft(kind: "phone", value: SubjectGround.phone)
            if why == "person" { mention = MentionDraft(kind: "person", description: "Driver", name: "Zorica Quillmoor") }
            let first = try await ground.raise([mention], by: ground.housing)
            switch why {
            case "switch":
                #expect(
                    try await ground.post(
                        "/concerns/\(first)/links/blind-answers", [("blind_answers", "off")], as: ground.viewer(ground.police)
                    ).status == .notFound)
                #expect(
                    try await ground.post(
                        "/concerns/\(first)/links/blind-answers", [("blind_answers", "off")], as: ground.viewer(ground.housing)
                    ).status == .seeOther)
            case "conflict":
                try await ground.change(
                    """
                    INSERT INTO scoping_rounds (id, concern_id, partnership_id, number, question, opened_at, due_at, closing_summary)
                    VALUES ('r', \(first), \(ground.partnership), 1, '', 0, 0, '')
                    """)
                try await ground.change(
                    """
                    INSERT INTO scoping_requests (id, round_id, concern_id, partnership_id, organisation_id, version, sent_at, due_at,
                        reminders, answer, summary, grading, conditions, speak_to, is_waiting)
                    VALUES ('q', 'r', \(first), \(ground.partnership), \(ground.police), 1, 0, 0, 0, 'conflict', '', '', '', '', 0)
                    """)
            case "unchecked": try await ground.change("UPDATE concerns SET status = 'awaiting-check' WHERE id = \(first)")
            case "declined": try await ground.change("UPDATE concerns SET declined_at = 1 WHERE id = \(first)")
            case "removed":
                try await ground.change(
                    """
                    INSERT INTO circles (concern_id, organisation_id, partnership_id, sees_answers, sees_victims, basis, added_at, removed_at)
                    VALUES (\(first), \(ground.charity), \(ground.partnership), 0, 0, '', 0, 1)
                    """)
            default: break
            }
            let second = try await ground.raise([mention], by: ground.charity)
            #expect(try await ground.read(as: ground.viewer(ground.charity)) { try $0.heardBlindly(of: second) }.isEmpty)
            let typed = try await ground.subjects.lookUp(ground.draft([mention]), by: ground.viewer(ground.charity))
            #expect(typed.notices.isEmpty)
            #expect(try await ground.texts("SELECT id FROM blind_answers").isEmpty)
        }
    }

    @Test(
        "is said while a concern is typed, beside what the circle knows, and nothing of what is typed is kept",
        arguments: EngineKind.available)
    func typed(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let first = try await ground.raise(by: ground.housing)
            let own = try await ground.raise(
                [MentionDraft(kind: "vehicle", value: "QI14 QIQ")], place: "12 Anvil Street", postcode: "B69 4AA", by: ground.charity)
            let fields = [
                ("look", "yes"), ("seen", "Typed and not saved"), ("phone_1_value", "07700900123"), ("vehicle_1_value", "q114 qiq"),
                ("place", "12 Anvil St"), ("postcode", "B69 4AA"),
            ]
            let answer = try await ground.post("/concerns/new", fields, as: ground.viewer(ground.charity))
            #expect(answer.status == .ok)
            #expect(answer.body.contains("Another member holds an interest in this telephone number</strong>, 07700900123"))
            #expect(answer.body.contains("Speak to Housing"))
            #expect(answer.body.contains(try await ground.reference(own)))
            #expect(answer.body.contains("vehicle written nearly so, QI14 QIQ"))
            #expect(answer.body.contains("premises written nearly so"))
            #expect(answer.body.contains("Typed and not saved"))
            #expect(!answer.body.contains(try await ground.reference(first)))
            #expect(try await ground.texts("SELECT id FROM concerns").count == 2)
            // Whoever holds it is shown that somebody asked.
            #expect(
                try await ground.read(as: ground.viewer(ground.housing)) { try $0.toldBlindly(of: first) }.map(\.asker) == ["Hope Charity"])
            // The coordinator sees the concern itself.
            let whole = try await ground.post("/concerns/new", fields, as: ground.coordinator)
            #expect(whole.body.contains(try await ground.reference(first)))
            #expect(!whole.body.contains("Another member"))
        }
    }

    @Test("is asked for by a script with one field alone, and answered with the panel alone", arguments: EngineKind.available)
    func byItself(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            _ = try await ground.raise(by: ground.housing)
            let form = try await ground.get("/concerns/new", as: ground.viewer(ground.charity))
            #expect(form.body.contains("data-look=\"place+postcode residence person_1_name"))
            #expect(form.body.contains(Asset.lookUp.link.text))
            let fields = [("look", "yes"), ("phone_1_value", "07700900123")]
            let answer = try await ground.fetch("/concerns/new", fields, as: ground.viewer(ground.charity))
            #expect(answer.status == .ok)
            #expect(answer.body.hasPrefix("<section class=\"card\" id=\"known-already\">"))
            #expect(answer.body.contains("Another member holds an interest in this telephone number</strong>, 07700900123"))
            #expect(!answer.body.contains("<form"))
            // It leaves the same trace as the button.
            let entries = try await ground.texts(
                "SELECT verb FROM journal_entries WHERE verb IN ('look-up-mentions', 'answer-blindly') ORDER BY verb")
            _ = try await ground.post("/concerns/new", fields, as: ground.viewer(ground.charity))
            let twice = try await ground.texts(
                "SELECT verb FROM journal_entries WHERE verb IN ('look-up-mentions', 'answer-blindly') ORDER BY verb")
            #expect(twice.sorted() == (entries + entries).sorted() && !entries.isEmpty)
            #expect(try await ground.texts("SELECT id FROM concerns").count == 1)
            // Whoever may not raise a concern learns nothing this way either.
            #expect(try await ground.fetch("/concerns/new", fields, as: ground.viewer(ground.charity, [.analyst])).status == .forbidden)
        }
    }

    @Test("is not hidden by a number that everybody has", arguments: EngineKind.available)
    func common(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            let rare = try await ground.raise([MentionDraft(kind: "vehicle", value: "QI14 QIQ")], by: ground.charity)
            _ = try await ground.raise([MentionDraft(kind: "vehicle", value: "QI15 QIQ")], by: ground.housing)
            for _ in 0..<25 { _ = try await ground.raise(by: ground.charity) }
            for _ in 0..<25 { _ = try await ground.raise(by: ground.police) }
            let draft = ground.draft([
                MentionDraft(kind: "phone", value: SubjectGround.phone), MentionDraft(kind: "vehicle", value: "QI14 QIQ"),
                MentionDraft(kind: "vehicle", value: "QI15 QIQ"),
            ])
            let known = try await ground.subjects.lookUp(draft, by: ground.viewer(ground.charity))
            #expect(known.mentions.count { $0.place == 0 } == 20)
            #expect(known.mentions.contains { $0.line.source == .concern(rare) })
            #expect(Set(known.notices.compactMap(\.holderName)) == ["Police", "Housing"])
        }
    }

    @Test("stays on record when the mention is struck out, which takes its proposals along", arguments: EngineKind.available)
    func struckOut(kind: EngineKind) async throws {
        try await withSubjects(kind) { ground in
            _ = try await ground.raise(by: ground.housing)
            let second = try await ground.raise(by: ground.charity)
            _ = try await ground.subjects.linkAll(by: ground.machine)
            #expect(try await ground.texts("SELECT id FROM subject_proposals").count == 1)
            let mention = try #require(try await ground.read(as: ground.coordinator) { try $0.concern(second).mentions.first })
            let draft = AmendConcern.Draft(
                concern: ground.draft([MentionDraft(kind: "phone", value: "07700 900999")]), struckOut: [mention.id])
            let outcome = try await ground.concerns.amend(second, draft, by: ground.coordinator, expecting: nil, key: nil)
            #expect(outcome.result == second)
            #expect(try await ground.texts("SELECT id FROM subject_proposals").isEmpty)
            #expect(try await ground.texts("SELECT label FROM subject_mentions WHERE concern_id = \(second)") == ["07700 900999"])
            #expect(try await ground.texts("SELECT id FROM blind_answers").count == 1)
        }
    }
}
