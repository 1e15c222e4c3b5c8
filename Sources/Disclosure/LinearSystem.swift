/// The smallest and the largest value of quantities that are not negative and satisfy equations: an attacker's linear programme.
struct LinearSystem {
    private let tableau: DenseTableau
    private let count: Int
    private var gains: [Double]

    /// So many entries has the table of equations at the most.
    static let largest = 3_000_000

    /// Nil where nothing satisfies the equations.
    ///
    /// - Parameter equations: terms whose sum is zero with the constant added.
    init?(count: Int, equations: [(terms: [(column: Int, factor: Double)], constant: Double)]) {
        self.count = count
        var rows: [[(column: Int, factor: Double)]] = []
        var values = [Double](repeating: 0, count: count + equations.count)
        for (row, equation) in equations.enumerated() {
            let sign: Double = equation.constant > 0 ? -1 : 1
            rows.append(equation.terms.map { ($0.column, $0.factor * sign) } + [(count + row, 1)])
            values[count + row] = -equation.constant * sign
        }
        tableau = DenseTableau(rows: rows, values: values)
        gains = [Double](repeating: 0, count: values.count)
        for row in equations.indices { tableau.pivot(row: row, column: count + row) }
        _ = maximize(equations.indices.map { (count + $0, -1) })
        let rest = tableau.values[count...].reduce(0, +)
        guard rest < 1e-6 * Double(max(1, equations.count)) else { return nil }
        for row in equations.indices {
            tableau.values[count + row] = 0
            tableau.isFixed[count + row] = true
        }
    }

    /// The smallest and the largest value of a quantity; the largest is nil where there is none.
    mutating func range(_ column: Int) -> (lower: Double, upper: Double?) {
        _ = maximize([(column, -1)])
        let lower = tableau.values[column]
        return (lower, maximize([(column, 1)]) ? tableau.values[column] : nil)
    }

    /// The value of a quantity at the point that was reached last.
    func value(_ column: Int) -> Double { tableau.values[column] }

    /// Answers false where the sum grows without end.
    private mutating func maximize(_ weights: [(column: Int, weight: Double)]) -> Bool {
        var idle = 0
        while true {
            tableau.gains(of: weights, into: &gains)
            var entering = -1
            var largest = 1e-7
            for column in gains.indices where !tableau.isFixed[column] && tableau.rowOf[column] < 0 {
                let gain = gains[column]
                let isPossible = gain > 1e-7 || (gain < -1e-7 && tableau.values[column] > 1e-9)
                guard isPossible, abs(gain) > largest else { continue }
                entering = column
                largest = abs(gain)
                // Bland's rule once it stands still, so that it never goes round in a circle.
                if idle > 40 { break }
            }
            guard entering >= 0 else { return true }
            let direction: Double = gains[entering] > 0 ? 1 : -1
            let reach = tableau.reach(entering, direction: direction)
            guard reach.distance < .infinity else { return false }
            idle = reach.distance > 1e-9 ? 0 : idle + 1
            tableau.move(entering, by: direction * reach.distance)
            if reach.row >= 0 { tableau.pivot(row: reach.row, column: entering) } else { tableau.values[entering] = 0 }
            if idle > 20_000 { return true }
        }
    }
}
