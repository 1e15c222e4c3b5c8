import Documents
import Kernel

/// Counts of one unit that a document states, as whoever compares two documents reads them.
package struct StatedCounts: Hashable, Sendable, Codable {
    /// A category, and which.
    package struct Label: Hashable, Sendable, Codable {
        /// "Town".
        package let dimension: String
        /// "Oldbury".
        package let text: String

        package init(_ dimension: String, _ text: String) {
            self.dimension = dimension
            self.text = text
        }
    }

    /// One count.
    package struct Row: Hashable, Sendable, Codable {
        /// What it is counted of; nil for a stretch of time.
        package let label: Label?
        package let days: Period
        /// Nil where it is withheld.
        package let value: Int?

        package init(_ label: Label?, days: Period, value: Int?) {
            self.label = label
            self.days = days
            self.value = value
        }
    }

    /// Where they stand: the caption of a table.
    package let caption: String
    /// What is counted: "Concerns raised".
    package let counts: String
    /// The categories that all of them share.
    package let within: [Label]
    /// What stands beside the last of these, so that all together are the whole: the other towns. Nil where nobody says so.
    package let others: [String]?
    package let rows: [Row]
    /// What the rows add up to; nil where they overlap, or where it is withheld.
    package let total: Row?

    package init(
        caption: String, counts: String, within: [Label] = [], others: [String]? = nil, rows: [Row], total: Row? = nil
    ) {
        self.caption = caption
        self.counts = counts
        self.within = within
        self.others = others
        self.rows = rows
        self.total = total
    }
}

extension Review {
    /// The recorded tables that charts and tables of the document show.
    var statedTables: Set<String> {
        var tables: Set<String> = []
        for block in sections.flatMap(\.blocks) {
            switch block {
            case .chart(let chart): if let table = chart.table { tables.insert(String(table.dropFirst("table-".count))) }
            case .table(let table): tables.insert(String(table.id.dropFirst("table-".count)))
            default: break
            }
        }
        return tables
    }

    /// Every count that the document and its sheet state, in tables, charts, large or in a sentence.
    package var statedCounts: [StatedCounts] {
        let tables = statedTables
        let recorded = figures.recorded
        var stated = figures.statedTotals(
            withReferrals: parts.contains { part in
                switch part {
                case .figures(.inFigures), .figures(.referrals), .objectives: true
                default: false
                }
            })
        for table in recorded.tables where tables.contains(table.id) {
            if let counts = figures.stated(table) { stated.append(counts) }
            if let counts = figures.statedBeside(table) { stated.append(counts) }
        }
        if tables.contains("concerns-by-quarter"), let quarters = figures.statedQuarters(.concerns) {
            stated.append(quarters)
            if let whole = figures.beside?.figures.statedQuarters(.concerns) { stated.append(whole) }
        }
        for table in recorded.referralTables where tables.contains(table.id) { stated += figures.stated(table) }
        if tables.contains("themes") { stated += figures.statedThemes }
        return stated.filter { !$0.rows.isEmpty || $0.total != nil }
    }
}

extension ProtectedFigures {
    /// The town that all figures are about.
    private var within: [StatedCounts.Label] { beside.map { [.init("Town", $0.town)] } ?? [] }

    /// The totals that every document states, and those of the year before.
    func statedTotals(withReferrals: Bool, withYearBefore: Bool = true) -> [StatedCounts] {
        let always: [Counted] = [.concerns, .screened, .visits, .interventions]
        var stated: [StatedCounts] = []
        for unit in withReferrals && beside == nil ? Counted.allCases : always {
            guard let total = total(unit).number else { continue }
            stated.append(
                StatedCounts(
                    caption: unit.heading, counts: unit.heading, within: within, others: beside?.others, rows: [],
                    total: .init(nil, days: recorded.period, value: total)))
        }
        // The totals of the whole stand beside those of the town; those of the year before do not.
        if let beside { return stated + beside.figures.statedTotals(withReferrals: false, withYearBefore: false) }
        guard withYearBefore else { return stated }
        guard let from = recorded.period.from, let to = recorded.period.to else { return stated }
        let before = Period(from: from.yearBefore, to: to.yearBefore)
        for unit in always {
            guard let total = self.before(unit)?.number, total > 0 else { continue }
            stated.append(
                StatedCounts(caption: unit.heading, counts: unit.heading, rows: [], total: .init(nil, days: before, value: total)))
        }
        return stated
    }

