/// The least Dice coefficient of a pair that is wanted, as the least overlap for each sum of two counts of bits.
///
/// The Dice coefficient of two encodings with a and b bits of which c are common is 2c / (a + b) (Dice, Measures of the Amount
/// of Ecologic Association Between Species, Ecology 26, 1945), and 0 where neither has any.
package struct DiceThreshold: Sendable {
    package let value: Double
    /// For each sum a + b the least c that is wanted. From the sum 1 on it does not fall.
    let leastOverlap: [UInt32]

    /// Throws `MatchingFault.threshold` where the value is not from 0 to 1.
    package init(_ value: Double, bitCount: Int) throws(MatchingFault) {
        guard value >= 0, value <= 1 else { throw .threshold(value) }
        self.value = value
        // No overlap of two empty encodings is enough, unless everything is wanted.
        var least = [value > 0 ? UInt32.max : 0]
        least.reserveCapacity(2 * bitCount + 1)
        var overlap = 0
        for sum in 1...2 * bitCount {
            // In the arithmetic of a coefficient, so that a pair is wanted just where its coefficient, computed, reaches
            // the value: equality is kept, and no rounding loses or gains a pair.
            while DiceThreshold.coefficient(overlap: overlap, sum: sum) < value { overlap += 1 }
            least.append(UInt32(overlap))
        }
        leastOverlap = least
    }

    /// The Dice coefficient, from 0 to 1, of an overlap and the sum of the two counts.
    package static func coefficient(overlap: Int, sum: Int) -> Double {
        sum == 0 ? 0 : Double(2 * overlap) / Double(sum)
    }
}

/// Why encodings cannot be matched.
package enum MatchingFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The threshold is not from 0 to 1.
    case threshold(Double)
    /// Two parties' encodings differ in length, given in bits.
    case lengths(Int, Int)
    /// There are fewer than two parties.
    case parties(Int)
    /// More pairs reach the threshold than may be answered.
    case tooManyPairs(limit: Int)

    package var description: String {
        switch self {
        case .threshold(let value): "The threshold \(value) is not a Dice coefficient: give a number from 0 to 1."
        case .lengths(let first, let second):
            "The encodings differ in length: \(first) and \(second) bits. Both sides must encode with the same schema."
        case .parties(let count): "Matching needs the encodings of at least two parties, and there are \(count)."
        case .tooManyPairs(let limit):
            "More than \(limit) pairs reach the threshold. Raise it, or look for records that all share one encoding."
        }
    }
}
