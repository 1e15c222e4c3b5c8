/// A stretch of days, both ends included; an open end means "from the beginning" or "until now".
package struct Period: Hashable, Sendable, Codable {
    package var from: Day?
    package var to: Day?

    package init(from: Day? = nil, to: Day? = nil) {
        self.from = from
        self.to = to
    }

    /// Everything recorded.
    package static let everything = Period()

    /// The financial year that this day lies in: 1 April to 31 March.
    package static func financialYear(containing day: Day) -> Period {
        let (year, month, _) = day.parts
        let start = month >= 4 ? year : year - 1
        return Period(from: Day(year: start, month: 4, day: 1), to: Day(year: start + 1, month: 3, day: 31))
    }

    package func contains(_ day: Day) -> Bool {
        if let from, day < from { return false }
        if let to, day > to { return false }
        return true
    }

    /// "1 April 2019 to 31 March 2020".
    package var text: String {
        switch (from, to) {
        case (let from?, let to?): "\(from.text) to \(to.text)"
        case (let from?, nil): "from \(from.text)"
        case (nil, let to?): "until \(to.text)"
        case (nil, nil): "everything recorded"
        }
    }
}
