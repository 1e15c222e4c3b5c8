/// How accounts behave in this installation.
package struct AccountSettings: Hashable, Sendable {
    /// Seconds without a request after which a session ends.
    package var idleSeconds: Int64
    /// Seconds after which a session ends whatever happens.
    package var absoluteSeconds: Int64
    /// How many sign-ins may be tried from one network address in `addressWindowSeconds`. Offices share one address.
    package var attemptsPerAddress: Int
    package var addressWindowSeconds: Int64

    package init(
        idleSeconds: Int64 = 60 * 60, absoluteSeconds: Int64 = 12 * 60 * 60, attemptsPerAddress: Int = 100,
        addressWindowSeconds: Int64 = 15 * 60
    ) {
        self.idleSeconds = idleSeconds
        self.absoluteSeconds = absoluteSeconds
        self.attemptsPerAddress = attemptsPerAddress
        self.addressWindowSeconds = addressWindowSeconds
    }

    /// Seconds in which somebody has to give their code or choose a password after the first step of signing in.
    static let unfinishedSeconds: Int64 = 15 * 60
    /// How often `sessions.seen_at` is written at the most.
    static let seenSeconds: Int64 = 60
    /// Days in which a temporary password has to be used.
    static let temporaryPasswordDays: Int64 = 7
}
