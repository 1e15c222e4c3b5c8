import Concerns

/// What came of an import of published statistics, areas, populations or boundaries, or of trying one.
package struct StatisticReport: Hashable, Sendable {
    /// What was read: "Reasonable grounds decisions".
    package var title = ""
    package var rows = 0
    /// Findings that are no faults, a sentence each.
    package var notes: [String] = []
    /// Everything that has to be put right. With any problem nothing is written.
    package var problems: [ImportProblem] = []
    package var isDryRun = false
    /// Whether anything was written or, on a dry run, would be.
    package var changes = false

    /// The report as the command prints it, one finding a line.
    package var text: String {
        let rows = rows == 1 ? "1 row" : "\(rows) rows"
        if !problems.isEmpty {
            let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
            return (problems.map(\.text) + ["\(count) in \(rows). Nothing was written."]).joined(separator: "\n")
        }
        var lines = ["\(title.isEmpty ? "" : "\(title): ")\(rows)."] + notes
        if !changes { lines.append("Everything is there already and unchanged.") }
        if isDryRun { lines.append("This was a dry run: nothing was written.") }
        return lines.joined(separator: "\n")
    }
}
