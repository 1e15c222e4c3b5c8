import Kernel

/// What is kept of a password: a hash, and whether it was only lent until its owner has chosen one.
///
/// As text: `scrypt$N$r$p$salt$hash`, or `must-change:SECONDS:scrypt$…` where SECONDS is the end of the temporary password
/// (seconds since 1 January 1970, UTC).
package struct StoredPassword: Hashable, Sendable {
    /// `scrypt$N$r$p$salt$hash`.
    package let hash: String
    /// Until when a temporary password opens the page on which its owner chooses one; nil for a password of their own.
    package let temporaryUntil: Moment?

    package init(hash: String, temporaryUntil: Moment? = nil) {
        self.hash = hash
        self.temporaryUntil = temporaryUntil
    }

    /// Begins the text of every temporary password.
    private static let mark = "must-change:"

    /// Reads what `text` wrote.
    package init(text: String) {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        if text.hasPrefix(StoredPassword.mark), parts.count == 3, let seconds = Int64(parts[1]) {
            self.init(hash: String(parts[2]), temporaryUntil: Moment(microseconds: seconds * 1_000_000))
        } else {
            self.init(hash: text)
        }
    }

    /// As the column `people.password_hash` holds it.
    package var text: String {
        guard let temporaryUntil else { return hash }
        return "\(StoredPassword.mark)\(temporaryUntil.microseconds / 1_000_000):\(hash)"
    }
}
