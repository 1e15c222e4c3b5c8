import Access
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Store
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("The pages of accounts")
struct AccountRoutesTests {
    /// The site as far as this feature goes, with one page that stands for all others.
    private func site(
        _ house: AccountsHouse, demonstration: [DemonstrationSignIn] = []
    ) -> some ApplicationProtocol {
        let router = Router(context: WebContext.self)
        let routes = AccountRoutes(accounts: house.accounts, isSecure: true, demonstration: demonstration)
        router.add(middleware: ErrorPages(sessionEnded: routes.sessionEnded))
        router.add(middleware: SessionMiddleware(sessions: house.accounts))
        routes.addPublicRoutes(to: router)
        let inside = router.group(":partnership").add(middleware: PartnershipDoor()).group(context: SignedIn.self)
        inside.addRoutes(routes.routes)
        inside.get("my-work") { _, context in context.person.name }
        inside.post("concerns/new") { request, context in try await request.form(context).text("summary") }
        return Application(responder: router.buildResponder())
    }

    /// A browser: keeps cookies and sends forms as pages ask for them.
    private final class Browser {
        let client: any TestClientProtocol
        var cookies: [String: String] = [:]

        init(_ client: any TestClientProtocol) {
            self.client = client
        }

        @discardableResult
        func get(_ address: String) async throws -> TestResponse { try await send(address, .get, nil, [:]) }

        func post(
            _ address: String, _ fields: [(name: String, value: String)], headers: HTTPFields = [:]
        ) async throws -> TestResponse {
            try await send(address, .post, FormData(fields: fields).urlEncoded, headers)
        }

        /// Fills in the form of a page that goes to `address` and sends it.
        func fill(
            _ page: TestResponse, _ address: String, _ typed: [(name: String, value: String)]
        ) async throws -> TestResponse {
            try await post(address, hidden(String(buffer: page.body), address) + typed)
        }

