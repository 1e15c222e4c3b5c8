import Access
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("Signing in")
struct SignInTests {
    @Test("the right password opens a session, of which only the hash is kept", arguments: EngineKind.available)
    func rightPassword(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add(roles: [.coordinator, .townLead], town: house.tipton)
            let result = try await house.signIn(" ROWAN@example.org ")
            #expect(result.isComplete)
            let token = try #require(result.token)
            #expect(token.count == 43)
            let signedIn = try #require(try await house.accounts.signedIn(token: token))
            #expect(signedIn.id == person)
            #expect(signedIn.name == "Rowan Ashdown")
            #expect(signedIn.organisationName == "Midland Constabulary")
            #expect(signedIn.formSecret.count == 43 && signedIn.formSecret != token)
            #expect(signedIn.places.map(\.slug) == ["sandwell"])
            #expect(signedIn.places.first?.roles == [.coordinator, .townLead])
            #expect(signedIn.places.first?.town == house.tipton)
            let kept = try await house.texts("SELECT token_hash FROM sessions")
            #expect(kept == [SecretHash.of(token: token)])
            #expect(kept.allSatisfy { !$0.contains(token) })
        }
    }

    @Test("a wrong password and an unknown address are answered alike", arguments: EngineKind.available)
    func answeredAlike(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            try await house.add()
            let wrong = try await house.signIn("rowan@example.org", "copper lantern meadov")
            let unknown = try await house.signIn("nobody@example.org")
            #expect(wrong == unknown)
            #expect(wrong.problem == AccountDesk.wrong)
            #expect(try await house.signIn("", "x").problem?.field == "email")
            #expect(try await house.signIn("rowan@example.org", "").problem?.field == "password")
            #expect(try await house.count("SELECT COUNT(*) FROM sessions") == 0)
        }
    }

    @Test(
        "after ten failures the right password is refused for fifteen minutes, and unknown addresses behave alike",
        arguments: EngineKind.available)
    func lockout(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            try await house.add()
            for email in ["rowan@example.org", "nobody@example.org"] {
                var answers: [SignInResult] = []
                for _ in 1...10 { answers.append(try await house.signIn(email, "wrong wrong wrong")) }
                #expect(answers.allSatisfy { $0.problem == AccountDesk.wrong })
                #expect(try await house.signIn(email).problem == AccountDesk.tooMany)
                house.clock.advance(seconds: 899)
                #expect(try await house.signIn(email).problem == AccountDesk.tooMany)
                house.clock.advance(seconds: 1)
                #expect(
                    try await house.signIn(email).problem == (email == "rowan@example.org" ? nil : AccountDesk.wrong))
            }
            #expect(
                try await house.count(
                    "SELECT COUNT(*) FROM journal_entries WHERE verb = 'lock-account' AND record_id <> ''") == 1)
        }
    }

    @Test("many wrong guesses at the same time do not get past the limit", arguments: EngineKind.available)
    func guessesAtOnce(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            try await house.add()
            let answers = try await withThrowingTaskGroup(of: SignInResult.self) { group in
                for _ in 0..<30 { group.addTask { try await house.signIn("rowan@example.org", "wrong wrong wrong") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.filter { $0.problem == AccountDesk.wrong }.count == 10)
            #expect(answers.filter { $0.problem == AccountDesk.tooMany }.count == 20)
        }
    }

    @Test(
        "an address on the network has a limit of failures; right passwords do not count",
        arguments: EngineKind.available)
    func addressLimit(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let settings = AccountSettings(attemptsPerAddress: 3, addressWindowSeconds: 60)
            let house = try await AccountsHouse(engine, settings: settings)
            try await house.add()
            for _ in 0..<5 { #expect(try await house.signIn().isComplete) }
            for number in 0..<3 {
                #expect(try await house.signIn("nobody\(number)@example.org").problem == AccountDesk.wrong)
            }
            #expect(try await house.signIn().problem == AccountDesk.tooMany)
            #expect(try await house.signIn(address: "10.0.0.2").isComplete)
            house.clock.advance(seconds: 60)
            #expect(try await house.signIn().isComplete)
            let buckets = try await house.texts("SELECT bucket FROM rate_limits")
            #expect(buckets.allSatisfy { !$0.contains("10.0.0") && !$0.contains("@") })
        }
    }

    @Test("signing in ends the session that the browser had before", arguments: EngineKind.available)
    func rotation(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            try await house.add()
            let first = try await house.token()
            let second = try #require(try await house.signIn(previous: first).token)
            #expect(first != second)
            #expect(try await house.accounts.signedIn(token: first) == nil)
            #expect(try await house.accounts.signedIn(token: second) != nil)
            let failed = try await house.signIn("rowan@example.org", "wrong wrong wrong", previous: second)
            #expect(failed.problem != nil)
            #expect(try await house.accounts.signedIn(token: second) != nil)
        }
    }

    @Test(
        "a session ends after an hour without a page and after twelve hours in any case",
        arguments: EngineKind.available)
    func expiry(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            try await house.add()
            let idle = try await house.token()
            house.clock.advance(seconds: 3599)
            #expect(try await house.accounts.signedIn(token: idle) != nil)
            house.clock.advance(seconds: 3600)
            #expect(try await house.accounts.signedIn(token: idle) == nil)

            let busy = try await house.token()
            for _ in 0..<23 {
                house.clock.advance(seconds: 1800)
                #expect(try await house.accounts.signedIn(token: busy) != nil)
            }
            house.clock.advance(seconds: 1800)
            #expect(try await house.accounts.signedIn(token: busy) == nil)
            try await house.accounts.sweep()
            #expect(try await house.count("SELECT COUNT(*) FROM sessions") == 0)
        }
    }

    @Test("looking a session up is one statement; its use is noted when the minute is over", arguments: EngineKind.available)
    func oneStatement(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let counting = CountingEngine(engine)
            let house = try await AccountsHouse(counting)
            try await house.add()
            let token = try await house.token()
            counting.reset()
            house.clock.advance(seconds: 59)
            _ = try await house.accounts.signedIn(token: token)
            #expect(counting.statements == 1)
            house.clock.advance(seconds: 1)
            _ = try await house.accounts.signedIn(token: token)
            #expect(counting.statements == 2)
            _ = try await house.accounts.signedIn(token: token)
            #expect(counting.statements == 3)
            house.clock.advance(seconds: 60)
            _ = try await house.accounts.signedIn(token: token)
            #expect(counting.statements == 5)
            _ = try await house.accounts.signedIn(token: "not a token")
            #expect(counting.statements == 5)
        }
    }

    @Test("the uses of all sessions are noted together, each with its own moment", arguments: EngineKind.available)
    func together(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            try await house.add()
            let tokens = [try await house.token(), try await house.token()]
            let began = house.clock.now
            func seen() async throws -> [Int64] {
                try await engine.read { transaction in
                    try transaction.rows("SELECT seen_at FROM sessions ORDER BY seen_at") { try $0.next(Moment.self) }
                }.map { $0.seconds(since: began) }
            }
            house.clock.advance(seconds: 70)
            #expect(try await house.accounts.signedIn(token: tokens[0]) != nil)
            house.clock.advance(seconds: 20)
            #expect(try await house.accounts.signedIn(token: tokens[1]) != nil)
            #expect(try await seen() == [0, 0])
            house.clock.advance(seconds: 30)
            #expect(try await house.accounts.signedIn(token: "not a token") == nil)
            #expect(try await seen() == [70, 90])
            // One that is nobody's any more is not brought back.
            house.clock.advance(seconds: 60)
            #expect(try await house.accounts.signedIn(token: tokens[0]) != nil)
            try await house.accounts.signOut(token: tokens[0], request: "test")
            try await house.accounts.writeUses()
            #expect(try await seen() == [90])
            #expect(try await house.accounts.signedIn(token: tokens[0]) == nil)
        }
    }

    @Test("a session in use at one server is not idle at another", arguments: EngineKind.available)
    func twoServers(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let other = AccountDesk(
                desk: house.desk, passwords: house.accounts.passwords, commonPasswords: [], settings: house.accounts.settings)
            try await house.add()
            let token = try await house.token()
            // Before half of the hour is over, the use is noted within the minute; stopping stands for its end.
            house.clock.advance(seconds: 1799)
            #expect(try await house.accounts.signedIn(token: token) != nil)
            try await house.accounts.writeUses()
            house.clock.advance(seconds: 3599)
            // After that, at once.
            #expect(try await other.signedIn(token: token) != nil)
            house.clock.advance(seconds: 3599)
            #expect(try await house.accounts.signedIn(token: token) != nil)
            house.clock.advance(seconds: 3600)
            #expect(try await other.signedIn(token: token) == nil)
            #expect(try await house.accounts.signedIn(token: token) == nil)
        }
    }

    @Test(
        "roles are read afresh for each page, and end with the organisation's membership",
        arguments: EngineKind.available)
    func afresh(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add(roles: [.member])
            let token = try await house.token()
            func roles() async throws -> [Set<Role>] {
                try #require(try await house.accounts.signedIn(token: token)).places.map(\.roles)
            }
            #expect(try await roles() == [[.member]])
            _ = try await house.accounts.changeRoles(of: person, to: [.analyst], town: nil, by: house.administrator)
            #expect(try await roles() == [[.analyst]])
            let (sandwell, police) = (house.sandwell, house.police)
            try await house.run(
                """
                UPDATE partnership_members SET left_on = '2020-02-01'
                WHERE partnership_id = \(sandwell) AND organisation_id = \(police)
                """)
            #expect(try await roles() == [])
        }
    }

    @Test(
        "a partnership whose agreement has ended is marked, on the day after its last", arguments: EngineKind.available)
    func agreement(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            try await house.add()
            let token = try await house.token()
            for (day, isInForce) in [("2020-02-03", true), ("2020-02-02", false)] {
                try await house.run("UPDATE partnerships SET agreement_valid_until = \(day)")
                let place = try #require(try await house.accounts.signedIn(token: token)?.places.first)
                #expect(place.agreementInForce == isInForce)
            }
        }
    }

    @Test("a closed account cannot sign in and its sessions end at once", arguments: EngineKind.available)
    func closedAccount(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let token = try await house.token()
            #expect(
                try await house.accounts.setActive(false, of: person, by: house.administrator).problems.isEmpty)
            #expect(try await house.accounts.signedIn(token: token) == nil)
            #expect(try await house.signIn().problem == AccountDesk.wrong)
            _ = try await house.accounts.setActive(true, of: person, by: house.administrator)
            #expect(try await house.accounts.signedIn(token: token) == nil)
            #expect(try await house.signIn().isComplete)
        }
    }

    @Test("a password with a cheaper hash is hashed again when it is used", arguments: EngineKind.available)
    func rehash(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let cheap = PasswordHasher(cost: .init(rounds: 2, blockSize: 8, parallelism: 1), world: house.clock.world)
            let hash = try await cheap.hash(AccountsHouse.password)
            try await house.run("UPDATE people SET password_hash = \(hash) WHERE id = \(person)")
            #expect(try await house.signIn().isComplete)
            let kept = try await house.texts("SELECT password_hash FROM people WHERE id = \(person)")
            #expect(kept.first?.hasPrefix("scrypt$16$") == true)
            #expect(try await house.signIn().isComplete)
        }
    }

    @Test(
        "signing in and out stands in the journal, without an email address or a name", arguments: EngineKind.available)
    func journal(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            _ = try await house.signIn("nobody@example.org")
            _ = try await house.signIn("rowan@example.org", "wrong wrong wrong")
            let token = try await house.token()
            try await house.accounts.signOut(token: token, request: "test")
            #expect(try await house.accounts.signedIn(token: token) == nil)
            let lines = try await house.texts(
                """
                SELECT verb || ' ' || record_id FROM journal_entries WHERE verb LIKE '%sign%' ORDER BY chain_id, number
                """)
            #expect(
                Set(lines) == [
                    "fail-sign-in ", "fail-sign-in \(person)", "sign-in \(person)", "sign-out \(person)",
                ])
            let details = try await house.texts("SELECT record_id || detail FROM journal_entries")
            #expect(details.allSatisfy { !$0.contains("@") && !$0.contains("Rowan") })
        }
    }
}
