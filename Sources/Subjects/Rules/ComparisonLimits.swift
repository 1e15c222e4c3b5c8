import Kernel
import Partnerships

/// What bounds a blind comparison, from the reference data. A number that is missing there allows nothing.
package struct ComparisonLimits: Sendable, Hashable {
    /// The fewest different records in a file: who is in a file of one can be told from the number that match.
    package let leastRecords: Int
    package let mostRecords: Int
    /// The most comparisons of the same two agencies on one day.
    package let mostADay: Int
    /// In hundredths.
    package let leastThreshold: Int
    package let longestDays: Int

    /// The longest encodings that are taken, in bits.
    package static let mostBits = 2048
    /// The largest file that is taken, in bytes: 48 MB.
    package static let largestFile = 48 * 1024 * 1024
    /// The most pairs that are looked at before a comparison is given up.
    static let mostPairs = 1_000_000
    /// The most characters of a schema.
    static let longestSchema = 20_000

    package init(_ lists: CodeLists) {
        let list = lists["comparison_limit"]
        func number(_ code: String, else strictest: Int) -> Int { list[code].flatMap { Int($0.note) } ?? strictest }
        leastRecords = number("least-records", else: .max)
        mostRecords = number("most-records", else: 0)
        mostADay = number("most-a-day", else: 0)
        leastThreshold = number("least-threshold", else: 101)
        longestDays = number("longest-days", else: 0)
    }
}
