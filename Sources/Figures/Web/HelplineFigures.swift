/// What a helpline was told, by quarter and type of exploitation: of the whole country or of one area.
struct HelplineFigures: Sendable {
    /// Cases and potential victims apart: two units of count.
    let counts: [StatisticDataset: [DimensionCount]]

    static let datasets: [StatisticDataset] = [.helplineCases, .helplineVictims]

    var isEmpty: Bool { counts.values.allSatisfy(\.isEmpty) }

    /// The tables of what was imported; none where nothing was.
    func tables(_ base: PublishedBase) -> [StatisticTable] {
        isEmpty
            ? []
            : [byQuarter(base)]
                + HelplineFigures.datasets.compactMap { dataset in
                    guard let own = counts[dataset], !own.isEmpty else { return nil }
                    let parts = base.parts(dataset)
                    return base.breakdown(
                        dataset.rawValue, "\(dataset.title), by type of exploitation", kind: "Type of exploitation", own, dataset: dataset,
                        parts: parts, periods: PublishedPeriods(parts.map(\.quarter)), label: { StatisticLabels.exploitation($0.code) })
                }
    }

    func byQuarter(_ base: PublishedBase) -> StatisticTable {
        let parts = HelplineFigures.datasets.map { base.parts($0) }
        let quarters = Set(parts.joined().map(\.quarter)).sorted(by: >)
        return StatisticTable(
            name: "helpline", heading: "What a helpline was told", columns: ["Quarter", "Cases", "Potential victims"],
            rows: quarters.map { quarter in
                let cells = zip(HelplineFigures.datasets, parts).map { dataset, parts -> StatisticTable.Cell in
                    // A quarter that was not imported is no quarter without a case.
                    guard parts.contains(where: { $0.quarter == quarter }) else { return .notAvailable }
                    let sum = (counts[dataset] ?? []).reduce(0) { $0 + ($1.quarter == quarter ? $1.count : 0) }
                    return .init(sum, marks: base.marks(parts, [quarter]))
                }
                return .init(name: quarter.text, quarter: quarter, cells: cells)
            }, unit: HelplineFigures.datasets.map { "\($0.unit)." }.joined(separator: " "), source: base.source(Array(parts.joined())))
    }
}
