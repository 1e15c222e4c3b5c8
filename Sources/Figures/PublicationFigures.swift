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
    /// - Throws: `AccessError.denied` for a viewer without figures or without a partnership.
    package func recordedFigures(
        for viewer: Viewer, named name: String, during period: Period, withThemes: Bool
    ) async throws -> RecordedFigures {
        guard FigureScope(of: viewer) != nil, viewer.partnership != nil else { throw AccessError.denied }
        let lists = lists
        let filter = FigureFilter(period: period)
        return try await desk.read(
            as: viewer,
            Consultation(
                "read-figures-for-publication", "figures", viewer.partnership?.text ?? "", detail: filter.journalText)
        ) { reading in
            let year = try reading.dashboard(filter, lists: lists)
            let before = try filter.yearBefore.map { try reading.dashboard($0, lists: lists).countedTotals }
            let pathways = try reading.pathwayFigures(filter, lists: lists)
            var totals = year.countedTotals
            totals[.referrals] = pathways.referrals
            totals[.reports] = pathways.reports
            totals[.referred] = pathways.people
            return RecordedFigures(
                partnership: name, period: period, countedOn: reading.moment.day, totals: totals, before: before,
                tables: year.recordedTables, quarters: try reading.quarters(period, year, pathways, lists: lists),
                themes: withThemes ? try reading.themes(filter, lists: lists) : [], referralTables: pathways.recordedTables,
                definitions: UnitOfCount.allCases.map(\.definition) + [
                    "A referral or a duty to notify report counts on the day it was sent. One person can have several."
                ])
        }
    }
}

extension Reading {
    /// The quarters of a period with the totals of every unit that has quarters.
    fileprivate func quarters(
        _ period: Period, _ year: Dashboard, _ pathways: PathwayFigures, lists: CodeLists
    ) throws -> [RecordedFigures.Stretch] {
        guard let from = period.from, let to = period.to else { return [] }
        let months = CalendarMonth.all(from: from, to: to, most: FigureDesk.mostReviewYears * 12 + 1)
        var keys: [String] = []
        for month in months where keys.last != month.quarterKey { keys.append(month.quarterKey) }
        let (concerns, visits) = (year.quarterCounts(.concernsByMonth), year.quarterCounts(.visitsByMonth))
        let referrals = pathways.quarterCounts
        return try keys.compactMap { key in
            guard let quarter = CalendarQuarter(key), let days = quarter.days(within: period) else { return nil }
            let counted = try dashboard(FigureFilter(period: days), units: [.interventions, .screened], lists: lists)
            return RecordedFigures.Stretch(
                quarter.text,
                [
                    .concerns: concerns[key] ?? 0, .visits: visits[key] ?? 0, .interventions: counted.total(.interventions),
                    .screened: counted.total(.screened), .referrals: referrals[key]?.referrals ?? 0,
                    .reports: referrals[key]?.reports ?? 0,
                ])
        }
    }

    /// The work of each type of exploitation that the records name.
    fileprivate func themes(_ filter: FigureFilter, lists: CodeLists) throws -> [RecordedFigures.Theme] {
        try lists["exploitation_type"].values.compactMap { value in
            var themed = filter
            themed.exploitationType = value.code
            let figures = try dashboard(themed, lists: lists)
            guard figures.total(.concerns) > 0 else { return nil }
            func rows(_ table: FigureTable) -> [RecordedFigures.Row] { figures[table].map { RecordedFigures.Row($0.key, $0.count) } }
            return RecordedFigures.Theme(
                value.label, figures.countedTotals, towns: rows(.concernsByTown), nationalities: rows(.screenedByNationality))
        }
    }
}

extension CalendarQuarter {
    /// Its days, as far as they lie within a period with both ends.
    func days(within period: Period) -> Period? {
        guard let first = Day(year: year, month: number * 3 - 2, day: 1),
            let last = Day(year: year, month: number * 3, day: Day.length(ofMonth: number * 3, year: year)), let from = period.from,
            let to = period.to
        else { return nil }
        let (start, end) = (max(first, from), min(last, to))
        return start <= end ? Period(from: start, to: end) : nil
    }
}
