/// How well pairs, or the pairs within groups, agree with the truth.
package struct LinkQuality: Codable, Hashable, Sendable {
    /// The share of the pairs found that are true, from 0 to 1.
    package let precision: Double
    /// The share of the true pairs that were found, from 0 to 1.
    package let recall: Double
    /// The harmonic mean of the two.
    package let f1: Double

    init(found: Int, true correct: Int, of all: Int) {
        precision = found == 0 ? 0 : Double(correct) / Double(found)
        recall = all == 0 ? 0 : Double(correct) / Double(all)
        f1 = found + all == 0 ? 0 : 2 * Double(correct) / Double(found + all)
    }
}
