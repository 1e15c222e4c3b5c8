import Foundation

/// Rows to begin with: drawn from the tree of pairs that tell most about each other (Chow and Liu, Approximating discrete
/// probability distributions with dependence trees, IEEE Transactions on Information Theory 14, 1968; as McKenna, Miklau and
/// Sheldon do in MST, Journal of Privacy and Confidentiality 11, 2021).
enum TreeSample {
    /// The columns' values of so many rows.
    static func rows(_ estimates: MarginalEstimates, count: Int, _ random: inout RandomSource) -> [[UInt16]] {
        let sizes = estimates.sizes
        var columns = [[UInt16]](repeating: [], count: sizes.count)
        guard count > 0 else { return columns }
        var done = [Bool](repeating: false, count: sizes.count)
        var best = [(gain: Double, from: Int)](repeating: (-1, -1), count: sizes.count)
        var next = 0
        for step in sizes.indices {
            done[next] = true
            if step == 0 {
                var values = drawn(estimates.singles[next], count: count, &random)
                values.shuffle(using: &random)
                columns[next] = values
            } else {
                columns[next] = follow(columns[best[next].from], best[next].from, next, estimates, &random)
            }
            for column in sizes.indices where !done[column] {
                let gain = information(estimates, next, column)
                if gain > best[column].gain { best[column] = (gain, next) }
            }
            next = sizes.indices.filter { !done[$0] }.max { best[$0].gain < best[$1].gain } ?? next
        }
        return columns
    }

    /// As many of each value as its share says, the last ones by chance (systematic sampling).
    private static func drawn(_ weights: [Double], count: Int, _ random: inout RandomSource) -> [UInt16] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return [UInt16](repeating: 0, count: count) }
        var result: [UInt16] = []
        result.reserveCapacity(count)
        var reached = 0.0
        var mark = random.unit()
        for (value, weight) in weights.enumerated() {
            reached += weight / sum * Double(count)
            while mark < reached, result.count < count {
                result.append(UInt16(value))
                mark += 1
            }
        }
        while result.count < count { result.append(UInt16(weights.lastIndex { $0 > 0 } ?? 0)) }
        return result
    }

    private static func follow(
        _ parent: [UInt16], _ from: Int, _ to: Int, _ estimates: MarginalEstimates, _ random: inout RandomSource
    ) -> [UInt16] {
        let pair = from < to ? estimates.pair(from, to) : estimates.pair(to, from)
        let (fromStep, toStep) = from < to ? (estimates.sizes[to], 1) : (1, estimates.sizes[from])
        var places = [[Int]](repeating: [], count: estimates.sizes[from])
        for (row, value) in parent.enumerated() { places[Int(value)].append(row) }
        var result = [UInt16](repeating: 0, count: parent.count)
        for (value, rows) in places.enumerated() where !rows.isEmpty {
            var weights = (0..<estimates.sizes[to]).map { pair.counts[value * fromStep + $0 * toStep] }
            if weights.allSatisfy({ $0 <= 0 }) { weights = estimates.singles[to] }
            var values = drawn(weights, count: rows.count, &random)
            values.shuffle(using: &random)
            for (row, chosen) in zip(rows, values) { result[row] = chosen }
        }
        return result
    }

    /// The mutual information of two columns.
    private static func information(_ estimates: MarginalEstimates, _ one: Int, _ other: Int) -> Double {
        let (first, second) = (min(one, other), max(one, other))
        let counts = estimates.pair(first, second).counts
        let width = estimates.sizes[second]
        var sum = 0.0
        for (place, count) in counts.enumerated() where count > 0 {
            let expected = estimates.singles[first][place / width] * estimates.singles[second][place % width] / estimates.total
            if expected > 0 { sum += count * log(count / expected) }
        }
        return sum
    }
}
