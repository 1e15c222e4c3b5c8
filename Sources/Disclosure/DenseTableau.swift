/// Equations between quantities that are not negative, solved for some of the quantities (the basis) in terms of the others,
/// with one point that satisfies them: the simplex method's tableau (Dantzig 1963), dense.
///
/// A quantity outside the basis may stand above zero: the point need not be a corner.
final class DenseTableau {
    let columnCount: Int
    private(set) var rowCount: Int
    private let entries: UnsafeMutablePointer<Double>
    private let capacity: Int
    /// The quantity that each row is solved for; -1 where not yet.
    private(set) var basis: [Int]
    /// The row that is solved for a quantity, or -1.
    private(set) var rowOf: [Int]
    var values: [Double]
    /// Quantities that may not move.
    var isFixed: [Bool]
    /// Quantities that may be negative.
    var isFree: [Bool]

    /// - Parameters:
    ///   - rows: the columns and factors of each equation.
    ///   - values: a point that satisfies them.
    init(rows: [[(column: Int, factor: Double)]], values: [Double]) {
        columnCount = values.count
        rowCount = rows.count
        capacity = max(1, rows.count * columnCount)
        entries = .allocate(capacity: capacity)
        entries.initialize(repeating: 0, count: capacity)
        for (row, terms) in rows.enumerated() {
            for term in terms { entries[term.column * rowCount + row] += term.factor }
        }
        basis = [Int](repeating: -1, count: rows.count)
        rowOf = [Int](repeating: -1, count: values.count)
        self.values = values
        isFixed = [Bool](repeating: false, count: values.count)
        isFree = isFixed
    }

    deinit { entries.deallocate() }

    /// The factors of a quantity, row by row.
    func column(_ column: Int) -> UnsafeMutablePointer<Double> { entries + column * rowCount }

    /// Takes a quantity into the basis for a row.
    func pivot(row pivotRow: Int, column: Int) {
        let multiples = entries + column * rowCount
        let factor = 1 / multiples[pivotRow]
        multiples[pivotRow] = 0
        for other in 0..<columnCount where other != column {
            let target = entries + other * rowCount
            let entry = target[pivotRow]
            if entry == 0 { continue }
            let share = entry * factor
            if share == 1 {
                for row in 0..<rowCount { target[row] -= multiples[row] }
            } else if share == -1 {
                for row in 0..<rowCount { target[row] += multiples[row] }
            } else {
                for row in 0..<rowCount {
                    let value = target[row] - share * multiples[row]
                    target[row] = abs(value) < 1e-11 ? 0 : value
                }
            }
            target[pivotRow] = share
        }
        for row in 0..<rowCount { multiples[row] = 0 }
        multiples[pivotRow] = 1
        if basis[pivotRow] >= 0 { rowOf[basis[pivotRow]] = -1 }
        basis[pivotRow] = column
        rowOf[column] = pivotRow
    }

    /// Solves each equation for one quantity; equations that follow from others become empty. Quantities come in the order given.
    func solve(preferring order: [Int]) {
        for column in order {
            let own = entries + column * rowCount
            if let row = (0..<rowCount).first(where: { basis[$0] < 0 && abs(own[$0]) > 1e-9 }) { pivot(row: row, column: column) }
        }
    }

    /// How far a quantity outside the basis can move, up (`direction` 1) or down (-1), and the row that stops it first, or -1
    /// where it is stopped by its own zero; infinite where nothing stops it.
    func reach(_ column: Int, direction: Double) -> (distance: Double, row: Int) {
        var distance = direction < 0 && !isFree[column] ? values[column] : Double.infinity
        var stop = -1
        for row in 0..<rowCount where basis[row] >= 0 {
            let rate = -direction * entries[column * rowCount + row]
            guard abs(rate) > 1e-9 else { continue }
            let quantity = basis[row]
            if isFixed[quantity] {
                if distance > 0 || stop < 0 { (distance, stop) = (0, row) }
            } else if rate < 0, !isFree[quantity] {
                let room = max(0, values[quantity]) / -rate
                if room < distance - 1e-12 { (distance, stop) = (room, row) }
            }
        }
        return (distance, stop)
    }

    /// Moves a quantity outside the basis, and those in the basis with it.
    func move(_ column: Int, by distance: Double) {
        values[column] += distance
        for row in 0..<rowCount where basis[row] >= 0 {
            let entry = entries[column * rowCount + row]
            if entry != 0 { values[basis[row]] -= distance * entry }
        }
    }

    /// By how much the sum of some quantities, each times its weight, changes when a quantity outside the basis rises by one.
    func gains(of weights: [(column: Int, weight: Double)], into gains: inout [Double]) {
        for index in 0..<columnCount { gains[index] = 0 }
        var rows: [(row: Int, weight: Double)] = []
        for (column, weight) in weights {
            if rowOf[column] < 0 { gains[column] += weight } else { rows.append((rowOf[column], weight)) }
        }
        for index in 0..<columnCount {
            let own = entries + index * rowCount
            for (row, weight) in rows { gains[index] -= weight * own[row] }
        }
        for column in basis where column >= 0 { gains[column] = 0 }
    }
}
