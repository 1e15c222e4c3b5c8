import Access
import Documents
import Kernel
import Partnerships
import Reviews

/// Published statistics for documents.
extension PublishedStatistics {
    /// The police forces that a document can tell of, by code and name, in the order of their names.
    package var forceChoices: [(code: String, name: String)] { PublishedArea.forces(lists).map { ($0.code, $0.name) } }

    /// The tables that somebody chose for a document, with the figures that stand now: of the newest quarters up to the last day of the
    /// document, and of the year before. A choice of which nothing was imported is left out.
    package func extracts(_ choices: [StatisticChoice], until last: Day, for viewer: Viewer) async throws -> [StatisticExtract] {
        if choices.isEmpty { return [] }
        let lists = lists
        return try await desk.read(as: viewer, Consultation("read-published-figures", "published_statistics")) { reading in
            let base = try PublishedBase(reading, lists: lists)
            return try choices.compactMap { choice in
                try StatisticSheet(choice, base, reading, until: last).table().map { table in
                    StatisticExtract(
                        choice: choice.text, table: table.printed(choice), chart: table.drawn(choice))
                }
            }
        }
    }
}

/// One table of a document, made from what stands.
private struct StatisticSheet {
    private let choice: StatisticChoice
    private let base: PublishedBase
    private let reading: Reading
    private let last: Day
    private let areas: [PublishedArea]

    init(_ choice: StatisticChoice, _ base: PublishedBase, _ reading: Reading, until last: Day) {
        (self.choice, self.base, self.reading, self.last) = (choice, base, reading, last)
        areas = PublishedArea.forces(base.lists).filter { choice.forces.contains($0.code) }
    }

    /// "Referrals by quarter: Kent and Sussex".
    private func heading(_ heading: String) -> String {
        if areas.isEmpty { return heading }
        if areas.count > 4 { return "\(heading): \(areas.count) police forces" }
        let names = areas.map(\.name)
        let joined = names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
        return "\(heading): \(joined)"
    }

    /// Only quarters that ended with the document.
    private func ended(_ quarters: some Collection<CalendarQuarter>) -> [CalendarQuarter] {
        quarters.filter { quarter in quarter.lastDay.map { $0 <= last } ?? false }
    }

    private var parts: [PartLine] {
        areas.isEmpty ? base.parts.filter { $0.dataset == .referrals } : base.parts(.referrals, section: "police", detailed: true)
    }

    /// Nil where nothing was imported of it.
    func table() throws -> StatisticTable? {
        let made = try made()
        return made.rows.isEmpty ? nil : made
    }

    private func made() throws -> StatisticTable {
        switch choice.table {
        case .forces: forces
        case .trend: try trend()
        case .exploitation: try breakdown(.exploitation) { $0.code.isEmpty ? "Not broken down" : StatisticLabels.exploitation($0.code) }
        case .age: try breakdown(.age) { StatisticLabels.age($0.code) }
        case .gender: try breakdown(.gender) { StatisticLabels.gender($0.code) }
        case .nationalities: try breakdown(.nationality) { base.nationality($0) }
        case .helpline: upToNow(try reading.helplineFigures(of: choice.forces.isEmpty ? nil : choice.forces).byQuarter(base))
        case .firstResponders: upToNow(base.responderTypes)
        case .reasonableGrounds: upToNow(base.decisionTable(.reasonableGrounds, try reading.counts(.reasonableGrounds, by: .outcome)))
        case .conclusiveGrounds: upToNow(base.decisionTable(.conclusiveGrounds, try reading.counts(.conclusiveGrounds, by: .outcome)))
        case .dutyToNotify: upToNow(base.dutyToNotify)
        }
    }

    /// The newest eight quarters of a table by quarter, up to the end of the document.
    private func upToNow(_ table: StatisticTable) -> StatisticTable {
        let rows = table.rows.filter { row in row.quarter.map { !ended([$0]).isEmpty } ?? false }
        return table.with(heading: heading(table.heading), rows: Array(rows.prefix(8)))
    }

    private var forces: StatisticTable {
        let periods = PublishedPeriods(ended(base.quarters("police")))
        let standings = periods.latest.isEmpty ? [] : base.forces(periods)
        let shown = standings.filter { areas.isEmpty || areas.contains($0.area) }
        return base.comparison(
            "forces", "Referrals by police force", kind: "Police force", shown, section: "police",
            ranked: AreaStanding.rankedCount(standings), periods: periods)
    }

    private func trend() throws -> StatisticTable {
        if areas.isEmpty {
            let overTime = base.overTimeTable(try reading.counts(.referralsOverTime, by: .age))
            return upToNow(
                overTime.rows.isEmpty ? base.responderTypes.onlyLast(heading: "Referrals by quarter", column: "People") : overTime)
        }
        var sum: [CalendarQuarter: Int] = [:]
        for area in areas { sum.merge(base.counts("police", area.code)) { $0 + $1 } }
        let quarters = ended(base.quarters("police")).sorted(by: >)
        let names = areas.map(\.name).joined(separator: ", ")
        return upToNow(
            StatisticTable(
                name: "trend", heading: "Referrals by quarter", columns: ["Quarter", "People"],
                rows: quarters.map { quarter in
                    .init(
                        name: quarter.text, quarter: quarter, cells: [.init(sum[quarter] ?? 0, marks: base.marks(parts, [quarter]))])
                }, unit: "\(StatisticDataset.referrals.unit), by the police of \(names).", source: base.source(parts, quarters)))
    }

