import Foundation

/// What noisy counts say about the true ones: numbers of rows for single columns, pairs and triples of columns that agree with
/// one another. Works on what is already protected.
struct MarginalEstimates {
    /// A pair of columns: expected rows, and the variance that is left.
    struct Pair {
        var counts: [Double]
        var variances: [Double]
    }

    let sizes: [Int]
    /// The number of rows.
    let total: Double
    private(set) var singles: [[Double]]
    private(set) var singleVariances: [Double]
    /// By the place of the pair among all pairs.
    private(set) var pairs: [Pair] = []
    private let pairPlace: [[Int]]

    init(_ measured: MarginalMeasurements) {
        let sizes = measured.singles.map(\.count)
        self.sizes = sizes
        var pairPlace = [[Int]](repeating: [Int](repeating: -1, count: sizes.count), count: sizes.count)
        for (place, pair) in ColumnSubsets.choices(of: sizes.count, length: 2).enumerated() {
            pairPlace[pair[0]][pair[1]] = place
            pairPlace[pair[1]][pair[0]] = place
        }
        self.pairPlace = pairPlace
        // Each single count has been measured by itself and once more with every pair: weigh by the inverse of the variance.
        var weights = measured.singleVariances.map { 1 / $0 }
        var singles = zip(measured.singles, weights).map { counts, weight in counts.map { $0 * weight } }
        for pair in measured.pairs {
            let (first, second) = (pair.columns[0], pair.columns[1])
            let (rows, columns) = (sizes[first], sizes[second])
            for row in 0..<rows {
                for column in 0..<columns {
                    let count = pair.counts[row * columns + column]
                    singles[first][row] += count / (pair.variance * Double(columns))
                    singles[second][column] += count / (pair.variance * Double(rows))
                }
            }
            weights[first] += 1 / (pair.variance * Double(columns))
            weights[second] += 1 / (pair.variance * Double(rows))
        }
        for column in sizes.indices { singles[column] = singles[column].map { $0 / weights[column] } }
        let precisions = sizes.indices.map { weights[$0] / Double(sizes[$0]) }
        let sum = zip(singles, precisions).reduce(0) { $0 + $1.0.reduce(0, +) * $1.1 }
        let total = max(0, sum / precisions.reduce(0, +)).rounded()
        self.total = total
        self.singles = singles.map { Self.nonNegative($0, total: total) }
        singleVariances = weights.map { 1 / $0 }
        let known = Dictionary(uniqueKeysWithValues: measured.pairs.map { (pairPlace[$0.columns[0]][$0.columns[1]], $0) })
        pairs = ColumnSubsets.choices(of: sizes.count, length: 2).enumerated().map { place, columns in
            pair(columns, known[place])
        }
    }

    /// The estimate of a pair, the lower column first.
    func pair(_ first: Int, _ second: Int) -> Pair { pairs[pairPlace[first][second]] }

    /// Shifts all by the same so that they add up to the total and none is negative (Norm-Sub of Wang and others, Locally
    /// differentially private frequency estimation with consistency, NDSS 2020).
    private static func nonNegative(_ counts: [Double], total: Double) -> [Double] {
        var counts = counts
        for _ in 0..<100 {
            let positive = counts.filter { $0 > 0 }
            let excess = positive.reduce(0, +) - total
            guard abs(excess) > 1e-9, !positive.isEmpty else { break }
            counts = counts.map { $0 > 0 ? max(0, $0 - excess / Double(positive.count)) : 0 }
        }
        let sum = counts.reduce(0, +)
        guard sum > 0 else { return counts.map { _ in total / Double(counts.count) } }
        return counts.map { $0 * total / sum }
    }

    /// Draws the noisy counts of a pair towards independence as far as the noise is greater than what can be seen of a
    /// dependence (James and Stein's shrinkage by the method of moments). Counts that stand out from the noise are kept as they
    /// are, and independence is fitted to the others alone (quasi-independence: Goodman, JASA 63, 1968).
    private func pair(_ columns: [Int], _ measured: MarginalMeasurements.Pair?) -> Pair {
        let rows = singles[columns[0]]
        let fields = singles[columns[1]]
        let width = fields.count
        var expected = [Double](repeating: 0, count: rows.count * width)
        guard total > 0 else { return Pair(counts: expected, variances: expected.map { _ in 1 }) }
        for row in rows.indices {
            for field in fields.indices { expected[row * width + field] = rows[row] * fields[field] / total }
        }
        guard let measured else { return Pair(counts: expected, variances: expected.map { max(1, $0) }) }
        let counts = agreeing(measured.counts, rows, fields)
        let noise = measured.variance
        let deviation = noise.squareRoot()
        var stands = [Bool](repeating: false, count: counts.count)
        var spread = 0.0
        for _ in 0..<3 {
            for place in counts.indices {
                let distance = abs(counts[place] - expected[place])
                stands[place] = distance > 3.5 * (noise + expected[place]).squareRoot() + 0.2 * deviation
            }
            let kept = zip(counts, stands).map { max(0, $0.1 ? $0.0 : 0) }
            var base = zip(expected, stands).map { $0.1 ? 0 : max($0.0, 1e-9) }
            let rowsLeft = rows.indices.map { row in max(0, rows[row] - kept[(row * width)..<((row + 1) * width)].reduce(0, +)) }
            let fieldsLeft = fields.indices.map { field in
                max(0, fields[field] - stride(from: field, to: kept.count, by: width).reduce(0) { $0 + kept[$1] })
            }
            Self.fit(&base, rowsLeft, fieldsLeft, rounds: 4)
            var squares = 0.0
            var scale = 0.0
            for place in counts.indices {
                if stands[place] {
                    // What independence of the others would expect here.
                    expected[place] = rowsLeft[place / width] * fieldsLeft[place % width] / max(1, fieldsLeft.reduce(0, +))
                } else {
                    expected[place] = base[place]
                    let distance = counts[place] - base[place]
                    squares += distance * distance - noise - base[place]
                    scale += base[place] * base[place]
                }
            }
            spread = scale > 0 ? max(0, squares / scale) : 0
        }
        var result = [Double](repeating: 0, count: counts.count)
        var variances = result
        for place in counts.indices {
            let base = expected[place]
            let signal = base + spread * base * base
            if stands[place] {
                result[place] = counts[place]
                variances[place] = noise
                // A place that should be full and cannot be told from empty is taken for impossible.
                if counts[place] < 3 * deviation, base > 8 * deviation { result[place] = 0 }
            } else {
                result[place] = base + signal / (signal + noise) * (counts[place] - base)
                variances[place] = signal * noise / (signal + noise)
            }
            result[place] = max(result[place], stands[place] ? 0 : base * 0.05)
            variances[place] = max(variances[place], 0.5)
        }
        Self.fit(&result, rows, fields, rounds: 6)
        return Pair(counts: result, variances: variances)
    }

