/// What came of an import, or of trying one.
package struct ImportReport: Hashable, Sendable {
    /// A town, ward or purpose that the partnership did not have before.
    package struct NewTerm: Hashable, Sendable {
        /// "town", "ward" or "purpose".
        package let kind: String
        package let label: String

        package init(kind: String, label: String) {
            self.kind = kind
            self.label = label
        }
    }

    /// What is imported, in the plural: "concerns".
    package let kind: String
    /// Rows of the file that hold anything, without the first.
    package let rows: Int
    /// Rows that were written; on a dry run those that would be. Zero when there are problems.
    package let added: Int
    /// Rows whose reference the partnership has already: they were left as they are.
    package let alreadyThere: Int
    package let newTerms: [NewTerm]
    /// Everything that has to be put right, by row. With any problem nothing is written.
    package let problems: [ImportProblem]
    /// Nothing was to be written.
    package let isDryRun: Bool

    package init(
        kind: String, rows: Int, added: Int, alreadyThere: Int, newTerms: [NewTerm], problems: [ImportProblem],
        isDryRun: Bool
    ) {
        self.kind = kind
        self.rows = rows
        self.added = added
        self.alreadyThere = alreadyThere
        self.newTerms = newTerms
        self.problems = problems
        self.isDryRun = isDryRun
    }

    /// The report as the command prints it, one finding a line.
    package var text: String {
        var lines = problems.map(\.text)
        let rows = rows == 1 ? "1 row" : "\(rows) rows"
        if !problems.isEmpty {
            let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
            lines.append("\(count) in \(rows) of \(kind). Nothing was written.")
            return lines.joined(separator: "\n")
        }
        let done = isDryRun ? "to add" : "added"
        lines.append("\(rows) of \(kind): \(added) \(done), \(alreadyThere) already there and unchanged.")
        for (kind, title) in [("town", "New towns"), ("ward", "New wards"), ("purpose", "New purposes")] {
            let labels = newTerms.filter { $0.kind == kind }.map(\.label)
            if !labels.isEmpty { lines.append("\(title): \(labels.joined(separator: ", ")).") }
        }
        if isDryRun { lines.append("This was a dry run: nothing was written.") }
        return lines.joined(separator: "\n")
    }
}

/// Something in a file that has to be put right before anything of it can be imported.
package struct ImportProblem: Hashable, Sendable {
    /// The row in the file; the first row, with the names of the columns, is 1.
    package let row: Int
    /// The name of the column; empty when the whole row is meant.
    package let column: String
    /// What is wrong and what to do, as a sentence without a full stop.
    package let message: String

    package init(row: Int, column: String, message: String) {
        self.row = row
        self.column = column
        self.message = message
    }

    /// "row 7, column town: …".
    package var text: String { "row \(row)\(column.isEmpty ? "" : ", column \(column)"): \(message)" }
}
