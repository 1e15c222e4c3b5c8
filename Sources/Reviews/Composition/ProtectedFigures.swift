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

        /// The rows that are shown, greatest first: as they stand, or, where they stand in the order of another table, put so.
        var shown: [(label: String, count: Int)] {
            let shown = rows.compactMap { row in row.value.number.map { (label: row.label, count: $0) } }
            guard isInOrderOfWhole else { return shown }
            return shown.filter { $0.count > 0 }.enumerated()
                .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
        }

        /// Whether its rows are those of the whole partnership, which can be nought in a town.
        let isInOrderOfWhole: Bool
    }

    let recorded: RecordedFigures
    let protection: any FigureProtection
    /// Whether the period is not over, so that every figure is provisional.
    let isOpen: Bool
    /// What of each table may be shown, by its name; nothing where no safe form of it was found.
    private let shownOfTable: [String: (rows: [Bool], quarters: [Bool])]
    /// The same of quarters that no table by month adds up to.
    private let shownOfQuarters: [Counted: [Bool]]
    /// What the figures of a town stand beside; nil where they are of the whole.
    let beside: WholeBeside?

    package init(_ recorded: RecordedFigures, protection: any FigureProtection) {
        if let town = recorded.town, let own = ProtectedFigures(recorded, of: town, protection: protection) {
            self = own
        } else {
            self.init(whole: recorded, protection: protection)
        }
    }

    /// The figures of a town, whose tables were protected together with those of the whole.
    init(
        town recorded: RecordedFigures, shown: [String: (rows: [Bool], quarters: [Bool])], shownOfQuarters: [Counted: [Bool]],
        beside: WholeBeside, protection: any FigureProtection
    ) {
        self.recorded = recorded
        self.protection = protection
        self.beside = beside
        isOpen = recorded.isOpen
        shownOfTable = shown
        self.shownOfQuarters = shownOfQuarters
    }

    init(whole recorded: RecordedFigures, protection: any FigureProtection) {
        self.recorded = recorded
        beside = nil
        self.protection = protection
        isOpen = recorded.isOpen
        var tables: [String: (rows: [Bool], quarters: [Bool])] = [:]
        var quarters: [Counted: [Bool]] = [:]
        for unit in Counted.allCases {
            let protected = ProtectedFigures.protect(unit, of: recorded, protection)
            tables.merge(protected.tables) { first, _ in first }
            quarters[unit] = protected.quarters
        }
        shownOfTable = tables
        shownOfQuarters = quarters
    }

    /// The marks that every figure carries.
    var marks: Set<FigureMark> { isOpen ? [.provisional] : [] }

    func marked(_ value: FigureValue) -> MarkedFigure {
        MarkedFigure(value, value.number == nil ? [] : marks)
    }

    /// A figure that stands alone.
    func total(_ unit: Counted) -> FigureValue {
        guard let beside else { return alone(recorded.total(unit)) }
        guard let total = recorded.totals[unit] else { return .notAvailable }
        return beside.showsTotal(unit) ? .number(total) : .withheld
    }

    /// The same figure of the year before; nil where there is no such year in the records.
    func before(_ unit: Counted) -> FigureValue? {
        guard let before = recorded.before, before.values.contains(where: { $0 > 0 }) else { return nil }
        return alone(before[unit] ?? 0)
    }

    func alone(_ count: Int) -> FigureValue {
        protection.shown(LinkedCounts(total: count))?.total == true ? .number(count) : .withheld
    }

    /// A table by its name, protected; nil where there is none, nothing to count, or no safe form of it.
    func table(_ id: String) -> Table? {
        guard let table = recorded.table(id), !table.rows.isEmpty, recorded.total(table.unit) > 0 else { return nil }
        guard let shown = cells(table) else { return nil }
        let rows = zip(table.rows, shown.rows).map { row, isShown in
            Table.Row(label: row.label, value: isShown ? .number(row.count) : .withheld)
        }
        return Table(
            recorded: table, rows: rows, total: table.addsUp ? total(table.unit) : .notApplicable,
            isInOrderOfWhole: beside != nil && !table.rows.contains { $0.quarter != nil })
    }

    /// The quarters of a unit, protected together with its months; nil as for a table.
    func quarters(_ unit: Counted) -> [(label: String, value: FigureValue)]? {
        guard recorded.quarters.count > 1, recorded.total(unit) > 0 else { return nil }
        let counts = recorded.quarters.compactMap { $0.totals[unit] }
        // A person who is counted in two quarters is one person in the year: such a unit has no quarters.
        guard counts.count == recorded.quarters.count else { return nil }
        guard let shown = months(unit).map({ cells($0)?.quarters }) ?? shownOfQuarters[unit] else { return nil }
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

    /// The same choice with the smallest other count withheld as well, where only one is.
    static func neverAlone(_ counts: [Int], _ shown: [Bool]) -> [Bool] {
        guard shown.count(where: { !$0 }) == 1 else { return shown }
        var shown = shown
        let others = counts.indices.filter { shown[$0] && counts[$0] > 0 }
        if let smallest = others.min(by: { (counts[$0], $0) < (counts[$1], $1) }) { shown[smallest] = false }
        return shown
    }

    /// Which rows may be shown, and which of the quarters that the months add up to.
    func cells(_ table: RecordedFigures.Table) -> (rows: [Bool], quarters: [Bool])? { shownOfTable[table.id] }

    /// All tables of a unit, protected together.
    private static func protect(
        _ unit: Counted, of recorded: RecordedFigures, _ protection: any FigureProtection
    ) -> (tables: [String: (rows: [Bool], quarters: [Bool])], quarters: [Bool]?) {
        let total = recorded.total(unit)
        let stretches = recorded.quarters.compactMap { $0.totals[unit] }
        var breakdowns: [LinkedCounts.Breakdown] = []
        var places: [String: Range<Int>] = [:]
        for table in recorded.tables where table.unit == unit && !table.rows.isEmpty {
            let first = breakdowns.count
            if !table.addsUp {
                // Rows that overlap: each divides the total into those that it counts and the others.
                guard table.rows.allSatisfy({ $0.count <= total }) else { continue }
                breakdowns += table.rows.map { LinkedCounts.Breakdown(counts: [$0.count, total - $0.count]) }
            } else {
                let breakdown = LinkedCounts.Breakdown(counts: table.rows.map(\.count), groups: groups(of: table, unit, recorded))
                // What does not add up is left out.
                guard breakdown.counts.reduce(0, +) == total, agrees(breakdown, stretches) else { continue }
                breakdowns.append(breakdown)
            }
            places[table.id] = first..<breakdowns.count
        }
        let hasMonths = recorded.tables.contains { table in table.unit == unit && table.rows.contains { $0.quarter != nil } }
        let hasQuarters = !hasMonths && recorded.quarters.count > 1 && stretches.count == recorded.quarters.count
        let isWhole = hasQuarters && stretches.reduce(0, +) == total
        if isWhole { breakdowns.append(LinkedCounts.Breakdown(counts: stretches)) }
        guard let shown = protection.shown(LinkedCounts(total: total, breakdowns: breakdowns)) else { return ([:], nil) }
        var tables: [String: (rows: [Bool], quarters: [Bool])] = [:]
        for table in recorded.tables {
            guard let place = places[table.id] else { continue }
            if table.addsUp {
                tables[table.id] = (shown.counts[place.lowerBound], shown.groups[place.lowerBound])
            } else {
                let rows = place.map { shown.counts[$0][0] }
                let counts = table.rows.map(\.count)
                // Each record stands in one row at least, which no breakdown says: the total can bound a row that is alone.
                let isBounded = zip(counts, rows).map { $1 ? $0 : 0 }.reduce(0, +) < total
                tables[table.id] = (isBounded ? neverAlone(counts, rows) : rows, [])
            }
        }
        return (tables, isWhole ? shown.counts[shown.counts.count - 1] : nil)
    }

    /// The quarter of each month, where the rows are months.
    static func groups(of table: RecordedFigures.Table, _ unit: Counted, _ recorded: RecordedFigures) -> [Int] {
        guard recorded.quarters.count > 1 else { return [] }
        let quarters = table.rows.compactMap { row in recorded.quarters.firstIndex { $0.label == row.quarter } }
        return quarters.count == table.rows.count && Set(quarters).count == recorded.quarters.count ? quarters : []
    }

    /// Whether the months add up to the quarters that are stated.
    private static func agrees(_ breakdown: LinkedCounts.Breakdown, _ stretches: [Int]) -> Bool {
        guard !breakdown.groups.isEmpty else { return true }
        var sums = [Int](repeating: 0, count: stretches.count)
        for (count, group) in zip(breakdown.counts, breakdown.groups) where sums.indices.contains(group) { sums[group] += count }
        return sums == stretches
    }
}
