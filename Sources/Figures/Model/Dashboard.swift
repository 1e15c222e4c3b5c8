import Kernel

/// Every figure of a partnership for one period, each stating what it counts.
package struct Dashboard: Hashable, Sendable {
    package let period: Period
    private let totals: [UnitOfCount: Int]
    private let tables: [FigureTable: [FigureCount]]
    private let byQuarter: [UnitOfCount: [String: Int]]

    /// Orders the rows, adds the quarters to the months, and adds months without a record where both ends of the period
    /// are given.
    ///
    /// - Parameters:
    ///   - tallies: what was counted, each with the label of its row; rows of one label are added up.
    ///   - byDay: how many of each unit there are on each day, like "2019-04-23".
    init(period: Period, tallies: [FigureTable: [FigureCount]], byDay: [UnitOfCount: [String: Int]] = [:]) {
        self.period = period
        var tables: [FigureTable: [FigureCount]] = [:]
        var totals: [UnitOfCount: Int] = [:]
        for table in FigureTable.allCases where table != .concernsByQuarter {
            let sums = Dashboard.sums(tallies[table] ?? [])
            tables[table] = table.isOverTime ? Dashboard.months(sums, in: period) : Dashboard.ordered(sums)
            if table == table.unit.totalling { totals[table.unit] = sums.values.reduce(0, +) }
        }
        tables[.concernsByQuarter] = Dashboard.quarters(tables[.concernsByMonth] ?? [])
        self.tables = tables
        self.totals = totals
        byQuarter = byDay.mapValues { days in
            Dictionary(
                CalendarMonth.counts(ofDays: days).map { (CalendarMonth($0.key)?.quarterKey ?? "", $0.value) }, uniquingKeysWith: +)
        }
    }

    /// How many there are in all; a concern counts once whatever its types.
    package func total(_ unit: UnitOfCount) -> Int { totals[unit] ?? 0 }

    /// How many there are in a quarter like "2019-Q2", as far as it lies within the period.
    func total(_ unit: UnitOfCount, inQuarter key: String) -> Int { byQuarter[unit]?[key] ?? 0 }

    /// The rows of a table: times in their order, everything else by number and then by label, "Not recorded" last.
    package subscript(_ table: FigureTable) -> [FigureCount] { tables[table] ?? [] }

    /// How many stand in the row with this key.
    package func count(_ table: FigureTable, _ key: String) -> Int {
        self[table].first { $0.key == key }?.count ?? 0
    }

    private static func sums(_ tallies: [FigureCount]) -> [String: Int] {
        Dictionary(tallies.map { ($0.key, $0.count) }, uniquingKeysWith: +)
    }

    private static func ordered(_ sums: [String: Int]) -> [FigureCount] {
        sums.filter { $0.value != 0 }.map { FigureCount($0.key, $0.value) }.sorted { one, other in
            let isLast = (one.key == FigureCount.notRecorded, other.key == FigureCount.notRecorded)
            if isLast.0 != isLast.1 { return isLast.1 }
            return one.count == other.count ? one.key < other.key : one.count > other.count
        }
    }

    private static func months(_ sums: [String: Int], in period: Period) -> [FigureCount] {
        var sums = sums
        if let from = period.from, let to = period.to {
            for month in CalendarMonth.all(from: from, to: to, most: FigureFilter.mostYears * 12 + 1) {
                sums[month.key, default: 0] += 0
            }
        }
        return sums.map { FigureCount($0.key, $0.value) }.sorted { $0.key < $1.key }
    }

    private static func quarters(_ months: [FigureCount]) -> [FigureCount] {
        var quarters: [FigureCount] = []
        for row in months {
            guard let key = CalendarMonth(row.key)?.quarterKey else { continue }
            if let last = quarters.last, last.key == key {
                quarters[quarters.count - 1] = FigureCount(key, last.count + row.count)
            } else {
                quarters.append(FigureCount(key, row.count))
            }
        }
        return quarters
    }
}

extension UnitOfCount {
    /// The table in which each record stands in exactly one row, so that its rows add up to the total.
    var totalling: FigureTable {
        switch self {
        case .concerns: .concernsByMonth
        case .visits: .visitsByMonth
        case .interventions: .interventionsByAgency
        case .screened: .screenedByGender
        }
    }
}

extension FigureTable {
    /// How a page names the row with this key: "April 2019" for "2019-04".
    package func text(_ key: String) -> String {
        switch self {
        case .concernsByMonth, .visitsByMonth: CalendarMonth(key)?.text ?? key
        case .concernsByQuarter: CalendarQuarter(key)?.text ?? key
        default: key
        }
    }
}
