import Access
import Kernel

extension AccountDesk {
    /// The second step of signing in: a code of the second factor, or a recovery code.
    ///
    /// The session begins anew, with another token. Wrong codes count like wrong passwords.
    package func giveCode(_ typed: String, token: String, request: String) async throws -> SignInResult {
        guard let begun = try await unfinishedSignIn(token: token), begun.step == .code else {
            return .refused(AccountDesk.signInAgain)
        }
        if typed.isEmpty { return .refused(Problem("code", "Enter the code")) }
        let old = SecretHash.of(token: token)
        let session = NewSession(world: world)
        let settings = settings
        return try await desk.changeOffice { office in
            guard let account = try office.signInAccount(id: begun.person), account.isActive else {
                return .refused(AccountDesk.signInAgain)
            }
            guard try office.countAttempt(on: account, request: request) else {
                return .refused(AccountDesk.tooMany)
            }
            guard try office.useCode(typed, of: account.id) else {
                office.journal(
                    "fail-code", "person", account.id.text, by: nil, event: .consultation, request: request)
                return .refused(Problem("code", "This code is not right, or it was used before. Wait for the next one"))
            }
            try office.keep(Lockout(), of: account.id)
            try office.endSession(tokenHash: old)
            try office.begin(session, of: account.id, passedSecondFactor: true, settings: settings)
            let mustChange = account.password?.temporaryUntil != nil
            office.journal(
                mustChange ? "begin-sign-in" : "sign-in", "person", account.id.text, by: account.id,
                event: .consultation, request: request)
            return mustChange
                ? .unfinished(token: session.token, .newPassword) : .complete(token: session.token)
        }
    }

    static let signInAgain = Problem("", "Too much time has passed. Sign in again from the beginning")
}
