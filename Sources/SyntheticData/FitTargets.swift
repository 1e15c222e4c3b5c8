import Foundation

/// What rows are fitted to: for each combination of up to three columns the expected count, how much a distance from it matters,
/// and what it costs that the combination appears at all.
///
/// The error that a reader sees is |count − true count| / true count, as a mean over the combinations that appear `resolution`
/// times at least. The true count is known up to a deviation s; near to it the expected error grows by 0.4·x²/s with the
/// distance x, and this is the weight. A combination with the expected count λ does not appear in truth with a probability of
/// about e^−λ, and then it is an invention: where this is likelier than `goodInvention` appearing has a price, otherwise a prize.
struct FitTargets {
    /// Rows change one at a time, but a price falls away with the last row only. So each row pays first, and then the first alone.
    enum Phase: CaseIterable {
        case everyRowPays
        case firstRowPays
    }

    /// How much the mean errors for one, two and three columns matter.
    private static let lengthWeights = [3.3, 300, 2]
    private static let goodInvention = 0.02
    private static let missingWeight = 0.01

    private struct Part {
        let columns: [Int]
        let counts: [Float]
        /// What is not known about them; as for counts by chance where nil.
        let variances: [Double]?
    }

    private let sizes: [Int]
    private let resolution: Double
    private let parts: [Part]
    private var numbers = [1.0, 1, 1]

    init(_ estimates: MarginalEstimates, resolution: Double) {
        sizes = estimates.sizes
        self.resolution = resolution
        let sizes = estimates.sizes
        var parts: [Part] = []
        for column in sizes.indices {
            let counts = estimates.singles[column]
            parts.append(
                Part(
                    columns: [column], counts: counts.map { Float($0) },
                    variances: counts.map { _ in estimates.singleVariances[column] }))
        }
        for pair in ColumnSubsets.choices(of: sizes.count, length: 2) where pair.reduce(1, { $0 * sizes[$1] }) <= Self.mostPlaces {
            let estimate = estimates.pair(pair[0], pair[1])
            parts.append(Part(columns: pair, counts: estimate.counts.map { Float($0) }, variances: estimate.variances))
        }
        for triple in ColumnSubsets.choices(of: sizes.count, length: 3)
        where triple.reduce(1, { $0 * sizes[$1] }) <= Self.mostPlaces {
            parts.append(Part(columns: triple, counts: estimates.triple(triple[0], triple[1], triple[2]), variances: nil))
        }
        self.parts = parts
        for part in parts {
            numbers[part.columns.count - 1] += Double(part.counts.count { Double($0) >= resolution })
        }
    }

    func targets(_ phase: Phase) -> [RowSearch.Target] {
        parts.map { part in
            let length = part.columns.count
            let share = 1000 * Self.lengthWeights[length - 1] / numbers[length - 1]
            let priceWeight = phase == .everyRowPays ? 8.1 : 28.0
            let priceShare = length == 1 ? 0 : priceWeight * 1000 / (numbers[length - 1] * Self.goodInvention)
            let missing = Self.missingPlaces(part.columns, sizes)
            var weights = [Float](repeating: 0, count: part.counts.count)
            var prices = weights
            var targets = part.counts
            for place in part.counts.indices {
                let expected = Double(part.counts[place])
                let deviation = max(1, part.variances?[place] ?? expected).squareRoot()
                let matters = min(1, max(0.1, (expected - resolution / 2) / (resolution * 0.7)))
                var weight = share * 0.4 / (max(expected, resolution * 0.7) * deviation) * matters
                if missing[place] {
                    weight *= Self.missingWeight
                } else {
                    let price = priceShare * (exp(-expected) - Self.goodInvention)
                    prices[place] = Float(price)
                    // A cost for each row is the same as a lower target.
                    if phase == .everyRowPays, price > 0 { targets[place] -= Float(price / max(1, expected) / (2 * weight)) }
                }
                weights[place] = Float(weight)
            }
            return RowSearch.Target(columns: part.columns, targets: targets, weights: weights, prices: prices)
        }
    }

    /// Combinations with more places than this are not fitted.
    private static let mostPlaces = 1 << 21

    /// The places in which a value is missing.
    static func missingPlaces(_ columns: [Int], _ sizes: [Int]) -> [Bool] {
        var places = [false]
        for column in columns {
            places = places.flatMap { missing in (0..<sizes[column]).map { missing || $0 == 0 } }
        }
        return places
    }
}
