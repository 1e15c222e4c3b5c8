import Access
import Kernel
import Store

/// An account as signing in needs it.
struct SignInAccount: Sendable {
    let id: ID<Person>
    let name: String
    let email: String
    let organisation: ID<Organisation>
    let password: StoredPassword?
    let hasSecondFactor: Bool
    let isActive: Bool
    let lockout: Lockout
}

extension QuerySurface {
    func signInAccount(emailKey: String) throws -> SignInAccount? {
        try signInAccounts("email_key = \(emailKey)").first
    }

    func signInAccount(id: ID<Person>) throws -> SignInAccount? {
        try signInAccounts("id = \(id)").first
    }

    private func signInAccounts(_ condition: Statement) throws -> [SignInAccount] {
        try rows(
            """
            SELECT id, name, email, organisation_id, password_hash, CASE WHEN second_factor IS NULL THEN 0 ELSE 1 END, is_active,
                failed_attempts, locked_until
            FROM people WHERE \(condition)
            """
        ) { row in
            SignInAccount(
                id: try row.next(), name: try row.next(), email: try row.next(), organisation: try row.next(),
                password: try row.next(String?.self).map(StoredPassword.init(text:)), hasSecondFactor: try row.next(),
                isActive: try row.next(), lockout: Lockout(failures: try row.next(), lockedUntil: try row.next()))
        }
    }
}

extension Office {
    /// Counts one more attempt on an account; false when it is closed for now.
    func countAttempt(on account: SignInAccount, request: String) throws -> Bool {
        guard let next = account.lockout.attempted(at: moment) else { return false }
        try keep(next, of: account.id)
        if next.lockedUntil != nil {
            journal("lock-account", "person", account.id.text, by: nil, request: request)
        }
        return true
    }

    /// The same for an address that has no account.
    func countAttempt(onUnknown emailKey: String) throws -> Bool {
        let bucket = "stranger/\(SecretHash.of(bucket: emailKey))"
        let known = try first("SELECT used, window_start FROM rate_limits WHERE bucket = \(bucket)") { row in
            (used: try row.next(Int.self), at: try row.next(Moment.self))
        }
        let failures = known?.used ?? 0
        let lockout = Lockout(failures: failures, lockedUntil: failures >= Lockout.limit ? known?.at : nil)
        guard let next = lockout.attempted(at: moment) else { return false }
        let at = next.lockedUntil ?? moment
        try run(
            """
            INSERT INTO rate_limits (bucket, window_start, used) VALUES (\(bucket), \(at), \(next.failures))
            ON CONFLICT (bucket) DO UPDATE SET window_start = excluded.window_start, used = excluded.used
            """)
        return true
    }

    /// Keeps the number of failures: nothing after a sign-in that was completed.
    func keep(_ lockout: Lockout, of person: ID<Person>) throws {
        try run(
            """
            UPDATE people SET failed_attempts = \(lockout.failures), locked_until = \(lockout.lockedUntil)
            WHERE id = \(person)
            """)
    }

    /// Replaces the password; says whether the stored one was still the one that was looked at.
    @discardableResult
    func replacePassword(of person: ID<Person>, with password: StoredPassword, insteadOf old: StoredPassword?) throws
        -> Bool
    {
        if let old {
            return try run(
                """
                UPDATE people SET password_hash = \(password.text)
                WHERE id = \(person) AND password_hash = \(old.text)
                """) > 0
        }
        return try run("UPDATE people SET password_hash = \(password.text) WHERE id = \(person)") > 0
    }
}
