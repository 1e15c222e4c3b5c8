import Kernel

/// A month or several of one year, read from the words that a table has for them: "April 2019", "April to June 2019".
struct CalendarStretch: Hashable {
    private let year: Int
    private let months: ClosedRange<Int>

    /// Nil for a text that is no stretch of months.
    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard let last = words.last, let year = Int(last), (1600...9999).contains(year) else { return nil }
        func month(_ word: String) -> Int? { Day.monthNames.firstIndex(of: word).map { $0 + 1 } }
        switch words.count {
        case 2:
            guard let month = month(words[0]) else { return nil }
            months = month...month
        case 4:
            guard words[1] == "to", let first = month(words[0]), let end = month(words[2]), first <= end else { return nil }
            months = first...end
        default: return nil
        }
        self.year = year
    }

    /// Its days, as far as they lie within a period with both ends; nil where none do.
    func days(within period: Period) -> Period? {
        guard let first = Day(year: year, month: months.lowerBound, day: 1),
            let last = Day(
                year: year, month: months.upperBound, day: Day.length(ofMonth: months.upperBound, year: year)),
            let from = period.from, let to = period.to
        else { return nil }
        let (start, end) = (max(first, from), min(last, to))
        return start <= end ? Period(from: start, to: end) : nil
    }
}
