import Kernel

/// The periods that a page of figures offers.
enum FigurePeriod: String, Sendable, CaseIterable {
    case newestYear = "newest-year"
    case thisYear = "this-year"
    case lastYear = "last-year"
    case everything = "all"

    /// The days of the period.
    ///
    /// - Parameter newest: the day of the newest concern that the viewer sees; its financial year is what a page opens on.
    func days(today: Day, newest: Day?) -> Period {
        switch self {
        case .newestYear: return Period.financialYear(containing: newest ?? today)
        case .thisYear: return Period.financialYear(containing: today)
        case .lastYear:
            let year = Period.financialYear(containing: today)
            return Period.financialYear(containing: (year.from ?? today).adding(days: -1))
        case .everything: return .everything
        }
    }

    /// The name of the period on a page: "Financial year 2019/20".
    func name(of days: Period) -> String {
        switch self {
        case .everything: return "Everything recorded"
        case .thisYear: return "This financial year"
        case .lastYear: return "Last financial year"
        case .newestYear:
            guard let from = days.from, let to = days.to else { return "Newest year" }
            let end = to.parts.year % 100
            return "Financial year \(from.parts.year)/\(end < 10 ? "0" : "")\(end)"
        }
    }
}
