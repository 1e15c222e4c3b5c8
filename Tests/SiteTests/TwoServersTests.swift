import Access
import Accounts
import Concerns
import Foundation
import HTTPTypes
import Kernel
import Schema
import Store
import TestSupport
import Testing
import Web

@testable import Site

/// Two servers on one database: whichever answers, the answer is the same.
@Suite("Two servers on one database", .serialized)
struct TwoServersTests {
    /// The demonstration, served twice, each with an engine, a journal and a router of its own.
    struct Pair: Sendable {
        let first: SiteUnderTest
        let second: SiteUnderTest
        let engine: any Engine
        let clock: TestWorld

        static let password = "seven quiet harbours"

        func person(_ email: String) async throws -> ID<Person> {
            let found = try await engine.read {
                try $0.value("SELECT id FROM people WHERE email = \(email)", as: ID<Person>.self)
            }
            return try #require(found)
        }

        func place() async throws -> ID<Partnership> {
            let found = try await engine.read {
                try $0.value("SELECT id FROM partnerships WHERE slug = 'sandwell'", as: ID<Partnership>.self)
            }
            return try #require(found)
        }

        /// Sends the sign-in form to one of the two, as a browser does.
        func signIn(_ email: String, _ password: String = Pair.password, at site: SiteUnderTest) async throws
            -> (answer: SiteUnderTest.Answer, cookie: String?)
        {
            let page = try await site.get("/sign-in")
            let form = try #require(PageReader(page.bytes).forms.first { $0.method == "post" })
            let secret = try #require(form.value(FormFields.secret))
            let fields = form.sending(["email": email, "password": password])
            let answer = try await site.post(
                "/sign-in", FormData(fields: fields.map { (name: $0.0, value: $0.1) }).bytes,
                cookies: "\(VisitorCookie.name)=\(secret)")
            let set = answer.headers[values: .setCookie].first { $0.hasPrefix("\(SessionCookie.name)=") }
            let cookie = set.map { String($0.dropFirst(SessionCookie.name.count + 1).prefix { $0 != ";" }) }
            return (answer, cookie)
        }

        /// The session of a cookie, with the secret that its forms carry.
        func session(_ cookie: String, at site: SiteUnderTest) async throws -> SiteUnderTest.Session {
            let page = try await site.get("/account", as: SiteUnderTest.Session(cookie: cookie, secret: ""))
            let secret = PageReader(page.bytes).forms.compactMap { $0.value(FormFields.secret) }.first
            return SiteUnderTest.Session(cookie: cookie, secret: try #require(secret, "/account is \(page.status)"))
        }
    }

