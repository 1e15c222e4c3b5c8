import Crypto
import Documents
import Kernel

/// A table as data: one row a figure, with a column for what it is of, what it measures, its value and its marks.
enum TidyTable {
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
