import Access
import Kernel
import Partnerships
import Reviews

extension FigureDesk {
    /// The longest period of a review, in years.
    package static let mostReviewYears = 5

    /// What the records hold for a period, counted for a publication and not yet protected. The reading is in the journal.
    ///
    /// - Parameters:
    ///   - period: has both ends and no `problems` as a filter.
    ///   - withThemes: also the work of each type of exploitation, which takes a count of its own for each.
    ///   - town: also what lies in each town, for a document about this one.
    /// - Throws: `AccessError.denied` for a viewer without figures or without a partnership, and `.notVisible` for a town of
    ///   another partnership.
    package func recordedFigures(
        for viewer: Viewer, named name: String, during period: Period, withThemes: Bool, town: ID<Term>? = nil
    ) async throws -> RecordedFigures {
        guard FigureScope(of: viewer) != nil, let partnership = viewer.partnership else { throw AccessError.denied }
        let lists = lists
        let filter = FigureFilter(period: period)
        return try await desk.read(
            as: viewer,
            Consultation(
                "read-figures-for-publication", "figures", partnership.text, detail: filter.journalText)
        ) { reading in
            let year = try reading.dashboard(filter, lists: lists)
            let before = try filter.yearBefore.map { try reading.totals($0, lists: lists) }
            let pathways = try reading.pathwayFigures(filter, lists: lists)
            var totals = year.countedTotals
            totals[.referrals] = pathways.referrals
            totals[.reports] = pathways.reports
            totals[.referred] = pathways.people
            return RecordedFigures(
                partnership: name, period: period, countedOn: reading.moment.day, totals: totals, before: before,
                tables: year.recordedTables, quarters: reading.quarters(period, year, pathways),
                themes: withThemes ? try reading.themes(filter, lists: lists) : [], referralTables: pathways.recordedTables,
                definitions: UnitOfCount.allCases.map(\.definition) + [
                    "A referral or a duty to notify report counts on the day it was sent. One person can have several."
                ], town: try town.map { try reading.parts(filter, around: $0, of: partnership, year, lists: lists) })
        }
    }
}

extension Dashboard {
    /// Every table that a review can draw on, as the counts of its rows.
    fileprivate var recordedCounts: [String: [String: Int]] {
        Dictionary(
            uniqueKeysWithValues: recordedTables.map { table in
                (table.id, Dictionary(table.rows.map { ($0.label, $0.count) }, uniquingKeysWith: +))
            })
    }
}

extension Reading {
    /// The quarters of a period with the totals of every unit that has quarters.
    fileprivate func quarters(
        _ period: Period, _ year: Dashboard, _ pathways: PathwayFigures
    ) -> [RecordedFigures.Stretch] {
        guard let from = period.from, let to = period.to else { return [] }
        let months = CalendarMonth.all(from: from, to: to, most: FigureDesk.mostReviewYears * 12 + 1)
        var keys: [String] = []
        for month in months where keys.last != month.quarterKey { keys.append(month.quarterKey) }
        let referrals = pathways.quarterCounts
        return keys.compactMap { key in
            guard let quarter = CalendarQuarter(key) else { return nil }
            return RecordedFigures.Stretch(
                quarter.text,
                [
                    .concerns: year.total(.concerns, inQuarter: key), .visits: year.total(.visits, inQuarter: key),
                    .interventions: year.total(.interventions, inQuarter: key),
                    .screened: year.total(.screened, inQuarter: key), .referrals: referrals[key]?.referrals ?? 0,
                    .reports: referrals[key]?.reports ?? 0,
                ])
        }
    }

    /// What lies in each town of the partnership, and as the last part what lies in none of them.
    fileprivate func parts(
        _ filter: FigureFilter, around town: ID<Term>, of partnership: ID<Partnership>, _ whole: Dashboard, lists: CodeLists
    ) throws -> RecordedFigures.Town {
        let towns = try terms(of: partnership, kind: "town")
        guard let chosen = towns.first(where: { $0.id == town }) else { throw AccessError.notVisible }
        var parts: [RecordedFigures.Part] = []
        var (totals, tables) = (whole.countedTotals, whole.recordedCounts)
        for town in towns {
            var own = filter
            own.towns = [town.id]
            let found = try dashboard(own, lists: lists)
            parts.append(RecordedFigures.Part(town.label, totals: found.countedTotals, tables: found.recordedCounts))
            totals.merge(found.countedTotals) { $0 - $1 }
            for (id, counts) in found.recordedCounts { tables[id, default: [:]].merge(counts) { $0 - $1 } }
        }
        return RecordedFigures.Town(
            chosen.label, parts: parts + [RecordedFigures.Part(FigureCount.notRecorded, totals: totals, tables: tables)])
    }

    /// The totals of another period, without its tables.
    fileprivate func totals(_ filter: FigureFilter, lists: CodeLists) throws -> [Counted: Int] {
        let others = try dashboard(filter, units: [.visits, .interventions, .screened], lists: lists)
        return others.countedTotals.merging([.concerns: try concernTotal(filter)]) { $1 }
    }

    /// The work of each type of exploitation that the records name.
    fileprivate func themes(_ filter: FigureFilter, lists: CodeLists) throws -> [RecordedFigures.Theme] {
        let concerns = try concernsByTypeAndTown(filter.period)
        let work = try workByType(filter.period)
        let towns = try placeLabels(Set(concerns.values.flatMap(\.keys)).subtracting([""]))
        return lists["exploitation_type"].values.compactMap { value in
            guard let found = concerns[value.code] else { return nil }
            let own = work[value.code] ?? TypeWork()
            let nationalities = own.screenedByNationality.map { code, count in
                FigureCount(code.isEmpty ? FigureCount.notRecorded : lists["nationality"].label(code), count)
            }
            let ordered = Dashboard(period: filter.period, tallies: [.screenedByNationality: nationalities])
            let rows = found.map { RecordedFigures.Row(towns[$0.key] ?? FigureCount.notRecorded, $0.value) }
            return RecordedFigures.Theme(
                value.label,
                [
                    .concerns: found.values.reduce(0, +), .visits: own.visits, .interventions: own.interventions,
                    .screened: own.screenedByNationality.values.reduce(0, +),
                ],
                towns: rows.sorted { ($1.count, $0.label) < ($0.count, $1.label) },
                nationalities: ordered[.screenedByNationality].map { RecordedFigures.Row($0.key, $0.count) })
        }
    }
}
