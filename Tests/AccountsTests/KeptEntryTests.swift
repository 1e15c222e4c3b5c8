import Access
import HTML
import Kernel
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("What was typed when a session had ended")
struct KeptEntryTests {
    private let typed = FormData(fields: [
        ("form_secret", "the-old-secret"), ("form_token", "token-of-the-form"),
        ("summary", "A van, \"white\" <3>\nat six"),
        ("types", "labour"), ("types", "criminal"), ("password", "hunter hunter hunter"), ("Old-Password", "x y z"),
    ])

    private func kept() throws -> KeptEntry {
        KeptEntry(posted: typed, action: try #require(Link(returned: "/sandwell/concerns/new")))
    }

    /// The fields of the hidden inputs of a page, as a browser would send them.
    private func posted(_ page: Markup) -> [(name: String, value: String)] {
        page.string.split(separator: "<input").dropFirst().compactMap { part in
            guard part.contains("type=\"hidden\""), let name = attribute("name", of: part) else { return nil }
            return (name, attribute("value", of: part) ?? "")
        }
    }

    private func attribute(_ name: String, of tag: Substring) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
        let value = String(tag[start.upperBound...].prefix { $0 != "\"" })
        return value.replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&#39;", with: "'").replacing("&#34;", with: "\"").replacing("&amp;", with: "&")
    }

    @Test("the sign-in page carries every field but passwords and the old secret")
    func carried() throws {
        let page = SignInPage(form: Form(), secret: "visitor", kept: try kept(), hasEnded: true).markup
        let fields = posted(page)
        #expect(fields.contains { $0.name == "form_secret" && $0.value == "visitor" })
        #expect(fields.contains { $0.name == "kept_summary" && $0.value == "A van, \"white\" <3>\nat six" })
        #expect(fields.filter { $0.name == "kept_types" }.map(\.value) == ["labour", "criminal"])
        #expect(fields.contains { $0.name == "kept_form_token" && $0.value == "token-of-the-form" })
        #expect(!page.string.contains("the-old-secret"))
        #expect(!page.string.contains("hunter") && !page.string.contains("x y z"))
    }

    @Test(
        "after the password, one button sends it where it was going, with the new secret",
        arguments: EngineKind.available)
    func afterPassword(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            try await house.add()
            let flow = SignInFlow(accounts: house.accounts)
            let page = SignInPage(form: Form(), secret: "visitor", kept: try kept(), hasEnded: true).markup
            var data = FormData(
                fields: posted(page) + [("email", "rowan@example.org"), ("password", "wrong wrong wrong")])
            let refused = try await flow.password(
                data, secret: "visitor", address: "10.0.0.1", token: nil, request: "test")
            guard case .again(let again) = refused.body else { throw HouseError.refused(["no second try"]) }
            #expect(refused.token == nil)
            data = FormData(
                fields: posted(again) + [("email", "rowan@example.org"), ("password", AccountsHouse.password)])
            let reply = try await flow.password(
                data, secret: "visitor", address: "10.0.0.1", token: nil, request: "test")
            try await check(reply, house)
        }
    }

    @Test("a code and a new password on the way lose nothing", arguments: EngineKind.available)
    func throughEveryStep(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let (code, _, _) = try await house.setUpSecondFactor(person)
            let temporary = try #require(
                try await house.accounts.resetPassword(of: person, by: house.administrator).result)
            house.clock.advance(seconds: 60)
            let flow = SignInFlow(accounts: house.accounts)
            let start = SignInPage(form: Form(), secret: "visitor", kept: try kept(), hasEnded: true).markup
            let first = try await flow.password(
                FormData(fields: posted(start) + [("email", "rowan@example.org"), ("password", temporary)]),
                secret: "visitor", address: "10.0.0.1", token: nil, request: "test")
            let (codePage, codeToken) = try page(first)
            let begun = try #require(try await house.accounts.unfinishedSignIn(token: codeToken))
            let typed = code.code(step: TimeCode.step(at: house.clock.now))
            let second = try await flow.code(
                FormData(fields: posted(codePage) + [("code", typed)]), begun: begun, token: codeToken, request: "test")
            let (passwordPage, passwordToken) = try page(second)
            let next = try #require(try await house.accounts.unfinishedSignIn(token: passwordToken))
            #expect(next.step == .newPassword)
            let third = try await flow.newPassword(
                FormData(fields: posted(passwordPage) + [("password", "seven quiet harbours")]), begun: next,
                token: passwordToken, request: "test")
            try await check(third, house)
        }
    }

    private func page(_ reply: SignInReply) throws -> (Markup, String) {
        guard case .page(let markup) = reply.body, let token = reply.token else {
            throw HouseError.refused(["not a page with a session"])
        }
        return (markup, token)
    }

    private func check(_ reply: SignInReply, _ house: AccountsHouse) async throws {
        let (markup, token) = try page(reply)
        let person = try #require(try await house.accounts.signedIn(token: token))
        let text = markup.string
        #expect(text.contains("action=\"/sandwell/concerns/new\""))
        #expect(text.contains("Send it now"))
        // The first form of the page may be that for signing out; the entry's own fields follow each other.
        let fields = posted(markup)
        #expect(fields.contains { $0.name == "form_secret" && $0.value == person.formSecret })
        #expect(fields.contains { $0.name == "form_token" && $0.value == "token-of-the-form" })
        #expect(fields.contains { $0.name == "summary" && $0.value == "A van, \"white\" <3>\nat six" })
        #expect(fields.filter { $0.name == "types" }.map(\.value) == ["labour", "criminal"])
        #expect(!text.contains("kept_") && !text.contains("the-old-secret"))
    }

    @Test(
        "an entry is kept for our own pages alone, and never for the account pages",
        arguments: [
            ("/sandwell/concerns/new", true), ("https://elsewhere.example/x", false), ("//elsewhere.example/x", false),
            ("javascript:alert(1)", false), ("", false), ("/account/password", false), ("/sign-out", false),
            ("/sign-in/code", false), ("/accounts-of-a-farm", true),
        ])
    func addresses(_ action: String, _ isKept: Bool) {
        let data = FormData(fields: [("entry_action", action), ("kept_summary", "x")])
        #expect((KeptEntry(carriedBy: data) != nil) == isKept)
    }
}
