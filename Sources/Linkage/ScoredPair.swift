/// Two records, by their places, and the weight of the evidence that they are of one person.
package struct ScoredPair: Sendable {
    package var first: UInt32
    package var second: UInt32
    /// log2 of the likelihood ratio; the prior is not in it.
    package var weight: Float
    /// What other records of the group add to the weight, or take from it.
    package var support: Float = 0

    /// The weight with what the other records of the group say.
    package var total: Float { weight + support }

    /// Whether this pair comes before another: the heavier first, and among equals the earlier records.
    @inline(__always)
    func precedes(_ other: ScoredPair, total isTotal: Bool) -> Bool {
        let own = isTotal ? total : weight
        let others = isTotal ? other.total : other.weight
        if own != others { return own > others }
        return first == other.first ? second < other.second : first < other.first
    }
}