    private static func run(_ kind: EngineKind, _ body: @escaping @Sendable (Pair) async throws -> Void) async throws {
        try await withTestDatabase(kind, migrations: Migration.all) { database in
            let vault = try SiteUnderTest.vault()
            let clock = TestWorld(at: Moment(day: try #require(Day("2020-04-01")), hour: 9))
            let hash = try await PasswordHasher(cost: .trifling, world: clock.world).hash(Pair.password)
            _ = try await Demonstration.install(on: database.engine, vault: vault) { _ in hash }
            let other = try database.openAgain()
            try await SiteUnderTest.run(over: database.engine, vault: vault, clock: clock) { first in
                try await SiteUnderTest.run(over: other, vault: vault, clock: clock) { second in
                    try await body(Pair(first: first, second: second, engine: database.engine, clock: clock))
                }
            }
            await other.close()
            let proof = try await JournalVerification.run(on: database.engine, vault: vault)
            #expect(proof.faults == [])
            #expect(proof.entries > 0)
        }
    }

    @Test("tell nobody what was true before a change at the other", arguments: EngineKind.available)
    func changesAreSeen(kind: EngineKind) async throws {
        try await Self.run(kind) { pair in
            let (_, cookie) = try await pair.signIn("coordinator@sandwell.example", at: pair.first)
            let session = try await pair.session(try #require(cookie), at: pair.second)
            for number in 0..<5 {
                let address = "/sandwell/search?q=Wexcombe\(number)"
                // Looked at often enough that both have kept it.
                for site in [pair.first, pair.second, pair.first, pair.second] {
                    #expect(try await site.get(address, as: session).bytes.holds("Wexcombe\(number) yard") == false)
                }
                let form = FormData(fields: [
                    (name: FormFields.secret, value: session.secret), (name: FormFields.token, value: "form-\(number)"),
                    (name: "seen", value: "Nine in one van"), (name: "summary", value: "Wexcombe\(number) yard"),
                    (name: "source", value: "police"), (name: "location_type", value: "farm"),
                    (name: "received_on", value: "2020-03-31"), (name: "reporter_contact", value: "no"),
                    (name: "children_present", value: "unknown"),
                ])
                let sent = try await pair.first.post("/sandwell/concerns/new", form.bytes, as: session)
                #expect(sent.status == 303)
                for site in [pair.second, pair.first] {
                    #expect(try await site.get(address, as: session).bytes.holds("Wexcombe\(number) yard"))
                }
            }
        }
    }

    @Test("know one session and one draft, and a role that is gone at one is gone at the other", arguments: EngineKind.available)
    func sessions(kind: EngineKind) async throws {
        try await Self.run(kind) { pair in
            let (answer, cookie) = try await pair.signIn("police@sandwell.example", at: pair.first)
            #expect(answer.status == 303)
            let session = try await pair.session(try #require(cookie), at: pair.second)
            #expect(try await pair.second.get("/sandwell/concerns", as: session).status == 200)
            // What was typed at one stands in the form of the other.
            let draft = FormData(fields: [
                (name: FormFields.secret, value: session.secret), (name: "seen", value: "Nine people in one van"),
            ])
            #expect(try await pair.first.post("/sandwell/drafts/concern", draft.bytes, as: session).status == 204)
            let form = try await pair.second.get("/sandwell/concerns/new", as: session)
            #expect(form.bytes.holds("Nine people in one van"))
            // A role that is taken away at one is gone at the other with the next request.
            let outcome = try await pair.first.installation.accounts.changeRoles(
                email: "police@sandwell.example", to: [.analyst], town: nil,
                by: .operator(of: try await pair.place(), request: "test"))
            #expect(outcome.result == true)
            #expect(try await pair.second.get("/sandwell/my-work", as: session).status == 403)
            #expect(try await pair.first.get("/sandwell/my-work", as: session).status == 403)
            // A session that is ended at one is ended at the other.
            let out = FormData(fields: [(name: FormFields.secret, value: session.secret)])
            #expect(try await pair.second.post("/sign-out", out.bytes, as: session).status == 303)
            #expect(try await pair.first.get("/sandwell/figures", as: session).status == 303)
        }
    }

    @Test("count attempts and reports together", arguments: EngineKind.available)
    func limits(kind: EngineKind) async throws {
        try await Self.run(kind) { pair in
            for number in 0..<Lockout.limit {
                let site = number.isMultiple(of: 2) ? pair.first : pair.second
                let refused = try await pair.signIn("hope@sandwell.example", "wrong guess \(number)", at: site)
                #expect(refused.cookie == nil)
            }
            for site in [pair.first, pair.second] {
                let locked = try await pair.signIn("hope@sandwell.example", at: site)
                #expect(locked.cookie == nil, "the lock holds at one alone")
            }
            pair.clock.advance(seconds: Lockout.seconds + 1)
            let later = try await pair.signIn("hope@sandwell.example", at: pair.second)
            #expect(later.cookie != nil)

            func report(_ number: Int, at site: SiteUnderTest) async throws -> Int {
                let page = try await site.get("/report/sandwell")
                let form = try #require(PageReader(page.bytes).forms.first { $0.method == "post" })
                let fields = form.sending(["seen": "A report with the number \(number)"])
                let cookie = "\(VisitorCookie.name)=\(form.value(FormFields.secret) ?? "")"
                return try await site.post(
                    form.action, FormData(fields: fields.map { (name: $0.0, value: $0.1) }).bytes, cookies: cookie
                ).status
            }
            for number in 0..<PublicReportRoutes.limit {
                let status = try await report(number, at: number.isMultiple(of: 2) ? pair.first : pair.second)
                #expect(status == 200)
            }
            for site in [pair.first, pair.second] {
                let status = try await report(99, at: site)
                #expect(status == 429)
            }
        }
    }

    @Test("do once what is sent to both at once", arguments: EngineKind.available)
    func onlyOnce(kind: EngineKind) async throws {
        try await Self.run(kind) { pair in
            func count() async throws -> Int {
                try await pair.engine.read { try $0.value("SELECT COUNT(*) FROM concerns", as: Int.self) ?? 0 }
            }
            let person = try await pair.person("coordinator@sandwell.example")
            let token = try await pair.first.token(for: person, in: try await pair.place())
            let session = try await pair.first.signIn(person)
            let before = try await count()
            let rounds = 8
            for round in 0..<rounds {
                // The interface.
                let body = #"{"source":"police","seen":"Round \#(round)","location_type":"Farm"}"#
                async let one = pair.first.api("/api/v1/concerns", token: token, method: .post, body: body, key: "k\(round)")
                async let two = pair.second.api("/api/v1/concerns", token: token, method: .post, body: body, key: "k\(round)")
                let answers = try await [one, two]
                #expect(answers.map(\.status) == [201, 201])
                let ids = try answers.map { answer in
                    try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])["id"] as? String
                }
                #expect(ids[0] != nil && ids[0] == ids[1])
                // A form, as a double click behind a balancer sends it.
                let fields = FormData(fields: [
                    (name: FormFields.secret, value: session.secret), (name: FormFields.token, value: "form-\(round)"),
                    (name: "seen", value: "Form \(round)"), (name: "source", value: "police"),
                    (name: "location_type", value: "farm"), (name: "received_on", value: "2020-03-31"),
                    (name: "reporter_contact", value: "no"), (name: "children_present", value: "unknown"),
                ])
                async let left = pair.first.post("/sandwell/concerns/new", fields.bytes, as: session)
                async let right = pair.second.post("/sandwell/concerns/new", fields.bytes, as: session)
                let places = try await [left, right].map { ($0.status, $0.headers[.location] ?? "") }
                #expect(places[0].0 == 303)
                #expect(places[0] == places[1])
            }
            #expect(try await count() == before + 2 * rounds)
        }
    }

    @Test("write one journal together that verifies, with chains of both", arguments: EngineKind.available)
    func oneJournal(kind: EngineKind) async throws {
        try await Self.run(kind) { pair in
            let person = try await pair.person("coordinator@sandwell.example")
            let session = try await pair.first.signIn(person)
            func entries() async throws -> Int {
                try await pair.engine.read {
                    try $0.value(
                        "SELECT COUNT(*) FROM journal_entries WHERE verb = 'list-concerns' AND person_id = \(person)",
                        as: Int.self) ?? 0
                }
            }
            let before = try await entries()
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<40 {
                    let site = number.isMultiple(of: 2) ? pair.first : pair.second
                    group.addTask { try await site.get("/sandwell/concerns", as: session).status }
                }
                for try await status in group { #expect(status == 200) }
            }
            #expect(try await entries() == before + 40)
        }
    }
}
