import Documents

/// The last month of a period beside the months before it, for an overview that comes every month.
extension Review {
    /// The units that are counted by month, and their tables.
    private static let monthly: [(unit: Counted, table: String, verb: String)] = [
        (.concerns, "concerns-by-month", "concerns were raised"), (.visits, "visits-by-month", "visits were made"),
    ]

    /// Nil where there is one month alone, or nothing was counted.
    var month: Section? {
        let tables = Review.monthly.compactMap { one in
            figures.table(one.table).flatMap { $0.rows.count > 1 ? (unit: one.unit, verb: one.verb, table: $0) : nil }
        }
        guard let first = tables.first, let newest = first.table.rows.last, let oldest = first.table.rows.first else { return nil }
        let before = first.table.rows.count - 1
        let rows = tables.map { unit, _, table in
            let average = Review.average(table).map(FigureValue.number) ?? .withheld
            return StatisticalTable.Row(
                unit.heading,
                [table.rows[table.rows.count - 1].value, average, table.rows[0].value].map(figures.marked))
        }
        let comparison = StatisticalTable(
            id: "table-month", caption: "\(newest.label) beside the months before",
            columns: ["What is counted", newest.label, "A month on average, \(before) before", oldest.label], rows: rows,
            unit: "Each row counts its own unit; averages are rounded to whole numbers", source: figures.source,
            notes: rows.contains { $0.figures.contains { $0.value == .withheld } } ? [ProtectedFigures.withheldNote] : [])
        let sentences = tables.compactMap { Review.sentence($0.table, $0.verb) }
        return Section(
            id: "month", title: newest.label,
            (sentences.isEmpty ? [] : [.list(sentences)]) + [.table(comparison)]
                + tables.compactMap { figures.chart($0.table.recorded.id).map(Block.chart) })
    }

    /// The mean of the months before the last, rounded; nil where one of them is withheld.
    private static func average(_ table: ProtectedFigures.Table) -> Int? {
        let before = table.rows.dropLast()
        let counts = before.compactMap(\.value.number)
        guard counts.count == before.count, !counts.isEmpty else { return nil }
        return (2 * counts.reduce(0, +) + counts.count) / (2 * counts.count)
    }

    private static func sentence(_ table: ProtectedFigures.Table, _ verb: String) -> String? {
        guard let newest = table.rows.last, let count = newest.value.number, let average = average(table) else { return nil }
        let before = table.rows.dropLast().compactMap(\.value.number)
        guard let least = before.min(), let most = before.max() else { return nil }
        let months = ProtectedFigures.spelled(before.count).lowercased()
        let rank = count > most ? " That is more than in any of them." : count < least ? " That is fewer than in any of them." : ""
        return
            "\(FigureValue.grouped(count)) \(verb) in \(newest.label), against \(FigureValue.grouped(average)) a month on average in the "
            + "\(months) months before, which had from \(FigureValue.grouped(least)) to \(FigureValue.grouped(most)).\(rank)"
    }
}
