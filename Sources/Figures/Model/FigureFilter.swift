import Access
import Kernel

/// Which records are counted.
///
/// Concerns are taken by the day they were received, visits, interventions and people screened by the day of the visit.
package struct FigureFilter: Hashable, Sendable {
    package var period: Period
    /// Only these towns; empty means all. Several only where partnerships are counted together.
    package var towns: [ID<Term>]
    /// A code of the list "location_type"; nil means every type.
    package var locationType: String?
    /// A code of the list "exploitation_type"; nil means every type. Visits and the people met on them belong to the
    /// types of their concern.
    package var exploitationType: String?

    package init(
        period: Period = .everything, towns: [ID<Term>] = [], locationType: String? = nil,
        exploitationType: String? = nil
    ) {
        self.period = period
        self.towns = towns
        self.locationType = locationType
        self.exploitationType = exploitationType
    }

    /// The longest period that is counted, in years.
    package static let mostYears = 50

    /// What is wrong with the period, in the fields "from" and "to".
    package var problems: [Problem] {
        guard let from = period.from, let to = period.to else { return [] }
        if to < from { return [Problem("to", "The last day must not come before the first day")] }
        if to.number - from.number > FigureFilter.mostYears * 366 {
            return [Problem("from", "Choose a period of \(FigureFilter.mostYears) years or less")]
        }
        return []
    }

    /// The same days a year earlier, for comparison; nil unless the period has both ends and is a year or shorter.
    package var yearBefore: FigureFilter? {
        guard let from = period.from, let to = period.to, from <= to, to.number - from.number <= 366,
            let earlierFrom = FigureFilter.yearEarlier(from), let earlierTo = FigureFilter.yearEarlier(to)
        else { return nil }
        var copy = self
        copy.period = Period(from: earlierFrom, to: earlierTo)
        return copy
    }

    /// Whether the period is one whole year, on whatever day it begins.
    package var isWholeYear: Bool {
        guard let from = period.from, let to = period.to else { return false }
        let next = to.adding(days: 1).parts
        return next.year == from.parts.year + 1 && next.month == from.parts.month && next.day == from.parts.day
    }

    private static func yearEarlier(_ day: Day) -> Day? {
        let (year, month, dayOfMonth) = day.parts
        return Day(year: year - 1, month: month, day: min(dayOfMonth, Day.length(ofMonth: month, year: year - 1)))
    }

    /// For the journal: which figures were read, without a word that anybody typed.
    var journalText: String {
        var parts = ["\(period.from?.iso ?? "")/\(period.to?.iso ?? "")"]
        parts += towns.map { "town=\($0)" }
        if let locationType { parts.append("location=\(locationType)") }
        if let exploitationType { parts.append("exploitation=\(exploitationType)") }
        return parts.joined(separator: " ")
    }
}
