/// Attacks on synthetic rows, with people who are in the real rows and people who are not.
///
/// Who attacks knows the synthetic rows and, of a target, some or all values. What succeeds against members and against
/// others alike is knowledge about everybody; only the difference is disclosure (Giomi and others, A unified framework for
/// quantifying privacy risk in synthetic data, PoPETs 2023).
package struct DisclosureAttacks: Codable, Hashable, Sendable {
    /// Is this person in the data? The attacker looks how near the nearest synthetic row is (Chen and others, GAN-Leaks, CCS
    /// 2020) and how many are that near.
    package struct Membership: Codable, Hashable, Sendable {
        /// The probability that a member looks more like one than another person does; a half is guessing.
        package let areaUnderCurve: Double
        /// The greatest share of members minus share of others that one threshold takes for members.
        package let advantage: Double
    }

    /// What is this person's value? The attacker knows all other values, takes the synthetic rows that are nearest in them and
    /// guesses the value that most of these have.
    package struct AttributeInference: Codable, Hashable, Sendable {
        package let column: String
        package let memberAccuracy: Double
        package let otherAccuracy: Double
        /// (members − others) / (1 − others), not below 0.
        package let risk: Double
    }

    package let members: Int
    package let others: Int
    package let membership: Membership
    package let attributes: [AttributeInference]
    /// The greatest of the risks of single columns.
    package var greatestAttributeRisk: Double { attributes.map(\.risk).max() ?? 0 }

    /// All tables must have the same columns with the same values, see `SyntheticQuality.aligned`.
    package init(on synthetic: MicrodataTable, members: MicrodataTable, others: MicrodataTable) {
        self.members = members.rowCount
        self.others = others.rowCount
        let inside = (0..<members.rowCount).map { Nearest(to: members.row($0), in: synthetic) }
        let outside = (0..<others.rowCount).map { Nearest(to: others.row($0), in: synthetic) }
        membership = Self.compare(inside.map(\.nearness), outside.map(\.nearness))
        attributes = synthetic.columns.enumerated().map { place, column in
            func accuracy(_ found: [Nearest], _ table: MicrodataTable) -> Double {
                let right = found.indices.count { found[$0].guesses[place] == Int(table.columns[place].codes[$0]) }
                return Double(right) / Double(max(1, found.count))
            }
            let member = accuracy(inside, members)
            let other = accuracy(outside, others)
            return AttributeInference(
                column: column.name, memberAccuracy: member, otherAccuracy: other,
                risk: other < 1 ? max(0, (member - other) / (1 - other)) : 0)
        }
    }

    private static func compare(_ members: [Double], _ others: [Double]) -> Membership {
        guard !members.isEmpty, !others.isEmpty else { return Membership(areaUnderCurve: 0.5, advantage: 0) }
        let all = (members.map { ($0, true) } + others.map { ($0, false) }).sorted { $0.0 > $1.0 }
        var area = 0.0
        var advantage = 0.0
        var memberShare = 0.0
        var otherShare = 0.0
        var place = 0
        while place < all.count {
            let before = (memberShare, otherShare)
            let score = all[place].0
            while place < all.count, all[place].0 == score {
                if all[place].1 { memberShare += 1 / Double(members.count) } else { otherShare += 1 / Double(others.count) }
                place += 1
            }
            area += (otherShare - before.1) * (memberShare + before.0) / 2
            advantage = max(advantage, memberShare - otherShare)
        }
        return Membership(areaUnderCurve: area, advantage: advantage)
    }

    /// What the synthetic rows nearest to one person say.
    private struct Nearest {
        /// The greater, the nearer and the more.
        let nearness: Double
        /// For each column the guessed value, from the rows that are nearest in the others.
        let guesses: [Int]

        init(to person: [UInt16], in table: MicrodataTable) {
            let count = table.rowCount
            var distances = [UInt8](repeating: 0, count: count)
            var least: UInt8 = 0
            var atLeast = 0
            var guesses = [Int](repeating: 0, count: person.count)
            distances.withUnsafeMutableBufferPointer { distances in
                for (column, value) in person.enumerated() {
                    table.columns[column].codes.withUnsafeBufferPointer { codes in
                        for row in 0..<count { distances[row] &+= codes[row] == value ? 0 : 1 }
                    }
                }
                least = distances.min() ?? 0
                atLeast = distances.count { $0 == least }
                // Without one column a row comes nearer by one at the most: only these can be nearest.
                let near = distances.indices.filter { distances[$0] <= least &+ 1 }
                for column in person.indices {
                    let codes = table.columns[column].codes
                    func distance(_ row: Int) -> UInt8 { distances[row] &- (codes[row] == person[column] ? 0 : 1) }
                    let closest = near.map(distance).min() ?? 0
                    var tally: [UInt16: Int] = [:]
                    for row in near where distance(row) == closest { tally[codes[row], default: 0] += 1 }
                    guesses[column] = Int(tally.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0)
                }
            }
            self.guesses = guesses
            nearness = -Double(least) + Double(atLeast) / Double(count + 1)
        }
    }
}
