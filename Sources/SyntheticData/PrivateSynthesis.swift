import Foundation

/// Differentially private synthetic rows.
///
/// Noisy counts of all columns and pairs (`MarginalMeasurements`) are the only look at the rows. What follows works on these
/// counts: estimates that agree (`MarginalEstimates`), and rows that are fitted to them (`RowSearch`). Measuring marginals with
/// Gaussian noise and making rows from them is the way of MST (McKenna, Miklau and Sheldon 2021), AIM (McKenna and others,
/// PVLDB 15, 2022) and PrivSyn (Zhang and others 2021); like PrivSyn this measures many pairs and fits rows instead of a
/// graphical model. A combination that the estimates hold for unlikely is not made, for it would be an invention.
package struct PrivateSynthesis {
    package let table: MicrodataTable
    package let spending: MarginalMeasurements.Spending

    /// - Parameters:
    ///   - publicValues: whether the values of the columns are known to everybody, see `MarginalMeasurements`.
    ///   - resolution: counts from this one on are to be right; below it, combinations matter less.
    package init(
        _ original: MicrodataTable, epsilon: Double, delta: Double, publicValues: Bool = false, resolution: Int = 10,
        _ random: inout RandomSource
    ) {
        let measured = MarginalMeasurements(original, epsilon: epsilon, delta: delta, publicValues: publicValues, &random)
        spending = measured.spending
        // The widest columns first: rows alike in them follow each other in the search, and what they read lies close together.
        let sizes = measured.table.sizes
        let byWidth = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
        let estimates = MarginalEstimates(measured.reordered(byWidth))
        var quick = random.quickSequence()
        var rows = TreeSample.rows(estimates, count: Int(estimates.total), &quick)
        let keys = (0..<Int(estimates.total)).map { row in rows.prefix(2).reduce(0) { $0 << 16 | Int($1[row]) } }
        let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        let targets = FitTargets(estimates, resolution: Double(resolution))
        for phase in FitTargets.Phase.allCases {
            let search = RowSearch(sizes: estimates.sizes, targets: targets.targets(phase), rows: rows)
            var isOpen = [Bool](repeating: true, count: order.count)
            for round in 0..<Self.rounds {
                // A row that stayed as it was is looked at every fourth time.
                let next = order.filter { isOpen[$0] || ($0 + round) % 4 == 0 }
                for row in next { isOpen[row] = false }
                for row in search.sweep(next) { isOpen[row] = true }
            }
            rows = estimates.sizes.indices.map { search.values($0) }
        }
        var places = [Int](repeating: 0, count: byWidth.count)
        for (place, column) in byWidth.enumerated() { places[column] = place }
        // The order in which the rows were made follows their values; by chance it tells nothing.
        let shuffled = order.shuffled(using: &quick)
        table = MicrodataTable(
            columns: measured.table.columns.enumerated().map { number, column in
                let codes = rows[places[number]]
                return MicrodataTable.Column(name: column.name, values: column.values, codes: shuffled.map { codes[$0] })
            })
    }

    /// How often the rows are gone over in each phase.
    private static let rounds = 5
}
