import Access
import Foundation
import Kernel
import Store

/// Of which days a figure is, as its source says it.
package struct StatedPeriod: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable, Bindable, ColumnDecodable {
        /// The source does not say.
        case none
        case day
        case month
        case quarter
        case year
        case financialYear = "financial-year"
        case range
        /// What was the case on a day or in a month, and not what happened in it.
        case asAt = "as-at"
    }

    package let kind: Kind
    package let first: Day?
    package let last: Day?

    package static let unsaid = StatedPeriod(.none, nil, nil)

    package init(_ kind: Kind, _ first: Day?, _ last: Day?) {
        self.kind = kind
        self.first = first
        self.last = last
    }

    /// Reads "2019", "2019/20", "March 2019", "January to March 2019", "31 March 2019", "as at 31 March 2019", "1 May 2018 to 30 April 2019"
    /// and days as 2019-03-31; nothing where the source does not say. Nil for anything else.
    package init?(_ text: String) {
        let plain = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if plain.isEmpty {
            self = .unsaid
        } else if plain.hasPrefix("as at ") {
            guard let days = StatedPeriod.stretch(String(plain.dropFirst(6))) else { return nil }
            self.init(.asAt, days.first, days.last)
        } else if let year = StatedPeriod.financialYear(plain) {
            self.init(.financialYear, year.first, year.last)
        } else if let place = plain.range(of: " to ") {
            let (left, right) = (String(plain[..<place.lowerBound]), String(plain[place.upperBound...]))
            guard let end = StatedPeriod.stretch(right) else { return nil }
            let year = String(end.last.parts.year)
            guard let start = StatedPeriod.stretch(left) ?? StatedPeriod.stretch("\(left) \(year)"), start.first <= end.last else {
                return nil
            }
            self.init(StatedPeriod.kind(start.first, end.last), start.first, end.last)
        } else {
            guard let days = StatedPeriod.stretch(plain) else { return nil }
            self.init(StatedPeriod.kind(days.first, days.last), days.first, days.last)
        }
    }

    /// The days; nil where the source does not say.
    package var days: Period? {
        guard let first, let last else { return nil }
        return Period(from: first, to: last)
    }

    /// As it is typed: "2019/20".
    package var entry: String {
        guard let first, let last else { return "" }
        let (year, month, _) = first.parts
        switch kind {
        case .none: return ""
        case .day: return first.text
        case .month: return "\(Day.monthNames[month - 1]) \(year)"
        case .quarter: return "\(Day.monthNames[month - 1]) to \(Day.monthNames[last.parts.month - 1]) \(year)"
        case .year: return String(year)
        case .financialYear: return "\(year)/\(String(last.parts.year).suffix(2))"
        case .range:
            if StatedPeriod.isWholeMonths(first, last) {
                let end = last.parts
                let start = year == end.year ? Day.monthNames[month - 1] : "\(Day.monthNames[month - 1]) \(year)"
                return "\(start) to \(Day.monthNames[end.month - 1]) \(end.year)"
            }
            return "\(first.text) to \(last.text)"
        case .asAt: return "as at \(StatedPeriod(StatedPeriod.kind(first, last), first, last).entry)"
        }
    }

    /// As a reader reads it: "2019/20, April to March".
    package var text: String { kind == .financialYear ? "\(entry), April to March" : entry }

    // MARK: Reading

    private static func isWholeMonths(_ first: Day, _ last: Day) -> Bool {
        let (year, month, day) = last.parts
        return first.parts.day == 1 && day == Day.length(ofMonth: month, year: year)
    }

    private static func kind(_ first: Day, _ last: Day) -> Kind {
        if first == last { return .day }
        guard isWholeMonths(first, last) else { return .range }
        let (start, end) = (first.parts, last.parts)
        let months = (end.year - start.year) * 12 + end.month - start.month + 1
        switch (months, start.month) {
        case (1, _): return .month
        case (3, 1), (3, 4), (3, 7), (3, 10): return .quarter
        case (12, 1): return .year
        case (12, 4): return .financialYear
        default: return .range
        }
    }

    private static func financialYear(_ text: String) -> (first: Day, last: Day)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2 || parts[1].count == 4, let start = Int(parts[0]),
            let end = Int(parts[1]), end == (parts[1].count == 2 ? (start + 1) % 100 : start + 1),
            let first = Day(year: start, month: 4, day: 1), let last = Day(year: start + 1, month: 3, day: 31)
        else { return nil }
        return (first, last)
    }

    /// The days of "2019", "March 2019", "2019-03", "31 March 2019" and "2019-03-31".
    private static func stretch(_ text: String) -> (first: Day, last: Day)? {
        if let day = Day(text) { return (day, day) }
        let words = text.split { $0 == " " || $0 == "-" }
        func month(_ word: Substring) -> Int? {
            if let number = Int(word) { return (1...12).contains(number) ? number : nil }
            guard word.count >= 3 else { return nil }
            return Day.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
        }
        func whole(_ year: Int, _ from: Int, _ to: Int) -> (first: Day, last: Day)? {
            guard let first = Day(year: year, month: from, day: 1),
                let last = Day(year: year, month: to, day: Day.length(ofMonth: to, year: year))
            else { return nil }
            return (first, last)
        }
        switch words.count {
        case 1: return words[0].count == 4 ? Int(words[0]).flatMap { whole($0, 1, 12) } : nil
        case 2:
            if words[0].count == 4, let year = Int(words[0]), let number = month(words[1]) { return whole(year, number, number) }
            guard Int(words[0]) == nil, words[1].count == 4, let number = month(words[0]), let year = Int(words[1]) else { return nil }
            return whole(year, number, number)
        case 3:
            guard let number = Int(words[0]), let name = month(words[1]), words[2].count == 4, let year = Int(words[2]),
                let day = Day(year: year, month: name, day: number)
            else { return nil }
            return (day, day)
        default: return nil
        }
    }
}
