import Documents
import Kernel

/// Turns protected figures into tables, charts and sentences.
extension ProtectedFigures {
    /// Where every figure comes from.
    var source: String {
        "records of the partnership, counted on \(recorded.countedOn.text)"
    }

    /// Every row with its share of the whole, where the rows add up to it.
    func statisticalTable(_ id: String) -> StatisticalTable? {
        guard let table = table(id) else { return nil }
        if let beside { return statisticalTable(table, beside: beside) }
        let unit = table.recorded.unit
        let shares = canShare(table)
        func share(_ value: FigureValue) -> [MarkedFigure] {
            guard shares else { return [] }
            guard let count = value.number else { return [MarkedFigure(.withheld)] }
            return [marked(.percent(ProtectedFigures.share(count, of: recorded.total(unit))))]
        }
        var rows = table.rows.map { StatisticalTable.Row($0.label, [marked($0.value)] + share($0.value)) }
        if table.recorded.addsUp {
            rows.append(
                StatisticalTable.Row("Total", [marked(table.total)] + (shares ? [marked(.percent(100))] : []), isTotal: true))
        }
        return StatisticalTable(
            id: "table-\(id)", caption: table.recorded.heading,
            columns: [table.recorded.dimension, unit.heading] + (shares ? ["Share"] : []), rows: rows,
            unit: table.recorded.unitText, source: source, notes: notes(table))
    }

    /// The quarters of a unit as columns.
    func quarterChart(_ unit: Counted, id: String, title: String) -> Chart? {
        guard let quarters = quarters(unit) else { return nil }
        return Chart(
            id: "chart-\(id)", title: title, shape: .columns, bars: quarters.map { Chart.Bar($0.label, marked($0.value)) },
            unit: "\(unit.heading), by quarter", source: source, table: "table-\(id)")
    }

    /// The quarters of a unit as a table.
    func quarterTable(_ unit: Counted, id: String, heading: String, unitText: String) -> StatisticalTable? {
        guard let quarters = quarters(unit) else { return nil }
        if let beside, let whole = beside.figures.quarters(unit) {
            return townTable(
                id: "table-\(id)", heading: heading, dimension: "Quarter", unit: unit, unitText: unitText, beside: beside,
                rows: zip(quarters, whole).map { ($0.label, $0.value, $1.value) }, hasTotal: true)
        }
        let rows =
            quarters.map { StatisticalTable.Row($0.label, [marked($0.value)]) }
            + [StatisticalTable.Row("Total", [marked(total(unit))], isTotal: true)]
        return StatisticalTable(
            id: "table-\(id)", caption: heading, columns: ["Quarter", unit.heading], rows: rows, unit: unitText, source: source,
            notes: quarters.contains { $0.value == .withheld } ? [ProtectedFigures.withheldNote] : [])
    }

    static let withheldNote = "[c] is not shown, to protect people."

    func notes(_ table: Table) -> [String] {
        var notes: [String] = []
        if table.rows.contains(where: { $0.value == .withheld }) { notes.append(ProtectedFigures.withheldNote) }
        if !table.recorded.addsUp { notes.append("The rows overlap and add up to more than the total.") }
        return notes
    }

    /// Whether shares may be stated: of twenty or more.
    func canShare(_ table: Table) -> Bool { (total(table.recorded.unit).number ?? 0) >= 20 && !table.recorded.rows.isEmpty }

    static func share(_ part: Int, of whole: Int) -> Int { whole > 0 ? (200 * part + whole) / (2 * whole) : 0 }

    /// The chart of a table: the rows that are shown, the withheld ones together as the last.
    func chart(_ id: String, most: Int = 12, title: String? = nil) -> Chart? {
        guard let table = table(id) else { return nil }
        let isTime = table.recorded.rows.contains { $0.quarter != nil }
        var bars: [Chart.Bar]
        if isTime {
            bars = table.rows.map { Chart.Bar($0.label, marked($0.value)) }
        } else {
            let shown = table.shown
            bars = shown.prefix(most).map { Chart.Bar($0.label, marked(.number($0.count))) }
            let rest = table.rows.count { $0.value.number != 0 } - bars.count
            if rest > 0, table.recorded.addsUp, let total = table.total.number {
                let count = total - bars.compactMap(\.figure.value.number).reduce(0, +)
                bars.append(
                    Chart.Bar(
                        rest == 1 ? "One other" : "\(ProtectedFigures.spelled(rest)) others together",
                        marked(count >= protection.threshold && rest > 1 ? .number(count) : .withheld), isRemainder: true))
            } else if rest > 0 {
                bars += table.rows.filter { $0.value == .withheld }.map { Chart.Bar($0.label, marked($0.value)) }
            }
        }
        return Chart(
            id: "chart-\(id)", title: title ?? table.recorded.heading, shape: isTime ? .columns : .bars, bars: bars,
            unit: table.recorded.unitText, source: source, table: "table-\(id)")
    }

