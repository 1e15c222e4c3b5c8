/// Counts of one unit that are published together: a total, and what it is broken down by, one way beside the other.
package struct LinkedCounts: Hashable, Sendable {
    /// One way to break the total down: each record stands in exactly one category, and each category in one group.
    package struct Breakdown: Hashable, Sendable {
        package let counts: [Int]
        /// For each category the group whose sum is published too, as a month lies in a quarter; empty where there are none.
        package let groups: [Int]

        package init(counts: [Int], groups: [Int] = []) {
            self.counts = counts
            self.groups = groups
        }
    }

    /// Which of them may be shown, in the same order.
    package struct Shown: Hashable, Sendable {
        package let total: Bool
        package let counts: [[Bool]]
        package let groups: [[Bool]]
    }

    package let total: Int
    package let breakdowns: [Breakdown]

    package init(total: Int, breakdowns: [Breakdown] = []) {
        self.total = total
        self.breakdowns = breakdowns
    }
}
