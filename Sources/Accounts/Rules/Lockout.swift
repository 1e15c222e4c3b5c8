import Kernel

/// When an account closes itself for a while after wrong passwords or codes.
///
/// The same rule counts for an address without an account, so that nobody can tell from it which addresses have one.
package struct Lockout: Hashable, Sendable {
    /// Attempts since the last sign-in that succeeded.
    package var failures: Int
    /// Until when every attempt is refused.
    package var lockedUntil: Moment?

    package init(failures: Int = 0, lockedUntil: Moment? = nil) {
        self.failures = failures
        self.lockedUntil = lockedUntil
    }

    /// Failures that close the account.
    package static let limit = 10
    /// Seconds for which it stays closed.
    package static let seconds: Int64 = 15 * 60

    /// The state with one more attempt counted; nil when the account is closed at this moment.
    ///
    /// An attempt is counted before its password is looked at, so that many at once cannot slip through.
    package func attempted(at moment: Moment) -> Lockout? {
        if let lockedUntil, lockedUntil > moment { return nil }
        let count = (lockedUntil == nil ? failures : 0) + 1
        return Lockout(
            failures: count, lockedUntil: count >= Lockout.limit ? moment.adding(seconds: Lockout.seconds) : nil)
    }
}
