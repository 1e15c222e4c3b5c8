import Documents

/// What one document says otherwise than another: figures by their table, row and column; words by their section.
struct EditionDifference: Hashable {
    let was: String
    let isNow: String

    /// The most differences that are told one by one.
    static let most = 200

    static func between(_ old: Publication, _ new: Publication) -> [EditionDifference] {
        var all: [EditionDifference] = []
        func add(_ was: String, _ isNow: String) {
            if was != isNow { all.append(EditionDifference(was: short(was), isNow: short(isNow))) }
        }
        add(old.cover.title, new.cover.title)
        for (was, isNow) in paired(headlines(old), headlines(new)) { add(was, isNow) }
        let (former, later) = (figures(old), figures(new))
        for name in later.order where former.values[name] == nil { add("not there", "\(name): \(later.values[name] ?? "")") }
        for name in former.order {
            let was = former.values[name] ?? ""
            add("\(name): \(was)", later.values[name].map { "\(name): \($0)" } ?? "left out")
        }
        for (was, isNow) in paired(words(old), words(new)) { add(was, isNow) }
        guard all.count > most else { return all }
        return Array(all.prefix(most)) + [
            EditionDifference(was: "\(all.count - most) more places", isNow: "changed in the same way")
        ]
    }

    private static func short(_ text: String) -> String { text.count > 400 ? "\(text.prefix(400))…" : text }

    /// What is only in one, beside what is only in the other.
    private static func paired(_ old: [String], _ new: [String]) -> [(String, String)] {
        let removed = old.filter { !Set(new).contains($0) }
        let added = new.filter { !Set(old).contains($0) }
        return (0..<max(removed.count, added.count)).map { place in
            (place < removed.count ? removed[place] : "not there", place < added.count ? added[place] : "left out")
        }
    }

    private static func headlines(_ document: Publication) -> [String] {
        document.sections.flatMap(\.blocks).flatMap { block -> [String] in
            guard case .headlines(let headlines) = block else { return [] }
            return headlines.map { "\($0.figure.text) \($0.unit)" }
        }
    }

    /// Every figure of every table by what it is called.
    private static func figures(_ document: Publication) -> (order: [String], values: [String: String]) {
        var order: [String] = []
        var values: [String: String] = [:]
        for table in document.statisticalTables {
            for row in table.rows {
                for (place, figure) in row.figures.enumerated() where place + 1 < table.columns.count {
                    let name = "\(table.caption), \(row.label), \(table.columns[place + 1])"
                    if values.updateValue(figure.text, forKey: name) == nil { order.append(name) }
                }
            }
        }
        return (order, values)
    }

    /// What people wrote: sentences that follow from figures change with them.
    private static func words(_ document: Publication) -> [String] {
        let written = document.sections.filter { section in
            ["text-", "case-studies", "objectives", "stated-"].contains { section.id.hasPrefix($0) }
        }
        return written.flatMap { section in
            section.blocks.flatMap { block -> [String] in
                switch block {
                case .lead(let words), .paragraph(let words), .subheading(let words), .signature(let words), .notice(let words): [words]
                case .quotation(let words, let name): [name.isEmpty ? words : "\(words) (\(name))"]
                case .list(let items): items
                case .caseStudy(let study): [study.title] + study.paragraphs
                case .objective(let objective):
                    [
                        "\(objective.number) \(objective.title)\(objective.status.isEmpty ? "" : ": \(objective.status)")"
                    ] + objective.why + objective.how + objective.outcomes + objective.progress
                case .words(let table): table.rows.map { $0.map { $0.joined(separator: " ") }.joined(separator: ": ") }
                case .headlines, .chart, .table: []
                }
            }.map { "\(section.title): \($0)" }
        }
    }
}