    /// Spreads what is missing to the known sums over rows and fields.
    private func agreeing(_ counts: [Double], _ rows: [Double], _ fields: [Double]) -> [Double] {
        let width = fields.count
        var rowGaps = rows
        var fieldGaps = fields
        for row in rows.indices {
            for field in 0..<width {
                rowGaps[row] -= counts[row * width + field]
                fieldGaps[field] -= counts[row * width + field]
            }
        }
        let gap = rowGaps.reduce(0, +) / Double(counts.count)
        var result = counts
        for row in rows.indices {
            for field in 0..<width {
                result[row * width + field] += rowGaps[row] / Double(width) + fieldGaps[field] / Double(rows.count) - gap
            }
        }
        return result
    }

    /// Iterative proportional fitting of a table to its sums (Deming and Stephan 1940).
    private static func fit(_ counts: inout [Double], _ rows: [Double], _ fields: [Double], rounds: Int) {
        let width = fields.count
        var sums = fields
        for _ in 0..<rounds {
            for row in rows.indices {
                let range = (row * width)..<((row + 1) * width)
                var sum = 0.0
                for place in range { sum += counts[place] }
                if sum > 0 {
                    let factor = rows[row] / sum
                    for place in range { counts[place] *= factor }
                }
            }
            for field in 0..<width { sums[field] = 0 }
            for row in rows.indices { for field in 0..<width { sums[field] += counts[row * width + field] } }
            for field in 0..<width { sums[field] = sums[field] > 0 ? fields[field] / sums[field] : 0 }
            for row in rows.indices { for field in 0..<width { counts[row * width + field] *= sums[field] } }
        }
    }

    /// Expected rows for three columns: the table without a dependence of its own that has the three pairs as its sums (the
    /// maximum-entropy table; iterative proportional fitting).
    func triple(_ first: Int, _ second: Int, _ third: Int) -> [Float] {
        let (height, depth, width) = (sizes[first], sizes[second], sizes[third])
        let top = pair(first, second).counts.map { Float($0) }
        let side = pair(first, third).counts.map { Float($0) }
        let back = pair(second, third).counts.map { Float($0) }
        let invert = { (counts: [Double]) in counts.map { $0 > 0 ? Float(1 / $0) : 0 } }
        let (one, two, three) = (invert(singles[first]), invert(singles[second]), invert(singles[third]))
        return [Float](unsafeUninitializedCapacity: height * depth * width) { cells, filled in
            filled = height * depth * width
            let scale = Float(total)
            for high in 0..<height {
                for middle in 0..<depth {
                    let start = (high * depth + middle) * width
                    let factor = top[high * depth + middle] * one[high] * two[middle] * scale
                    for low in 0..<width {
                        cells[start + low] = factor * side[high * width + low] * back[middle * width + low] * three[low]
                    }
                }
            }
            var sums = [Float](repeating: 0, count: max(height, depth) * width)
            for _ in 0..<3 {
                Self.scale(cells, &sums, to: side, height, depth, width, byHeight: true)
                Self.scale(cells, &sums, to: back, height, depth, width, byHeight: false)
                for line in 0..<(height * depth) {
                    let range = (line * width)..<((line + 1) * width)
                    var sum: Float = 0
                    for place in range { sum += cells[place] }
                    let factor = sum > 0 ? top[line] / sum : 0
                    for place in range { cells[place] *= factor }
                }
            }
        }
    }

    private static func scale(
        _ cells: UnsafeMutableBufferPointer<Float>, _ sums: inout [Float], to target: [Float], _ height: Int, _ depth: Int,
        _ width: Int, byHeight: Bool
    ) {
        sums.withUnsafeMutableBufferPointer { sums in
            sums.update(repeating: 0)
            for high in 0..<height {
                for middle in 0..<depth {
                    let start = (high * depth + middle) * width
                    let to = (byHeight ? high : middle) * width
                    for low in 0..<width { sums[to + low] += cells[start + low] }
                }
            }
            for place in target.indices { sums[place] = sums[place] > 0 ? target[place] / sums[place] : 0 }
            for high in 0..<height {
                for middle in 0..<depth {
                    let start = (high * depth + middle) * width
                    let from = (byHeight ? high : middle) * width
                    for low in 0..<width { cells[start + low] *= sums[from + low] }
                }
            }
        }
    }
}
