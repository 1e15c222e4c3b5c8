import Access
import Accounts
import Foundation
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Site

/// Every form that is filled in from a version of a record, opened by two people at once.
@Suite("Two people at one form")
struct TwoEditorsTests {
    /// One form, and how two people fill it in.
    struct VersionedForm: Sendable, CustomTestStringConvertible {
        /// The type that draws it.
        let page: String
        let author: String
        /// Answers the path of a record that has the form, without the partnership.
        let path: Statement
        /// Fields that both fill in, for the form to be accepted.
        var common: KeyValuePairs<String, String> = [:]
        /// The field in which the two differ.
        let field: String
        /// What the second is answered, and what comes of sending the comparison back with their own words.
        var told = 409
        var settled = 303

        var testDescription: String { page }
    }

    private static let coordinator = "coordinator@sandwell.example"
    private static let open: Statement =
        "FROM concerns c JOIN partnerships p ON p.id = c.partnership_id WHERE p.slug = 'sandwell' AND c.is_open = 1"

    static let forms: [VersionedForm] = [
        VersionedForm(
            page: "TriagePage", author: coordinator,
            path: "SELECT 'concerns/' || c.id || '/triage' \(open) AND c.status = 'triaged' ORDER BY c.id LIMIT 1",
            field: "threat"),
        VersionedForm(
            page: "AmendPage", author: coordinator,
            path: "SELECT 'concerns/' || c.id || '/amend' \(open) AND c.status = 'triaged' ORDER BY c.id LIMIT 1",
            field: "inferred"),
        VersionedForm(
            page: "DecidePage", author: coordinator,
            path: "SELECT 'concerns/' || c.id || '/decide' \(open) AND c.response = 'joint' ORDER BY c.id LIMIT 1",
            field: "rationale"),
        VersionedForm(
            page: "PlanPage", author: coordinator,
            path: "SELECT 'concerns/' || c.id || '/plan' \(open) AND c.response = 'significant' ORDER BY c.id LIMIT 1",
            common: [
                "planning_meeting_on-day": "30", "planning_meeting_on-month": "3", "planning_meeting_on-year": "2020",
                "planning_meeting_notes": "All agencies met.",
            ], field: "tactical_plan"),
        // The first closes it: the second is shown both, and then told that it is closed, with their words kept.
        VersionedForm(
            page: "ClosePage", author: coordinator,
            path: "SELECT 'concerns/' || c.id || '/close' \(open) AND c.response = 'single' ORDER BY c.id LIMIT 1",
            common: [
                "reason": "no-exploitation-found", "left_reason": "Nothing more can be done",
                "report_back": "We looked into it, thank you.",
            ], field: "summary", settled: 422),
        VersionedForm(
            page: "StrandPage", author: coordinator,
            path: """
                SELECT 'concerns/' || s.concern_id || '/strands/' || s.kind FROM strands s
                WHERE s.concern_id IN (SELECT c.id \(open)) ORDER BY s.id LIMIT 1
                """, field: "plan"),
        VersionedForm(
            page: "TaskPage", author: coordinator,
            path: """
                SELECT 'concerns/' || t.concern_id || '/tasks/' || t.id FROM tasks t
                WHERE t.is_open = 1 AND t.visit_id IS NULL ORDER BY t.id LIMIT 1
                """, field: "result", settled: 0),
        VersionedForm(
            page: "AnswerPage", author: coordinator,
            path: "SELECT 'answers/' || q.id FROM scoping_requests q WHERE q.is_waiting = 1 ORDER BY q.id LIMIT 1",
            common: ["answer": "cannot-share"], field: "speak_to"),
        VersionedForm(
            page: "VisitPlanPage", author: coordinator,
            path: "SELECT 'visits/' || v.id || '/plan' FROM visits v WHERE v.status = 'planned' ORDER BY v.id LIMIT 1",
            field: "briefing"),
        VersionedForm(
            page: "AttendancePage", author: coordinator,
            path: """
                SELECT 'visits/' || a.visit_id || '/attendance/' || a.organisation_id FROM visit_agencies a
                JOIN visits v ON v.id = a.visit_id WHERE v.status = 'made'
                ORDER BY a.visit_id, a.organisation_id LIMIT 1
                """, common: ["attended": "yes"], field: "found"),
        // Before the debrief, which ends it.
        VersionedForm(
            page: "CorrectScreeningPage", author: "hope@sandwell.example",
            path: """
                SELECT 'visits/' || s.visit_id || '/screenings/' || s.id FROM screenings s JOIN people p ON p.id = s.person_id
                JOIN visits v ON v.id = s.visit_id WHERE v.status = 'made' AND p.email = 'hope@sandwell.example'
                ORDER BY s.id LIMIT 1
                """, field: "note"),
        VersionedForm(
            page: "DebriefPage", author: coordinator,
            path: "SELECT 'visits/' || v.id || '/debrief' FROM visits v WHERE v.status = 'made' ORDER BY v.id LIMIT 1",
            common: ["lessons": "Come earlier"], field: "debrief"),
        VersionedForm(
            page: "VisitTaskPage", author: coordinator,
            path: """
                SELECT 'visits/' || t.visit_id || '/tasks/' || t.id FROM tasks t
                WHERE t.is_open = 1 AND t.visit_id IS NOT NULL ORDER BY t.id LIMIT 1
                """, field: "result", settled: 0),
        VersionedForm(
            page: "EditServicePage", author: coordinator,
            path: "SELECT 'pathways/services/' || s.id || '/change' FROM support_services s ORDER BY s.id LIMIT 1", field: "hours"),
        VersionedForm(
            page: "EditReceptionPlanPage", author: coordinator,
            path: "SELECT 'pathways/reception/' || c.id || '/change' FROM reception_centres c ORDER BY c.id LIMIT 1", field: "transport"),
        VersionedForm(
            page: "EditDefinitionPage", author: coordinator,
            path: "SELECT 'pathways/definitions/' || d.id || '/draft' FROM pathway_definitions d ORDER BY d.id LIMIT 1", field: "purpose"),
        VersionedForm(
            page: "PublicationFactsPage", author: coordinator,
            path: "SELECT 'publications/' || p.id || '/change' FROM publications p ORDER BY p.id LIMIT 1", field: "title"),
        VersionedForm(
            page: "SectionPage", author: coordinator,
            path: """
                SELECT 'publications/' || s.publication_id || '/sections/' || s.id FROM publication_sections s
                WHERE s.kind = 'foreword' ORDER BY s.id LIMIT 1
                """, field: "body"),
        VersionedForm(
            page: "StatedFigureFormPage", author: coordinator,
            path: "SELECT 'figures/elsewhere/' || f.id || '/change' FROM stated_figures f WHERE f.key = 'first-responders-trained'",
            common: ["reason": "Counted again"], field: "note"),
        VersionedForm(
            page: "PathwayFixPage", author: coordinator,
            path: "SELECT 'pathways/definitions/' || f.definition_id || '/fixes/' || f.id FROM pathway_fixes f WHERE f.is_open = 1",
            field: "result",
            settled: 0),
        VersionedForm(
            page: "SettingsPage", author: "administrator@sandwell.example", path: "SELECT 'partnership/settings'",
            field: "agreement", told: 422),
        VersionedForm(
            page: "SupportFormPage", author: coordinator,
            path: """
                SELECT 'pathways/' || e.victim_id || '/support/' || e.id || '/change' FROM support_entries e
                WHERE e.kind = 'preference' ORDER BY e.id LIMIT 1
                """, field: "note"),
        VersionedForm(
            page: "ReferralSectionPage", author: coordinator,
            path: """
                SELECT 'pathways/' || r.victim_id || '/referrals/' || r.id || '/parts/background' FROM referrals r
                WHERE r.reference = 'R-DRAFT'
                """, field: "family"),
        // The first returns it: the second is shown that note beside their own, and then told that it was reviewed.
        VersionedForm(
            page: "ReferralReviewPage", author: coordinator,
            path: """
                SELECT 'pathways/' || r.victim_id || '/referrals/' || r.id || '/review' FROM referrals r
                WHERE r.reference = 'R-REVIEW'
                """, common: ["decision": "return"], field: "note", settled: 422),
    ]

