import Access
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Site

/// The number that makes the second arrival of a form recognisable.
@Suite("The number of a form")
struct FormNumberTests {
    private static let authors = [
        "coordinator@sandwell.example", "police@sandwell.example", "hope@sandwell.example", "visits@sandwell.example",
        "administrator@sandwell.example",
    ]

    @Test("stands in every form of a partnership, beside the session's secret", arguments: EngineKind.available)
    func everywhere(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            var seen: Set<String> = []
            for author in Self.authors {
                let session = try await demonstration.signIn(author)
                let pages = try await Crawl(site: demonstration.site, session: session, most: 2).pages(
                    from: ["/sandwell", "/sandwell/concerns?stage=all", "/sandwell/visits?show=all"])
                for page in pages {
                    for form in PageReader(page.answer.bytes).forms where form.method == "post" {
                        guard form.action.hasPrefix("/sandwell/") else { continue }
                        seen.insert(Crawl.pattern(form.action))
                        #expect(form.value(FormFields.token)?.isEmpty == false, "\(form.action) on \(page.path) has no number")
                        #expect(form.value(FormFields.secret) == session.secret, "\(form.action) on \(page.path)")
                    }
                }
            }
            let report = try await demonstration.site.get("/report/sandwell")
            let form = PageReader(report.bytes).forms.first { $0.method == "post" }
            #expect(form?.value(FormFields.token)?.isEmpty == false)
            #expect(seen.count > 25, "only \(seen.count) forms were found")
        }
    }

    @Test("is needed: without it nothing is recorded, and what was typed is kept", arguments: EngineKind.available)
    func needed(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            let session = try await demonstration.signIn("coordinator@sandwell.example")
            let engine = site.installation.engine
            func count() async throws -> Int {
                try await engine.read { try $0.value("SELECT COUNT(*) FROM record_changes", as: Int.self) ?? 0 }
            }
            let open = try await engine.read { transaction in
                try transaction.value(
                    """
                    SELECT c.id FROM concerns c JOIN partnerships p ON p.id = c.partnership_id
                    WHERE p.slug = 'sandwell' AND c.status = 'triaged' ORDER BY c.id LIMIT 1
                    """, as: String.self)
            }
            let path = "/sandwell/concerns/\(try #require(open))"
            let before = try await count()
            for (form, field) in [
                ("\(path)/triage", "threat"), ("\(path)/amend", "inferred"), ("\(path)/ask", "question"),
                ("\(path)/danger", "note"),
            ] {
                let page = try await site.get(form, as: session)
                let blank = try #require(
                    PageReader(page.bytes).forms.first { $0.action == form }, "\(form) is \(page.status)")
                for number in [nil, "", String(repeating: "x", count: 300)] {
                    var fields = blank.sending([field: "What was typed here", "police_incident": "not yet given"])
                    fields.removeAll { $0.0 == FormFields.token }
                    if let number { fields.append((FormFields.token, number)) }
                    if form.hasSuffix("ask") { fields.append(("organisations", "")) }
                    let answer = try await site.post(form, FormData(fields: fields.map { (name: $0.0, value: $0.1) }).bytes, as: session)
                    #expect(answer.status == 422, "\(form) is \(answer.status)")
                    #expect(answer.bytes.holds("What was typed here"), "\(form) forgets what was typed")
                }
            }
            #expect(try await count() == before)
        }
    }

    @Test("a form of the circle that says nothing to do is told so, and changes nothing", arguments: EngineKind.available)
    func noStep(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            let session = try await demonstration.signIn("coordinator@sandwell.example")
            let open = try await site.installation.engine.read { transaction in
                try transaction.value(
                    """
                    SELECT c.id FROM concerns c JOIN partnerships p ON p.id = c.partnership_id
                    WHERE p.slug = 'sandwell' AND c.is_open = 1 ORDER BY c.id LIMIT 1
                    """, as: String.self)
            }
            let path = "/sandwell/concerns/\(try #require(open))/circle"
            for step in ["", "everything"] {
                let fields = [
                    (name: FormFields.secret, value: session.secret), (name: FormFields.token, value: "circle-1"),
                    (name: "step", value: step),
                ]
                let answer = try await site.post(path, FormData(fields: fields).bytes, as: session)
                #expect(answer.status == 422)
                #expect(answer.bytes.holds("Choose what to do"))
            }
        }
    }
}
