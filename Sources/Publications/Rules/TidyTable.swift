import Crypto
import Documents
import Kernel

/// A table as data: one row a figure, with a column for what it is of, what it measures, its value and its marks.
enum TidyTable {
    /// What stands beside the file: its columns, what one figure counts, the days, the licence and the notes.
    static func metadata(_ table: StatisticalTable, file: String, of document: Publication, days: Period, licence: String) -> [UInt8] {
        let figures = table.rows.flatMap(\.figures)
        let shorthand = [FigureValue.withheld, .notAvailable, .notApplicable].filter { value in figures.contains { $0.value == value } }
        let marks = FigureMark.allCases.filter { mark in figures.contains { $0.marks.contains(mark) } }
        let notes =
            table.notes + shorthand.compactMap { value in value.meaning.map { "\(value.text): \($0)." } }
            + marks.map { "\($0.text): \($0.meaning)." }
        var details: [(name: String, value: JSONText)] = [
            ("dc:publisher", .string(document.cover.publisher)), ("dc:source", .string(table.source)),
        ]
        if let from = days.from, let to = days.to { details.append(("dc:temporal", .string("\(from.iso)/\(to.iso)"))) }
        return TableMetadata(
            url: file, title: table.caption, description: table.unit,
            licence: licence.contains("Open Government Licence v3.0") ? TableMetadata.openGovernmentLicence : licence, details: details,
            columns: [
                TableMetadata.Column(table.columns[0], isRequired: true),
                TableMetadata.Column("Measure", description: "What the figure counts; a share is per cent.", isRequired: true),
                TableMetadata.Column(
                    "value", description: table.unit, isNumber: true, absent: shorthand.map(\.text)),
                TableMetadata.Column("marks", description: "What has to be known of this figure, in shorthand."),
            ], key: [table.columns[0], "Measure"],
            notes: notes.map(JSONText.string)
        ).bytes
    }

    /// CSV in UTF-8 with a heading. A value is a number without separators, or a shorthand in brackets.
    static func csv(_ table: StatisticalTable) -> [UInt8] {
        var writer = CSVWriter()
        writer.addRow([table.columns[0], "Measure", "value", "marks"])
        for row in table.rows {
            for (place, figure) in row.figures.enumerated() where place + 1 < table.columns.count {
                let heading = table.columns[place + 1]
                writer.add(row.label)
                switch figure.value {
                case .number(let number):
                    writer.add(heading)
                    writer.add(number)
                case .percent(let share):
                    writer.add("\(heading) (per cent)")
                    writer.add(share)
                case .stated, .withheld, .notAvailable, .notApplicable:
                    writer.add(heading)
                    writer.add(figure.value.text)
                }
                writer.add(figure.marks.sorted().map(\.text).joined(separator: " "))
                writer.endRow()
            }
        }
        return writer.bytes
    }
}

extension PreparedRelease.File {
    init(_ name: String, _ title: String, _ mediaType: String, _ bytes: [UInt8]) {
        let digits = Array("0123456789abcdef")
        let digest = SHA256.hash(data: bytes).map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
        self.init(name: name, title: title, mediaType: mediaType, digest: digest, bytes: bytes)
    }
}
