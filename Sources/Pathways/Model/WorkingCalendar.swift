import Kernel

/// Which days are working days: Monday to Friday without the bank holidays of England and Wales, where the competent
/// authorities sit.
package struct WorkingCalendar: Sendable {
    private let holidays: Set<Day>
    /// The last day for which the bank holidays are known; later on weekends alone count as days of rest.
    package let knownUntil: Day?

    package init(holidays: some Sequence<Day>) {
        self.holidays = Set(holidays)
        knownUntil = self.holidays.max().flatMap { Day(year: $0.parts.year, month: 12, day: 31) }
    }

    package func isWorkingDay(_ day: Day) -> Bool { day.weekday <= 5 && !holidays.contains(day) }

    /// The last of so many working days after a day, which is not counted itself; the day itself for none or fewer.
    package func day(after start: Day, workingDays: Int) -> Day {
        var day = start
        var left = workingDays
        while left > 0 {
            day = day.adding(days: 1)
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// Working days after one day up to another, that one included; below zero where it lies before.
    package func workingDays(from start: Day, to end: Day) -> Int {
        if end < start { return -workingDays(from: end, to: start) }
        var day = start
        var count = 0
        while day < end {
            day = day.adding(days: 1)
            if isWorkingDay(day) { count += 1 }
        }
        return count
    }
}
