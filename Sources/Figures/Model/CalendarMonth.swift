import Kernel

/// A month of a year, as "2019-04" names it.
struct CalendarMonth: Hashable, Comparable, Sendable {
    let year: Int
    let month: Int

    init(_ day: Day) {
        (year, month, _) = day.parts
    }

    /// Reads "2019-04"; nil for anything else.
    init?(_ key: String) {
        guard let day = Day("\(key)-01") else { return nil }
        self.init(day)
    }

    private init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    var next: CalendarMonth {
        month == 12 ? CalendarMonth(year: year + 1, month: 1) : CalendarMonth(year: year, month: month + 1)
    }

    /// "2019-04".
    var key: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// "April 2019".
    var text: String { "\(Day.monthNames[month - 1]) \(year)" }

    /// "Apr".
    var short: String { String(Day.monthNames[month - 1].prefix(3)) }

    /// "2019-Q2": the quarter of the calendar year.
    var quarterKey: String { "\(year)-Q\((month + 2) / 3)" }

    /// The counts of days like "2019-04-23", added up to their months like "2019-04".
    static func counts(ofDays days: [String: Int]) -> [String: Int] {
        Dictionary(days.map { (String($0.key.prefix(7)), $0.value) }, uniquingKeysWith: +)
    }

    static func < (one: CalendarMonth, other: CalendarMonth) -> Bool {
        (one.year, one.month) < (other.year, other.month)
    }

    /// Every month that both open days touch, in order; empty where there would be more than `most`.
    static func all(from first: Day, to last: Day, most: Int) -> [CalendarMonth] {
        let end = CalendarMonth(last)
        var month = CalendarMonth(first)
        guard month <= end, (end.year - month.year) * 12 + end.month - month.month < most else { return [] }
        var months: [CalendarMonth] = []
        while month <= end {
            months.append(month)
            month = month.next
        }
        return months
    }
}

/// A quarter of a calendar year, as "2019-Q2" names it.
struct CalendarQuarter: Hashable, Sendable {
    let year: Int
    /// 1 to 4.
    let number: Int

    /// Reads "2019-Q2"; nil for anything else.
    init?(_ key: String) {
        let parts = key.split(separator: "-Q")
        guard parts.count == 2, let year = Int(parts[0]), let number = Int(parts[1]), (1...4).contains(number) else {
            return nil
        }
        self.year = year
        self.number = number
    }

    /// "April to June 2019".
    var text: String {
        "\(Day.monthNames[number * 3 - 3]) to \(Day.monthNames[number * 3 - 1]) \(year)"
    }

    /// "Apr to Jun".
    var short: String {
        "\(Day.monthNames[number * 3 - 3].prefix(3)) to \(Day.monthNames[number * 3 - 1].prefix(3))"
    }
}

extension CalendarQuarter {
    /// The quarter after so many of the year 0.
    init?(number: Int) {
        self.init("\(number / 4)-Q\(number % 4 + 1)")
    }

    /// How many quarters after the year 0: quarters in a row have numbers in a row.
    var position: Int { year * 4 + number - 1 }

    /// "2023-Q3", as it is kept.
    var key: String { "\(year)-Q\(number)" }
}
