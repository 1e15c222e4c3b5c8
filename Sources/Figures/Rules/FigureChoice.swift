import Access
import Kernel
import Partnerships
import Web

/// What somebody asked a page of figures for, as they typed it, and the filter that it means.
struct FigureChoice: Sendable {
    private let fields: FormData

    /// Reads the fields `period`, `from`, `to`, `town`, `location` and `exploitation` of an address.
    init(_ fields: FormData) {
        self.fields = fields
    }

    /// The filter, or every reason why there is none. Without any period it is the financial year of the newest concern.
    ///
    /// - Parameter towns: the towns that the viewer may choose from.
    func filter(
        today: Day, newest: Day?, towns: [TermSummary], lists: CodeLists
    ) -> Outcome<FigureFilter> {
        var filter = FigureFilter()
        var problems: [Problem] = []
        let wanted = fields.text("period")
        if !wanted.isEmpty {
            if let period = FigurePeriod(rawValue: wanted) {
                filter.period = period.days(today: today, newest: newest)
            } else {
                problems.append(
                    Problem("from", "Choose one of the periods on the page, or enter its first and last day"))
            }
        } else if hasOwnDates {
            filter.period = Period(
                from: day("from", "Enter the first day as day, month and year, such as 1 4 2019", &problems),
                to: day("to", "Enter the last day as day, month and year, such as 31 3 2020", &problems))
        } else {
            filter.period = FigurePeriod.newestYear.days(today: today, newest: newest)
        }
        let town = fields.text("town")
        if !town.isEmpty {
            if let known = towns.first(where: { $0.id.text == town }) {
                filter.towns = [known.id]
            } else {
                problems.append(Problem("town", "Choose a town from the list"))
            }
        }
        filter.locationType = code(
            "location", lists["location_type"], "Choose a type of location from the list", &problems)
        filter.exploitationType = code(
            "exploitation", lists["exploitation_type"], "Choose a type of exploitation from the list", &problems)
        problems += filter.problems
        return problems.isEmpty ? .done(filter) : .refused(problems)
    }

    /// What was typed in a field.
    func text(_ name: String) -> String { fields.text(name) }

    private var hasOwnDates: Bool {
        fields.fields.contains { field in
            ["from", "to"].contains { field.name == $0 || field.name.hasPrefix("\($0)-") }
        }
    }

    private func day(_ name: String, _ message: String, _ problems: inout [Problem]) -> Day? {
        let entry = fields.date(name)
        if entry == .unreadable { problems.append(Problem(name, message)) }
        return entry.day
    }

    private func code(_ name: String, _ list: CodeList, _ message: String, _ problems: inout [Problem]) -> String? {
        let code = fields.text(name)
        if code.isEmpty { return nil }
        if !list.contains(code) { problems.append(Problem(name, message)) }
        return code
    }
}