    /// A small number as a word: "Thirteen".
    static func spelled(_ number: Int) -> String {
        let words = [
            "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
            "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
        ]
        return words.indices.contains(number) ? words[number] : FigureValue.grouped(number)
    }

    /// A large figure with its unit, beside the year before.
    func headline(_ unit: Counted, _ words: String, _ explanation: String) -> Headline {
        var detail = explanation
        if let earlier = before(unit)?.number, earlier > 0 { detail += " The year before: \(FigureValue.grouped(earlier))." }
        return Headline(marked(total(unit)), unit: words, detail: detail)
    }

    /// Referrals and what became of them, each number protected.
    func referralTable(_ table: RecordedFigures.ReferralTable) -> StatisticalTable? {
        guard !table.rows.isEmpty else { return nil }
        var shown = table.rows.map { $0.numbers.map { _ in false } }
        for column in 0..<min(table.counts, table.columns.count - 1) {
            let counts = table.rows.map { $0.numbers[column] ?? 0 }
            let total = table.totals.indices.contains(column) ? recorded.total(table.totals[column]) : nil
            // Among fewer than the threshold even a nought tells about the others.
            if counts.reduce(0, +) < protection.threshold { continue }
            let columnShown: [Bool]
            if let total {
                let linked = LinkedCounts(total: total, breakdowns: [LinkedCounts.Breakdown(counts: counts)])
                guard let protected = protection.shown(linked) else { return nil }
                columnShown = protected.counts[0]
            } else {
                columnShown = ProtectedFigures.neverAlone(counts, counts.map { alone($0).number != nil })
            }
            for row in counts.indices { shown[row][column] = columnShown[row] }
        }
        let rows = table.rows.enumerated().map { row, recorded in
            StatisticalTable.Row(
                recorded.label,
                recorded.numbers.enumerated().map { column, number in
                    guard let number else { return MarkedFigure(.notAvailable) }
                    // What is worked out from a count is shown where the count is.
                    let isShown = column < table.counts ? shown[row][column] : shown[row][0] && (recorded.numbers[0] ?? 0) > 0
                    return marked(isShown ? .number(number) : .withheld)
                })
        }
        let built = StatisticalTable(
            id: "table-\(table.id)", caption: table.heading, columns: table.columns, rows: rows, unit: table.unitText,
            source: source)
        return built.withholds
            ? StatisticalTable(
                id: built.id, caption: built.caption, columns: built.columns, rows: built.rows, unit: built.unit,
                source: built.source, notes: [ProtectedFigures.withheldNote]) : built
    }

    private var countedThemes: [RecordedFigures.Theme] { recorded.themes.filter { ($0.totals[.concerns] ?? 0) > 0 } }

    /// What may be stated of each type of exploitation, by its name: a figure that is large enough, and so is what the whole has
    /// besides; and that the table by type does not withhold.
    func themeFigures(_ unit: Counted) -> [String: FigureValue] {
        let whole = recorded.total(unit)
        let themes = countedThemes
        let counts = themes.map { $0.totals[unit] ?? 0 }
        let byType = unit == .concerns ? table("concerns-by-exploitation-type") : nil
        let shown = zip(themes, counts).map { theme, count in
            guard count <= whole, alone(count).number != nil, alone(whole - count).number != nil else { return false }
            guard let row = byType?.rows.first(where: { $0.label == theme.label }) else { return true }
            return row.value.number != nil
        }
        return Dictionary(
            zip(themes, zip(counts, shown)).map { ($0.label, $1.1 ? .number($1.0) : .withheld) }, uniquingKeysWith: { first, _ in first })
    }

    func themeFigure(_ theme: RecordedFigures.Theme, _ unit: Counted) -> FigureValue { themeFigures(unit)[theme.label] ?? .withheld }

    /// The work of each type of exploitation in all units.
    func themeTable() -> StatisticalTable? {
        let units: [Counted] = [.concerns, .visits, .screened, .interventions]
        let themes = countedThemes
        guard themes.count > 1 else { return nil }
        let figures = units.map(themeFigures)
        let rows = themes.map { theme in
            StatisticalTable.Row(theme.label, figures.map { marked($0[theme.label] ?? .withheld) })
        }
        return StatisticalTable(
            id: "table-themes", caption: "The work by type of exploitation",
            columns: ["Type of exploitation"] + units.map(\.heading), rows: rows,
            unit: "Each column counts its own unit. A visit belongs to every type of the concern that led to it.", source: source,
            notes: ["The rows overlap and add up to more than the totals."])
    }
}