    private func breakdown(_ dimension: StatisticDimension, _ label: (DimensionCount) -> String) throws -> StatisticTable {
        let counts = try reading.counts(.referrals, by: dimension, of: areas.isEmpty ? nil : areas.map(\.code))
        let periods = PublishedPeriods(ended(Set(parts.map(\.quarter))))
        let (name, title): (String, String) =
            switch dimension {
            case .exploitation: ("Type of exploitation", "Referrals by type of exploitation")
            case .age: ("Age", "Referrals by age when people were exploited")
            case .gender: ("Gender", "Referrals by gender")
            default: ("Nationality", "Referrals by nationality")
            }
        let table = base.breakdown(
            choice.table.rawValue, heading(title), kind: name, counts, parts: parts, periods: periods, label: label)
        return table.folded(most: 12)
    }
}

extension StatisticTable {
    /// The same table under another heading with other rows.
    fileprivate func with(heading: String? = nil, rows: [Row]) -> StatisticTable {
        StatisticTable(
            name: name, heading: heading ?? self.heading, columns: columns, wordColumns: wordColumns, rows: rows, unit: unit,
            source: source)
    }

    /// Its quarters with the last column alone; quarters without a figure in it are left out.
    fileprivate func onlyLast(heading: String, column: String) -> StatisticTable {
        StatisticTable(
            name: "trend", heading: heading, columns: [columns[0], column],
            rows: rows.filter { $0.cells.last.flatMap { Int($0.plain) } != nil }.map {
                Row(name: $0.name, quarter: $0.quarter, cells: $0.cells.suffix(1))
            }, unit: unit, source: source)
    }

    /// Its first rows, and the others added up to one: a document has no room for a hundred nationalities, and does not print
    /// anew what was counted of fewer than five people.
    fileprivate func folded(most: Int, threshold: Int = 5) -> StatisticTable {
        func newest(_ row: Row) -> Int { row.cells.first.flatMap { Int($0.plain) } ?? 0 }
        var kept = rows.prefix(rows.count > most ? most - 1 : most).prefix { newest($0) >= threshold }
        // Others of so few people would be the same again: the smallest of the rest joins them.
        let others = rows.dropFirst(kept.count).reduce(0) { $0 + newest($1) }
        if (1..<threshold).contains(others) { kept = kept.dropLast() }
        let rest = rows.dropFirst(kept.count)
        guard let first = rest.first else { return self }
        let sums = first.cells.indices.map { column in
            Cell(rest.reduce(0) { $0 + (Int($1.cells[column].plain) ?? 0) }, marks: first.cells[column].marks)
        }
        return with(rows: Array(kept) + [Row(name: kept.isEmpty ? "All" : "\(rest.count) others", cells: sums)])
    }

    private func figure(_ cell: Cell) -> MarkedFigure {
        let marks = Set(cell.marks.compactMap { FigureMark(rawValue: String($0)) })
        // A change that is more says so: "+8".
        if let number = Int(cell.plain), !cell.plain.hasPrefix("+") { return MarkedFigure(.number(number), marks) }
        switch cell.text {
        case Cell.notAvailable.text: return MarkedFigure(.notAvailable)
        case Cell.notApplicable.text: return MarkedFigure(.notApplicable)
        default: return MarkedFigure(.stated(cell.plain), marks)
        }
    }

    private func identifier(_ choice: StatisticChoice) -> String {
        "published-" + choice.text.lowercased().replacing(" ", with: "-")
    }

    /// The table as a document prints it.
    fileprivate func printed(_ choice: StatisticChoice) -> StatisticalTable {
        StatisticalTable(
            id: "table-\(identifier(choice))", caption: heading, columns: columns,
            rows: rows.map { StatisticalTable.Row($0.name, $0.cells.map(figure)) }, unit: unit, source: source,
            notes: ["These figures were published by others and are not counted from the partnership's records."])
    }

    /// Its chart: columns for quarters, oldest first; bars otherwise. Areas beside each other are read and not drawn.
    fileprivate func drawn(_ choice: StatisticChoice) -> Chart? {
        guard choice.table != .forces, rows.count > 1 else { return nil }
        let isByQuarter = rows.allSatisfy { $0.quarter != nil }
        // All together of several columns by quarter; the newest year of categories.
        let column = isByQuarter ? columns.count - 2 : 0
        let bars = (isByQuarter ? rows.reversed() : rows).compactMap { row -> Chart.Bar? in
            guard Int(row.cells[column].plain) != nil else { return nil }
            return Chart.Bar(row.name, figure(row.cells[column]), isRemainder: row.name.hasSuffix(" others"))
        }
        guard bars.count > 1 else { return nil }
        return Chart(
            id: "chart-\(identifier(choice))", title: heading, shape: isByQuarter ? .columns : .bars, bars: bars,
            unit: "\(columns[column + 1]). \(unit)", source: source, table: "table-\(identifier(choice))")
    }
}