        private func send(
            _ address: String, _ method: HTTPRequest.Method, _ body: String?, _ more: HTTPFields
        ) async throws -> TestResponse {
            var headers = more
            if !cookies.isEmpty {
                headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
            }
            if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
            let response = try await client.execute(
                uri: address, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
            for line in response.headers[values: .setCookie] {
                guard let pair = line.split(separator: ";").first, let equals = pair.firstIndex(of: "=") else { continue }
                cookies[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
            }
            return response
        }

        /// The hidden fields of the first form with this action.
        private func hidden(_ page: String, _ action: String) -> [(name: String, value: String)] {
            guard let start = page.firstRange(of: "action=\"\(action)\"") else { return [] }
            let form = page[start.upperBound...]
            let inside = form.firstRange(of: "</form>").map { form[..<$0.lowerBound] } ?? form
            return inside.split(separator: "<input").compactMap { tag in
                guard tag.contains("type=\"hidden\"") else { return nil }
                return (attribute("name", of: tag), attribute("value", of: tag))
            }
        }

        private func attribute(_ name: String, of tag: Substring) -> String {
            guard let start = tag.firstRange(of: " \(name)=\"") else { return "" }
            return String(tag[start.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
        }
    }

    private func browse(
        demonstration: [DemonstrationSignIn] = [],
        _ body: @escaping @Sendable (AccountsHouse, any TestClientProtocol) async throws -> Void
    ) async throws {
        try await withDatabase(.sqlite) { engine in
            let house = try await AccountsHouse(engine)
            try await site(house, demonstration: demonstration).test(.router) { client in try await body(house, client) }
        }
    }

    private static let right: [(name: String, value: String)] = [
        ("email", "rowan@example.org"), ("password", AccountsHouse.password),
    ]

    @Test("signing in leads to the page that was asked for; signing out ends it")
    func inAndOut() async throws {
        try await browse { house, client in
            try await house.add()
            let browser = Browser(client)
            let asked = try await browser.get("/sandwell/my-work")
            #expect(asked.status == .seeOther)
            let address = try #require(asked.headers[.location])
            #expect(address == "/sign-in?return=%2Fsandwell%2Fmy-work")
            let page = try await browser.get(address)
            #expect(page.status == .ok)
            let refused = try await browser.fill(
                page, "/sign-in", [("email", "rowan@example.org"), ("password", "<script>wrong</script>")])
            #expect(refused.status == .unprocessableContent)
            #expect(String(buffer: refused.body).contains("is not right"))
            #expect(!String(buffer: refused.body).contains("<script>wrong"))
            let done = try await browser.fill(refused, "/sign-in", AccountRoutesTests.right)
            #expect(done.status == .seeOther && done.headers[.location] == "/sandwell/my-work")
            let cookie = try #require(done.headers[values: .setCookie].first { $0.hasPrefix("plainsight_session=") })
            #expect(cookie.contains("HttpOnly") && cookie.contains("Secure") && cookie.contains("SameSite=Lax"))
            #expect(String(buffer: try await browser.get("/sandwell/my-work").body) == "Rowan Ashdown")
            #expect(try await browser.get("/sign-in").headers[.location] == "/sandwell/my-work")
            #expect(try await browser.get("/gloucestershire/my-work").status == .notFound)

            let account = try await browser.get("/account")
            #expect(account.status == .ok)
            let old = browser.cookies
            let forged = try await browser.post("/sign-out", [("form_secret", "guess")])
            #expect(forged.status == .forbidden)
            #expect(try await browser.fill(account, "/sign-out", []).headers[.location] == "/sign-in")
            browser.cookies = old
            #expect(try await browser.get("/sandwell/my-work").status == .seeOther)
        }
    }

    @Test("the sign-in form is refused without the visitor's own secret")
    func forgedSignIn() async throws {
        try await browse { house, client in
            try await house.add()
            let browser = Browser(client)
            #expect(try await browser.post("/sign-in", AccountRoutesTests.right).status == .forbidden)
            _ = try await browser.get("/sign-in")
            let guess = AccountRoutesTests.right + [("form_secret", String(repeating: "x", count: 43))]
            #expect(try await browser.post("/sign-in", guess).status == .forbidden)
            #expect(browser.cookies["plainsight_session"] == nil)
        }
    }

    @Test("an entry that arrives after its session has ended is sent after signing in again")
    func keptEntry() async throws {
        try await browse { house, client in
            try await house.add()
            let browser = Browser(client)
            let page = try await browser.get("/sign-in")
            _ = try await browser.fill(page, "/sign-in", AccountRoutesTests.right)
            house.clock.advance(seconds: 3600)
            let entry: [(name: String, value: String)] = [
                ("form_secret", "old"), ("form_token", "token-1"), ("summary", "Six men in a locked unit"),
            ]
            let ended = try await browser.post("/sandwell/concerns/new", entry)
            #expect(ended.status == .unauthorized)
            let again = try await browser.fill(ended, "/sign-in", AccountRoutesTests.right)
            #expect(again.status == .ok)
            #expect(String(buffer: again.body).contains("Your entry is still here"))
            #expect(String(buffer: again.body).contains("value=\"token-1\""))
            let sent = try await browser.fill(again, "/sandwell/concerns/new", [])
            #expect(sent.status == .ok)
            #expect(String(buffer: sent.body) == "Six men in a locked unit")
        }
    }

    @Test("another site cannot lay an entry ready, and a script is told 401")
    func entryFromElsewhere() async throws {
        try await browse { house, client in
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let requested = try #require(HTTPField.Name("X-Requested-With"))
            let browser = Browser(client)
            let entry: [(name: String, value: String)] = [("summary", "laid ready")]
            for headers: HTTPFields in [[site: "cross-site"], [.origin: "https://elsewhere.example"], [.origin: "null"]] {
                let answer = try await browser.post("/sandwell/concerns/new", entry, headers: headers)
                #expect(answer.status == .unauthorized)
                #expect(!String(buffer: answer.body).contains("laid ready"))
            }
            let script = try await browser.post("/sandwell/concerns/new", entry, headers: [requested: "fetch"])
            #expect(script.status == .unauthorized && !String(buffer: script.body).contains("<form"))
        }
    }

    @Test("a partnership that asks for a second factor leads to setting it up, and lets in afterwards")
    func secondFactor() async throws {
        try await browse { house, client in
            let person = try await house.add()
            try await house.accounts.requireSecondFactor(true, by: house.administrator)
            let browser = Browser(client)
            let page = try await browser.get("/sign-in")
            _ = try await browser.fill(page, "/sign-in", AccountRoutesTests.right)
            #expect(try await browser.get("/sandwell/my-work").headers[.location] == "/account/second-factor")
            let explanation = try await browser.get("/account/second-factor")
            #expect(String(buffer: explanation.body).contains("Your partnership asks for a second step"))
            _ = try await browser.fill(explanation, "/account/second-factor/begin", [])
            let setUp = try await browser.get("/account/second-factor")
            let code = try #require(try await house.accounts.waitingSecondFactor(of: person))
            #expect(String(buffer: setUp.body).contains(code.groupedKey))
            let wrong = try await browser.fill(setUp, "/account/second-factor", [("code", "12")])
            #expect(wrong.status == .unprocessableContent)
            let typed = code.code(step: TimeCode.step(at: house.clock.now))
            let codes = try await browser.fill(wrong, "/account/second-factor", [("code", typed)])
            #expect(String(buffer: codes.body).contains("Your recovery codes"))
            #expect(String(buffer: try await browser.get("/sandwell/my-work").body) == "Rowan Ashdown")
            #expect(String(buffer: try await browser.get("/account/second-factor").body).contains("10 of your recovery codes"))

            let other = Browser(client)
            let start = try await other.get("/sign-in?return=%2Faccount")
            let first = try await other.fill(start, "/sign-in", AccountRoutesTests.right)
            #expect(first.headers[.location] == "/sign-in/code?return=%2Faccount")
            #expect(try await other.get("/sandwell/my-work").headers[.location]?.hasPrefix("/sign-in?") == true)
            let step = try await other.get("/sign-in/code?return=%2Faccount")
            house.clock.advance(seconds: 30)
            let next = code.code(step: TimeCode.step(at: house.clock.now))
            #expect(try await other.fill(step, "/sign-in/code", [("code", next)]).headers[.location] == "/account")
        }
    }

    @Test("an administrator adds a person, who signs in and chooses a password")
    func addPerson() async throws {
        try await browse { house, client in
            let browser = Browser(client)
            let page = try await browser.get("/sign-in")
            let done = try await browser.fill(
                page, "/sign-in", [("email", "keeper@example.org"), ("password", AccountsHouse.password)])
            #expect(done.headers[.location] == "/sandwell/accounts")
            #expect(String(buffer: try await browser.get("/sandwell/accounts").body).contains("Kezia Arden"))
            let form = try await browser.get("/sandwell/accounts/new")
            let refused = try await browser.fill(form, "/sandwell/accounts/new", [("name", "<b>Imani</b>")])
            #expect(refused.status == .unprocessableContent)
            let kept = String(buffer: refused.body)
            #expect(kept.contains("&lt;b&gt;Imani&lt;/b&gt;") && !kept.contains("<b>Imani"))
            let added = try await browser.fill(
                refused, "/sandwell/accounts/new",
                [
                    ("name", "Imani Field"), ("email", "imani@example.org"), ("organisation", house.charity.text),
                    ("roles", "member"), ("roles", "administrator"),
                ])
            let text = String(buffer: added.body)
            let start = try #require(text.firstRange(of: "<code>"))
            let temporary = String(text[start.upperBound...].prefix { $0 != "<" })
            #expect(temporary.count == 19)

            let other = Browser(client)
            let first = try await other.fill(
                try await other.get("/sign-in"), "/sign-in", [("email", "imani@example.org"), ("password", temporary)])
            #expect(first.headers[.location] == "/sign-in/password")
            let choose = try await other.get("/sign-in/password")
            let last = try await other.fill(choose, "/sign-in/password", [("password", "seven quiet harbours")])
            // The role that opens cases waits for a coordinator.
            #expect(last.headers[.location] == "/sandwell/accounts")
        }
    }

    @Test("every page of the administration opens for an administrator and for nobody else")
    func everyPage() async throws {
        try await browse { house, client in
            let person = try await house.add()
            let preparation = try await house.accounts.prepareToken(
                NewToken(label: "Import", scopes: [.readConcerns], days: 3), for: person, by: house.administrator, key: nil)
            let token = try #require(preparation.result)
            let keeper = Browser(client)
            _ = try await keeper.fill(
                try await keeper.get("/sign-in"), "/sign-in",
                [("email", "keeper@example.org"), ("password", AccountsHouse.password)])
            let coordinator = Browser(client)
            _ = try await coordinator.fill(try await coordinator.get("/sign-in"), "/sign-in", AccountRoutesTests.right)
            let people = "/sandwell/accounts/people/\(person)"
            for address in [
                "/sandwell/accounts", "/sandwell/accounts/new", "/sandwell/accounts/tokens",
                "/sandwell/accounts/tokens/new", people,
            ] {
                #expect(try await keeper.get(address).status == .ok, "\(address)")
                #expect(try await coordinator.get(address).status == .forbidden, "\(address)")
                #expect(try await Browser(client).get(address).status == .seeOther, "\(address)")
            }
            #expect(try await keeper.get("/sandwell/accounts/people/nonsense").status == .notFound)
            #expect(try await keeper.get("/gloucestershire/accounts").status == .notFound)
            let page = try await keeper.get(people)
            for action in ["end-sessions", "close", "open", "second-factor"] {
                let answer = try await keeper.fill(page, "\(people)/\(action)", [])
                let expected: HTTPResponse.Status = ["open", "second-factor"].contains(action) ? .forbidden : .seeOther
                #expect(answer.status == expected, "\(action)")
            }
            #expect(try await coordinator.get("/account").status == .seeOther)
            let closed = try await keeper.get(people)
            #expect(try await keeper.fill(closed, "\(people)/open", []).status == .seeOther)

            _ = try await coordinator.fill(try await coordinator.get("/sign-in"), "/sign-in", AccountRoutesTests.right)
            let account = try await coordinator.get("/account")
            let shown = try await coordinator.fill(account, "/account/tokens/\(token)/show", [])
            #expect(shown.status == .ok && String(buffer: shown.body).contains("ps_"))
            let again = try await coordinator.fill(account, "/account/tokens/\(token)/show", [])
            #expect(again.status == .unprocessableContent && !String(buffer: again.body).contains("ps_"))
        }
    }

    @Test("changing the password keeps this browser signed in and signs the others out")
    func changePassword() async throws {
        try await browse { house, client in
            try await house.add()
            let here = Browser(client)
            let there = Browser(client)
            for browser in [here, there] {
                _ = try await browser.fill(try await browser.get("/sign-in"), "/sign-in", AccountRoutesTests.right)
            }
            let form = try await here.get("/account/password")
            let wrong = try await here.fill(
                form, "/account/password", [("current", "wrong wrong wrong"), ("password", "seven quiet harbours")])
            #expect(wrong.status == .unprocessableContent)
            #expect(!String(buffer: wrong.body).contains("harbours"))
            let done = try await here.fill(
                wrong, "/account/password", [("current", AccountsHouse.password), ("password", "seven quiet harbours")])
            #expect(done.headers[.location] == "/account?done=password")
            #expect(try await here.get("/account?done=password").status == .ok)
            #expect(try await there.get("/account").status == .seeOther)
        }
    }

    @Test("after a reset, the first page says who did it, and goes on once it is read")
    func toldOfReset() async throws {
        try await browse { house, client in
            let person = try await house.add(name: "Rowan <Ashdown>")
            let temporary = try #require(
                try await house.accounts.resetPassword(of: person, by: house.administrator).result)
            let browser = Browser(client)
            let asked = try await browser.get("/sign-in?return=%2Fsandwell%2Fmy-work")
            _ = try await browser.fill(asked, "/sign-in", [("email", "rowan@example.org"), ("password", temporary)])
            let choose = try await browser.get("/sign-in/password?return=%2Fsandwell%2Fmy-work")
            let done = try await browser.fill(choose, "/sign-in/password", [("password", "seven quiet harbours")])
            let address = try #require(done.headers[.location])
            #expect(address == "/account/changes?return=%2Fsandwell%2Fmy-work")
            let page = try await browser.get(address)
            let text = String(buffer: page.body)
            #expect(text.contains("Your password was reset by Kezia Arden on 3 February 2020 at 09:00, in Sandwell."))
            #expect(text.contains("If you did not ask for it, tell"))
            #expect(try await browser.post("/account/changes", [("form_secret", "guess")]).status == .forbidden)
            let read = try await browser.fill(page, "/account/changes", [])
            #expect(read.headers[.location] == "/sandwell/my-work")
            #expect(try await browser.get("/account/changes").headers[.location] == "/sandwell/my-work")
            #expect(String(buffer: try await browser.get("/account").body).contains("Your password was reset by Kezia"))

            let later = Browser(client)
            let next = try await later.fill(
                try await later.get("/sign-in"), "/sign-in",
                [("email", "rowan@example.org"), ("password", "seven quiet harbours")])
            #expect(next.headers[.location] == "/sandwell/my-work")
        }
    }

    @Test("an entry that was kept is shown together with the news of a reset")
    func keptEntryAfterReset() async throws {
        try await browse { house, client in
            let person = try await house.add()
            let browser = Browser(client)
            _ = try await browser.fill(try await browser.get("/sign-in"), "/sign-in", AccountRoutesTests.right)
            _ = try await house.accounts.resetSecondFactor(of: person, by: house.administrator)
            let entry: [(name: String, value: String)] = [("form_secret", "old"), ("summary", "Six men")]
            let ended = try await browser.post("/sandwell/concerns/new", entry)
            let again = try await browser.fill(ended, "/sign-in", AccountRoutesTests.right)
            let text = String(buffer: again.body)
            #expect(text.contains("Your entry is still here") && text.contains("Your second step was removed by Kezia"))
            #expect(try await !house.accounts.news(for: person).resets.isEmpty)
        }
    }

    @Test("an administrator's page about themselves has no form, and one that is sent anyway changes nothing")
    func ownPerson() async throws {
        try await browse { house, client in
            let own = try #require(house.administrator.person)
            let other = try await house.add()
            let keeper = Browser(client)
            _ = try await keeper.fill(
                try await keeper.get("/sign-in"), "/sign-in",
                [("email", "keeper@example.org"), ("password", AccountsHouse.password)])
            let address = "/sandwell/accounts/people/\(own)"
            let page = try await keeper.get(address)
            #expect(!String(buffer: page.body).contains("action=\"\(address)"))
            let form = try await keeper.get("/sandwell/accounts/people/\(other)")
            let start = try #require(String(buffer: form.body).firstRange(of: "name=\"form_secret\" value=\""))
            let secret = String(String(buffer: form.body)[start.upperBound...].prefix { $0 != "\"" })
            for (action, fields) in [
                ("roles", [("roles", "administrator"), ("roles", "coordinator")]), ("password", []),
                ("second-factor", []), ("close", []),
            ] {
                let answer = try await keeper.post("\(address)/\(action)", [("form_secret", secret)] + fields)
                #expect(answer.status == .unprocessableContent, "\(action)")
                #expect(String(buffer: answer.body).contains("Another administrator can"), "\(action)")
            }
            #expect(try await house.texts("SELECT role FROM roles WHERE person_id = \(own)") == ["administrator"])
        }
    }

    @Test("a prepared token cannot be taken in a session without the second step that its partnership asks for")
    func tokenBehindSecondFactor() async throws {
        try await browse { house, client in
            let person = try await house.add()
            let preparation = try await house.accounts.prepareToken(
                NewToken(label: "Import", scopes: [.readConcerns], days: 3), for: person, by: house.administrator,
                key: nil)
            let token = try #require(preparation.result)
            let browser = Browser(client)
            _ = try await browser.fill(try await browser.get("/sign-in"), "/sign-in", AccountRoutesTests.right)
            let before = try await browser.get("/account")
            try await house.accounts.requireSecondFactor(true, by: house.administrator)
            let refused = try await browser.fill(before, "/account/tokens/\(token)/show", [])
            #expect(refused.status == .seeOther && refused.headers[.location] == "/account/second-factor")
            let page = String(buffer: try await browser.get("/account").body)
            #expect(!page.contains("/account/tokens/\(token)/show") && page.contains("Set up the second step to see it"))
        }
    }

    @Test("the sign-in page of a demonstration offers its accounts, and no other does")
    func demonstration() async throws {
        func account(_ email: String, _ role: String, _ partnership: String) -> DemonstrationSignIn {
            DemonstrationSignIn(
                email: email, name: "Una <Vale>", organisation: "Police", role: role, partnership: partnership,
                password: "copper lantern meadow")
        }
        let accounts = [
            account("a@sandwell.example", "Coordinator", "Sandwell partnership"),
            account("b@gloucestershire.example", "Town lead for Stroud", "Gloucestershire partnership"),
        ]
        try await browse(demonstration: accounts) { _, client in
            let browser = Browser(client)
            let text = String(buffer: try await browser.get("/sign-in").body)
            for part in [
                "This is a demonstration", "<code>copper lantern meadow</code>", "a@sandwell.example",
                "Una &lt;Vale&gt;, Police", "Town lead for Stroud", "Accounts of the Gloucestershire partnership",
            ] {
                #expect(text.contains(part), "\(part)")
            }
            let refused = try await browser.fill(
                try await browser.get("/sign-in"), "/sign-in", [("email", "a@sandwell.example"), ("password", "wrong")])
            #expect(String(buffer: refused.body).contains("b@gloucestershire.example"))
        }
        try await browse { _, client in
            let text = String(buffer: try await Browser(client).get("/sign-in").body)
            #expect(!text.contains("demonstration"))
        }
    }
}
