import Documents
import Kernel

/// The quarterly monitoring of a period: the figures by quarter, and each objective with its progress and its measures.
package struct MonitoringReport: Sendable {
    private let figures: ProtectedFigures
    private let objectives: ObjectiveFile?

    package init(
        _ figures: RecordedFigures, objectives: ObjectiveFile? = nil, protection: any FigureProtection = ProvedProtection()
    ) {
        self.figures = ProtectedFigures(figures, protection: protection)
        self.objectives = objectives
    }

    package func publication() -> Publication {
        let recorded = figures.recorded
        var sections = [
            Section(
                id: "by-quarter", title: "The figures by quarter",
                [table(Counted.allCases, id: "table-by-quarter", caption: "All figures by quarter")].compactMap { $0 }.map(Block.table)
                    + Counted.allCases.compactMap(chart).map(Block.chart))
        ]
        if let objectives {
            let blocks = objectives.entries.enumerated().flatMap { place, entry -> [Block] in
                let number = entry.number.isEmpty ? "\(place + 1)" : entry.number
                let measures = table(entry.measures, id: "table-objective-\(place + 1)", caption: "Measures of objective \(number)")
                let stated = StrategicObjective(
                    number: number, title: entry.objective, status: entry.status, outcomes: entry.outcomes, progress: entry.progress)
                return [.objective(stated)] + (measures.map { [.table($0)] } ?? [])
            }
            sections.insert(Section(id: "objectives", title: objectives.title, beginsPage: true, summary(objectives) + blocks), at: 0)
        }
        sections.append(
            Section(
                id: "method", title: "How the figures were made",
                [
                    .paragraph("Counted from the \(figures.source). \(figures.protection.method)"),
                    .list(
                        recorded.definitions
                            + [FigureValue.withheld, .notAvailable].compactMap { value in value.meaning.map { "\(value.text): \($0)." } }
                            + (figures.isOpen ? ["[p]: \(FigureMark.provisional.meaning)."] : [])),
                ]))
        let cover = Publication.Cover(
            publisher: recorded.partnership, title: "Quarterly monitoring", period: recorded.period.text,
            state: "Made from the records as they stood on \(recorded.countedOn.text)."
                + (figures.isOpen ? " The period is not over: all figures are provisional." : ""))
        return Publication(
            cover: cover, summary: "Quarterly monitoring of \(recorded.partnership), \(recorded.period.text).", sections: sections)
    }

    /// Every count that the report states.
    package var statedCounts: [StatedCounts] { Counted.allCases.compactMap { figures.statedQuarters($0) } }

    /// How many objectives stand where.
    private func summary(_ objectives: ObjectiveFile) -> [Block] {
        let rows = objectives.entries.enumerated().map { place, entry in
            [
                [entry.number.isEmpty ? "\(place + 1)" : entry.number], [entry.objective],
                [entry.status.isEmpty ? "Not reported" : entry.status],
            ]
        }
        return [
            .words(
                TextTable(
                    id: "table-objectives", caption: "Where each objective stands", columns: ["Number", "Objective", "Status"], rows: rows))
        ]
    }

    private func table(_ units: [Counted], id: String, caption: String) -> StatisticalTable? {
        let rows = units.compactMap { unit -> StatisticalTable.Row? in
            guard let quarters = figures.quarters(unit) else { return nil }
            return StatisticalTable.Row(
                unit.heading, quarters.map { figures.marked($0.value) } + [figures.marked(figures.total(unit))])
        }
        guard !rows.isEmpty else { return nil }
        return StatisticalTable(
            id: id, caption: caption, columns: ["What is counted"] + figures.recorded.quarters.map(\.label) + ["Total"], rows: rows,
            unit: "Each row counts its own unit; a row adds up to its total.", source: figures.source,
            notes: rows.contains { $0.figures.contains { $0.value == .withheld } } ? [ProtectedFigures.withheldNote] : [])
    }

    private func chart(_ unit: Counted) -> Chart? {
        guard [.concerns, .visits, .screened].contains(unit) else { return nil }
        return figures.quarterChart(unit, id: unit.rawValue, title: "\(unit.heading) by quarter")
    }
}
