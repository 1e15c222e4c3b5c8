import Documents
import Kernel

/// Sentences that follow from the figures, and say nothing that the figures do not.
struct Commentary {
    let figures: ProtectedFigures

    private func grouped(_ number: Int) -> String { FigureValue.grouped(number) }

    /// A label inside a sentence: its first letter small, unless it is short for something or a name.
    static func inside(_ label: String) -> String {
        let letters = Array(label.prefix(2))
        guard letters.count == 2, letters[1].isLowercase else { return label }
        return letters[0].lowercased() + label.dropFirst()
    }

    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// How much there was, beside the year before.
    func whole(_ unit: Counted, verb: String) -> String? {
        guard let total = figures.total(unit).number, total > 0 else { return nil }
        let period = figures.recorded.period.text
        var sentence = "\(grouped(total)) \(verb) in the period from \(period)"
        if let from = figures.recorded.period.from, let to = figures.recorded.period.to {
            sentence = "Between \(from.text) and \(to.text), \(grouped(total)) \(verb)"
        }
        if let earlier = figures.before(unit)?.number, earlier > 0 {
            sentence += ", against \(grouped(earlier)) in the same days a year earlier"
        }
        return "\(sentence)."
    }

    /// How the quarters went.
    func course(_ unit: Counted) -> String? {
        guard let quarters = figures.quarters(unit) else { return nil }
        let numbers = quarters.compactMap(\.value.number)
        guard numbers.count == quarters.count, let first = numbers.first, let last = numbers.last, numbers.count > 1 else { return nil }
        let ends = "from \(grouped(first)) in \(quarters[0].label) to \(grouped(last)) in \(quarters[quarters.count - 1].label)"
        let steps = zip(numbers, numbers.dropFirst())
        if steps.allSatisfy({ $0 < $1 }) { return "The number rose in every quarter, \(ends)." }
        if steps.allSatisfy({ $0 > $1 }) { return "The number fell in every quarter, \(ends)." }
        guard let most = numbers.max(), numbers.count(where: { $0 == most }) == 1, let place = numbers.firstIndex(of: most) else {
            return "The number went \(ends)."
        }
        return "The quarter with most was \(quarters[place].label), with \(grouped(most))."
    }

    /// The month with most.
    func peak(_ id: String) -> String? {
        guard let table = figures.table(id), let most = table.shown.map(\.count).max(),
            table.shown.count(where: { $0.count == most }) == 1, let month = table.shown.first(where: { $0.count == most })
        else { return nil }
        return "The month with most was \(month.label), with \(grouped(most))."
    }

    /// The rows at the top of a table: "Private dwelling (101, 59%), car wash (21, 12%) and factory (13, 8%)".
    func leading(_ id: String, _ beginning: String, most: Int = 3, lowercase: Bool = true, skipping: Set<String> = []) -> String? {
        guard let table = figures.table(id) else { return nil }
        let rows = table.shown.filter { !skipping.contains($0.label) && $0.count > 0 }.prefix(most)
        guard !rows.isEmpty else { return nil }
        let shares = figures.canShare(table)
        let whole = figures.recorded.total(table.recorded.unit)
        let items = rows.map { row in
            let share = shares ? ", \(ProtectedFigures.share(row.count, of: whole))%" : ""
            return "\(lowercase ? Commentary.inside(row.label) : row.label) (\(grouped(row.count))\(share))"
        }
        return "\(beginning) \(Commentary.list(items))."
    }

    /// The work of one type of exploitation: what was done, and where and whom it concerned most.
    ///
    /// Rows are named from the top as long as what is left unnamed is nothing or as many as may be shown.
    func theme(_ theme: RecordedFigures.Theme) -> String? {
        func count(_ unit: Counted) -> Int? { figures.themeFigure(theme, unit).number }
        let whole = figures.recorded.total(.concerns)
        guard let concerns = count(.concerns), concerns >= 20 else { return nil }
        let parts = [
            count(.visits).map { "\(grouped($0)) visits" }, count(.screened).map { "\(grouped($0)) people screened" },
            count(.interventions).map { "\(grouped($0)) agency interventions" },
        ].compactMap { $0 }
        var sentences = [
            "\(theme.label): \(grouped(concerns)) concerns (\(ProtectedFigures.share(concerns, of: whole))%)"
                + (parts.isEmpty ? "." : ", which led to \(Commentary.list(parts)).")
        ]
        func leading(_ rows: [RecordedFigures.Row], _ total: Int, _ table: String, _ beginning: String) {
            let named = named(rows, of: total, beside: table)
            guard !named.isEmpty else { return }
            let items = named.map { "\($0.label) (\(grouped($0.count)), \(ProtectedFigures.share($0.count, of: total))%)" }
            sentences.append("\(beginning) \(Commentary.list(items)).")
        }
        leading(theme.towns, concerns, "concerns-by-town", "The places were most often in")
        if let screened = count(.screened) {
            leading(theme.nationalities, screened, "screened-by-nationality", "The people screened were most often")
        }
        return sentences.joined(separator: " ")
    }

    /// The rows at the top that a sentence names: as long as what is left unnamed is nothing or as many as may be shown, and so is
    /// what the table of the whole has of the row besides.
    func named(_ rows: [RecordedFigures.Row], of total: Int, beside table: String) -> [RecordedFigures.Row] {
        guard total >= 20 else { return [] }
        let whole = figures.recorded.table(table)?.rows ?? []
        var named = rows.filter { row in
            guard !Commentary.silent.contains(row.label), row.count >= figures.protection.threshold else { return false }
            let besides = (whole.first { $0.label == row.label }?.count ?? row.count) - row.count
            return besides >= 0 && figures.alone(besides).number != nil
        }.prefix(2)
        func rest() -> Int { total - named.map(\.count).reduce(0, +) }
        while !named.isEmpty, figures.alone(rest()).number == nil { named = named.dropLast() }
        return Array(named)
    }

    /// Labels of rows that say nothing.
    static let silent: Set<String> = ["Unknown", "Not recorded", "Not specified or unknown", "Other"]

    /// How many rows say nothing: "52 of 171 concerns (30%) do not say".
    func unknown(_ id: String, labels: Set<String>, _ ending: String) -> String? {
        guard let table = figures.table(id) else { return nil }
        let count = table.shown.filter { labels.contains($0.label) }.map(\.count).reduce(0, +)
        let whole = figures.recorded.total(table.recorded.unit)
        guard count > 0, figures.canShare(table) else { return nil }
        return
            "\(grouped(count)) of \(grouped(whole)) \(table.recorded.unit.words) (\(ProtectedFigures.share(count, of: whole))%) \(ending)."
    }

    /// What is behind the withheld rows of a table.
    func withheld(_ id: String, _ what: String) -> String? {
        guard let table = figures.table(id), let count = table.withheld.count, table.withheld.rows > 1,
            count >= figures.protection.threshold
        else { return nil }
        let number = ProtectedFigures.spelled(table.withheld.rows)
        return "\(number) other \(what) make up the remaining \(grouped(count)); their own numbers are too small to be shown."
    }
}
