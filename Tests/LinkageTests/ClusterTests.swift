import Testing

@testable import Linkage

@Suite("Groups of records")
struct ClusterTests {
    @Test("do not chain: a pair that looks alike does not tie two people together")
    func chain() {
        let odds: [[Int]: Float] = [[0, 1]: 9, [2, 3]: 9, [1, 2]: 3]
        var clusters = RecordClusters(count: 4)
        let pairs = odds.map { ScoredPair(first: UInt32($0.key[0]), second: UInt32($0.key[1]), weight: $0.value) }
            .sorted { $0.weight > $1.weight }
        clusters.merge(pairs) { odds[[min($0, $1), max($0, $1)]] ?? -6 }
        #expect(clusters.group(of: 0) == clusters.group(of: 1))
        #expect(clusters.group(of: 2) == clusters.group(of: 3))
        #expect(clusters.group(of: 1) != clusters.group(of: 2))
    }

    @Test("take in records as they arrive")
    func incremental() {
        var clusters = RecordClusters(count: 2)
        clusters.merge([ScoredPair(first: 0, second: 1, weight: 5)]) { _, _ in 5 }
        clusters.grow(to: 3)
        #expect(clusters.size(of: 2) == 1)
        clusters.merge([ScoredPair(first: 1, second: 2, weight: 5)]) { _, _ in 5 }
        #expect(clusters.members(with: 2).sorted() == [0, 1, 2])
        #expect(clusters.size(of: 0) == 3)
    }

    @Test("hold every record once, whatever is merged")
    func partition() {
        var random = SplitMix(seed: 31)
        var clusters = RecordClusters(count: 200)
        let pairs = (0..<300).map { _ in
            ScoredPair(first: UInt32(random.next(below: 200)), second: UInt32(random.next(below: 200)), weight: 1)
        }
        clusters.merge(pairs) { ($0 * 31 + $1 * 31) % 7 == 0 ? -2 : 1 }
        var seen = 0
        for record in 0..<200 {
            let members = clusters.members(with: record)
            #expect(members.count == clusters.size(of: record))
            let group = clusters.group(of: record)
            for member in members { #expect(clusters.group(of: member) == group) }
            if group == record { seen += members.count }
        }
        #expect(seen == 200)
    }

    @Test("make a pair likelier where a third record agrees with both, and less likely where it agrees with one alone")
    func third() {
        let alone = ThirdRecord.logOdds(pair: 1, first: -40, second: -40)
        #expect(alone > 0)
        #expect(ThirdRecord.logOdds(pair: 1, first: 10, second: 10) > alone + 4)
        #expect(ThirdRecord.logOdds(pair: 1, first: 10, second: -10) < 0)
    }
}
