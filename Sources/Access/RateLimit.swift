import Kernel
import Store

/// How often something was done within one window of time, and whether it may be done once more.
package struct RateLimit: Hashable, Sendable {
    /// False when the limit of this window is used up.
    package let isAllowed: Bool
    /// Seconds until the window ends; at least 1.
    package let secondsLeft: Int64

    package init(isAllowed: Bool, secondsLeft: Int64) {
        self.isAllowed = isAllowed
        self.secondsLeft = secondsLeft
    }
}

extension Office {
    /// Counts one more use of a bucket and says whether it is still within the limit of its window.
    ///
    /// The window begins with the first use and is fixed: when it is over, the next use begins a new one. The rows are in
    /// the database, so that all servers count together. The bucket's name must hold no personal data in the clear.
    package func take(bucket: String, limit: Int, window seconds: Int64) throws -> RateLimit {
        let over = moment.adding(seconds: -seconds)
        let counted = try rows(
            """
            INSERT INTO rate_limits (bucket, window_start, used) VALUES (\(bucket), \(moment), 1)
            ON CONFLICT (bucket) DO UPDATE SET
                used = CASE WHEN rate_limits.window_start <= \(over) THEN 1 ELSE rate_limits.used + 1 END,
                window_start = CASE WHEN rate_limits.window_start <= \(over) THEN excluded.window_start
                    ELSE rate_limits.window_start END
            RETURNING used, window_start
            """
        ) { row in (used: try row.next(Int.self), start: try row.next(Moment.self)) }
        guard let count = counted.first else { return RateLimit(isAllowed: false, secondsLeft: max(1, seconds)) }
        let left = count.start.adding(seconds: seconds).seconds(since: moment)
        return RateLimit(isAllowed: count.used <= limit, secondsLeft: max(1, left))
    }

    /// Takes back one use of a bucket: for what counts only when it fails.
    package func giveBack(bucket: String) throws {
        try run("UPDATE rate_limits SET used = used - 1 WHERE bucket = \(bucket) AND used > 0")
    }

    /// Removes the buckets that nobody has used since this moment, and returns how many there were.
    @discardableResult
    package func forgetRateLimits(before moment: Moment) throws -> Int {
        try run("DELETE FROM rate_limits WHERE window_start < \(moment)")
    }
}
