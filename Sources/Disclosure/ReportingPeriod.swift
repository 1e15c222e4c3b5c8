/// A span of time that figures are of, in every kind that the field's publications use.
package struct ReportingPeriod: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// January to December.
        case calendarYear
        /// Three months that begin with January, April, July or October.
        case calendarQuarter(Int)
        /// April to March: crime that the police record.
        case financialYear
        /// September to August.
        case academicYear
        /// Twelve months from the given one on: a partnership's own year.
        case twelveMonths(fromMonth: Int)
    }

    package let kind: Kind
    /// The year in which it begins.
    package let year: Int

    /// Nil for a quarter that is none of four or a month that is none of twelve.
    package init?(_ kind: Kind, beginning year: Int) {
        switch kind {
        case .calendarQuarter(let quarter) where !(1...4).contains(quarter): return nil
        case .twelveMonths(let month) where !(1...12).contains(month): return nil
        default: break
        }
        self.kind = kind
        self.year = year
    }

    /// The month it begins with, and how many it has.
    package var months: (first: Int, count: Int) {
        switch kind {
        case .calendarYear: (1, 12)
        case .calendarQuarter(let quarter): (3 * quarter - 2, 3)
        case .financialYear: (4, 12)
        case .academicYear: (9, 12)
        case .twelveMonths(let month): (month, 12)
        }
    }

    /// The first day and the last, as 2019-04-01.
    package var days: (first: String, last: String) {
        let (first, count) = months
        let end = first + count - 1
        let lastYear = year + (end - 1) / 12
        let lastMonth = (end - 1) % 12 + 1
        return (
            ReportingPeriod.day(year, first, 1),
            ReportingPeriod.day(lastYear, lastMonth, ReportingPeriod.length(of: lastMonth, in: lastYear))
        )
    }

    /// As it is said: "January to March 2026", "April 2019 to March 2020", "2017".
    package var label: String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        ]
        let (first, count) = months
        let end = (first + count - 2) % 12
        let lastYear = year + (first + count - 2) / 12
        if kind == .calendarYear { return "\(year)" }
        if lastYear == year { return "\(names[first - 1]) to \(names[end]) \(year)" }
        return "\(names[first - 1]) \(year) to \(names[end]) \(lastYear)"
    }

    private static func length(of month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
