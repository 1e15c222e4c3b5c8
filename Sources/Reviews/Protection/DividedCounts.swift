/// One way to break a total down, and each category of it by the parts of a partnership: concerns by source and town.
///
/// What is published of the whole is decided already and stays as it is. The total of each part is published.
package struct DividedCounts: Hashable, Sendable {
    /// Which of them may be shown beside the whole, whichever of the parts are published.
    package struct Shown: Hashable, Sendable {
        /// For each category, part by part.
        package let counts: [[Bool]]
        /// For each group, part by part; empty where there are none.
        package let groups: [[Bool]]
    }

    /// For each category the counts of the parts, which add up to that of the whole.
    package let counts: [[Int]]
    /// For each category the group whose sum is published too; empty where there are none.
    package let groups: [Int]
    /// What is shown of the whole.
    package let shown: [Bool]
    package let groupsShown: [Bool]

    package init(counts: [[Int]], groups: [Int] = [], shown: [Bool], groupsShown: [Bool] = []) {
        self.counts = counts
        self.groups = groups
        self.shown = shown
        self.groupsShown = groupsShown
    }
}
