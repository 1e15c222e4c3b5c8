import Documents

/// One table of a town as it may be stated, in the form that was found for all towns together.
///
/// Towns and categories of which little would be left are taken together before it is protected: a large town keeps its
/// figures although a small one would have to hide them. The form follows from the records of the whole partnership, so that it
/// is the same whichever town is asked for.
struct TownTable: Sendable {
    /// The table of the town. Its last row can be that of several categories together.
    let own: RecordedFigures.Table
    let shown: [Bool]
    /// The same of the quarters that its months add up to; empty where there are none.
    let quarters: [Bool]
    /// What stands beside each row of the whole partnership.
    let whole: [FigureValue]
    /// The categories that stand together in the last row.
    let together: [String]

    static let others = "All others together"

    /// The table, and the parts of the partnership that have a total of their own, largest first, and last the others as one.
    private struct Parts {
        let totals: [Int]
        /// How many of them have a total that is stated.
        let apart: Int
        let counts: (String) -> [Int]
    }

    /// A form that a table can be given.
    private struct Form {
        /// For each row the counts of the parts, and what of the whole is shown.
        var rows: [(label: String, counts: [Int], isShown: Bool)]
        var groups: [Int] = []
        var groupsShown: [Bool] = []
        var together: [String] = []
        /// Whether the rows are quarters.
        var isByQuarter = false
    }

    /// Nil where the town's total may not be stated, or nothing of it would be shown.
    init?(_ table: RecordedFigures.Table, of town: RecordedFigures.Town, beside whole: ProtectedFigures, byQuarter: Bool = false) {
        guard let place = TownTable.order(table.unit, of: town, beside: whole)?.firstIndex(of: town.label),
            let parts = TownTable.parts(table, of: town, beside: whole)
        else { return nil }
        let best: (form: Form, shown: DividedCounts.Shown)?
        if table.addsUp {
            let isTime = table.rows.contains { $0.quarter != nil }
            guard let found = TownTable.best(TownTable.forms(table, parts, beside: whole), parts, whole.protection),
                !isTime || found.form.isByQuarter == byQuarter
            else { return nil }
            best = found
        } else {
            best = TownTable.overlapping(table, parts, beside: whole)
        }
        guard let best, best.shown.counts.first.map({ place < $0.count }) ?? false else { return nil }
        let rows = best.form.rows.map { RecordedFigures.Row($0.label, $0.counts[place]) }
        let quarterOf = Dictionary(table.rows.map { ($0.label, $0.quarter) }) { first, _ in first }
        var shown = best.shown.counts.map { $0[place] }
        if !table.addsUp {
            // Each record stands in one row at least, which no breakdown says: the total can bound a row that is alone.
            let isBounded = zip(rows, shown).map { $1 ? $0.count : 0 }.reduce(0, +) < parts.totals[place]
            if isBounded { shown = ProtectedFigures.neverAlone(rows.map(\.count), shown) }
        }
        guard zip(rows, shown).contains(where: { $1 && $0.count > 0 }) else { return nil }
        own = RecordedFigures.Table(
            id: byQuarter ? "\(table.unit.rawValue)-by-quarter" : table.id, heading: table.heading, dimension: table.dimension,
            unit: table.unit, unitText: table.unitText,
            rows: rows.map { RecordedFigures.Row($0.label, $0.count, quarter: quarterOf[$0.label] ?? nil) }, addsUp: table.addsUp)
        self.shown = shown
        quarters = best.shown.groups.map { $0[place] }
        self.whole = best.form.rows.map { $0.isShown ? .number($0.counts.reduce(0, +)) : .withheld }
        together = best.form.together
    }

    /// The parts with a total that is stated, largest first; nil where the records say something else than the table by town.
    private static func order(
        _ unit: Counted, of town: RecordedFigures.Town, beside whole: ProtectedFigures
    ) -> [String]? {
        guard let byTown = whole.recorded.table(WholeBeside.tableByTown(of: unit)), let shows = whole.cells(byTown)?.rows else {
            return nil
        }
        let parts = town.parts.filter { ($0.totals[unit] ?? 0) > 0 }
        guard Set(parts.map(\.label)) == Set(byTown.rows.map(\.label)),
            byTown.rows.allSatisfy({ row in parts.contains { $0.label == row.label && $0.totals[unit] == row.count } })
        else { return nil }
        return zip(byTown.rows, shows).filter(\.1).map(\.0).sorted { ($1.count, $0.label) < ($0.count, $1.label) }.map(\.label)
    }

    private static func parts(
        _ table: RecordedFigures.Table, of town: RecordedFigures.Town, beside whole: ProtectedFigures
    ) -> Parts? {
        guard let order = order(table.unit, of: town, beside: whole) else { return nil }
        let apart = order.compactMap { label in town.parts.first { $0.label == label } }
        // Parts whose total is withheld are one to whoever reads the others.
        let rest = town.parts.filter { !order.contains($0.label) && ($0.totals[table.unit] ?? 0) > 0 }
        func counts(_ of: (RecordedFigures.Part) -> Int) -> [Int] {
            apart.map(of) + (rest.isEmpty ? [] : [rest.map(of).reduce(0, +)])
        }
        let found = Parts(totals: counts { $0.totals[table.unit] ?? 0 }, apart: apart.count) { label in
            counts { $0.tables[table.id]?[label] ?? 0 }
        }
        // What does not add up is left out.
        guard table.rows.allSatisfy({ $0.count == found.counts($0.label).reduce(0, +) }) else { return nil }
        if table.addsUp {
            for part in found.totals.indices {
                guard table.rows.map({ found.counts($0.label)[part] }).reduce(0, +) == found.totals[part] else { return nil }
            }
        } else {
            guard table.rows.allSatisfy({ row in zip(found.counts(row.label), found.totals).allSatisfy { $0 >= 0 && $0 <= $1 } }) else {
                return nil
            }
        }
        return found
    }

