import Foundation

/// Counts of single columns and of pairs of columns with discrete Gaussian noise, and what they cost.
///
/// Every row is in one place of each array, so an array of counts has sensitivity 1 and noise σ² costs 1/(2σ²) in zCDP. All
/// arrays are measured anew; nothing else looks at the rows.
///
/// Values. Where the caller gives no list of values, a value is kept only where its noisy count is above a threshold that the
/// count of a value which one row alone has reaches, over all columns together, with probability δ′ at the most (the stability
/// method: Korolova and others, Releasing search queries and clicks privately, WWW 2009; Bun, Nissim and Stemmer, Simultaneous
/// private learning of multiple concepts, ITCS 2016). δ′ is a tenth of δ and is taken from it. Values below become missing.
package struct MarginalMeasurements: Sendable {
    /// The noisy counts of a pair of columns.
    package struct Pair: Sendable {
        package let columns: [Int]
        package let counts: [Double]
        package let variance: Double
    }

    /// How the budget was spent.
    package struct Spending: Sendable {
        package var epsilon = 0.0
        package var delta = 0.0
        /// The part of δ that the values cost; 0 where they are public.
        package var deltaOfValues = 0.0
        package var rho = 0.0
        package var rhoSpent = 0.0
        /// The count that a value had to exceed in order to be kept; nil where the values are public.
        package var threshold: Int?
        /// How many pairs were measured.
        package var pairCount = 0
    }

    /// The rows with the values that are kept; it is not for release.
    let table: MicrodataTable
    let singles: [[Double]]
    let singleVariances: [Double]
    let pairs: [Pair]
    package private(set) var spending: Spending

    /// Pairs of columns with more places than this are not measured.
    static let mostPlaces = 1 << 20
    /// More pairs than these are not measured; the ones that depend most are chosen.
    static let mostPairs = 120

    private static let singleShare = 0.17
    private static let choiceShare = 0.02

    /// - Parameter publicValues: whether the values of the columns are public; the caller has them then from a list of their own,
    ///   not from the rows.
    init(_ original: MicrodataTable, epsilon: Double, delta: Double, publicValues: Bool, _ random: inout RandomSource) {
        spending = Spending(epsilon: epsilon, delta: delta, deltaOfValues: publicValues ? 0 : delta / 10)
        spending.rho = PrivacyAccount.rho(epsilon: epsilon, delta: delta - spending.deltaOfValues)
        let columnCount = original.columns.count
        let noise = DiscreteGaussian(costingAtMost: spending.rho * Self.singleShare / Double(columnCount))
        var table = original
        var singles: [[Double]] = []
        if !publicValues {
            spending.threshold = PrivacyAccount.threshold(
                variance: noise.variance, delta: spending.deltaOfValues / Double(columnCount))
        }
        for column in original.columns.indices {
            let counts = CombinationCounter(original).counts([column]).map { Double($0) + Double(noise.sample(&random)) }
            spending.rhoSpent += noise.rho
            if let threshold = spending.threshold {
                let kept = counts.indices.filter { $0 == 0 || counts[$0] > Double(threshold) }
                singles.append(kept.map { counts[$0] })
                table.columns[column] = Self.keep(kept, of: original.columns[column])
            } else {
                singles.append(counts)
            }
        }
        self.table = table
        self.singles = singles
        singleVariances = singles.map { _ in noise.variance }
        let sizes = table.sizes
        var chosen = ColumnSubsets.choices(of: columnCount, length: 2).filter { sizes[$0[0]] * sizes[$0[1]] <= Self.mostPlaces }
        let counter = CombinationCounter(table)
        if chosen.count > Self.mostPairs {
            let choice = DiscreteGaussian(costingAtMost: spending.rho * Self.choiceShare / Double(chosen.count))
            spending.rhoSpent += choice.rho * Double(chosen.count)
            let scores = chosen.map { pair in
                Self.dependence(counter.counts(pair), singles[pair[0]], singles[pair[1]]) + Double(choice.sample(&random))
            }
            let order = chosen.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
            chosen = order.prefix(Self.mostPairs).sorted().map { chosen[$0] }
        }
        let shares = chosen.map { pow(Double(sizes[$0[0]] * sizes[$0[1]]), 2.0 / 3) }
        let total = shares.reduce(0, +)
        let left = spending.rho - spending.rhoSpent
        var pairs: [Pair] = []
        for (pair, share) in zip(chosen, shares) {
            let noise = DiscreteGaussian(costingAtMost: left * share / total)
            spending.rhoSpent += noise.rho
            pairs.append(
                Pair(
                    columns: pair, counts: counter.counts(pair).map { Double($0) + Double(noise.sample(&random)) },
                    variance: noise.variance))
        }
        self.pairs = pairs
        spending.pairCount = pairs.count
    }

    /// Counts without noise, for rows that are protected by a least count: what is rarer counts as absent.
    init(frequentOf table: MicrodataTable, resolution: Int) {
        self.table = table
        let counter = CombinationCounter(table)
        singles = table.columns.indices.map { counter.counts([$0]).map { $0 < resolution ? 0 : Double($0) } }
        singleVariances = singles.map { _ in 1e-6 }
        pairs = ColumnSubsets.choices(of: table.columns.count, length: 2).filter { counter.places($0) <= Self.mostPlaces }.map {
            Pair(columns: $0, counts: counter.counts($0).map { $0 < resolution ? 0 : Double($0) }, variance: 1e-6)
        }
        spending = Spending()
    }

    private init(
        table: MicrodataTable, singles: [[Double]], singleVariances: [Double], pairs: [Pair], spending: Spending
    ) {
        self.table = table
        self.singles = singles
        self.singleVariances = singleVariances
        self.pairs = pairs
        self.spending = spending
    }

    /// The same with the columns in another order.
    func reordered(_ order: [Int]) -> MarginalMeasurements {
        var places = [Int](repeating: 0, count: order.count)
        for (place, column) in order.enumerated() { places[column] = place }
        let turned = pairs.map { pair in
            let (first, second) = (places[pair.columns[0]], places[pair.columns[1]])
            guard first > second else { return Pair(columns: [first, second], counts: pair.counts, variance: pair.variance) }
            let height = singles[pair.columns[0]].count
            let width = singles[pair.columns[1]].count
            let counts = (0..<pair.counts.count).map { pair.counts[$0 % height * width + $0 / height] }
            return Pair(columns: [second, first], counts: counts, variance: pair.variance)
        }
        return MarginalMeasurements(
            table: MicrodataTable(columns: order.map { table.columns[$0] }), singles: order.map { singles[$0] },
            singleVariances: order.map { singleVariances[$0] }, pairs: turned, spending: spending)
    }

    /// The column with some of its values; the others become missing.
    private static func keep(_ kept: [Int], of column: MicrodataTable.Column) -> MicrodataTable.Column {
        var places = [UInt16](repeating: 0, count: column.size)
        for (place, value) in kept.enumerated() { places[value] = UInt16(place) }
        return MicrodataTable.Column(
            name: column.name, values: kept.map { column.values[$0] }, codes: column.codes.map { places[Int($0)] })
    }

    /// How far a pair lies from independence, in rows. One row more or less changes it by one at the most, for what it is
    /// compared with is made from noisy counts and from the size that these add up to (InDif of Zhang and others, PrivSyn:
    /// differentially private data synthesis, USENIX Security 2021).
    private static func dependence(_ counts: [UInt32], _ first: [Double], _ second: [Double]) -> Double {
        let size = max(1, first.reduce(0) { $0 + max(0, $1) })
        var distance = 0.0
        for left in first.indices {
            for right in second.indices {
                distance += abs(Double(counts[left * second.count + right]) - max(0, first[left]) * max(0, second[right]) / size)
            }
        }
        return distance
    }
}
