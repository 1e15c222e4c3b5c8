/// Chooses from alike pairs who is the same person, each record in one group at most.
///
/// Pairs are taken the likest first. Two groups become one as soon as every record of the one was paired with every record of
/// the other, as anonlink's greedy solver does it; between two parties that makes one-to-one matches.
package struct GreedyMatching {
    /// A record: the place of its party and its place in that party's set.
    package struct Record: Hashable, Sendable, Comparable {
        package let party: Int32
        package let index: UInt32

        package init(party: Int32, index: UInt32) {
            self.party = party
            self.index = index
        }

        package static func < (left: Record, right: Record) -> Bool {
            (left.party, left.index) < (right.party, right.index)
        }
    }

    /// The groups of two and more records, each in order, in the order of their first records. The pairs must be in the order in
    /// which `DiceMatcher` answers them.
    package static func groups(_ pairs: [BlindPair]) -> [[Record]] {
        var numbers: [Record: Int] = [:]
        var members: [[Record]] = []
        // For each group how many pairs were met to each other group.
        var met: [[Int: Int]] = []
        func group(_ record: Record) -> Int {
            if let number = numbers[record] { return number }
            numbers[record] = members.count
            members.append([record])
            met.append([:])
            return members.count - 1
        }
        for pair in pairs {
            var one = group(Record(party: pair.firstParty, index: pair.first))
            var other = group(Record(party: pair.secondParty, index: pair.second))
            guard one != other else { continue }
            let count = (met[one][other] ?? 0) + 1
            guard count == members[one].count * members[other].count else {
                met[one][other] = count
                met[other][one] = count
                continue
            }
            if members[one].count < members[other].count { swap(&one, &other) }
            for record in members[other] { numbers[record] = one }
            members[one] += members[other]
            members[other] = []
            met[one][other] = nil
            for (third, count) in met[other] where third != one {
                met[one][third, default: 0] += count
                met[third][other] = nil
                met[third][one, default: 0] += count
            }
            met[other] = [:]
        }
        return members.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }
}
