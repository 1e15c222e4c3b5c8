import Design
import HTML
import Kernel
import Partnerships

/// The choice of period, town and types above a page of figures: periods as links, everything else as a form that is sent
/// in the address, so that a page of figures can be kept and passed on.
struct FigureFilterForm: Component {
    let base: Link
    let choice: FigureChoice
    let today: Day
    let newest: Day?
    /// The filter that applies; nil where the choice has to be put right.
    let filter: FigureFilter?
    let problems: [Problem]
    /// Empty where no town can be chosen.
    let towns: [TermSummary]
    /// Nil where only the period can be chosen.
    let lists: CodeLists?
    let isTownInPath: Bool

    var markup: Markup {
        Markup {
            if let filter { Tabs("Period", tabs(filter)) }
            Details("Change the \(lists == nil ? "dates" : "dates, town or types")", isOpen: !problems.isEmpty) {
                form(.method(.get), .action(base), .novalidate) {
                    DateInput(
                        "First day", name: "from", value: value("from", filter?.period.from),
                        hint: "Leave both dates empty to count everything recorded", problem: problem("from"))
                    DateInput("Last day", name: "to", value: value("to", filter?.period.to), problem: problem("to"))
                    if towns.count > 1 || problem("town") != nil {
                        Select(
                            "Town", name: "town", choices: towns.map { Choice($0.id.text, $0.label) },
                            chosen: choice.text("town"), prompt: "All towns", problem: problem("town"))
                    }
                    if let lists {
                        Select(
                            "Type of location", name: "location", choices: choices(lists["location_type"]),
                            chosen: choice.text("location"), prompt: "All types of location",
                            problem: problem("location"))
                        Select(
                            "Type of exploitation", name: "exploitation", choices: choices(lists["exploitation_type"]),
                            chosen: choice.text("exploitation"), prompt: "All types of exploitation",
                            problem: problem("exploitation"))
                    }
                    Actions { Button("Show these figures", .second) }
                }
            }
        }
    }

    private func tabs(_ filter: FigureFilter) -> [Tabs.Tab] {
        var seen: Set<Period> = []
        let offered: [FigurePeriod] = [.thisYear, .lastYear, .newestYear, .everything]
        return offered.compactMap { period in
            let days = period.days(today: today, newest: newest)
            guard seen.insert(days).inserted else { return nil }
            return Tabs.Tab(
                period.name(of: days), base.during(period).keeping(filter, townInPath: isTownInPath),
                isCurrent: days == filter.period)
        }
    }

    private func choices(_ list: CodeList) -> [Choice] { list.values.map { Choice($0.code, $0.label) } }

    private func problem(_ field: String) -> String? { problems.first { $0.field == field }?.message }

    /// What was typed; where nothing was typed, the day that applies.
    private func value(_ name: String, _ day: Day?) -> DateInput.Value {
        if let day {
            let (year, month, dayOfMonth) = day.parts
            return .init(day: String(dayOfMonth), month: String(month), year: String(year))
        }
        let whole = choice.text(name)
        return .init(
            day: whole.isEmpty ? choice.text("\(name)-day") : whole, month: choice.text("\(name)-month"),
            year: choice.text("\(name)-year"))
    }
}
