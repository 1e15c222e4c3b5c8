import Documents
import Kernel

/// What the figures of a town stand beside: those of its whole partnership, as every document about it states them.
final class WholeBeside: Sendable {
    let town: String
    /// The other parts of the partnership, as a reader knows them.
    let others: [String]
    let figures: ProtectedFigures
    /// By the name of the table.
    let tables: [String: TownTable]

    init(town: String, others: [String], figures: ProtectedFigures, tables: [String: TownTable]) {
        self.town = town
        self.others = others
        self.figures = figures
        self.tables = tables
    }

    /// The units of which there are figures of towns.
    static let units: [Counted] = [.concerns, .visits, .interventions, .screened]

    static func tableByTown(of unit: Counted) -> String { "\(unit.rawValue)-by-town" }

    /// Whether the total of the town may be stated beside that of the whole and those of other towns.
    func showsTotal(_ unit: Counted) -> Bool {
        guard let table = figures.recorded.table(WholeBeside.tableByTown(of: unit)) else { return false }
        guard let row = table.rows.firstIndex(where: { $0.label == town }) else { return true }
        return figures.cells(table)?.rows[row] ?? false
    }
}

extension ProtectedFigures {
    /// The figures of a town. All parts of the partnership are protected at once, in every table together with the whole, so
    /// that the documents of all towns and that of the whole partnership can be read side by side.
    ///
    /// Nil where the town is not one of the parts.
    init?(_ recorded: RecordedFigures, of town: RecordedFigures.Town, protection: any FigureProtection) {
        guard let own = town.parts.first(where: { $0.label == town.label }) else { return nil }
        var tables = recorded.tables
        for unit in WholeBeside.units where recorded.table(WholeBeside.tableByTown(of: unit)) == nil {
            tables.append(
                RecordedFigures.Table(
                    id: WholeBeside.tableByTown(of: unit), heading: "\(unit.heading) by town", dimension: "Town", unit: unit,
                    unitText: "\(unit.heading), by the town of the place",
                    rows: town.parts.compactMap { part in
                        part.totals[unit].flatMap { $0 > 0 ? RecordedFigures.Row(part.label, $0) : nil }
                    }))
        }
        let whole = ProtectedFigures(
            whole: RecordedFigures(
                partnership: recorded.partnership, period: recorded.period, countedOn: recorded.countedOn, totals: recorded.totals,
                before: recorded.before, tables: tables, quarters: recorded.quarters, definitions: recorded.definitions),
            protection: protection)

        var (ownTables, found): ([RecordedFigures.Table], [String: TownTable]) = ([], [:])
        var shown: [String: (rows: [Bool], quarters: [Bool])] = [:]
        var shownOfQuarters: [Counted: [Bool]] = [:]
        var totals: [[Counted: Int]] = recorded.quarters.map { _ in [:] }
        for table in recorded.tables where WholeBeside.units.contains(table.unit) && table.id != WholeBeside.tableByTown(of: table.unit) {
            if let form = TownTable(table, of: town, beside: whole) {
                ownTables.append(form.own)
                found[table.id] = form
                shown[table.id] = (form.shown, form.quarters)
            } else {
                let counts = own.tables[table.id] ?? [:]
                let quarters = TownTable(table, of: town, beside: whole, byQuarter: true)
                if let quarters {
                    shownOfQuarters[table.unit] = quarters.shown
                    found[quarters.own.id] = quarters
                }
                if quarters == nil, !counts.isEmpty {
                    ownTables.append(
                        RecordedFigures.Table(
                            id: table.id, heading: table.heading, dimension: table.dimension, unit: table.unit, unitText: table.unitText,
                            rows: table.rows.map { RecordedFigures.Row($0.label, counts[$0.label] ?? 0) }, addsUp: table.addsUp))
                }
            }
            for row in table.rows {
                guard let place = recorded.quarters.firstIndex(where: { $0.label == row.quarter }) else { continue }
                totals[place][table.unit, default: 0] += own.tables[table.id]?[row.label] ?? 0
            }
        }
        self.init(
            town: RecordedFigures(
                partnership: recorded.partnership, period: recorded.period, countedOn: recorded.countedOn,
                totals: own.totals.filter { WholeBeside.units.contains($0.key) }, before: nil, tables: ownTables,
                quarters: zip(recorded.quarters, totals).map { RecordedFigures.Stretch($0.label, $1) },
                definitions: recorded.definitions),
            shown: shown, shownOfQuarters: shownOfQuarters,
            beside: WholeBeside(
                town: town.label,
                others: town.parts.filter { part in part.label != town.label && part.totals.values.contains { $0 > 0 } }.map(\.label),
                figures: whole, tables: found), protection: protection)
    }

