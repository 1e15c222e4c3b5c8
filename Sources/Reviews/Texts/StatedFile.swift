import Kernel

/// The counts that a document states, as a file of comma-separated values: one row a figure, protected figures only. Whoever
/// has an old printed report can type its figures into the same columns.
package enum StatedFile {
    private enum Column: String, CaseIterable {
        case table
        case counted = "what is counted"
        case from
        case to
        /// What all rows of the table share, and what stands beside it.
        case within
        case withinCategory = "within category"
        case beside
        case characteristic
        case category
        case value

        var isNeeded: Bool {
            switch self {
            case .within, .withinCategory, .beside: false
            default: true
            }
        }
    }

    /// The most figures that a file holds.
    private static let most = 20_000

    package static func csv(_ stated: [StatedCounts]) -> [UInt8] {
        var writer = CSVWriter()
        writer.addRow(Column.allCases.map(\.rawValue))
        for counts in stated {
            for row in counts.rows + (counts.total.map { [$0] } ?? []) {
                let within = counts.within.last
                for text in [
                    counts.caption, counts.counts, row.days.from?.iso ?? "", row.days.to?.iso ?? "", within?.dimension ?? "",
                    within?.text ?? "",
                    (counts.others ?? []).joined(separator: " | "), row.label?.dimension ?? "", row.label?.text ?? "",
                ] { writer.add(text) }
                if let value = row.value { writer.add(value) } else { writer.add("[c]") }
                writer.endRow()
            }
        }
        return writer.bytes
    }

    /// One row of a file, understood.
    private struct Line {
        let row: Int
        let table: String
        let counted: String
        let days: Period
        let within: StatedCounts.Label?
        let others: [String]
        let label: StatedCounts.Label?
        let value: Int?

        /// What it is a figure of, apart from its category.
        var group: [String] {
            [table, counted, days.text, within?.dimension ?? "", within?.text ?? ""]
        }
    }

    /// Reads such a file. Every row that cannot be used is named with its column.
    ///
    /// - Parameters:
    ///   - units: what can be counted, so that it is compared with what the records count.
    ///   - characteristics: by what it can be told apart.
    package static func reading(_ bytes: [UInt8], units: [String], characteristics: [String]) -> Outcome<[StatedCounts]> {
        var reader = CSVReader(bytes)
        var problems: [Problem] = []
        var lines: [Line] = []
        do {
            guard try reader.next() else { return .refused([Problem("figures.csv", "The file is empty")]) }
            let heading = (0..<reader.count).map { reader.trimmed($0).lowercased() }
            let missing = Column.allCases.filter { $0.isNeeded && !heading.contains($0.rawValue) }.map(\.rawValue)
            let others = heading.filter { Column(rawValue: $0) == nil }
            guard missing.isEmpty, others.isEmpty, Set(heading).count == heading.count else {
                return .refused([
                    Problem(
                        "row \(reader.row)",
                        "The columns are \(Column.allCases.map(\.rawValue).joined(separator: ", ")), each once"
                            + (missing.isEmpty ? "" : "; \(missing.joined(separator: ", ")) is missing")
                            + (others.isEmpty ? "" : "; \(others.joined(separator: ", ")) is not one of them"))
                ])
            }
            while try reader.next() {
                guard lines.count + problems.count < most else {
                    return .refused([Problem("row \(reader.row)", "A file holds \(most) figures at most")])
                }
                var texts: [Column: String] = [:]
                for (place, name) in heading.enumerated() {
                    if let column = Column(rawValue: name) { texts[column] = reader.trimmed(place) }
                }
                let read = line(reader.row, texts, units, characteristics)
                if let line = read.line { lines.append(line) }
                problems += read.problems
            }
        } catch {
            problems.append(Problem("row \(error.row)", error.message))
        }
        if problems.isEmpty, lines.isEmpty { problems.append(Problem("figures.csv", "The file has no figure")) }
        if problems.isEmpty { problems = contradictions(lines) }
        return problems.isEmpty ? .done(stated(lines)) : .refused(problems)
    }

    private static func line(
        _ row: Int, _ texts: [Column: String], _ units: [String], _ characteristics: [String]
    ) -> (line: Line?, problems: [Problem]) {
        var problems: [Problem] = []
        func text(_ column: Column) -> String { texts[column] ?? "" }
        func wrong(_ column: Column, _ message: String) { problems.append(Problem("row \(row), column \(column.rawValue)", message)) }
        func known(_ column: Column, among names: [String]) -> String {
            let name = text(column)
            if let found = names.first(where: { $0.lowercased() == name.lowercased() }) { return found }
            wrong(column, name.isEmpty ? "This is missing" : "“\(name)” is not one of: \(names.joined(separator: ", "))")
            return name
        }
        func day(_ column: Column) -> Day? {
            let found = Day(text(column))
            if found == nil { wrong(column, "Give the date like 2019-04-01") }
            return found
        }
        func label(_ name: Column, _ category: Column) -> StatedCounts.Label? {
            if text(name).isEmpty, text(category).isEmpty { return nil }
            if text(category).isEmpty {
                wrong(category, "Say which \(text(name)) it is")
                return nil
            }
            if text(category).lowercased() == "total" {
                wrong(category, "Leave “\(name.rawValue)” and “\(category.rawValue)” empty in the row of a total")
                return nil
            }
            return StatedCounts.Label(known(name, among: characteristics), text(category))
        }
        if text(.table).isEmpty { wrong(.table, "Say in which table it stands") }
        let counted = known(.counted, among: units)
        let (from, to) = (day(.from), day(.to))
        if let from, let to, to < from { wrong(.to, "The last day must not come before the first day") }
        let within = label(.within, .withinCategory)
        let own = label(.characteristic, .category)
        if let within, within.dimension == own?.dimension { wrong(.characteristic, "It is the same as in “within”") }
        let number = Int(text(.value).filter { $0 != "," })
        if number ?? (text(.value).lowercased() == "[c]" ? 0 : -1) < 0 {
            wrong(.value, "“\(text(.value))” is neither a whole number from 0 nor [c]")
        }
        guard problems.isEmpty, let from, let to else { return (nil, problems) }
        let others = text(.beside).split(separator: "|").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return (
            Line(
                row: row, table: text(.table), counted: counted, days: Period(from: from, to: to), within: within,
                others: others.filter { !$0.isEmpty }, label: own, value: number), []
        )
    }

    /// What one row says otherwise than another of the same file.
    private static func contradictions(_ lines: [Line]) -> [Problem] {
        var problems: [Problem] = []
        var rows: [[String]: Line] = [:]
        for line in lines {
            let key = line.group + [line.label?.dimension ?? "", line.label?.text ?? ""]
            if let other = rows.updateValue(line, forKey: key) {
                problems.append(Problem("row \(line.row), column value", "The same figure stands in row \(other.row)"))
            }
        }
        for (group, all) in Dictionary(grouping: lines, by: \.group) {
            guard let line = rows[group + ["", ""]], let total = line.value else { continue }
            for (_, parts) in Dictionary(grouping: all.filter { $0.label != nil }, by: { $0.label?.dimension ?? "" }) {
                let sum = parts.compactMap(\.value).reduce(0, +)
                let isWhole = parts.allSatisfy { $0.value != nil }
                if sum > total || (isWhole && sum != total) {
                    problems.append(
                        Problem(
                            "row \(line.row), column value",
                            "The figures of “\(line.table)” add up to \(sum), and its total is \(total). Where one can stand in several rows, give the total a table of its own"
                        ))
                }
            }
        }
        return problems.sorted { $0.field < $1.field }
    }

    private static func stated(_ lines: [Line]) -> [StatedCounts] {
        var order: [[String]] = []
        var groups: [[String]: [Line]] = [:]
        for line in lines {
            if groups[line.group] == nil { order.append(line.group) }
            groups[line.group, default: []].append(line)
        }
        return order.flatMap { group -> [StatedCounts] in
            let all = groups[group] ?? []
            guard let first = all.first else { return [] }
            func counts(_ rows: [Line], total: Line?) -> StatedCounts {
                func row(_ line: Line) -> StatedCounts.Row { .init(line.label, days: line.days, value: line.value) }
                return StatedCounts(
                    caption: first.table, counts: first.counted, within: first.within.map { [$0] } ?? [],
                    others: first.others.isEmpty ? nil : first.others, rows: rows.map(row), total: total.map(row))
            }
            let sum = all.first { $0.label == nil }
            // A total that is withheld is a figure of its own: nothing adds up to it that anybody could read.
            let total = sum.flatMap { $0.value == nil ? nil : $0 }
            var dimensions: [String] = []
            for line in all { if let name = line.label?.dimension, !dimensions.contains(name) { dimensions.append(name) } }
            let tables = dimensions.map { name in counts(all.filter { $0.label?.dimension == name }, total: total) }
            let alone = total == nil ? sum.map { [$0] } ?? [] : []
            return tables + (tables.isEmpty || !alone.isEmpty ? [counts(alone, total: tables.isEmpty ? total : nil)] : [])
        }
    }
}
