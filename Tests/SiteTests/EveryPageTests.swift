import Access
import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Schema
import Store
import TestSupport
import Testing

@testable import Site

/// Every link, as everybody who can sign in to the demonstration.
@Suite("Every page", .serialized)
struct EveryPageTests {
    private static let headers: [(String, String)] = [
        ("Content-Security-Policy", "default-src 'none'"), ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]

    private static func checkHeaders(_ answer: SiteUnderTest.Answer, _ what: String) {
        for (name, value) in headers {
            let found = HTTPField.Name(name).flatMap { answer.headers[$0] } ?? ""
            #expect(found.hasPrefix(value), "\(what) has no \(name)")
        }
        let policy = answer.headers[.contentSecurityPolicy] ?? ""
        #expect(!policy.contains("unsafe"), "\(what)")
    }

    @Test("opens for whoever is shown its link, with its headers, and without a sealed name", arguments: EngineKind.available)
    func crawl(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            try await demonstration.site.installation.engine.write { try SupportRows.write(to: $0) }
            let visitor = Crawl(site: demonstration.site, session: nil, most: 2)
            for page in try await visitor.pages(from: ["/", "/report", "/published", "/help"]) { Self.check(page, "", demonstration) }
            for account in Demonstration.accounts {
                let session = try await demonstration.signIn(account.email)
                let crawl = Crawl(site: demonstration.site, session: session, most: 2)
                let pages = try await crawl.pages(from: ["/\(account.partnership)", "/account", "/partnerships"])
                #expect(pages.count > 5, "\(account.email) sees hardly any page")
                for page in pages {
                    Self.check(page, account.email, demonstration)
                    Self.checkReferences(page, account)
                }
            }
            try await Self.strangers(demonstration)
            try await Self.hostile(demonstration)
            try await Self.interface(demonstration)
        }
    }

    private static func check(_ page: Crawl.Page, _ who: String, _ demonstration: InstalledDemonstration) {
        let what = "\(page.path) (linked on \(page.from)) for \(who.isEmpty ? "a visitor" : who)"
        #expect([200, 303].contains(page.answer.status), "\(what) is \(page.answer.status)")
        checkHeaders(page.answer, what)
        // A referral and an entry of support are opened by their address, each time with an entry in the journal.
        let isOpening = page.pattern.contains("/referrals/") || page.pattern.contains("/support/")
        if !isOpening, let text = demonstration.sealedName(in: page.answer.bytes) {
            Issue.record("\(what) shows the sealed text “\(text)”")
        }
        // The briefing of a visit says where those who are met will be received, to those who may know.
        if !page.pattern.hasSuffix("/briefing"), let text = demonstration.safeAddress(in: page.answer.bytes) {
            Issue.record("\(what) shows the sealed address “\(text)”")
        }
        if page.answer.type.hasPrefix("text/html") {
            // A document for publication stands by itself; its one style sheet is named by its digest.
            let isDocument = ["/preview", "/document.html"].contains { page.pattern.hasSuffix($0) } || page.pattern.contains("/editions/")
            if isDocument {
                #expect(page.answer.headers[.contentSecurityPolicy]?.contains("style-src 'sha256-") == true, "\(what)")
            } else {
                #expect(!page.answer.bytes.holds("<style"), "\(what) has a style of its own")
            }
            #expect(!page.answer.bytes.holds(" style=\""), "\(what) has an inline style")
            #expect(!page.answer.bytes.holds("<script>"), "\(what) has an inline script")
            #expect(!page.answer.bytes.holds(" onclick="), "\(what) has an inline script")
        }
    }

    /// Gloucestershire is empty: whoever belongs there alone finds no reference of Sandwell anywhere.
    private static func checkReferences(_ page: Crawl.Page, _ account: DemonstrationAccount) {
        guard account.partnership != "sandwell" else { return }
        for prefix in ["SW-0", "SW-1", "SW-V-"] {
            #expect(!page.answer.bytes.holds(prefix), "\(page.path) for \(account.email) shows a reference of Sandwell")
        }
    }

    // MARK: What is not theirs

    /// Identifiers of Sandwell by the name under which a path takes them.
    private static func identifiers(_ site: SiteUnderTest) async throws -> [String: String] {
        try await site.installation.engine.read { transaction in
            func one(_ statement: Statement) throws -> String { try transaction.value(statement, as: String.self) ?? "" }
            return [
                "concern": try one("SELECT id FROM concerns ORDER BY id LIMIT 1"),
                "other": try one("SELECT id FROM concerns ORDER BY id DESC LIMIT 1"),
                "visit": try one("SELECT visit_id FROM screenings ORDER BY id LIMIT 1"),
                "screening": try one("SELECT id FROM screenings ORDER BY id LIMIT 1"),
                "request": try one("SELECT id FROM scoping_requests ORDER BY id LIMIT 1"),
                "task": try one("SELECT id FROM tasks ORDER BY id LIMIT 1"),
                "person": try one("SELECT id FROM people WHERE email = 'police@sandwell.example'"),
                "organisation": try one("SELECT id FROM organisations ORDER BY id LIMIT 1"),
                "town": try one(
                    """
                    SELECT t.id FROM partnership_terms t JOIN partnerships p ON p.id = t.partnership_id
                    WHERE p.slug = 'sandwell' AND t.kind = 'town' ORDER BY t.id LIMIT 1
                    """),
                "service": try one("SELECT id FROM support_services ORDER BY id LIMIT 1"),
                "assessment": try one("SELECT id FROM service_assessments ORDER BY id LIMIT 1"),
                "centre": try one("SELECT centre_id FROM reception_activations ORDER BY id LIMIT 1"),
                "opening": try one("SELECT id FROM reception_activations ORDER BY id LIMIT 1"),
                "arrival": try one("SELECT id FROM reception_arrivals ORDER BY id LIMIT 1"),
                "definition": try one("SELECT id FROM pathway_definitions ORDER BY id LIMIT 1"),
                "test": try one("SELECT id FROM pathway_tests ORDER BY id LIMIT 1"),
                "fix": try one("SELECT id FROM pathway_fixes ORDER BY id LIMIT 1"), "number": "1",
                "subject": try one("SELECT subject_id FROM subject_mentions WHERE subject_id IS NOT NULL ORDER BY id LIMIT 1"),
                "mention": try one("SELECT id FROM subject_mentions ORDER BY id LIMIT 1"),
                "proposal": try one("SELECT id FROM subject_proposals ORDER BY id LIMIT 1"),
                "comparison": try one("SELECT id FROM blind_comparisons ORDER BY id LIMIT 1"),
                "licence": try one("SELECT id FROM licences_and_orders ORDER BY id LIMIT 1"),
                "party": try one("SELECT id FROM premises_parties ORDER BY id LIMIT 1"),
                "merge": try one("SELECT id FROM subject_merges ORDER BY id LIMIT 1"),
                "publication": try one("SELECT id FROM publications ORDER BY id LIMIT 1"),
                "document": "018f0000-0000-7000-8000-000000000000",
                "section": try one("SELECT id FROM publication_sections ORDER BY id LIMIT 1"), "area": "sandwell",
                "figure": try one("SELECT id FROM stated_figures ORDER BY id LIMIT 1"),
                "kind": "location", "table": "concerns-by-town", "file": "018f0000-0000-7000-8000-000000000000",
                "token": "018f0000-0000-7000-8000-000000000000", "form": "concern", "id": "", "name": "style.css",
            ]
        }
    }

    private static func filled(_ route: SiteUnderTest.Route, slug: String, _ values: [String: String]) -> String {
        "/"
            + route.segments.map { segment in
                guard let name = segment.parameter else { return segment.text }
                return name == "partnership" ? slug : (values[name] ?? name) + segment.suffix
            }.joined(separator: "/")
    }

    /// Somebody of Gloucestershire with every identifier of Sandwell: by their own address and by Sandwell's.
    private static func strangers(_ demonstration: InstalledDemonstration) async throws {
        let site = demonstration.site
        var values = try await identifiers(site)
        for (name, value) in values { #expect(!value.isEmpty || name == "id", "there is no \(name)") }
        let nowhere = Dictionary(
            uniqueKeysWithValues: values.keys.map { ($0, "018f0000-0000-7000-8000-000000000000") })
        for email in ["coordinator@gloucestershire.example", "administrator@gloucestershire.example"] {
            let session = try await demonstration.signIn(email)
            for route in site.routes where route.isOfPartnership {
                let parameters = route.segments.compactMap(\.parameter).filter { $0 != "partnership" }
                let isRecord = !Set(parameters).isDisjoint(
                    with: [
                        "concern", "visit", "screening", "request", "task", "person", "town", "file", "token", "service", "centre",
                        "opening", "definition", "publication", "document", "subject", "mention", "proposal", "merge", "comparison",
                        "figure",
                    ])
                values["id"] = values["concern"]
                for (slug, ids) in [("sandwell", values), ("gloucestershire", values), ("gloucestershire", nowhere)] {
                    if slug == "gloucestershire" && !isRecord { continue }
                    let path = filled(route, slug: slug, ids)
                    let answer =
                        route.method == "GET"
                        ? try await site.get(path, as: session)
                        : try await site.post(path, Array("form_secret=\(session.secret)&form_token=t".utf8), as: session)
                    // A role that lacks the page altogether may be told so before the record is looked for.
                    let allowed: Set<Int> =
                        if slug == "sandwell" { [404] } else if route.path.hasSuffix("worker.js") {
                            // A script that is the same for everybody.
                            [200, 404]
                        } else if route.method == "GET", route.path.hasSuffix("/reception") {
                            // Leads back to the visit, which is not there either.
                            [303, 404]
                        } else { [400, 403, 404, 422] }
                    #expect(allowed.contains(answer.status), "\(route.method) \(path) for \(email) is \(answer.status)")
                    if slug == "gloucestershire", [400, 422].contains(answer.status) {
                        #expect(route.method == "POST", "\(path) for \(email)")
                    }
                    for prefix in ["SW-0", "SW-1", "SW-V-"] {
                        #expect(!answer.bytes.holds(prefix), "\(path) for \(email) shows a reference of Sandwell")
                    }
                    checkHeaders(answer, path)
                    if answer.status == 404 { #expect(answer.type.hasPrefix("text/html"), "\(path)") }
                }
            }
        }
    }

    // MARK: Hostile addresses

    private static let segments = [
        "0", "-1", "null", "undefined", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%00", "%ff", "%c3%28", "%",
        "%27%20OR%201%3D1%20--", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%E2%80%AEtxt", String(repeating: "a", count: 4_000),
        "018F0000-0000-7000-8000-00000000000", "018f0000-0000-7000-8000-0000000000000",
        "018f0000000070008000000000000000", "{{7*7}}", "$%7Bjndi%7D", ";id", "%0d%0aSet-Cookie:x=1",
    ]

    private static func hostile(_ demonstration: InstalledDemonstration) async throws {
        let site = demonstration.site
        let session = try await demonstration.signIn("coordinator@sandwell.example")
        let values = try await identifiers(site)
        for route in site.routes where route.method == "GET" {
            let parameters = route.segments.compactMap(\.parameter)
            for parameter in parameters {
                for segment in segments {
                    var own = values
                    own[parameter] = segment
                    let path = filled(route, slug: parameter == "partnership" ? segment : "sandwell", own)
                    let answer = try await site.get(path, as: session)
                    let isAPI = route.path.hasPrefix("/api/")
                    #expect(answer.status == (isAPI ? 401 : 404), "\(path.prefix(200)) is \(answer.status)")
                    #expect(
                        answer.type.hasPrefix(isAPI ? "application/problem+json" : "text/html"), "\(path.prefix(200))")
                    #expect(!answer.bytes.holds("<script>alert"), "\(path.prefix(200))")
                    checkHeaders(answer, String(path.prefix(200)))
                }
            }
        }
        for path in ["/nowhere", "/sandwell/nowhere", "/sandwell/concerns/x/y/z", "/.env", "/wp-admin", "/assets/none.css"] {
            let answer = try await site.get(path, as: session)
            #expect(answer.status == 404, "\(path) is \(answer.status)")
            #expect(answer.type.hasPrefix("text/html"), "\(path)")
            checkHeaders(answer, path)
        }
        for query in ["after=x", "after=%ff", "stage=%3Cscript%3Ealert(1)", "town=%00", "period=x", "from=x", "q=%ff", "before=1_x"] {
            for page in ["concerns", "search", "visits", "figures", "my-work"] {
                let answer = try await site.get("/sandwell/\(page)?\(query)", as: session)
                #expect([200, 422].contains(answer.status), "/\(page)?\(query) is \(answer.status)")
                #expect(!answer.bytes.holds("<script>alert"))
            }
        }
    }

    private static func interface(_ demonstration: InstalledDemonstration) async throws {
        let site = demonstration.site
        let person = try #require(demonstration.people["coordinator@gloucestershire.example"])
        let place = try #require(
            try await site.installation.engine.read { transaction in
                try transaction.value("SELECT id FROM partnerships WHERE slug = 'gloucestershire'", as: ID<Partnership>.self)
            })
        let token = try await site.token(for: person, in: place)
        let values = try await identifiers(site)
        let wrong = [values["concern"] ?? "", values["visit"] ?? "", "nothing", "%ff", "018f0000-0000-7000-8000-000000000000"]
        for route in site.routes where route.path.hasPrefix("/api/v1/") && route.segments.contains(where: { $0.parameter != nil }) {
            for id in wrong {
                let path = filled(route, slug: "", ["id": id])
                let answer = try await site.api(
                    path, token: token, method: route.method == "GET" ? .get : .post,
                    body: route.method == "GET" ? nil : "{\"answer\":\"nothing-held\",\"version\":1}", key: "key-\(id)")
                #expect(answer.status == 404, "\(route.method) \(path) is \(answer.status)")
                #expect(answer.type.hasPrefix("application/problem+json"), "\(path)")
                checkHeaders(answer, path)
            }
        }
        let missing = try await site.api("/api/v1/nothing", token: token)
        #expect(missing.status == 404)
        #expect(missing.type.hasPrefix("application/problem+json"))
    }

    // MARK: At rest

    @Test("a stolen database file holds no sealed name in any table")
    func stolenFile() async throws {
        try await withTestDatabase(.sqlite, migrations: []) { database in
            guard case .sqlite(let path) = database.address.place else { return }
            await database.engine.close()
            let vault = try SiteUnderTest.vault()
            let engine = try database.openAgain()
            try await Self.installFully(engine, vault)
            await engine.close()
            let again = try database.openAgain()
            let sealed = try await InstalledDemonstration.opened(Set(Compartment.allCases), again, vault)
            await again.close()
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            #expect(bytes.holds("CREATE TABLE concerns"))
            #expect(sealed.count > 10)
            for text in sealed { #expect(!bytes.holds(text), "“\(text)” can be read in the file") }
        }
    }

    private static func installFully(_ engine: any Engine, _ vault: Vault) async throws {
        try await Migrator(Migration.all).migrate(engine)
        _ = try await Demonstration.install(on: engine, vault: vault) { _ in "scrypt$2$1$1$AAAA$AAAA" }
    }
}
