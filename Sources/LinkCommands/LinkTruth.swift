import Linkage

/// The true pairs of a set of records, to measure against.
struct LinkTruth {
    private let people: [UInt32]
    private let firstFile: Int
    let pairCount: Int

    init(_ people: [UInt32], firstFile: Int) {
        self.people = people
        self.firstFile = firstFile
        pairCount = Self.pairs(people.enumerated().map { ($1, $0 < firstFile) }, isSplit: firstFile > 0)
    }

    func isTrue(_ pair: ScoredPair) -> Bool { people[Int(pair.first)] == people[Int(pair.second)] }

    /// The quality of the pairs within groups.
    func quality(of clusters: RecordClusters) -> LinkQuality {
        var clusters = clusters
        var groups = [UInt32](repeating: 0, count: people.count)
        for record in people.indices { groups[record] = UInt32(clusters.group(of: record)) }
        let isSplit = firstFile > 0
        let found = Self.pairs(groups.enumerated().map { ($1, $0 < firstFile) }, isSplit: isSplit)
        let both = groups.enumerated().map { (UInt64($1) << 32 | UInt64(people[$0]), $0 < firstFile) }
        return LinkQuality(found: found, true: Self.pairs(both, isSplit: isSplit), of: pairCount)
    }

    /// How many pairs share a key; of two files, only pairs across them.
    private static func pairs<Key: Comparable>(_ keys: [(Key, Bool)], isSplit: Bool) -> Int {
        let sorted = keys.sorted { $0.0 < $1.0 }
        var pairs = 0
        var start = 0
        while start < sorted.count {
            var end = start
            var first = 0
            while end < sorted.count, sorted[end].0 == sorted[start].0 {
                if sorted[end].1 { first += 1 }
                end += 1
            }
            let size = end - start
            pairs += isSplit ? first * (size - first) : size * (size - 1) / 2
            start = end
        }
        return pairs
    }
}
