/// Writes comma-separated values (RFC 4180) as UTF-8, rows ending with CRLF.
///
/// A text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a line break) is written with
/// an apostrophe before it, so that opening the file runs nothing.
package struct CSVWriter: Sendable {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []
    private var isAtRowStart = true

    package init() {}

    /// Writes one value of the row.
    package mutating func add(_ text: String) {
        separate()
        let isFormula = text.utf8.first.map { CSVWriter.formulaStarts.contains($0) } ?? false
        let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else {
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(0x22)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Writes one whole number of the row.
    package mutating func add(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Ends the row.
    package mutating func endRow() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        isAtRowStart = true
    }

    /// Writes a whole row of texts.
    package mutating func addRow(_ values: [String]) {
        for value in values { add(value) }
        endRow()
    }

    private static let formulaStarts: [UInt8] = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D]

    private mutating func separate() {
        if !isAtRowStart { bytes.append(0x2C) }
        isAtRowStart = false
    }
}