    /// What the demonstration lacks: a visit that is still planned, an open task of a visit, and an open reception centre.
    private static func prepare(_ engine: any Engine) async throws {
        _ = try await engine.write { transaction in
            try transaction.run(
                """
                UPDATE visits SET status = 'planned', visited_on = '2020-04-20'
                WHERE id = (SELECT MIN(v.id) FROM visits v WHERE v.status = 'made')
                """)
            try transaction.run(
                """
                UPDATE tasks SET is_open = 1, result = '', done_at = NULL
                WHERE id = (SELECT MIN(t.id) FROM tasks t WHERE t.visit_id IS NOT NULL)
                """)
            try prepareReferrals(transaction)
            try SupportRows.write(to: transaction)
        }
    }

    /// A referral that is written and one that is reviewed, with a wish of each person.
    private static func prepareReferrals(_ transaction: any Transaction) throws {
        let place = try transaction.value("SELECT id FROM partnerships WHERE slug = 'sandwell'", as: String.self)
        for (number, reference, status) in [(1, "R-DRAFT", "draft"), (2, "R-REVIEW", "in-review")] {
            let victim = "018f0000-0000-7000-8000-00000000000\(number)"
            let referral = "018f0000-0000-7000-8000-00000000001\(number)"
            try transaction.run(
                """
                INSERT INTO potential_victims (id, partnership_id, reference, version, status, opened_on, nation, age_basis,
                    age_group, adult_from_month, child_at_exploitation, gender, nationality, second_nationality, language,
                    interpreter, capacity, has_identity, contact_rule, unsafe_ways, closing_reason)
                VALUES (\(victim), \(place), \("P-\(reference)"), 1, 'open', '2020-02-03', 'england', 'known', 'adult', '', '',
                    'female', 'unknown', '', 'unknown', '', 'not-in-doubt', 0, '', '', '')
                """)
            try transaction.run(
                """
                INSERT INTO referrals (id, victim_id, partnership_id, reference, version, kind, is_anonymous, status, started_on,
                    encountered_on, age_group, exploitation, local_authority, competent_authority)
                VALUES (\(referral), \(victim), \(place), \(reference), 1, 'nrm', 0, \(status), '2020-02-03', '2020-02-03', '',
                    '', '', '')
                """)
            try transaction.run(
                """
                INSERT INTO support_entries (id, victim_id, partnership_id, version, kind, code, status, is_open, level, answers,
                    starts_on, starts_at, ends_at, has_address, recorded_at)
                VALUES (\("018f0000-0000-7000-8000-00000000002\(number)"), \(victim), \(place), 1, 'preference', 'breaks',
                    'current', 1, '', '', '2020-03-02', '', '', 0, 0)
                """)
        }
    }

