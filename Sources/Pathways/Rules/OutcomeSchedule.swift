import Kernel

/// When somebody who agreed to it is asked how they are: 6, 12 and 24 months after the last decision on a referral of
/// theirs, or after the pathway was begun where there is no decision.
package enum OutcomeSchedule {
    package static let months = [6, 12, 24]

    /// One question that is due.
    package struct Due: Sendable, Hashable {
        package let months: Int
        package let on: Day
    }

    package static func day(_ months: Int, after base: Day) -> Day { base.adding(months: months) }

    /// What is to be asked now; nil where nothing is. A question that was missed lapses when the next one is due, the last
    /// one half a year later: nobody is asked twice in a row.
    package static func due(from base: Day, asked: Set<Int>, today: Day) -> Due? {
        guard let months = months.last(where: { day($0, after: base) <= today }), !asked.contains(months),
            today < day(lapse(months), after: base)
        else { return nil }
        return Due(months: months, on: day(months, after: base))
    }

    /// Whether an answer counts among those after a decision: what was asked before it belongs to an earlier count, which a
    /// later decision does not make wrong.
    static func isCounted(askedOn day: Day, from base: Day) -> Bool { day > base }

    /// The months after which a question is no longer asked.
    static func lapse(_ months: Int) -> Int {
        self.months.first { $0 > months } ?? months + 6
    }

    /// The last day from which a question of so many months is due today.
    static func latestBase(_ months: Int, today: Day) -> Day {
        var base = today.adding(months: -months)
        // The last days of a longer month fall on the last day of a shorter one.
        while day(months, after: base.adding(days: 1)) <= today { base = base.adding(days: 1) }
        return base
    }
}

/// When the support of a child is handed over to that of an adult: half a year before the month in which they turn 18.
package enum TransitionSchedule {
    /// The first day of that month; nil where the month is not known.
    package static func due(adultFromMonth: String) -> Day? {
        Day("\(adultFromMonth)-01").map { $0.adding(months: -6) }
    }

    /// Whether somebody was under 18 when their pathway was begun and is now within the half year before 18, or within the
    /// year after.
    package static func isDue(adultFromMonth: String, openedOn: Day, today: Day) -> Bool {
        guard let due = due(adultFromMonth: adultFromMonth) else { return false }
        return due <= today && adultFromMonth >= openedOn.isoMonth && adultFromMonth >= earliestMonth(today: today)
    }

    /// The months of adulthood that are due today.
    static func latestMonth(today: Day) -> String { today.adding(months: 6).isoMonth }
    static func earliestMonth(today: Day) -> String { today.adding(months: -12).isoMonth }
}

extension Day {
    /// The same day of another month; its last day where it is shorter.
    func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let count = year * 12 + month - 1 + months
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        return Day(year: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, year: newYear))) ?? self
    }
}
