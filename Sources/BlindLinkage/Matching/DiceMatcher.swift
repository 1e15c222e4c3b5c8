import CPopulation

/// Finds all pairs of two or more parties' records whose encodings have a Dice coefficient of at least a threshold.
///
/// The answer is exact: just the pairs whose coefficient, computed in double precision, reaches the threshold, equality
/// included, whichever kernel counts. Three bounds spare work and lose nothing: an overlap is at most the lesser count of
/// bits, so that of the encodings sorted by count only a stretch can match (Xiao, Wang, Lin and Yu, Efficient Similarity Joins
/// for Near Duplicate Detection, 2008; the length filter of PPJoin for Dice); it is at most the overlap of a prefix and the
/// lesser count behind it, so that most pairs are decided by half their words; and both hold for eight encodings at once.
///
/// Time is in proportion to the product of the parties' sizes, memory to their sum and to the pairs found.
package struct DiceMatcher: Sendable {
    package let threshold: Double
    package let kernel: PopulationKernel
    /// The most pairs that are answered.
    package let limit: Int

    /// Throws `MatchingFault.threshold` where the threshold is not from 0 to 1.
    package init(
        threshold: Double, kernel: PopulationKernel = .best, limit: Int = 50_000_000
    ) throws(MatchingFault) {
        guard threshold >= 0, threshold <= 1 else { throw .threshold(threshold) }
        self.threshold = threshold
        self.kernel = kernel
        self.limit = limit
    }

    /// The pairs of all parties, the likest first, then by parties and records. Each two of the parties are compared, no party
    /// with itself. Throws `MatchingFault` where there are fewer than two parties, their encodings differ in length or more
    /// than `limit` pairs are found.
    package func pairs(_ parties: [EncodingSet], progress: (Double) -> Void = { _ in }) throws(MatchingFault) -> [BlindPair] {
        guard parties.count >= 2 else { throw .parties(parties.count) }
        if let other = parties.first(where: { $0.bitCount != parties[0].bitCount }) {
            throw .lengths(parties[0].bitCount, other.bitCount)
        }
        let least = try DiceThreshold(threshold, bitCount: parties[0].wordsPerEncoding * 64)
        var found: [BlindPair] = []
        let pairings = parties.indices.flatMap { first in parties.indices.dropFirst(first + 1).map { (first, $0) } }
        for (done, (first, second)) in pairings.enumerated() {
            try compare(parties, first, second, least, &found) { progress((Double(done) + $0) / Double(pairings.count)) }
        }
        found.sort(by: BlindPair.precedes)
        return found
    }

    /// Queries and groups in a tile: the queries' words and the groups' prefixes stay in the nearest caches.
    private static let tileQueries = 64
    private static let tileGroups = 64

    private func compare(
        _ parties: [EncodingSet], _ first: Int, _ second: Int, _ least: DiceThreshold, _ found: inout [BlindPair],
        _ progress: (Double) -> Void
    ) throws(MatchingFault) {
        let set = parties[first]
        guard set.count > 0, parties[second].count > 0 else { return }
        let prefix = PrefixChoice(set, parties[second], least).prefix
        let records = LaneGroups(parties[second], prefix: prefix)
        let queries = QueryRows(set, prefix: prefix)
        let leastOverlap = Pinned(least.leastOverlap)
        let stretches = Stretches(least)
        let ranges = (0..<set.count).map { place in
            stretches.counts(likeOnesWith: queries.counts[place]).map(records.groups(counts:)) ?? 0..<0
        }
        let lanes = Int(POPULATION_LANES)
        let buffer = UnsafeMutablePointer<population_pair>.allocate(
            capacity: DiceMatcher.tileQueries * DiceMatcher.tileGroups * lanes)
        defer { buffer.deallocate() }
        let from = Pinned<UInt32>(repeating: 0, count: DiceMatcher.tileQueries)
        let to = Pinned<UInt32>(repeating: 0, count: DiceMatcher.tileQueries)
        for start in Swift.stride(from: 0, to: set.count, by: DiceMatcher.tileQueries) {
            let end = min(set.count, start + DiceMatcher.tileQueries)
            let span = ranges[start..<end].filter { !$0.isEmpty }
            let firstGroup = span.map(\.lowerBound).min() ?? 0
            let lastGroup = span.map(\.upperBound).max() ?? 0
            for group in Swift.stride(from: firstGroup, to: lastGroup, by: DiceMatcher.tileGroups) {
                let groupEnd = min(lastGroup, group + DiceMatcher.tileGroups)
                for query in start..<end {
                    let range = ranges[query].clamped(to: group..<groupEnd)
                    from[query - start] = UInt32(max(0, range.lowerBound - group))
                    to[query - start] = UInt32(max(0, range.upperBound - group))
                }
                var tile = population_tile(
                    words: UInt32(set.wordsPerEncoding), prefix: UInt32(prefix),
                    groups: records.words.address(group * lanes * set.wordsPerEncoding), group_count: UInt32(groupEnd - group),
                    counts: records.counts.address(group * lanes), group_least: records.least.address(group),
                    group_rest: records.rest.address(group),
                    queries: queries.words.address(start * set.wordsPerEncoding), query_count: UInt32(end - start),
                    query_counts: queries.counts.address(start), query_rest: queries.rest.address(start),
                    query_from: from.address(0), query_to: to.address(0), least_overlap: leastOverlap.address(0))
                let count = withExtendedLifetime((records, queries, leastOverlap, from, to)) {
                    population_overlaps(kernel.cKernel, &tile, buffer)
                }
                guard found.count + count <= limit else { throw .tooManyPairs(limit: limit) }
                for pair in UnsafeBufferPointer(start: buffer, count: count) {
                    let query = start + Int(pair.query)
                    let record = group * lanes + Int(pair.record)
                    // The last group is filled up with records that are none.
                    guard record < records.order.count else { continue }
                    let sum = Int(queries.counts[query] + records.counts[record])
                    found.append(
                        BlindPair(
                            firstParty: first, secondParty: second, first: queries.order[query], second: records.order[record],
                            dice: DiceThreshold.coefficient(overlap: Int(pair.overlap), sum: sum)))
                }
            }
            progress(Double(end) / Double(set.count))
        }
    }
}
