import Kernel
import Reviews

extension UnitOfCount {
    /// The same unit in a review.
    var counted: Counted {
        switch self {
        case .concerns: .concerns
        case .visits: .visits
        case .interventions: .interventions
        case .screened: .screened
        }
    }
}

extension FigureTable {
    /// Whether a review may hold the table at all: wards are too small a place, and quarters follow from the months.
    var isForPublication: Bool { self != .concernsByWard && self != .concernsByQuarter }
}

extension FigureDesk {
    /// The tables of which a publication can show a chart, by name and heading.
    package static var publicationCharts: [(id: String, heading: String)] {
        FigureTable.allCases.filter(\.isForPublication).map { ($0.rawValue, $0.heading) }
    }

    /// What a document can count, and by what: the words by which figures of two documents are known as the same.
    package static var statedUnits: [String] {
        Counted.allCases.map(\.heading)
            + Set(
                PathwayTable.allCases.flatMap { table in
                    table.forPublication.map { table.columns.dropFirst().prefix($0.counts) } ?? []
                }
            ).subtracting(Counted.allCases.map(\.heading) + ["Referrals"]).sorted()
    }

    package static var statedCharacteristics: [String] {
        let tables = FigureTable.allCases.filter { $0.isForPublication && !$0.isOverTime }.map(\.dimension)
        let referrals = PathwayTable.allCases.filter { $0.forPublication != nil }.map { $0.columns[0] }
        return Set(tables + referrals).subtracting(["Quarter"]).sorted()
    }

    /// The tables of referrals that a publication can show, by name and heading.
    package static var publicationReferralTables: [(id: String, heading: String)] {
        PathwayTable.allCases.filter { $0.forPublication != nil }.map { ($0.rawValue, $0.heading) }
    }
}

extension Dashboard {
    /// The totals by their units.
    var countedTotals: [Counted: Int] {
        Dictionary(uniqueKeysWithValues: UnitOfCount.allCases.map { ($0.counted, total($0)) })
    }

    /// The tables that a review can draw on, as they are: nothing is protected yet.
    var recordedTables: [RecordedFigures.Table] {
        FigureTable.allCases.filter(\.isForPublication).map { table in
            RecordedFigures.Table(
                id: table.rawValue, heading: table.heading, dimension: table.dimension, unit: table.unit.counted,
                unitText: table.unitText,
                rows: self[table].map { row in
                    let quarter = table.isOverTime ? CalendarMonth(row.key).flatMap { CalendarQuarter($0.quarterKey)?.text } : nil
                    return RecordedFigures.Row(table.text(row.key), row.count, quarter: quarter)
                }, addsUp: table != .concernsByExploitationType)
        }
    }
}

extension PathwayTable {
    /// Whether a review may hold the table, how many of its numbers are counts, and the totals to which its rows add up.
    ///
    /// What stands as it is today, organisations within their type, places below the authority and the quality of single
    /// officers' work are not for publication.
    var forPublication: (counts: Int, totals: [Counted])? {
        switch self {
        case .byQuarter, .byLocalAuthority, .byFirstResponderType, .byAgeGroup, .byGender, .byNationality: (2, [.referrals, .reports])
        case .byExploitation, .declined: (2, [])
        case .outcomes, .daysToReasonableGrounds, .daysToConclusiveGrounds: (1, [])
        case .byMonth, .byTown, .byFirstResponder, .byCombination, .waiting, .quality, .places: nil
        }
    }
}

extension PathwayFigures {
    /// The tables that a review can draw on, as they are: nothing is protected yet.
    var recordedTables: [RecordedFigures.ReferralTable] {
        PathwayTable.allCases.compactMap { table in
            guard let use = table.forPublication, !self[table].isEmpty else { return nil }
            return RecordedFigures.ReferralTable(
                id: table.rawValue, heading: table.heading, columns: table.columns, unitText: table.unitText,
                rows: self[table].map { row in (CalendarQuarter(row.label)?.text ?? row.label, row.numbers) }, counts: use.counts,
                totals: use.totals)
        }
    }

    /// Referrals and reports in each quarter.
    var quarterCounts: [String: (referrals: Int, reports: Int)] {
        Dictionary(uniqueKeysWithValues: self[.byQuarter].map { ($0.label, ($0.numbers[0] ?? 0, $0.numbers[1] ?? 0)) })
    }
}
