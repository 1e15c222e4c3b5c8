/// Synthetic rows in which nothing rare appears.
///
/// Two promises. Every row appears at least `resolution` times among the synthetic ones (k-anonymity: Sweeney, International
/// Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10, 2002), so that no combination of values, of whatever length,
/// is rarer there. And every combination of up to `protectedLength` values appears at least `resolution` times among the real
/// rows as well. A missing value is no value.
///
/// No real row is copied, and no count below `resolution` is used: the rows are made from the counts of single values, pairs and
/// triples that are frequent (`RowSearch`), as the aggregate-seeded synthesis of Microsoft's pac-synth does. A longer
/// combination than the protected ones may therefore appear here and be rare or absent in the real rows; that it is here tells
/// nothing about that.
package struct KAnonymousSynthesis {
    package let table: MicrodataTable

    /// - Parameter protectedLength: from one to four. With three or four most pairs of rarer values cannot be kept, for what is
    ///   joined to them is rare: the error of pairs is then several times greater.
    package init(
        _ original: MicrodataTable, resolution: Int, protectedLength: Int = Self.usualLength, _ random: inout RandomSource
    ) {
        precondition(resolution >= 2, "Below two nothing is rare.")
        precondition((1...4).contains(protectedLength), "So many values are protected.")
        let frequent = FrequentCombinations(original, atLeast: resolution, upTo: protectedLength)
        let groupCount = original.rowCount / resolution
        let estimates = MarginalEstimates(MarginalMeasurements(frequentOf: original, resolution: resolution))
        let start = TreeSample.rows(estimates, count: groupCount, &random)
        let targets = Self.targets(original, resolution: resolution, protectedLength: protectedLength)
        var search = RowSearch(sizes: original.sizes, targets: targets, rows: start)
        Self.settle(search, &random)
        // What is still rare loses values until it is not.
        var kept = start
        var row = [Int32](repeating: 0, count: start.count)
        for group in 0..<groupCount {
            for column in row.indices { row[column] = 0 }
            for column in row.indices.shuffled(using: &random) {
                let value = search.value(group, column)
                if frequent.allow(row, column, value) { row[column] = Int32(value) }
            }
            for column in row.indices { kept[column][group] = UInt16(row[column]) }
        }
        search = RowSearch(sizes: original.sizes, targets: targets, rows: kept)
        Self.settle(search, &random) { frequent.allow($0, $1, $2) }
        // Each group of equal rows is written `resolution` times; what the division leaves over makes some groups greater.
        let filled = (0..<groupCount).filter { group in
            original.columns.indices.contains { search.value(group, $0) != 0 }
        }
        var groups = filled.flatMap { [Int](repeating: $0, count: resolution) }
        let rest = original.rowCount % resolution
        if !filled.isEmpty { groups += (0..<rest).map { filled[$0 % filled.count] } }
        groups.shuffle(using: &random)
        table = MicrodataTable(
            columns: original.columns.enumerated().map { place, column in
                MicrodataTable.Column(
                    name: column.name, values: column.values, codes: groups.map { UInt16(search.value($0, place)) })
            })
    }

    /// The promises in words.
    package static func promise(resolution: Int, protectedLength: Int) -> String {
        "Every row appears at least \(resolution) times, and with it every combination of its values. Every combination of up to "
            + "\(protectedLength) values appears at least \(resolution) times in the real rows too. No count below \(resolution) was "
            + "used: a longer combination that is rare in the real rows may appear, but not because it is there."
    }

    /// How many values together are protected where nothing else is asked for.
    package static let usualLength = 2

    private static let mostSweeps = 10
    /// Combinations with more places than this are watched by `FrequentCombinations` alone.
    private static let mostPlaces = 1 << 21
    private static let forbidden: Float = 1e9
    private static let lengthWeights = [4.0, 4, 1]

    private static func settle(
        _ search: RowSearch, _ random: inout RandomSource, allows: ((UnsafePointer<Int32>, Int, Int) -> Bool)? = nil
    ) {
        var order = Array(0..<search.rowCount)
        for _ in 0..<mostSweeps {
            order.shuffle(using: &random)
            if search.sweep(order, allows: allows).count * 200 < search.rowCount { break }
        }
    }

    /// Targets in groups of `resolution` rows. What is rare is forbidden up to the protected length, and of no weight beyond.
    private static func targets(_ table: MicrodataTable, resolution: Int, protectedLength: Int) -> [RowSearch.Target] {
        let sizes = table.sizes
        let counter = CombinationCounter(table)
        let unit = Double(resolution)
        var choices: [[Int]] = []
        for length in 1...min(3, sizes.count) {
            choices += ColumnSubsets.choices(of: sizes.count, length: length).filter { counter.places($0) <= mostPlaces }
        }
        let counted = choices.map { counter.counts($0) }
        var numbers = [1.0, 1, 1]
        for (columns, counts) in zip(choices, counted) {
            numbers[columns.count - 1] += Double(counts.count { $0 >= resolution })
        }
        return zip(choices, counted).map { columns, counts in
            let share = 1000 * lengthWeights[columns.count - 1] / numbers[columns.count - 1]
            let missing = FitTargets.missingPlaces(columns, sizes)
            var weights = [Float](repeating: 0, count: counts.count)
            var prices = weights
            var targets = weights
            for (place, count) in counts.enumerated() where !missing[place] {
                let groups = Double(count) / unit
                if count >= resolution {
                    weights[place] = Float(share / (groups * max(0.5, 0.1 * groups)))
                    targets[place] = Float(groups)
                } else if columns.count <= protectedLength {
                    prices[place] = forbidden
                }
            }
            return RowSearch.Target(columns: columns, targets: targets, weights: weights, prices: prices)
        }
    }
}
