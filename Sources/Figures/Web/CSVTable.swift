/// A table as comma-separated values (RFC 4180), safe to open in a spreadsheet.
package struct CSVTable: Sendable {
    private let rows: [[String]]

    package init(header: [String], rows: [[String]]) {
        self.rows = [header] + rows
    }

    /// Lines end with a carriage return and a line feed. A cell that a spreadsheet would take for a formula begins with
    /// an apostrophe instead.
    package var text: String {
        rows.map { $0.map(CSVTable.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        let first = text.unicodeScalars.first
        let isFormula = first.map { ["=", "+", "-", "@", "\t", "\r"].contains($0) } ?? false
        let harmless = isFormula ? "'" + text : text
        let needsQuotes = harmless.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
        return needsQuotes ? "\"" + harmless.replacing("\"", with: "\"\"") + "\"" : harmless
    }
}

extension CSVTable {
    /// One table of a dashboard: what the rows are, and the unit of count.
    package init(_ table: FigureTable, of dashboard: Dashboard) {
        self.init(
            header: [table.dimension, table.unit.heading],
            rows: dashboard[table].map { [$0.key, String($0.count)] })
    }

    /// The answers of the agencies to scoping rounds.
    init(_ answers: AnswerFigures) {
        self.init(
            header: [
                "Agency", "Requests", "Answered", "Median hours to answer", "Nothing held", "Held",
                "Held but cannot share", "Conflict", "Answered late", "Overdue",
            ],
            rows: (answers.lines + [answers.all]).map { line in
                [line.agency, String(line.requests), String(line.answered), line.medianHours ?? ""]
                    + [line.nothingHeld, line.held, line.cannotShare, line.conflict, line.late, line.overdue].map(
                        String.init)
            })
    }
}
