import CPopulation

/// A set of encodings laid out for the kernels: sorted by their count of bits, in groups of eight whose words lie side by side.
struct LaneGroups {
    /// Words in the prefix, which decides whether the rest of a group is looked at.
    let prefix: Int
    /// The encodings' places in their set, in the order in which they lie here.
    let order: [Int]
    /// For each encoding in this order its count of bits; the last group is filled up with 0.
    let counts: Pinned<UInt32>
    let words: Pinned<UInt64>
    /// For each group the least count, and the greatest count behind the prefix.
    let least: Pinned<UInt32>
    let rest: Pinned<UInt32>
    let groupCount: Int

    init(_ set: EncodingSet, prefix: Int) {
        self.prefix = prefix
        let sorted = SortedEncodings(set, prefix: prefix)
        order = sorted.order
        let lanes = Int(POPULATION_LANES)
        let stride = set.wordsPerEncoding
        groupCount = (set.count + lanes - 1) / lanes
        counts = Pinned(sorted.counts + [UInt32](repeating: 0, count: groupCount * lanes - set.count))
        words = Pinned(repeating: 0, count: groupCount * lanes * stride)
        for (place, index) in sorted.order.enumerated() {
            let base = place / lanes * lanes * stride + place % lanes
            for word in 0..<stride { words[base + word * lanes] = set.words[index * stride + word] }
        }
        let members = (0..<groupCount).map { $0 * lanes..<min(set.count, ($0 + 1) * lanes) }
        least = Pinned(members.map { sorted.counts[$0].min() ?? 0 })
        rest = Pinned(members.map { sorted.rest[$0].max() ?? 0 })
    }

    /// The groups that hold the encodings with a count of bits in a range.
    func groups(counts range: ClosedRange<UInt32>) -> Range<Int> {
        let lanes = Int(POPULATION_LANES)
        let first = partition { $0 >= range.lowerBound }
        let end = partition { $0 > range.upperBound }
        return first < end ? first / lanes..<(end + lanes - 1) / lanes : 0..<0
    }

    /// The first encoding in this order whose count fulfils a condition that all behind it fulfil.
    private func partition(_ isBehind: (UInt32) -> Bool) -> Int {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(counts[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