    /// What a table of a town says of the whole partnership.
    fileprivate func statedBeside(_ recorded: RecordedFigures.Table) -> StatedCounts? {
        guard let beside, let form = beside.tables[recorded.id] else { return nil }
        let whole = beside.figures.recorded
        let rows = zip(recorded.rows, form.whole).filter { $0.0.label != TownTable.others }.map { row, value in
            let days = CalendarStretch(row.label)?.days(within: whole.period)
            return StatedCounts.Row(
                days == nil ? .init(recorded.dimension, row.label) : nil, days: days ?? whole.period, value: value.number)
        }
        return StatedCounts(
            caption: recorded.heading, counts: recorded.unit.heading,
            rows: rows + form.together.map { .init(.init(recorded.dimension, $0), days: whole.period, value: nil) },
            total: recorded.addsUp
                ? beside.figures.total(recorded.unit).number.map { .init(nil, days: whole.period, value: $0) } : nil)
    }

    func stated(_ recorded: RecordedFigures.Table) -> StatedCounts? {
        guard let table = table(recorded.id) else { return nil }
        let period = self.recorded.period
        // Categories that stand together are told apart in documents about the whole.
        let together = beside?.tables[recorded.id]?.together ?? []
        let isNone = !together.isEmpty && table.rows.last?.value == .number(0)
        let shared = together.map { StatedCounts.Row(.init(recorded.dimension, $0), days: period, value: isNone ? 0 : nil) }
        return StatedCounts(
            caption: recorded.heading, counts: recorded.unit.heading, within: within, others: beside?.others,
            rows: table.rows.filter { together.isEmpty || $0.label != TownTable.others }.map { row in
                if let days = CalendarStretch(row.label)?.days(within: period) { return .init(nil, days: days, value: row.value.number) }
                return .init(.init(recorded.dimension, row.label), days: period, value: row.value.number)
            } + shared, total: table.total.number.map { .init(nil, days: period, value: $0) })
    }

    func statedQuarters(_ unit: Counted) -> StatedCounts? {
        guard let quarters = quarters(unit) else { return nil }
        return StatedCounts(
            caption: "\(unit.heading) by quarter", counts: unit.heading, within: within, others: beside?.others,
            rows: quarters.compactMap { quarter in
                CalendarStretch(quarter.label)?.days(within: recorded.period).map { .init(nil, days: $0, value: quarter.value.number) }
            }, total: total(unit).number.map { .init(nil, days: recorded.period, value: $0) })
    }

    fileprivate func stated(_ table: RecordedFigures.ReferralTable) -> [StatedCounts] {
        guard let shown = referralTable(table) else { return [] }
        return (0..<min(table.counts, table.columns.count - 1)).map { column in
            let name = table.columns[column + 1]
            let unit = Counted.allCases.first { $0.heading == name } ?? (name == "Referrals" ? .referrals : nil)
            let total = table.totals.indices.contains(column) ? self.total(table.totals[column]).number : nil
            return StatedCounts(
                caption: table.heading, counts: unit?.heading ?? name,
                rows: shown.rows.map { row in
                    let value = row.figures.indices.contains(column) ? row.figures[column].value.number : nil
                    if let days = CalendarStretch(row.label)?.days(within: recorded.period) { return .init(nil, days: days, value: value) }
                    return .init(.init(table.columns[0], row.label), days: recorded.period, value: value)
                }, total: total.map { .init(nil, days: recorded.period, value: $0) })
        }
    }

    /// The work by type of exploitation: its table, and what its sentences name.
    fileprivate var statedThemes: [StatedCounts] {
        guard let table = themeTable() else { return [] }
        let period = recorded.period
        let dimension = table.columns[0]
        var stated = table.columns.dropFirst().enumerated().map { column, unit in
            StatedCounts(
                caption: table.caption, counts: unit,
                rows: table.rows.map {
                    .init(.init(dimension, $0.label), days: period, value: $0.figures[column].value.number)
                })
        }
        let words = Commentary(figures: self)
        for theme in recorded.themes where words.theme(theme) != nil {
            func named(_ rows: [RecordedFigures.Row], _ unit: Counted, _ kind: String, _ whole: String) {
                guard let total = themeFigure(theme, unit).number else { return }
                let named = words.named(rows, of: total, beside: whole)
                guard !named.isEmpty else { return }
                stated.append(
                    StatedCounts(
                        caption: table.caption, counts: unit.heading, within: [.init(dimension, theme.label)],
                        rows: named.map { .init(.init(kind, $0.label), days: period, value: $0.count) }
                            + [.init(.init(kind, "any other"), days: period, value: total - named.map(\.count).reduce(0, +))],
                        total: .init(nil, days: period, value: total)))
            }
            named(theme.towns, .concerns, "Town", "concerns-by-town")
            named(theme.nationalities, .screened, "Nationality", "screened-by-nationality")
        }
        return stated
    }
}

extension Day {
    /// The same day a year earlier; the last of February for a leap day.
    fileprivate var yearBefore: Day {
        let (year, month, day) = parts
        return Day(year: year - 1, month: month, day: day) ?? Day(year: year - 1, month: month, day: 28) ?? self
    }
}
