/// Two records of two parties whose encodings are alike.
package struct BlindPair: Hashable, Sendable {
    /// The place of the first party among the parties; it is less than the second's.
    package let firstParty: Int32
    package let secondParty: Int32
    /// The places of the records in their parties' sets.
    package let first: UInt32
    package let second: UInt32
    /// The Dice coefficient, from 0 to 1.
    package let dice: Double

    package init(firstParty: Int, secondParty: Int, first: Int, second: Int, dice: Double) {
        self.firstParty = Int32(firstParty)
        self.secondParty = Int32(secondParty)
        self.first = UInt32(first)
        self.second = UInt32(second)
        self.dice = dice
    }

    /// Whether this pair is answered before another: the likest first, then by parties and by records.
    package static func precedes(_ left: BlindPair, _ right: BlindPair) -> Bool {
        if left.dice != right.dice { return left.dice > right.dice }
        if left.firstParty != right.firstParty { return left.firstParty < right.firstParty }
        if left.secondParty != right.secondParty { return left.secondParty < right.secondParty }
        if left.first != right.first { return left.first < right.first }
        return left.second < right.second
    }
}
