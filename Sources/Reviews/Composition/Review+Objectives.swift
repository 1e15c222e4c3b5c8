import Documents
import Kernel

/// What the partnership set out to do, and how far it is.
extension Review {
    func programme(_ objectives: ObjectiveFile) -> Section {
        Section(
            id: "objectives", title: objectives.title, beginsPage: true,
            objectives.entries.enumerated().map { place, entry in
                .objective(
                    StrategicObjective(
                        number: entry.number.isEmpty ? "\(place + 1)." : entry.number, title: entry.objective, status: entry.status,
                        why: entry.why, how: entry.how, outcomes: entry.outcomes, progress: entry.progress + measured(entry)))
            })
    }

    func measured(_ entry: ObjectiveFile.Entry) -> [String] {
        entry.measures.map { "\($0.heading): \(figures.marked(figures.total($0)).text)." }
    }

    /// The strategy by item, objectives and progress.
    func progress(_ objectives: ObjectiveFile) -> Section {
        var items: [(item: String, entries: [ObjectiveFile.Entry])] = []
        for entry in objectives.entries {
            if let last = items.indices.last, items[last].item == entry.item, !entry.item.isEmpty {
                items[last].entries.append(entry)
            } else {
                items.append((entry.item, [entry]))
            }
        }
        let rows = items.map { item, entries -> [[String]] in
            func numbered(_ entry: ObjectiveFile.Entry, _ words: String) -> String {
                entry.number.isEmpty ? words : "\(entry.number) \(words)"
            }
            return [
                [item.isEmpty ? entries.first?.objective ?? "" : item],
                entries.map { numbered($0, $0.objective) },
                entries.map { entry in
                    let said = ([entry.status.isEmpty ? "" : "\(entry.status)."] + entry.progress + measured(entry))
                        .filter { !$0.isEmpty }
                    return numbered(entry, said.isEmpty ? "Nothing reported." : said.joined(separator: " "))
                },
            ]
        }
        return Section(
            id: "objectives", title: objectives.title,
            [
                .words(
                    TextTable(
                        id: "table-objectives", caption: objectives.title, columns: ["Item", "Objectives", "Progress and outcomes"],
                        rows: rows))
            ])
    }
}
