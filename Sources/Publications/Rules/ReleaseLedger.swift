import Disclosure
import Kernel
import Reviews

/// Everything that a partnership published, against which a new document is checked: nothing that is withheld, and no change
/// of few people, may follow from all of it together.
///
/// A table of one stretch of days says something about tables of others that overlap it. So each stretch is divided where
/// another begins or ends, and is the sum of its pieces: what was not published of a piece is unknown, and is bounded by what
/// was.
struct ReleaseLedger {
    let earlier: [LedgerEntry]
    let threshold: Int

    /// How many entries a table of equations may have: for a first look, and for what somebody waits for.
    private static let quickLimit = 2_000
    private static let exactLimit = 200_000

    /// Why a document may not follow, in words for whoever is no statistician; nothing where it may.
    func reasons(against stated: [StatedCounts]) -> [String] {
        let releases = ReleaseLedger.tables(of: earlier.map(\.stated) + [stated])
        let past = Array(releases.dropLast())
        guard let tables = releases.last else { return [] }
        do {
            let withheld = ReleaseLedger.withheld(earlier.map(\.stated) + [stated])
            func dangers(limit: Int) throws(DisclosureProblem) -> [EarlierCheck.Danger] {
                try EarlierCheck(earlier: past, threshold: threshold, exactLimit: limit).dangers(of: tables).filter { danger in
                    guard case .tells(let finding) = danger, !finding.isDifference, !withheld.contains(finding.cell) else { return true }
                    // A piece that nobody withheld: that it is nobody, or many, tells of no one.
                    return finding.interval.lower < threshold && finding.interval.upper != 0
                }
            }
            // What follows from line to line is reason enough; only where nothing does is everything computed.
            var found = try dangers(limit: ReleaseLedger.quickLimit)
            if found.isEmpty || found == [.unproved] { found = try dangers(limit: ReleaseLedger.exactLimit) }
            let words = try found.prefix(5).map { try reason($0, past, tables, withheld) }
            return words + (found.count > 5 ? ["The same holds for \(found.count - 5) more figures"] : [])
        } catch {
            return ["What was published before contradicts itself, so that nothing can be checked against it: \(error)"]
        }
    }

    /// What documents say so that no records could be behind them, in words; nil where some could.
    static func contradiction(in documents: [[StatedCounts]]) -> String? {
        do {
            _ = try Attack(tables(of: documents), threshold: 5, exactLimit: quickLimit)
            return nil
        } catch {
            return "The figures contradict each other: \(error)"
        }
    }

    private func reason(
        _ danger: EarlierCheck.Danger, _ past: [[PublishedTable]], _ tables: [PublishedTable], _ withheld: Set<String>
    ) throws(DisclosureProblem) -> String {
        switch danger {
        case .contradiction(let words): return "The figures contradict each other: \(words)"
        case .unproved:
            return
                "There are too many figures in this document and in those before it to prove that nobody can be recognised, and what cannot be proved is not published"
        case .tells(let finding):
            let figure = ReleaseLedger.words(finding)
            let interval = finding.interval
            let range = interval.width == 0 ? "is exactly \(interval.lower)" : "lies between \(interval.lower) and \(interval.upper ?? 0)"
            let beside = try source(of: finding, past, tables).map { "“\($0)”" } ?? "what was published before"
            if finding.isDifference {
                return
                    "The figure for \(figure) is another in \(beside). Whoever subtracts one from the other learns that the change \(range): so few that it could point at a person"
            }
            let standing = withheld.contains(finding.cell) ? "withheld to protect people" : "not published, and tells of few people"
            return past.isEmpty
                ? "The figure for \(figure) is \(standing), but the other figures of this document tell that it \(range)"
                : "The figure for \(figure) is \(standing), but whoever puts this document beside \(beside) can work out that it \(range)"
        }
    }

    /// The earlier document that tells it together with this one, where a single one does.
    private func source(
        of finding: Attack.Finding, _ past: [[PublishedTable]], _ tables: [PublishedTable]
    ) throws(DisclosureProblem) -> String? {
        for (place, entry) in earlier.enumerated().reversed() {
            for case .tells(let other) in try EarlierCheck(
                earlier: [past[place]], threshold: threshold, exactLimit: ReleaseLedger.quickLimit
            ).dangers(of: tables)
            where other.cell == finding.cell && other.isDifference == finding.isDifference {
                return entry.title
            }
        }
        return nil
    }

    /// "Concerns raised, from 1 April 2019 to 31 March 2020, Town Oldbury".
    private static func words(_ finding: Attack.Finding) -> String {
        String(finding.cell.drop { $0 == " " })
    }

