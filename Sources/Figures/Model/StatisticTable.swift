import Design
import HTML

/// A table of published statistics: on a page and as CSV, with what counts as one, of when, and where it is from.
struct StatisticTable: Sendable {
    /// One value: as it is read on a page, and as a file has it.
    struct Cell: Sendable {
        let text: String
        let plain: String
        let marks: String

        /// A count with its marks, such as "p".
        init(_ count: Int, marks: String = "") {
            text = count.grouped + StatisticTable.shorthand(marks)
            plain = String(count)
            self.marks = marks
        }

        /// A rate or a percentage with one decimal.
        init(rate: Double, marks: String = "") {
            let tenths = Int((rate * 10).rounded())
            let rest = abs(tenths % 10)
            text = (tenths / 10).grouped + ".\(rest)" + StatisticTable.shorthand(marks)
            plain = "\(tenths / 10).\(rest)"
            self.marks = marks
        }

        /// Words, or a mark in place of a figure.
        init(_ words: String) {
            text = words
            plain = words
            marks = ""
        }

        /// There is no such figure: "[x]".
        static let notAvailable = Cell("[x]")
        /// There can be no such figure: "[z]".
        static let notApplicable = Cell("[z]")
    }

    /// A row, whose name can lead somewhere.
    struct Row: Sendable {
        let name: String
        /// Where it tells of one.
        var quarter: CalendarQuarter?
        var link: Link?
        let cells: [Cell]
    }

    /// The name of its file.
    let name: String
    let heading: String
    /// The columns; the first names the rows.
    let columns: [String]
    /// Columns of words rather than figures.
    var wordColumns: Set<Int> = []
    let rows: [Row]
    /// What counts as one, and of when.
    let unit: String
    /// The releases that it is from.
    let source: String

    /// " [p] [r]".
    static func shorthand(_ marks: String) -> String { marks.map { " [\($0)]" }.joined() }

    /// The table as a page shows it.
    var table: DataTable {
        DataTable(
            heading,
            columns: columns.enumerated().map { place, name in
                .init(name, place == 0 ? .rowHeading : wordColumns.contains(place) ? .text : .number)
            },
            rows: rows.map { row in
                let name: Markup = if let link = row.link { a(.href(link)) { row.name } } else { .text(row.name) }
                return [name] + row.cells.map { .text($0.text) }
            }, stacks: false, empty: "Nothing was published of this.")
    }

    /// The same with its unit, source and marks in columns of their own.
    var csv: CSVTable {
        CSVTable(
            header: columns + ["Marks", "Unit of count", "Source"],
            rows: rows.map { row in
                let marks = Set(row.cells.flatMap(\.marks)).sorted().map { "[\($0)]" }.joined(separator: " ")
                return [row.name] + row.cells.map(\.plain) + [marks, unit, source]
            })
    }
}
