import BlindLinkage
import Testing

/// Encodings by chance, some of them noisy copies of another set's, some equal, some empty, with counts of bits that vary.
private func encodings(_ count: Int, bits: Int, copying other: EncodingSet? = nil, seed: UInt64) -> EncodingSet {
    var generator = SeededGenerator(seed)
    var set = EncodingSet(bitCount: bits)
    for index in 0..<count {
        var words = [UInt64](repeating: 0, count: set.wordsPerEncoding)
        let fill = Int.random(in: 0...60, using: &generator)
        for bit in 0..<bits {
            var isSet = Int.random(in: 0..<100, using: &generator) < fill
            if let other, index % 3 == 0, index < other.count {
                isSet = other.hasBit(bit, of: index) != (Int.random(in: 0..<100, using: &generator) < index % 12)
            }
            if index % 17 == 5 { isSet = false }
            if isSet { words[bit / 64] |= 1 << UInt64(63 - bit % 64) }
        }
        set.append(words)
    }
    return set
}

private func everyPair(_ parties: [EncodingSet], _ threshold: Double) -> [BlindPair] {
    var pairs: [BlindPair] = []
    for first in parties.indices {
        for second in parties.indices where second > first {
            for one in 0..<parties[first].count {
                for other in 0..<parties[second].count {
                    let common = zip(parties[first][one], parties[second][other]).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
                    let sum = parties[first].population(one) + parties[second].population(other)
                    let dice = sum == 0 ? 0 : Double(2 * common) / Double(sum)
                    if dice >= threshold {
                        pairs.append(BlindPair(firstParty: first, secondParty: second, first: one, second: other, dice: dice))
                    }
                }
            }
        }
    }
    return pairs.sorted(by: BlindPair.precedes)
}

@Suite("Matching by Dice")
struct DiceMatcherTests {
    @Test(
        "finds just the pairs that comparing each with each finds, with every kernel of this machine",
        arguments: [
            8, 64, 100, 192, 500, 1024, 2048,
        ])
    func exactness(bits: Int) throws {
        let first = encodings(70, bits: bits, seed: 1)
        let second = encodings(75, bits: bits, copying: first, seed: 2)
        for threshold in [0.0, 0.3, 0.5, 2.0 / 3.0, 0.8, 0.9, 1.0] {
            let expected = everyPair([first, second], threshold)
            for kernel in PopulationKernel.runningHere {
                #expect(try DiceMatcher(threshold: threshold, kernel: kernel).pairs([first, second]) == expected)
            }
        }
    }

    @Test("keeps pairs that are just at the threshold, also where rounding is against them")
    func equality() throws {
        // 9 bits and the same 9 with 2 more: 18 / 20 is 0.9, and 2·9·(1/0.9 − 1), in doubles, is less than 2.
        var small = EncodingSet(bitCount: 64)
        small.append([0x1FF])
        var large = EncodingSet(bitCount: 64)
        large.append([0x7FF])
        #expect(try DiceMatcher(threshold: 0.9).pairs([small, large]).map(\.dice) == [0.9])
        #expect(try DiceMatcher(threshold: 0.9.nextUp).pairs([small, large]) == [])
    }

    @Test("compares each two of several parties, and no party with itself")
    func parties() throws {
        let first = encodings(20, bits: 128, seed: 3)
        let sets = [first, encodings(25, bits: 128, copying: first, seed: 4), encodings(9, bits: 128, copying: first, seed: 5)]
        #expect(try DiceMatcher(threshold: 0.6).pairs(sets) == everyPair(sets, 0.6))
    }

    @Test("finds nothing where a party has no records, and nothing like a record without bits")
    func nothing() throws {
        let empty = EncodingSet(bitCount: 64)
        var zero = empty
        zero.appendEmpty()
        #expect(try DiceMatcher(threshold: 0.1).pairs([empty, zero]) == [])
        #expect(try DiceMatcher(threshold: 0.1).pairs([zero, zero]) == [])
    }

    @Test("refuses thresholds that are none, lengths that differ and a single party", arguments: [-0.1, 1.1, .nan, .infinity])
    func refused(threshold: Double) {
        #expect(throws: MatchingFault.self) { try DiceMatcher(threshold: threshold) }
        #expect(throws: MatchingFault.lengths(64, 128)) {
            try DiceMatcher(threshold: 0.8).pairs([EncodingSet(bitCount: 64), EncodingSet(bitCount: 128)])
        }
        #expect(throws: MatchingFault.parties(1)) { try DiceMatcher(threshold: 0.8).pairs([EncodingSet(bitCount: 64)]) }
    }

    @Test("ends with a word instead of filling memory where all records are equal")
    func allEqual() {
        var set = EncodingSet(bitCount: 64)
        for _ in 0..<3000 { set.append([0xFF]) }
        #expect(throws: MatchingFault.tooManyPairs(limit: 100_000)) {
            try DiceMatcher(threshold: 0.8, limit: 100_000).pairs([set, set])
        }
    }
}

@Suite("Greedy matching")
struct GreedyMatchingTests {
    private func pair(_ first: Int, _ second: Int, _ dice: Double, parties: (Int, Int) = (0, 1)) -> BlindPair {
        BlindPair(firstParty: parties.0, secondParty: parties.1, first: first, second: second, dice: dice)
    }

    private func record(_ party: Int32, _ index: UInt32) -> GreedyMatching.Record { GreedyMatching.Record(party: party, index: index) }

    @Test("between two parties takes the likest pair of each record")
    func oneToOne() {
        let groups = GreedyMatching.groups([pair(0, 0, 0.99), pair(0, 1, 0.95), pair(1, 0, 0.9), pair(1, 1, 0.85)])
        #expect(groups == [[record(0, 0), record(1, 0)], [record(0, 1), record(1, 1)]])
    }

    @Test("among several parties makes one group only where each record is like each")
    func severalParties() {
        let pairs = [pair(0, 0, 0.9), pair(0, 0, 0.8, parties: (0, 2)), pair(0, 0, 0.7, parties: (1, 2))]
        #expect(GreedyMatching.groups(pairs) == [[record(0, 0), record(1, 0), record(2, 0)]])
        #expect(GreedyMatching.groups(Array(pairs.dropLast())) == [[record(0, 0), record(1, 0)]])
    }

    @Test("never puts a record into two groups, nor two records into one that were not found alike")
    func invariants() {
        var generator = SeededGenerator(23)
        var pairs: [BlindPair] = []
        for first in 0..<3 {
            for second in (first + 1)..<4 {
                for _ in 0..<120 {
                    pairs.append(
                        pair(
                            Int.random(in: 0..<25, using: &generator), Int.random(in: 0..<25, using: &generator),
                            Double(Int.random(in: 50...100, using: &generator)) / 100, parties: (first, second)))
                }
            }
        }
        var seen: Set<[GreedyMatching.Record]> = []
        pairs = pairs.filter { seen.insert([record($0.firstParty, $0.first), record($0.secondParty, $0.second)]).inserted }
            .sorted(by: BlindPair.precedes)
        let alike = Set(pairs.map { [record($0.firstParty, $0.first), record($0.secondParty, $0.second)] })
        let groups = GreedyMatching.groups(pairs)
        #expect(Set(groups.flatMap { $0 }).count == groups.reduce(0) { $0 + $1.count })
        for group in groups {
            for one in group.indices {
                for other in group.indices where other > one { #expect(alike.contains([group[one], group[other]])) }
            }
        }
    }
}
