import Access
import Kernel
import Web

/// Somebody's first step through the door.
package struct SignInAttempt: Sendable {
    package let email: String
    package let password: String
    /// The network address it comes from; only its hash is kept, for the rate limit.
    package let address: String
    /// The token in the cookie that the browser had before: its session ends.
    package let previousToken: String?
    package let request: String

    package init(email: String, password: String, address: String, previousToken: String?, request: String) {
        self.email = email
        self.password = password
        self.address = address
        self.previousToken = previousToken
        self.request = request
    }
}

extension AccountDesk {
    /// What is said to a wrong password and to an unknown address alike.
    static let wrong = Problem("email", "The email address or the password is not right")
    static let tooMany = Problem("", "Too many attempts. Try again in 15 minutes")
    static let busy = Problem("", "Many people are signing in at this moment. Try again in a minute")

    /// Looks at an email address and a password, and begins a session when they are right.
    ///
    /// The attempt is counted before the password is looked at. An unknown address takes as long and is answered and
    /// closed in the same way as a known one.
    package func signIn(_ attempt: SignInAttempt) async throws -> SignInResult {
        if attempt.email.isEmpty { return .refused(Problem("email", "Enter your email address")) }
        if attempt.password.isEmpty { return .refused(Problem("password", "Enter your password")) }
        let emailKey = EmailAddress.key(attempt.email)
        let bucket = "sign-in/\(SecretHash.of(bucket: attempt.address))"
        let settings = settings
        let begun = try await desk.changeOffice { office -> (isOpen: Bool, account: SignInAccount?) in
            let limit = try office.take(
                bucket: bucket, limit: settings.attemptsPerAddress, window: settings.addressWindowSeconds)
            guard limit.isAllowed else { return (false, nil) }
            guard let account = try office.signInAccount(emailKey: emailKey) else {
                return (try office.countAttempt(onUnknown: emailKey), nil)
            }
            return (try office.countAttempt(on: account, request: attempt.request), account)
        }
        guard begun.isOpen else { return .refused(AccountDesk.tooMany) }

        let account = begun.account
        let verdict: PasswordHasher.Verdict
        var renewed: StoredPassword?
        do {
            verdict = try await passwords.verify(attempt.password, against: account?.password?.hash)
            if verdict.isOutdated, let until = account?.password?.temporaryUntil {
                renewed = StoredPassword(hash: try await passwords.hash(attempt.password), temporaryUntil: until)
            } else if verdict.isOutdated {
                renewed = StoredPassword(hash: try await passwords.hash(attempt.password))
            }
        } catch is PasswordHasher.Busy {
            return .refused(AccountDesk.busy)
        }
        guard let account, let password = account.password, verdict.isRight, account.isActive else {
            try await journalFailure(of: account?.id, request: attempt.request)
            return .refused(AccountDesk.wrong)
        }
        if let until = password.temporaryUntil, until <= world.now() {
            try await journalFailure(of: account.id, request: attempt.request)
            return .refused(
                Problem(
                    "password", "This temporary password has ended. Ask the person who keeps the accounts for another"))
        }

        let session = NewSession(world: world)
        let renewedPassword = renewed
        return try await desk.changeOffice { office in
            // Between the two transactions somebody may have closed the account or changed its password.
            guard let now = try office.signInAccount(id: account.id), now.isActive, now.password == password else {
                return .refused(AccountDesk.wrong)
            }
            if let renewedPassword {
                try office.replacePassword(of: account.id, with: renewedPassword, insteadOf: password)
            }
            try office.giveBack(bucket: bucket)
            let step: SignInStep? =
                if now.hasSecondFactor { .code } else if password.temporaryUntil != nil { .newPassword } else { nil }
            // A right password does not wipe out wrong codes: only a sign-in that is completed does.
            let failures = step == .code ? max(0, now.lockout.failures - 1) : 0
            try office.keep(Lockout(failures: failures), of: account.id)
            if let previous = attempt.previousToken { try office.endSession(tokenHash: SecretHash.of(token: previous)) }
            try office.begin(session, of: account.id, passedSecondFactor: false, settings: settings)
            office.journal(
                step == nil ? "sign-in" : "begin-sign-in", "person", account.id.text, by: account.id,
                event: .consultation, request: attempt.request)
            return step.map { .unfinished(token: session.token, $0) } ?? .complete(token: session.token)
        }
    }

    private func journalFailure(of person: ID<Person>?, request: String) async throws {
        try await desk.changeOffice { office in
            office.journal(
                "fail-sign-in", "person", person?.text ?? "", by: nil, event: .consultation, request: request)
        }
    }

    /// Ends the session of this token.
    package func signOut(token: String, request: String) async throws {
        let hash = SecretHash.of(token: token)
        try await desk.changeOffice { office in
            let owner = try office.session(tokenHash: hash, on: office.moment.day)?.person.id
            guard try office.endSession(tokenHash: hash), let owner else { return }
            office.journal("sign-out", "person", owner.text, by: owner, event: .consultation, request: request)
        }
    }
}
