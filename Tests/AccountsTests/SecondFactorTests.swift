import Access
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("The second factor")
struct SecondFactorTests {
    @Test("once it is set up, the password alone opens nothing and a code does", arguments: EngineKind.available)
    func wholeWay(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let before = try await house.token()
            let (code, recovery, token) = try await house.setUpSecondFactor(person)
            #expect(recovery.count == 10 && Set(recovery).count == 10)
            #expect(try await house.accounts.signedIn(token: before) == nil)
            let now = try #require(try await house.accounts.signedIn(token: token))
            #expect(now.hasSecondFactor && now.passedSecondFactor)

            let begun = try await house.signIn()
            #expect(begun.step == .code)
            let unfinished = try #require(begun.token)
            #expect(try await house.accounts.signedIn(token: unfinished) == nil)
            #expect(try await house.accounts.unfinishedSignIn(token: unfinished)?.step == .code)

            let wrong = try await house.accounts.giveCode("000000", token: unfinished, request: "test")
            #expect(wrong.problem?.field == "code")
            house.clock.advance(seconds: 30)
            let typed = code.code(step: TimeCode.step(at: house.clock.now))
            let done = try await house.accounts.giveCode(typed, token: unfinished, request: "test")
            let final = try #require(done.token)
            #expect(done.isComplete && final != unfinished)
            #expect(try await house.accounts.signedIn(token: final)?.passedSecondFactor == true)
            #expect(try await house.accounts.unfinishedSignIn(token: unfinished) == nil)
        }
    }

    @Test("a code that was used is refused, and so is one used to set up", arguments: EngineKind.available)
    func reuse(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let (code, _, _) = try await house.setUpSecondFactor(person)
            let typed = code.code(step: TimeCode.step(at: house.clock.now))
            let begun = try await house.token()
            #expect(try await house.accounts.giveCode(typed, token: begun, request: "test").problem?.field == "code")
            house.clock.advance(seconds: 30)
            let next = code.code(step: TimeCode.step(at: house.clock.now))
            #expect(try await house.accounts.giveCode(next, token: begun, request: "test").isComplete)
            let again = try await house.token()
            #expect(try await house.accounts.giveCode(next, token: again, request: "test").problem?.field == "code")
        }
    }

    @Test("each recovery code works once, however it is typed", arguments: EngineKind.available)
    func recovery(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let (_, codes, _) = try await house.setUpSecondFactor(person)
            let typed = codes[3].uppercased().replacing("-", with: " ")
            let first = try await house.token()
            #expect(try await house.accounts.giveCode(typed, token: first, request: "test").isComplete)
            let second = try await house.token()
            #expect(try await house.accounts.giveCode(codes[3], token: second, request: "test").problem != nil)
            #expect(try await house.accounts.giveCode(codes[4], token: second, request: "test").isComplete)
            #expect(try await house.accounts.ownAccount(of: person, token: "").recoveryCodesLeft == 8)
            let stored = try await house.texts("SELECT code_hash FROM recovery_codes")
            #expect(stored.count == 10 && stored.allSatisfy { $0.count == 64 })

            let renewed = try await house.accounts.renewRecoveryCodes(
                of: person, password: AccountsHouse.password, request: "test")
            #expect(renewed.result?.count == 10)
            let third = try await house.token()
            #expect(try await house.accounts.giveCode(codes[5], token: third, request: "test").problem != nil)
        }
    }

    @Test(
        "wrong codes close the account, and knowing the password does not open it again",
        arguments: EngineKind.available)
    func lockout(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            _ = try await house.setUpSecondFactor(person)
            house.clock.advance(seconds: 60)
            for _ in 1...5 {
                let begun = try await house.token()
                for _ in 1...2 {
                    #expect(
                        try await house.accounts.giveCode("000000", token: begun, request: "test").problem?.field
                            == "code")
                }
            }
            #expect(try await house.signIn().problem == AccountDesk.tooMany)
        }
    }

    @Test("an unfinished sign-in ends after fifteen minutes", arguments: EngineKind.available)
    func unfinished(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            let (code, _, _) = try await house.setUpSecondFactor(person)
            let begun = try await house.token()
            house.clock.advance(seconds: 900)
            let typed = code.code(step: TimeCode.step(at: house.clock.now))
            let result = try await house.accounts.giveCode(typed, token: begun, request: "test")
            #expect(result.problem == AccountDesk.signInAgain)
        }
    }

    @Test("the key is sealed in the database, while it waits and afterwards", arguments: EngineKind.available)
    func sealed(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            try await house.accounts.beginSecondFactor(of: person)
            let waiting = try #require(try await house.accounts.waitingSecondFactor(of: person))
            try await house.accounts.beginSecondFactor(of: person)
            #expect(try await house.accounts.waitingSecondFactor(of: person)?.key == waiting.key)
            let draft = try await engine.read { try $0.value("SELECT sealed FROM drafts", as: [UInt8].self) }
            let (code, _, _) = try await house.setUpSecondFactor(person)
            #expect(code.key == waiting.key)
            let kept = try await engine.read {
                try $0.value("SELECT second_factor FROM people WHERE id = \(person)", as: [UInt8].self)
            }
            for bytes in [try #require(draft), try #require(kept)] {
                #expect(bytes.count == 20 + 28)
                #expect(!bytes.indices.contains { Array(bytes[$0...].prefix(20)) == code.key })
            }
            #expect(try await house.accounts.waitingSecondFactor(of: person) == nil)
        }
    }

    @Test("a wrong first code sets nothing up", arguments: EngineKind.available)
    func wrongFirstCode(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            try await house.accounts.beginSecondFactor(of: person)
            for typed in ["", "000000"] {
                let outcome = try await house.accounts.confirmSecondFactor(code: typed, of: person, request: "test")
                #expect(outcome.problems.first?.field == "code")
            }
            #expect(try await house.signIn().isComplete)
        }
    }

    @Test("it can be removed with the password, unless a partnership asks for it", arguments: EngineKind.available)
    func removal(_ kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await AccountsHouse(engine)
            let person = try await house.add()
            _ = try await house.setUpSecondFactor(person)
            try await house.accounts.requireSecondFactor(true, by: house.administrator)
            func remove(_ password: String) async throws -> [Problem] {
                try await house.accounts.removeSecondFactor(of: person, password: password, request: "test").problems
            }
            #expect(try await remove("wrong wrong wrong").first?.field == "password")
            #expect(try await remove(AccountsHouse.password).first?.message.contains("asks for") == true)
            try await house.accounts.requireSecondFactor(false, by: house.administrator)
            #expect(try await remove(AccountsHouse.password).isEmpty)
            #expect(try await house.signIn().isComplete)
            #expect(try await house.count("SELECT COUNT(*) FROM recovery_codes") == 0)
        }
    }
}
