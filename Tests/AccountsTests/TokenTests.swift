import Access
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("API tokens")
struct TokenTests {
    private let draft = NewToken(label: "Import", scopes: [.readConcerns, .readDashboard], days: 30)

    @Test(
        "a token brings its owner's roles as they are now, and changes only with a scope for it",
        arguments: EngineKind.available)
    func viewer(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add(roles: [.member])
            func create(_ scopes: Set<TokenScope>) async throws -> String {
                var draft = draft
                draft.scopes = scopes
                return try #require(
                    try await house.accounts.createToken(
                        draft, email: "Rowan@example.org", by: house.operatorViewer
                    ).result?.text)
            }
            let text = try await create([.readConcerns, .readDashboard])
            #expect(text.hasPrefix("ps_") && text.count == 46)
            let found = try #require(try await house.accounts.tokenViewer(bearer: text, request: "r1"))
            #expect(found.scopes == [.readConcerns, .readDashboard])
            #expect(found.viewer.person == person && found.viewer.partnership == house.sandwell)
            #expect(found.viewer.roles == [.member] && !found.viewer.mayChange && found.viewer.request == "r1")
            let writing = try await create([.writeScoping])
            #expect(try await house.accounts.tokenViewer(bearer: writing, request: "r2")?.viewer.mayChange == true)

            _ = try await house.accounts.changeRoles(of: person, to: [.analyst], town: nil, by: house.administrator)
            #expect(try await house.accounts.tokenViewer(bearer: text, request: "r3")?.viewer.roles == [.analyst])
            _ = try await house.accounts.setActive(false, of: person, by: house.administrator)
            #expect(try await house.accounts.tokenViewer(bearer: text, request: "r4") == nil)
            _ = try await house.accounts.setActive(true, of: person, by: house.administrator)
            #expect(try await house.accounts.tokenViewer(bearer: text, request: "r5") != nil)
            _ = try await house.accounts.changeRoles(of: person, to: [], town: nil, by: house.administrator)
            #expect(try await house.accounts.tokenViewer(bearer: text, request: "r6") == nil)
            let stored = try await house.texts("SELECT token_hash FROM api_tokens")
            #expect(stored.contains(SecretHash.of(token: text)) && !stored.contains(text))
        }
    }

    @Test(
        "a token ends on its day, when it is ended, and when the organisation leaves", arguments: EngineKind.available)
    func ends(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            try await house.add()
            func create() async throws -> CreatedToken {
                try #require(
                    try await house.accounts.createToken(
                        draft, email: "rowan@example.org", by: house.operatorViewer
                    ).result)
            }
            func isOpen(_ token: CreatedToken) async throws -> Bool {
                try await house.accounts.tokenViewer(bearer: token.text, request: "r") != nil
            }
            let dated = try await create()
            house.clock.advance(seconds: 30 * 86_400 - 1)
            #expect(try await isOpen(dated))
            house.clock.advance(seconds: 1)
            #expect(try await !isOpen(dated))

            let ended = try await create()
            let other = Viewer.operator(of: house.gloucestershire, request: "test")
            await #expect(throws: AccessError.notVisible) { try await house.accounts.endToken(ended.id, by: other) }
            #expect(try await isOpen(ended))
            try await house.accounts.endToken(ended.id, by: house.administrator)
            #expect(try await !isOpen(ended))

            let left = try await create()
            try await house.run("UPDATE partnership_members SET left_on = '2020-02-01'")
            #expect(try await !isOpen(left))
            for nonsense in ["", "ps_", "ps_" + String(repeating: "a", count: 43), "waiting:\(left.id)"] {
                #expect(try await house.accounts.tokenViewer(bearer: nonsense, request: "r") == nil)
            }
        }
    }

    @Test("a token that an administrator prepared is seen by its owner alone, once", arguments: EngineKind.available)
    func prepared(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let owner = try await house.add()
            let key = IdempotencyKey("form-1")
            func prepare() async throws -> ID<APIToken> {
                try #require(
                    try await house.accounts.prepareToken(draft, for: owner, by: house.administrator, key: key).result)
            }
            let id = try await prepare()
            #expect(try await prepare() == id)
            #expect(try await house.accounts.tokens(by: house.administrator).map(\.isWaiting) == [true])
            let keeper = try #require(house.administrator.person)
            await #expect(throws: AccessError.notVisible) {
                try await house.accounts.takeToken(id, by: keeper, passedSecondFactor: true, request: "test")
            }
            let taken = try #require(try await house.accounts.takeToken(id, by: owner, passedSecondFactor: false, request: "test").result)
            #expect(try await house.accounts.tokenViewer(bearer: taken.text, request: "r")?.viewer.person == owner)
            #expect(try await house.accounts.takeToken(id, by: owner, passedSecondFactor: false, request: "test").result == nil)
            #expect(try await house.accounts.tokenViewer(bearer: taken.text, request: "r") != nil)
            await #expect(throws: AccessError.notVisible) {
                try await house.accounts.endOwnToken(id, by: keeper, request: "test")
            }
            try await house.accounts.endOwnToken(id, by: owner, request: "test")
            #expect(try await house.accounts.tokenViewer(bearer: taken.text, request: "r") == nil)
        }
    }

    @Test(
        "where a second factor is asked for, a session without it is shown no token", arguments: EngineKind.available)
    func secondFactor(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let owner = try await house.add()
            let id = try #require(
                try await house.accounts.prepareToken(draft, for: owner, by: house.administrator, key: nil).result)
            try await house.accounts.requireSecondFactor(true, by: house.administrator)
            await #expect(throws: SecondFactorNeeded.self) {
                try await house.accounts.takeToken(id, by: owner, passedSecondFactor: false, request: "test")
            }
            #expect(try await house.accounts.tokens(by: house.administrator).map(\.isWaiting) == [true])
            let taken = try await house.accounts.takeToken(id, by: owner, passedSecondFactor: true, request: "test")
            #expect(taken.result?.text.hasPrefix("ps_") == true)
        }
    }

    @Test("what is wrong with a token is all said at once")
    func problems() {
        let wrong = NewToken(label: "", scopes: [], days: 366)
        #expect(AccountDesk.problems(wrong).map(\.field) == ["label", "scope", "days"])
        #expect(AccountDesk.problems(draft).isEmpty)
        #expect(AccountDesk.problems(NewToken(label: "x", scopes: [.readVisits], days: 365)).isEmpty)
        #expect(AccountDesk.problems(NewToken(label: "x", scopes: [.readVisits], days: 0)).map(\.field) == ["days"])
    }

    @Test("nobody without a role in the partnership gets a token", arguments: EngineKind.available)
    func noRole(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            try await house.add()
            let other = Viewer.operator(of: house.gloucestershire, request: "test")
            for (email, viewer) in [("rowan@example.org", other), ("nobody@example.org", house.operatorViewer)] {
                let outcome = try await house.accounts.createToken(draft, email: email, by: viewer)
                #expect(outcome.problems.first?.field == "email")
            }
        }
    }
}