    /// The figures that documents withhold, as an attack names them.
    private static func withheld(_ releases: [[StatedCounts]]) -> Set<String> {
        var found: Set<String> = []
        for stated in releases.joined() {
            for row in stated.rows where row.value == nil {
                let labels =
                    [(unit, stated.counts), (days, row.days.text)] + stated.within.map { ($0.dimension, label($0.text)) }
                    + (row.label.map { [($0.dimension, label($0.text))] } ?? [])
                found.insert(labels.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
            }
        }
        return found
    }

    // MARK: Tables

    /// What the figures of a group count: a unit, by these characteristics.
    private struct Group: Hashable {
        let counts: String
        let dimensions: [String]
    }

    /// The dimension of what is counted, and that of the days; so named that what an attack finds reads as a sentence.
    private static let unit = ""
    private static let days = "from"

    /// Every release as tables with their pieces.
    static func tables(of releases: [[StatedCounts]]) -> [[PublishedTable]] {
        var cuts: [Group: Set<Day>] = [:]
        func cut(_ group: Group, _ days: Period) {
            guard let from = days.from, let to = days.to else { return }
            cuts[group, default: []].formUnion([from, to.adding(days: 1)])
        }
        for stated in releases.joined() {
            let shared = stated.within.map(\.dimension)
            for row in stated.rows + (stated.total.map { [$0] } ?? []) {
                cut(Group(counts: stated.counts, dimensions: shared + (row.label.map { [$0.dimension] } ?? [])), row.days)
            }
        }
        // The pieces of a table by town are stretches of the whole as well.
        for group in cuts.keys.sorted(by: { $0.dimensions.count > $1.dimensions.count }) where !group.dimensions.isEmpty {
            let above = Group(counts: group.counts, dimensions: Array(group.dimensions.dropLast()))
            cuts[above, default: []].formUnion(cuts[group] ?? [])
        }
        return releases.map { release in release.flatMap { tables(of: $0, cuts) } }
    }

    private static func pieces(_ days: Period, _ cuts: Set<Day>?) -> [Period] {
        guard let from = days.from, let to = days.to else { return [days] }
        let starts = [from] + (cuts ?? []).filter { $0 > from && $0 <= to }.sorted()
        return starts.enumerated().map { place, start in
            Period(from: start, to: place + 1 < starts.count ? starts[place + 1].adding(days: -1) : to)
        }
    }

    private static func tables(of stated: StatedCounts, _ cuts: [Group: Set<Day>]) -> [PublishedTable] {
        let shared = stated.within.map(\.dimension)
        let whole = Group(counts: stated.counts, dimensions: shared)
        var tables: [PublishedTable] = []
        var summed: Set<Period> = []
        let fixed = stated.within.map { label($0.text) }
        // What stands beside the last category that they share, and the sum of it all: nothing is said of either here.
        let beside = (stated.others.map { $0.map(label) + [TableDimension.totalLabel] } ?? []).map { Array(fixed.dropLast()) + [$0] }

        /// One figure, and those that are like it beside what the rows share.
        func cells(_ stretch: Period, _ more: [String], _ value: Int?) -> [PublishedTable.Cell] {
            ([(fixed, value)] + beside.map { ($0, nil) }).map { shared, value in
                PublishedTable.Cell(labels: [stated.counts, stretch.text] + shared + more, value: value)
            }
        }

        /// One stretch without a further characteristic: what it is, and the pieces that it is the sum of.
        func sum(_ days: Period, _ value: Int?) {
            let parts = pieces(days, cuts[whole])
            var all = cells(days, [], value)
            var parents: [String: String] = [:]
            if parts.count > 1 {
                for part in parts {
                    parents[part.text] = days.text
                    all += cells(part, [], nil)
                }
            }
            summed.insert(days)
            tables.append(
                PublishedTable(
                    name: stated.caption, dimensions: [unit, ReleaseLedger.days] + shared,
                    parents: [[:], parents] + shared.map { _ in [:] }, cells: all))
        }
        for row in stated.rows where row.label == nil { sum(row.days, row.value) }
        if let total = stated.total, !summed.contains(total.days) { sum(total.days, total.value) }

        let rows = stated.rows.filter { $0.label != nil }
        guard let dimension = rows.first?.label?.dimension, let days = rows.first?.days else { return tables }
        let parts = pieces(days, cuts[Group(counts: stated.counts, dimensions: shared + [dimension])])
        // Two rows of one name are one category to whoever reads them.
        var values: [String: Int?] = [:]
        var order: [String] = []
        for row in rows {
            let name = label(row.label?.text ?? "")
            if let known = values[name] {
                values[name] = .some(known.flatMap { one in row.value.map { one + $0 } })
            } else {
                values[name] = .some(row.value)
                order.append(name)
            }
        }
        let stretches = [days] + (parts.count > 1 ? parts : [])
        var all: [PublishedTable.Cell] = []
        for stretch in stretches {
            let isWhole = stretch == days
            for name in order { all += cells(stretch, [name], isWhole ? values[name] ?? nil : nil) }
            if let total = stated.total { all += cells(stretch, [TableDimension.totalLabel], isWhole ? total.value : nil) }
            if !isWhole { sum(stretch, nil) }
        }
        var parents: [String: String] = [:]
        if parts.count > 1 { for part in parts { parents[part.text] = days.text } }
        tables.append(
            PublishedTable(
                name: stated.caption, dimensions: [unit, ReleaseLedger.days] + shared + [dimension],
                parents: [[:], parents] + shared.map { _ in [:] } + [[:]], cells: all))
        return tables
    }

    /// A category as a table may hold it: the word for all of them together is taken.
    private static func label(_ text: String) -> String { text == TableDimension.totalLabel ? "“\(text)”" : text }
}