    @Test("shows the second both versions, field by field, and loses nothing", arguments: EngineKind.available)
    func bothVersions(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            try await Self.prepare(demonstration.site.installation.engine)
            for form in Self.forms { try await Self.tryOut(form, demonstration) }
        }
    }

    private static func tryOut(_ form: VersionedForm, _ demonstration: InstalledDemonstration) async throws {
        let site = demonstration.site
        let found = try await site.installation.engine.read { try $0.value(form.path, as: String.self) }
        let path = "/sandwell/\(try #require(found, "the demonstration has no record for \(form.page)"))"
        let (first, second) = (try await demonstration.signIn(form.author), try await demonstration.signIn(form.author))
        func open(_ session: SiteUnderTest.Session) async throws -> PageReader.Form {
            let page = try await site.get(path, as: session)
            let found = PageReader(page.bytes).forms.first { $0.method == "post" && $0.value(form.field) != nil }
            return try #require(found, "\(form.page): \(path) is \(page.status) and has no field \(form.field)")
        }
        func send(_ one: PageReader.Form, _ words: String, _ session: SiteUnderTest.Session) async throws
            -> SiteUnderTest.Answer
        {
            var fields = one.sending([form.field: words])
            fields.removeAll { field in form.common.contains { $0.key == field.0 } }
            fields += form.common.map { ($0.key, $0.value) }
            return try await site.post(one.action, FormData(fields: fields.map { (name: $0.0, value: $0.1) }).bytes, as: session)
        }
        let (mine, theirs) = (try await open(first), try await open(second))
        let saved = try await send(mine, "What the first one wrote", first)
        let said = saved.body.split(separator: "error-summary").dropFirst().first.map { String($0.prefix(400)) } ?? ""
        #expect(saved.status == 303, "\(form.page): the first is answered \(saved.status) \(said)")
        let told = try await send(theirs, "What the second one wrote", second)
        #expect(told.status == form.told, "\(form.page): the second is answered \(told.status)")
        for words in ["What the first one wrote", "What the second one wrote"] {
            #expect(told.bytes.holds(words), "\(form.page): “\(words)” is not shown")
        }
        guard form.settled != 0 else { return }
        let again = PageReader(told.bytes).forms.first { $0.action == theirs.action && $0.method == "post" }
        let comparison = try #require(again, "\(form.page): the comparison cannot be sent")
        let isChoice = comparison.fields.contains { $0.name == "keep.\(form.field)" }
        let answer =
            isChoice
            ? try await site.post(
                comparison.action, FormData(fields: comparison.sending([:]).map { (name: $0.0, value: $0.1) }).bytes, as: second)
            : try await send(comparison, "What the second one wrote", second)
        #expect(answer.status == form.settled, "\(form.page): the choice is answered \(answer.status)")
        if answer.status == 422 { #expect(answer.bytes.holds("What the second one wrote"), "\(form.page) forgets") }
        if answer.status == 303, let now = try? await open(second) {
            let kept = now.value(form.field)?.trimmingCharacters(in: .whitespacesAndNewlines)
            // A decision and a closing are made anew each time, with reasons of their own.
            if form.page != "DecidePage" {
                #expect(kept == "What the second one wrote", "\(form.page): what was chosen is not what is kept")
            }
        }
    }

    @Test("is asked of every form that has a version: a new one belongs into this list")
    func complete() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path))
        var pages: Set<String> = []
        for case let path as String in files where path.hasSuffix(".swift") && path.contains("/Web/") {
            let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
            // The head of each form, up to where its content begins.
            let heads = text.components(separatedBy: "FormTag(").dropFirst().map { $0.prefix { $0 != "{" } }
            let isVersioned = heads.contains { $0.contains("version:") }
            let comparesItself = text.contains("name: \"stamp\"") || text.contains("SettingsFields.seenAgreement, value")
            if isVersioned || comparesItself {
                pages.insert(String(path.split(separator: "/").last?.dropLast(6) ?? ""))
            }
        }
        // The comparison itself sends a version, and the tag hands it on.
        pages.subtract(["StaleEditPage", "SignedInPage"])
        // Whatever is written of somebody who arrived is sealed; the tests of reception centres try its other questions.
        pages.remove("ArrivalPage")
        // Answers from lists, and what is opened with a purpose first: the tests of the pages of a pathway try these.
        pages.subtract(["FactsPage", "VictimIdentityPage", "SafeContactPage"])
        // The correction of a screening stands beside the page for a new one.
        if pages.remove("ScreeningPage") != nil { pages.insert("CorrectScreeningPage") }
        #expect(pages == Set(Self.forms.map(\.page)))
    }
}

extension FormData {
    /// As a browser sends it.
    var bytes: [UInt8] { Array(urlEncoded.utf8) }
}
