/// Groups of records, each taken for one person, that grow by merging and never by chaining.
///
/// Two groups become one only where the evidence of all their pairs together, for and against, speaks for it: correlation
/// clustering (Bansal, Blum and Chawla 2004) by greedy agglomeration, strongest pairs first, as in Hassanzadeh et al. (2009).
/// One pair that looks alike by chance does not tie two people together when their other records disagree.
package struct RecordClusters: Sendable {
    /// The first record of the group of each record; a record points at itself or at one before it on the way there.
    private var parents: [UInt32] = []
    /// The next record of the same group, in a ring.
    private var next: [UInt32] = []
    private var sizes: [UInt32] = []

    /// One pair never counts for more than this for or against, in bits: a slip in one record is not proof.
    private static let greatestVote: Float = 12
    /// What a pair that speaks against counts: a slip in one record speaks against it in every pair that the record is in.
    private static let shareOfDoubt: Float = 0.5
    /// Of a group so many records are heard; the evidence of more adds nothing.
    private static let mostHeard = 12

    package init(count: Int) { grow(to: count) }

    /// Makes room for records that arrived; each is a group of its own.
    package mutating func grow(to count: Int) {
        while parents.count < count {
            let record = UInt32(parents.count)
            parents.append(record)
            next.append(record)
            sizes.append(1)
        }
    }

    /// The record that names the group of a record: the same for all records of the group.
    package mutating func group(of record: Int) -> Int {
        var at = UInt32(record)
        while parents[Int(at)] != at {
            parents[Int(at)] = parents[Int(parents[Int(at)])]
            at = parents[Int(at)]
        }
        return Int(at)
    }

    /// How many records are in the group of a record.
    package mutating func size(of record: Int) -> Int { Int(sizes[group(of: record)]) }

    /// The records of the group of a record.
    package func members(with record: Int) -> [Int] {
        var members = [record]
        var at = Int(next[record])
        while at != record {
            members.append(at)
            at = Int(next[at])
        }
        return members
    }

    /// Merges the groups of the pairs, taken in this order, where `logOdds` of all pairs across, to base 2, speak for it
    /// together.
    package mutating func merge(_ pairs: some Sequence<ScoredPair>, logOdds: (Int, Int) -> Float) {
        for pair in pairs {
            let first = group(of: Int(pair.first))
            let second = group(of: Int(pair.second))
            if first == second { continue }
            var votes: Float = 0
            for one in heard(Int(pair.first)) {
                for other in heard(Int(pair.second)) {
                    let odds = max(-Self.greatestVote, min(Self.greatestVote, logOdds(one, other)))
                    votes += odds < 0 ? odds * Self.shareOfDoubt : odds
                }
            }
            if votes > 0 { join(first, second) }
        }
    }

    private func heard(_ record: Int) -> [Int] {
        var members = [record]
        var at = Int(next[record])
        while at != record, members.count < Self.mostHeard {
            members.append(at)
            at = Int(next[at])
        }
        return members
    }

    private mutating func join(_ first: Int, _ second: Int) {
        let kept = min(first, second)
        let given = max(first, second)
        parents[given] = UInt32(kept)
        sizes[kept] += sizes[given]
        next.swapAt(first, second)
    }
}