    // MARK: Forms

    /// The forms of a table whose rows add up, the most telling first.
    private static func forms(_ table: RecordedFigures.Table, _ parts: Parts, beside whole: ProtectedFigures) -> [Form] {
        guard let cells = whole.cells(table) else { return [] }
        let rows = zip(table.rows, cells.rows).map { (label: $0.label, counts: parts.counts($0.label), isShown: $1) }
        let groups = ProtectedFigures.groups(of: table, table.unit, whole.recorded)
        if table.rows.contains(where: { $0.quarter != nil }) {
            var forms = [Form(rows: rows, groups: groups, groupsShown: groups.isEmpty ? [] : cells.quarters)]
            if !groups.isEmpty {
                let quarters = whole.recorded.quarters.indices.map { quarter in
                    let months = zip(rows, groups).filter { $1 == quarter }.map(\.0.counts)
                    return (
                        label: whole.recorded.quarters[quarter].label,
                        counts: parts.totals.indices.map { part in months.map { $0[part] }.reduce(0, +) }, isShown: cells.quarters[quarter]
                    )
                }
                forms.append(Form(rows: quarters, isByQuarter: true))
            }
            return forms
        }
        var forms = [Form(rows: rows)]
        let threshold = whole.protection.threshold
        for least in [1, 2 * threshold, 4 * threshold] {
            let kept = rows.filter { $0.isShown && $0.counts.reduce(0, +) >= least }
            let rest = rows.filter { row in !kept.contains { $0.label == row.label } && row.counts.reduce(0, +) > 0 }
            let sum = parts.totals.indices.map { part in rest.map { $0.counts[part] }.reduce(0, +) }
            guard kept.count > 0, rest.count > 1, sum.reduce(0, +) >= threshold, kept.count < forms[forms.count - 1].rows.count - 1 else {
                continue
            }
            forms.append(Form(rows: kept + [(others, sum, true)], together: rest.map(\.label)))
        }
        return forms
    }

    /// The form and the number of parts apart that show the most.
    private static func best(
        _ forms: [Form], _ parts: Parts, _ protection: any FigureProtection
    ) -> (form: Form, shown: DividedCounts.Shown)? {
        var best: (form: Form, shown: DividedCounts.Shown)?
        var most = 0.0
        for form in forms {
            for apart in stride(from: parts.apart, through: 1, by: -1) {
                let counts = form.rows.map { TownTable.merged($0.counts, apart: apart) }
                let divided = DividedCounts(
                    counts: counts, groups: form.groups, shown: form.rows.map(\.isShown), groupsShown: form.groupsShown)
                guard let shown = protection.shown(divided) else { continue }
                let worth = TownTable.worth(form, counts, shown, apart: apart)
                if worth > most { (best, most) = ((form, TownTable.first(apart, of: shown)), worth) }
            }
        }
        return best
    }

    /// The counts of the first parts, and those of all others together.
    private static func merged(_ counts: [Int], apart: Int) -> [Int] {
        counts.count > apart ? Array(counts.prefix(apart)) + [counts.dropFirst(apart).reduce(0, +)] : counts
    }

    private static func first(_ apart: Int, of shown: DividedCounts.Shown) -> DividedCounts.Shown {
        DividedCounts.Shown(counts: shown.counts.map { Array($0.prefix(apart)) }, groups: shown.groups.map { Array($0.prefix(apart)) })
    }

    /// What is shown above nought of the parts that stand apart: each figure, and a larger one more; a quarter more than a month.
    private static func worth(_ form: Form, _ counts: [[Int]], _ shown: DividedCounts.Shown, apart: Int) -> Double {
        var worth = 0.0
        var sums = shown.groups.map { $0.map { _ in 0 } }
        for (place, row) in form.rows.enumerated() where row.label != others {
            for part in 0..<apart {
                if !form.groups.isEmpty { sums[form.groups[place]][part] += counts[place][part] }
                if shown.counts[place][part] { worth += Double(counts[place][part]).squareRoot() * (form.isByQuarter ? 2 : 1) }
            }
        }
        for (group, sum) in zip(shown.groups, sums) {
            for part in 0..<apart where group[part] { worth += Double(sum[part]).squareRoot() * 2 }
        }
        return worth
    }

    /// Rows that overlap: each divides every part into those that it counts and the others, and has a form of its own.
    private static func overlapping(
        _ table: RecordedFigures.Table, _ parts: Parts, beside whole: ProtectedFigures
    ) -> (form: Form, shown: DividedCounts.Shown)? {
        guard let cells = whole.cells(table) else { return nil }
        var form = Form(rows: [])
        var all: [[Bool]] = []
        for (row, isShown) in zip(table.rows, cells.rows) {
            let counts = parts.counts(row.label)
            let others = zip(parts.totals, counts).map { $0 - $1 }
            form.rows.append((row.label, counts, isShown))
            let both = Form(rows: [(row.label, counts, isShown), (TownTable.others, others, isShown)])
            let shown = best([both], parts, whole.protection)?.shown.counts[0] ?? []
            all.append(shown + [Bool](repeating: false, count: parts.apart - shown.count))
        }
        return (form, DividedCounts.Shown(counts: all, groups: []))
    }
}
