import Access
import Kernel
import Web

extension AccountDesk {
    /// The last step of a first sign-in: a password of one's own in place of the temporary one. All other sessions end, and
    /// this one begins anew.
    package func chooseFirstPassword(_ password: String, token: String, request: String) async throws -> SignInResult {
        guard let begun = try await unfinishedSignIn(token: token), begun.step == .newPassword else {
            return .refused(AccountDesk.signInAgain)
        }
        let passed = begun.asPerson.passedSecondFactor
        switch try await replacePassword(password, of: begun.person, passedSecondFactor: passed, request: request) {
        case .done(let token): return .complete(token: token)
        case .refused(let problems): return .refused(problems.first ?? AccountDesk.signInAgain)
        }
    }

    /// Changes the password of somebody who is signed in and knows the present one; the answer is the token of a new
    /// session, because all others end.
    package func changePassword(
        from current: String, to password: String, of person: ID<Person>, passedSecondFactor: Bool, request: String
    ) async throws -> Outcome<String> {
        if current.isEmpty { return .refused([Problem("current", "Enter your present password")]) }
        if let problem = try await confirm(current, of: person, field: "current", request: request) {
            return .refused([problem])
        }
        return try await replacePassword(
            password, of: person, passedSecondFactor: passedSecondFactor, request: request)
    }

    /// Looks at the password of somebody who is signed in already; nil when it is right. Wrong ones count.
    func confirm(_ password: String, of person: ID<Person>, field: String, request: String) async throws -> Problem? {
        let begun = try await desk.changeOffice { office -> (isOpen: Bool, account: SignInAccount?) in
            guard let account = try office.signInAccount(id: person), account.isActive else { return (true, nil) }
            return (try office.countAttempt(on: account, request: request), account)
        }
        guard begun.isOpen else { return AccountDesk.tooMany }
        do {
            let verdict = try await passwords.verify(password, against: begun.account?.password?.hash)
            guard verdict.isRight else {
                try await desk.changeOffice { office in
                    office.journal(
                        "fail-password", "person", person.text, by: person, event: .consultation, request: request)
                }
                return Problem(field, "This is not your present password")
            }
        } catch is PasswordHasher.Busy {
            return AccountDesk.busy
        }
        try await desk.changeOffice { office in try office.keep(Lockout(), of: person) }
        return nil
    }

    private func replacePassword(
        _ password: String, of person: ID<Person>, passedSecondFactor: Bool, request: String
    ) async throws -> Outcome<String> {
        guard let account = try await desk.readOffice({ office in try office.signInAccount(id: person) }),
            account.isActive
        else { return .refused([AccountDesk.signInAgain]) }
        let problems = policy.problems(password, name: account.name, email: account.email)
        guard problems.isEmpty else { return .refused(problems) }
        let hash: String
        do {
            if try await passwords.verify(password, against: account.password?.hash).isRight {
                return .refused([Problem("password", "Choose a password that you did not have before")])
            }
            hash = try await passwords.hash(password)
        } catch is PasswordHasher.Busy {
            return .refused([AccountDesk.busy])
        }
        let session = NewSession(world: world)
        let settings = settings
        return try await desk.changeOffice { office in
            let isReplaced = try office.replacePassword(
                of: person, with: StoredPassword(hash: hash), insteadOf: account.password)
            guard isReplaced else { return .refused([AccountDesk.signInAgain]) }
            try office.endSessions(of: person)
            try office.begin(session, of: person, passedSecondFactor: passedSecondFactor, settings: settings)
            office.journal("change-password", "person", person.text, by: person, request: request)
            return .done(session.token)
        }
    }
}
