/// How a text is written as a value of comma-separated values (RFC 4180).
package enum DelimitedValue {
    /// The text, in quotation marks where it needs them. A text that a spreadsheet would take for a formula (it begins with =, +,
    /// -, @, a tab or a line break) gets an apostrophe before it, so that opening the file runs nothing.
    package static func written(_ text: String) -> String {
        let isFormula = text.utf8.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D].contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