    /// A table of a town, each figure beside that of the whole partnership, with their shares.
    func statisticalTable(_ table: Table, beside: WholeBeside) -> StatisticalTable? {
        guard let form = beside.tables[table.recorded.id] else { return nil }
        return townTable(
            id: "table-\(table.recorded.id)", heading: table.recorded.heading, dimension: table.recorded.dimension,
            unit: table.recorded.unit, unitText: table.recorded.unitText, beside: beside,
            rows: zip(table.rows, form.whole).map { ($0.label, $0.value, $1) }, hasTotal: table.recorded.addsUp)
    }

    /// A table with a column for the town and one for the whole, each with its shares where they may be stated.
    func townTable(
        id: String, heading: String, dimension: String, unit: Counted, unitText: String, beside: WholeBeside,
        rows: [(label: String, own: FigureValue, whole: FigureValue)], hasTotal: Bool
    ) -> StatisticalTable {
        let (own, whole) = (total(unit), beside.figures.total(unit))
        func share(_ value: FigureValue, of total: FigureValue) -> [MarkedFigure] {
            guard let total = total.number, total >= 20 else { return [] }
            return [value.number.map { marked(.percent(ProtectedFigures.share($0, of: total))) } ?? MarkedFigure(.withheld)]
        }
        func figures(_ one: FigureValue, _ all: FigureValue) -> [MarkedFigure] {
            [marked(one)] + share(one, of: own) + [marked(all)] + share(all, of: whole)
        }
        var lines = rows.map { StatisticalTable.Row($0.label, figures($0.own, $0.whole)) }
        if hasTotal { lines.append(StatisticalTable.Row("Total", figures(own, whole), isTotal: true)) }
        return StatisticalTable(
            id: id, caption: "\(heading), \(beside.town) and the whole partnership",
            columns: [dimension, beside.town] + (share(own, of: own).isEmpty ? [] : ["\(beside.town), share"]) + ["Whole partnership"]
                + (share(whole, of: whole).isEmpty ? [] : ["Whole partnership, share"]),
            rows: lines, unit: unitText, source: source,
            notes: (lines.contains { $0.figures.contains { $0.value == .withheld } } ? [ProtectedFigures.withheldNote] : [])
                + (hasTotal ? [] : ["The rows overlap and add up to more than the total."]))
    }

    /// The totals of the town beside those of the whole partnership.
    func townTotals(beside: WholeBeside) -> StatisticalTable {
        let rows = WholeBeside.units.map { unit in
            let (own, whole) = (total(unit), beside.figures.total(unit))
            var share = FigureValue.notApplicable
            if let part = own.number, let all = whole.number, all >= 20 {
                share = .percent(ProtectedFigures.share(part, of: all))
            } else if own == .withheld || whole == .withheld {
                share = .withheld
            }
            return StatisticalTable.Row(unit.heading, [marked(own), marked(whole), marked(share)])
        }
        let withholds = rows.contains { $0.figures.contains { $0.value == .withheld } }
        return StatisticalTable(
            id: "table-town-and-partnership", caption: "\(beside.town) and the whole partnership",
            columns: ["What is counted", beside.town, "Whole partnership", "Share of the whole"], rows: rows,
            unit: "Each row counts its own unit", source: source,
            notes: (withholds ? [ProtectedFigures.withheldNote] : [])
                + (rows.contains { $0.figures.contains { $0.value == .notApplicable } } ? ["Shares are stated of twenty and more."] : []))
    }
}
