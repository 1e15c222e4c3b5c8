import Documents
import Kernel

/// The figures of a period as they may be published: every count has gone through the protection, and none is reached otherwise.
package struct ProtectedFigures: Sendable {
    /// One table as it may be published.
    struct Table: Sendable {
        struct Row: Sendable {
            let label: String
            let value: FigureValue
        }

        let recorded: RecordedFigures.Table
        let rows: [Row]
        let total: FigureValue

        /// How many rows are withheld, and how many records they hold together where that follows from the rows shown.
        var withheld: (rows: Int, count: Int?) {
            let hidden = rows.count { $0.value == .withheld }
            guard hidden > 0, recorded.addsUp, let total = total.number else { return (hidden, nil) }
            return (hidden, total - rows.compactMap(\.value.number).reduce(0, +))
        }

        /// The rows that are shown, greatest first as they stand.
        var shown: [(label: String, count: Int)] { rows.compactMap { row in row.value.number.map { (row.label, $0) } } }
    }

    let recorded: RecordedFigures
    let protection: any FigureProtection
    /// Whether the period is not over, so that every figure is provisional.
    let isOpen: Bool

    package init(_ recorded: RecordedFigures, protection: any FigureProtection) {
        self.recorded = recorded
        self.protection = protection
        isOpen = recorded.isOpen
    }

    /// The marks that every figure carries.
    var marks: Set<FigureMark> { isOpen ? [.provisional] : [] }

    func marked(_ value: FigureValue) -> MarkedFigure {
        MarkedFigure(value, value.number == nil ? [] : marks)
    }

    /// A figure that stands alone.
    func total(_ unit: Counted) -> FigureValue { alone(recorded.total(unit)) }

    /// The same figure of the year before; nil where there is no such year in the records.
    func before(_ unit: Counted) -> FigureValue? {
        guard let before = recorded.before, before.values.contains(where: { $0 > 0 }) else { return nil }
        return alone(before[unit] ?? 0)
    }

    func alone(_ count: Int) -> FigureValue {
        let table = CountTable(cells: [count], sums: [])
        return protection.shown(table) == [true] ? .number(count) : .withheld
    }

    /// A table by its name, protected; nil where there is none, nothing to count, or no safe form of it.
    func table(_ id: String) -> Table? {
        guard let table = recorded.table(id), !table.rows.isEmpty, recorded.total(table.unit) > 0 else { return nil }
        guard let shown = cells(table) else { return nil }
        let rows = zip(table.rows, shown.rows).map { row, isShown in
            Table.Row(label: row.label, value: isShown ? .number(row.count) : .withheld)
        }
        return Table(recorded: table, rows: rows, total: table.addsUp ? total(table.unit) : .notApplicable)
    }

    /// The quarters of a unit, protected together with its months; nil as for a table.
    func quarters(_ unit: Counted) -> [(label: String, value: FigureValue)]? {
        guard recorded.quarters.count > 1, recorded.total(unit) > 0 else { return nil }
        let counts = recorded.quarters.compactMap { $0.totals[unit] }
        // A person who is counted in two quarters is one person in the year: such a unit has no quarters.
        guard counts.count == recorded.quarters.count else { return nil }
        guard let shown = months(unit).map({ cells($0)?.quarters }) ?? quarterCells(unit, counts) else { return nil }
        return zip(zip(recorded.quarters, counts), shown).map { pair, isShown in
            (pair.0.label, isShown ? .number(pair.1) : .withheld)
        }
    }

    /// The names of the tables of which no safe form was found.
    var leftOut: [String] {
        recorded.tables.filter { !$0.rows.isEmpty && recorded.total($0.unit) > 0 && cells($0) == nil }.map(\.heading)
    }

    /// The table by month of a unit, if the records give one.
    private func months(_ unit: Counted) -> RecordedFigures.Table? {
        recorded.tables.first { $0.unit == unit && $0.rows.contains { $0.quarter != nil } }
    }

    private func quarterCells(_ unit: Counted, _ counts: [Int]) -> [Bool]? {
        let table = CountTable(
            cells: [recorded.total(unit)] + counts, sums: [.init(total: 0, parts: Array(1...counts.count))], stated: [0])
        return protection.shown(table).map { Array($0.dropFirst()) }
    }

    /// The same choice with the smallest other count withheld as well, where only one is.
    static func neverAlone(_ counts: [Int], _ shown: [Bool]) -> [Bool] {
        guard shown.count(where: { !$0 }) == 1 else { return shown }
        var shown = shown
        let others = counts.indices.filter { shown[$0] && counts[$0] > 0 }
        if let smallest = others.min(by: { (counts[$0], $0) < (counts[$1], $1) }) { shown[smallest] = false }
        return shown
    }

    /// Which rows may be shown, and which of the quarters that the months add up to.
    private func cells(_ table: RecordedFigures.Table) -> (rows: [Bool], quarters: [Bool])? {
        let rows = table.rows.map(\.count)
        guard table.addsUp else {
            // Rows that overlap add up to nothing, but together they are at least the total: it can bound one that is alone.
            let isBounded = { (shown: [Bool]) in
                zip(rows, shown).map { $1 ? $0 : 0 }.reduce(0, +) < self.recorded.total(table.unit)
            }
            return protection.shown(CountTable(cells: rows, sums: [])).map { shown in
                (isBounded(shown) ? ProtectedFigures.neverAlone(rows, shown) : shown, [])
            }
        }
        let quarters = recorded.quarters.map(\.label)
        guard table.rows.contains(where: { $0.quarter != nil }), quarters.count > 1 else {
            let whole = CountTable(
                cells: [recorded.total(table.unit)] + rows, sums: [.init(total: 0, parts: Array(1...rows.count))], stated: [0])
            return protection.shown(whole).map { (Array($0.dropFirst()), []) }
        }
        let first = 1 + rows.count
        var sums = [CountTable.Sum(total: 0, parts: quarters.indices.map { first + $0 })]
        for (place, quarter) in quarters.enumerated() {
            let months = table.rows.indices.filter { table.rows[$0].quarter == quarter }.map { 1 + $0 }
            sums.append(CountTable.Sum(total: first + place, parts: months))
        }
        let counts = recorded.quarters.map { $0.totals[table.unit] ?? 0 }
        let whole = CountTable(cells: [recorded.total(table.unit)] + rows + counts, sums: sums, stated: [0])
        return protection.shown(whole).map { (Array($0[1..<first]), Array($0[first...])) }
    }
}
