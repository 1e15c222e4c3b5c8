import Disclosure
import Documents

/// The OpenDocument spreadsheet of a release.
struct OpenDocumentWorkbook {
    let title: String
    let tables: [FinishedTable]
    let figures: [Int32]
    let isHidden: [Bool]

    private static let mostColumns = 250
    private static let mostRows = 1_000_000

    func bytes() -> [UInt8] {
        OpenDocumentSpreadsheet(
            title: title, cover: ["Licence: Open Government Licence v3.0, unless stated otherwise."], notes: notes,
            sheets: tables.map(sheet)
        ).bytes()
    }

    private func sheet(_ table: FinishedTable) -> OpenDocumentSpreadsheet.Sheet {
        let spread = table.axes.dropFirst(table.rowAxes)
        let combinations = spread.reduce(1) { $0 * $1.labels.count }
        let isSpread = !spread.isEmpty && table.rowAxes > 0 && combinations <= OpenDocumentWorkbook.mostColumns
        let width = isSpread ? combinations : 1
        let rows = min(table.cells.count / width, OpenDocumentWorkbook.mostRows)
        let shown = isSpread ? Array(table.axes.prefix(table.rowAxes)) : table.axes
        var headings = shown.map(\.name)
        if isSpread {
            for column in 0..<combinations { headings.append(table.labels(column).suffix(spread.count).joined(separator: ", ")) }
        } else {
            headings.append("value")
        }
        return OpenDocumentSpreadsheet.Sheet(
            title: table.name,
            explanation: "This sheet holds one table. No cell is blank: a hidden figure is shown as [c]. "
                + (rows < table.cells.count / width
                    ? "The table is longer than a sheet can be; all of it is in the file \(table.name).csv."
                    : "Notes are on the sheet Notes."),
            columns: headings, rowCount: rows
        ) { out in
            let labelCells = shown.map { axis in axis.labels.map { OpenDocumentSpreadsheet.cell($0) } }
            let hidden = OpenDocumentSpreadsheet.cell("[c]")
            for row in 0..<rows {
                out += OpenDocumentSpreadsheet.rowStart
                var rest = row
                var chosen = [Int](repeating: 0, count: shown.count)
                for place in shown.indices.reversed() {
                    chosen[place] = rest % shown[place].labels.count
                    rest /= shown[place].labels.count
                }
                for place in shown.indices { out += labelCells[place][chosen[place]] }
                for column in 0..<width {
                    let cell = Int(table.cells[row * width + column])
                    out += isHidden[cell] ? hidden : OpenDocumentSpreadsheet.cell(Int(figures[cell]))
                }
                out += OpenDocumentSpreadsheet.rowEnd
            }
        }
    }

    private var notes: [String] {
        var notes: [String] = []
        if tables.contains(where: { $0.method == .suppress }) {
            let threshold = tables.map(\.threshold).max() ?? 5
            notes.append(
                "Note 1: figures from 1 to \(threshold - 1) are hidden so that nobody can be recognised, and so are others from which they could be worked out. Hidden figures are shown as [c]."
            )
        } else {
            notes.append(
                "Note 1: figures are rounded to multiples of \(tables.map(\.threshold).max() ?? 5) so that nobody can be recognised. Totals are the sums of their rounded parts, and may differ from the true totals."
            )
        }
        notes.append(
            "Note 2: “Total” stands for all categories of a column together; a category of a wider area or group stands in the same column."
        )
        notes += [FigureValue.withheld, .notAvailable, .notApplicable].compactMap { value in
            value.meaning.map { "\(value.text) means: \($0)." }
        }
        notes += FigureMark.allCases.map { "\($0.text) means: \($0.meaning)." }
        return notes
    }
}
