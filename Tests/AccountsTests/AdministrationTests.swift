import Access
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("Keeping the accounts of a partnership")
struct AdministrationTests {
    @Test("a new person comes in with a temporary password and chooses their own", arguments: EngineKind.available)
    func firstSignIn(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let draft = NewPerson(
                name: "Imani Field", email: "imani@example.org", organisation: house.charity, roles: [.member])
            let added = try #require(
                try await house.accounts.addPerson(draft, by: house.administrator, key: nil).result)
            let temporary = try #require(added.temporaryPassword)
            let begun = try await house.signIn("imani@example.org", temporary)
            #expect(begun.step == .newPassword)
            let token = try #require(begun.token)
            #expect(try await house.accounts.signedIn(token: token) == nil)
            func choose(_ password: String) async throws -> SignInResult {
                try await house.accounts.chooseFirstPassword(password, token: token, request: "test")
            }
            #expect(try await choose("short").problem?.field == "password")
            #expect(try await choose(temporary).problem?.field == "password")
            #expect(try await choose("imanifield2020").problem?.field == "password")
            let done = try await choose("seven quiet harbours")
            #expect(try await house.accounts.signedIn(token: try #require(done.token)) != nil)
            #expect(try await house.signIn("imani@example.org", temporary).problem == AccountDesk.wrong)
            #expect(try await house.signIn("imani@example.org", "seven quiet harbours").isComplete)
        }
    }

    @Test("a temporary password ends after seven days", arguments: EngineKind.available)
    func temporaryEnds(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let draft = NewPerson(
                name: "Imani Field", email: "imani@example.org", organisation: house.charity, roles: [.member])
            let added = try await house.accounts.addPerson(draft, by: house.administrator, key: nil)
            let temporary = try #require(added.result?.temporaryPassword)
            house.clock.advance(seconds: 7 * 86_400)
            let late = try await house.signIn("imani@example.org", temporary)
            #expect(late.problem?.message.contains("has ended") == true)
        }
    }

    @Test("what is wrong with a new account is all said at once", arguments: EngineKind.available)
    func problems(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let empty = NewPerson(name: "", email: "nonsense", organisation: house.clock.world.newID(), roles: [])
            let refused = try await house.accounts.addPerson(empty, by: house.administrator, key: nil)
            #expect(refused.problems.map(\.field) == ["name", "email", "organisation", "roles"])
            let lead = NewPerson(
                name: "Imani Field", email: "imani@example.org", organisation: house.charity, roles: [.townLead],
                town: house.clock.world.newID())
            #expect(
                try await house.accounts.addPerson(lead, by: house.administrator, key: nil).problems.map(\.field)
                    == ["town"])
            let weak = NewPerson(
                name: "Imani Field", email: "imani@example.org", organisation: house.charity, roles: [.member],
                password: "short")
            #expect(
                try await house.accounts.addPerson(weak, by: house.administrator, key: nil).problems.map(\.field)
                    == ["password"])
        }
    }

    @Test(
        "the same form twice makes one account, and the second answer's password works", arguments: EngineKind.available
    )
    func twice(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let draft = NewPerson(
                name: "Imani Field", email: "imani@example.org", organisation: house.charity, roles: [.member])
            let key = IdempotencyKey("form-1")
            let first = try await house.accounts.addPerson(draft, by: house.administrator, key: key)
            let second = try await house.accounts.addPerson(draft, by: house.administrator, key: key)
            #expect(first.result?.id == second.result?.id)
            let password = try #require(second.result?.temporaryPassword)
            #expect(try await house.signIn("imani@example.org", password).step == .newPassword)
            let third = try await house.accounts.addPerson(
                draft, by: house.administrator, key: IdempotencyKey("form-2"))
            #expect(third.problems.first?.field == "email")
        }
    }

    @Test(
        "somebody with an account in another partnership gets roles and keeps the password",
        arguments: EngineKind.available)
    func knownElsewhere(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let there = try await house.accounts.addPerson(
                name: "Imani Field", email: "imani@example.org", organisation: "safe harbour", roles: [.member],
                town: nil, password: AccountsHouse.password,
                by: .operator(of: house.gloucestershire, request: "test"))
            let id = try #require(there.result?.id)
            let draft = NewPerson(
                name: "I. Field", email: "IMANI@example.org", organisation: house.charity, roles: [.analyst])
            var elsewhere = draft
            elsewhere.organisation = house.police
            #expect(
                try await house.accounts.addPerson(elsewhere, by: house.administrator, key: nil).problems.first?.field
                    == "email")
            let here = try #require(
                try await house.accounts.addPerson(draft, by: house.administrator, key: nil).result)
            #expect(here.wasKnown && here.temporaryPassword == nil && here.id == id)
            let token = try await house.token("imani@example.org")
            let person = try #require(try await house.accounts.signedIn(token: token))
            #expect(person.places.map(\.slug) == ["gloucestershire", "sandwell"])
            #expect(person.places.map(\.roles) == [[.member], [.analyst]])

            // What one administrator does must not reach into the other partnership.
            for outcome in [
                try await house.accounts.setActive(false, of: id, by: house.administrator),
                try await house.accounts.resetSecondFactor(of: id, by: house.administrator),
            ] {
                #expect(outcome.problems == [AccountDesk.worksElsewhere])
            }
            #expect(
                try await house.accounts.resetPassword(of: id, by: house.administrator).problems
                    == [AccountDesk.worksElsewhere])
            _ = try await house.accounts.changeRoles(of: id, to: [], town: nil, by: house.administrator)
            #expect(try await house.accounts.signedIn(token: token)?.places.map(\.slug) == ["gloucestershire"])
            await #expect(throws: AccessError.notVisible) {
                try await house.accounts.account(id, by: house.administrator)
            }
        }
    }

    @Test("nobody but an administrator keeps accounts", arguments: EngineKind.available, Role.allCases)
    func denied(_ kind: EngineKind, _ role: Role) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let viewer = Viewer(
                person: person, name: "Rowan Ashdown", organisation: house.police, organisationName: "",
                partnership: house.sandwell, roles: [role], town: nil, agreementInForce: true, request: "test")
            let accounts = house.accounts
            let attempts: [@Sendable () async throws -> Void] = [
                { _ = try await accounts.accounts(by: viewer) },
                { _ = try await accounts.account(person, by: viewer) },
                { _ = try await accounts.choices(by: viewer) },
                { _ = try await accounts.tokens(by: viewer) },
                { _ = try await accounts.requiresSecondFactor(by: viewer) },
                { try await accounts.requireSecondFactor(false, by: viewer) },
                { _ = try await accounts.changeRoles(of: person, to: [.coordinator], town: nil, by: viewer) },
                { _ = try await accounts.endSessions(of: person, by: viewer) },
                {
                    _ = try await accounts.prepareToken(
                        NewToken(label: "x", scopes: [.readConcerns], days: 1), for: person, by: viewer, key: nil)
                },
                {
                    _ = try await accounts.addPerson(
                        NewPerson(name: "", email: "", organisation: nil, roles: []), by: viewer, key: nil)
                },
            ]
            for attempt in attempts {
                if role == .administrator {
                    try await attempt()
                } else {
                    await #expect(throws: AccessError.denied) { try await attempt() }
                }
            }
            await #expect(throws: AccessError.denied) {
                _ = try await accounts.createToken(
                    NewToken(label: "x", scopes: [.readConcerns], days: 1), email: "rowan@example.org", by: viewer)
            }
        }
    }

    @Test("an administrator of another partnership does not see the account", arguments: EngineKind.available)
    func separation(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let other = Viewer.operator(of: house.gloucestershire, request: "test")
            let accounts = house.accounts
            let attempts: [@Sendable () async throws -> Void] = [
                { _ = try await accounts.account(person, by: other) },
                { _ = try await accounts.setActive(false, of: person, by: other) },
                { _ = try await accounts.endSessions(of: person, by: other) },
                { _ = try await accounts.resetPassword(of: person, by: other) },
                { _ = try await accounts.resetSecondFactor(of: person, by: other) },
                { _ = try await accounts.changeRoles(of: person, to: [.member], town: nil, by: other) },
                {
                    _ = try await accounts.prepareToken(
                        NewToken(label: "x", scopes: [.readConcerns], days: 1), for: person, by: other, key: nil)
                },
            ]
            for attempt in attempts { await #expect(throws: AccessError.notVisible) { try await attempt() } }
            #expect(try await accounts.accounts(by: other).isEmpty)
            #expect(
                try await accounts.accounts(by: house.administrator).map(\.name) == ["Kezia Arden", "Rowan Ashdown"])
        }
    }

    @Test("nobody keeps their own account: not its roles, not its password", arguments: EngineKind.available)
    func notYourself(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let own = try #require(house.administrator.person)
            let wishes: [Set<Role>] = [[.analyst], [], [.administrator, .coordinator], [.administrator, .member]]
            for roles in wishes {
                #expect(
                    try await house.accounts.changeRoles(of: own, to: roles, town: nil, by: house.administrator)
                        .problems == [AccountDesk.notYourOwnRoles])
            }
            for outcome in [
                try await house.accounts.setActive(false, of: own, by: house.administrator),
                try await house.accounts.resetSecondFactor(of: own, by: house.administrator),
            ] {
                #expect(outcome.problems == [AccountDesk.notYourself])
            }
            #expect(
                try await house.accounts.resetPassword(of: own, by: house.administrator).problems
                    == [AccountDesk.notYourself])
            let again = NewPerson(
                name: "Kezia Arden", email: "keeper@example.org", organisation: house.charity, roles: [.coordinator])
            #expect(
                try await house.accounts.addPerson(again, by: house.administrator, key: nil).problems.map(\.field)
                    == ["email"])
            #expect(try await house.accounts.account(own, by: house.administrator).roles == [.administrator])
            #expect(try await house.count("SELECT COUNT(*) FROM account_events") == 0)
        }
    }

    @Test(
        "a second administrator or the operator's command gives an administrator a further role",
        arguments: EngineKind.available)
    func furtherRole(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let own = try #require(house.administrator.person)
            let second = try await house.add("second@example.org", name: "Orla Quince", roles: [.administrator])
            let secondViewer = Viewer(
                person: second, name: "Orla Quince", organisation: house.police, organisationName: "",
                partnership: house.sandwell, roles: [.administrator], town: nil, agreementInForce: true,
                request: "test")
            let given = try await house.accounts.changeRoles(
                of: own, to: [.administrator, .analyst], town: nil, by: secondViewer)
            #expect(given.result == true)
            func command(_ email: String, _ roles: Set<Role>, town: String? = nil) async throws -> Outcome<Bool> {
                try await house.accounts.changeRoles(email: email, to: roles, town: town, by: house.operatorViewer)
            }
            #expect(try await command("nobody@example.org", [.member]).problems.map(\.field) == ["email"])
            #expect(try await command("keeper@example.org", [.townLead]).problems.map(\.field) == ["town"])
            #expect(
                try await command("keeper@example.org", [.townLead], town: "Atlantis").problems.map(\.field) == ["town"])
            #expect(try await command("KEEPER@example.org", [.administrator, .coordinator]).result == true)
            #expect(
                try await house.accounts.account(own, by: house.operatorViewer).roles == [.administrator, .coordinator])
            let events = try await house.texts(
                "SELECT what || ' ' || detail FROM account_events WHERE by_person IS NULL AND about_person = \(own)")
            #expect(events == ["change-roles coordinator administrator"])
            await #expect(throws: AccessError.denied) {
                _ = try await house.accounts.changeRoles(
                    email: "keeper@example.org", to: [.coordinator], town: nil, by: house.administrator)
            }
        }
    }

    @Test("a reset is told when its owner signs in, until they have read it", arguments: EngineKind.available)
    func toldOfReset(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let accounts = house.accounts
            let person = try await house.add(roles: [.member])
            try await house.add("carol@example.org", name: "Carol Finch", roles: [.coordinator])
            #expect(try await accounts.news(for: person).resets.isEmpty)
            _ = try await accounts.resetPassword(of: person, by: house.administrator)
            let first = try await accounts.news(for: person)
            #expect(first.resets.map(\.what) == [.resetPassword])
            #expect(first.resets.map(\.by) == ["Kezia Arden"] && first.resets.map(\.at) == [house.clock.now])
            #expect(first.coordinators == ["Carol Finch"])

            // Whoever came in with the temporary password can have read it: the next reset tells of both.
            let shown = try #require(first.resets.first?.at)
            house.clock.advance(seconds: 60)
            _ = try await accounts.resetSecondFactor(of: person, by: house.administrator)
            try await accounts.readNews(by: person, upTo: shown, request: "test")
            #expect(try await accounts.news(for: person).resets.map(\.what) == [.resetSecondFactor, .resetPassword])
            try await accounts.readNews(by: person, upTo: house.clock.now, request: "test")
            #expect(try await accounts.news(for: person).resets.isEmpty)
            #expect(try await accounts.recentResets(of: person).count == 2)
            house.clock.advance(seconds: AccountDesk.toldDays * 86_400)
            #expect(try await accounts.recentResets(of: person).isEmpty)
        }
    }

    @Test(
        "a forgotten password is replaced by a temporary one, and every session ends", arguments: EngineKind.available)
    func resetPassword(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let token = try await house.token()
            for _ in 1...10 { _ = try await house.signIn("rowan@example.org", "wrong wrong wrong") }
            let temporary = try #require(
                try await house.accounts.resetPassword(of: person, by: house.administrator).result)
            #expect(try await house.accounts.signedIn(token: token) == nil)
            #expect(try await house.signIn().problem == AccountDesk.wrong)
            #expect(try await house.signIn("rowan@example.org", temporary).step == .newPassword)
            #expect(try await house.accounts.account(person, by: house.administrator).hasTemporaryPassword)
        }
    }

    @Test("changing the password ends every other session and needs the present one", arguments: EngineKind.available)
    func changePassword(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let old = try await house.token()
            func change(_ current: String, _ new: String) async throws -> Outcome<String> {
                try await house.accounts.changePassword(
                    from: current, to: new, of: person, passedSecondFactor: false, request: "test")
            }
            #expect(try await change("wrong wrong wrong", "seven quiet harbours").problems.first?.field == "current")
            #expect(try await change(AccountsHouse.password, "short").problems.first?.field == "password")
            #expect(
                try await change(AccountsHouse.password, AccountsHouse.password).problems.first?.field == "password")
            let token = try #require(try await change(AccountsHouse.password, "seven quiet harbours").result)
            #expect(try await house.accounts.signedIn(token: old) == nil)
            #expect(try await house.accounts.signedIn(token: token) != nil)
            #expect(try await house.signIn().problem == AccountDesk.wrong)

            let other = try await house.token("rowan@example.org", "seven quiet harbours")
            #expect(try await house.accounts.ownAccount(of: person, token: token).sessions.count == 2)
            #expect(try await house.accounts.endOtherSessions(of: person, token: token, request: "test") == 1)
            #expect(try await house.accounts.signedIn(token: other) == nil)
            #expect(try await house.accounts.signedIn(token: token) != nil)
            #expect(
                try await house.accounts.ownAccount(of: person, token: token).sessions.map(\.isThisOne) == [true])
        }
    }

    @Test("the command line names the organisation and the town in words", arguments: EngineKind.available)
    func inWords(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            func add(_ organisation: String, _ town: String?) async throws -> Outcome<AddedPerson> {
                try await house.accounts.addPerson(
                    name: "Tamsin Hale", email: "tamsin@example.org", organisation: organisation, roles: [.townLead],
                    town: town, password: nil, by: house.operatorViewer)
            }
            #expect(try await add("No Such Charity", "Tipton").problems.map(\.field) == ["organisation"])
            #expect(try await add("Safe Harbour", "Atlantis").problems.map(\.field) == ["town"])
            #expect(try await add("SAFE HARBOUR", "tipton").result?.temporaryPassword != nil)
            #expect(try await house.accounts.partnership(slug: "sandwell") == house.sandwell)
            #expect(try await house.accounts.partnership(slug: "atlantis") == nil)
            let account = try await house.accounts.accounts(by: house.operatorViewer).first { $0.name == "Tamsin Hale" }
            #expect(account?.roleText == "Town lead (Tipton)")
        }
    }

    @Test("every change to accounts stands in the journal with who made it", arguments: EngineKind.available)
    func journal(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let keeper = try #require(house.administrator.person)
            _ = try await house.accounts.changeRoles(
                of: person, to: [.analyst, .member], town: nil, by: house.administrator)
            _ = try await house.accounts.endSessions(of: person, by: house.administrator)
            _ = try await house.accounts.resetSecondFactor(of: person, by: house.administrator)
            _ = try await house.accounts.resetPassword(of: person, by: house.administrator)
            _ = try await house.accounts.setActive(false, of: person, by: house.administrator)
            _ = try await house.accounts.setActive(true, of: person, by: house.administrator)
            try await house.accounts.requireSecondFactor(true, by: house.administrator)
            let lines = try await house.texts(
                """
                SELECT verb || ' ' || detail FROM journal_entries WHERE person_id = \(keeper) ORDER BY chain_id, number
                """)
            #expect(
                Set(lines) == [
                    "change-roles analyst", "ask-roles member", "end-sessions ", "reset-second-factor ",
                    "reset-password ", "close-account ", "open-account ", "require-second-factor ",
                ])
            let events = try await house.texts(
                """
                SELECT what || ' ' || detail FROM account_events WHERE by_person = \(keeper)
                    AND (about_person = \(person) OR about_person IS NULL)
                """)
            #expect(Set(events) == Set(lines).subtracting(["end-sessions "]))
        }
    }
}
