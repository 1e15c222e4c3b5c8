/// Why a row of a file of comma-separated values cannot be read.
package struct CSVFault: Error, Hashable, Sendable {
    /// The row in which the fault lies; the first row of the file is 1.
    package let row: Int
    /// What is wrong and what to do, as a sentence without a full stop.
    package let message: String

    package init(row: Int, message: String) {
        self.row = row
        self.message = message
    }
}

/// Reads comma-separated values (RFC 4180) row by row from the bytes of a file.
///
/// Values may be quoted and then hold commas, line breaks and doubled quotation marks. A row ends with CRLF, LF or CR;
/// a byte order mark is passed over. Rows that hold nothing are counted but not answered. A row that cannot be read
/// throws and is left behind, so that the rows after it can still be read.
package struct CSVReader: Sendable {
    private struct Field: Sendable {
        let start: Int
        let end: Int
        /// The value had doubled quotation marks and stands in `unfolded`, not in the file's bytes.
        let isUnfolded: Bool
    }

    private let bytes: [UInt8]
    private var position: Int
    private let isWideText: Bool
    private var fields: [Field] = []
    private var unfolded: [UInt8] = []

    /// The number of the row that was read last; the first row of the file is 1.
    package private(set) var row = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        isWideText = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    /// How many values the row has that was read last.
    package var count: Int { fields.count }

    /// Goes on to the next row that holds anything; false at the end of the file. Throws `CSVFault`.
    package mutating func next() throws(CSVFault) -> Bool {
        if isWideText {
            position = bytes.count
            row += 1
            if row > 1 { return false }
            throw CSVFault(row: row, message: "This is not UTF-8 text. Save the file as CSV UTF-8")
        }
        while position < bytes.count {
            row += 1
            if let message = readRow() { throw CSVFault(row: row, message: message) }
            if fields.contains(where: { $0.end > $0.start }) { return true }
        }
        fields.removeAll()
        return false
    }

    /// A value of the row as it is written; empty where the row has no such value.
    package func text(_ index: Int) -> String {
        guard fields.indices.contains(index) else { return "" }
        let field = fields[index]
        return text(field, field.start, field.end)
    }

    /// A value of the row without the spaces and line breaks around it.
    package func trimmed(_ index: Int) -> String {
        guard fields.indices.contains(index) else { return "" }
        let field = fields[index]
        let source = field.isUnfolded ? unfolded : bytes
        var start = field.start
        var end = field.end
        while start < end, CSVReader.isSpace(source[start]) { start += 1 }
        while end > start, CSVReader.isSpace(source[end - 1]) { end -= 1 }
        return text(field, start, end)
    }

    private func text(_ field: Field, _ start: Int, _ end: Int) -> String {
        String(decoding: (field.isUnfolded ? unfolded : bytes)[start..<end], as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    /// Reads one row from `position` and moves behind it; what is wrong with it, or nil.
    private mutating func readRow() -> String? {
        fields.removeAll(keepingCapacity: true)
        unfolded.removeAll(keepingCapacity: true)
        let file = bytes
        let source = file.span
        let rowStart = position
        let end = source.count
        var at = position
        var seen: UInt8 = 0
        var hasZero = false
        var message: String?

        func endsValue(_ byte: UInt8) -> Bool {
            byte == CSVReader.comma || byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn
        }

        while true {
            if at < end, source[at] == CSVReader.quote {
                at += 1
                var start = at
                let unfoldedStart = unfolded.count
                var isUnfolded = false
                while true {
                    guard at < end else {
                        position = end
                        return "A quotation mark opens a value that never ends. Close it with another"
                    }
                    let byte = source[at]
                    if byte == CSVReader.quote {
                        guard at + 1 < end, source[at + 1] == CSVReader.quote else { break }
                        unfolded.append(contentsOf: file[start...at])
                        isUnfolded = true
                        at += 2
                        start = at
                        continue
                    }
                    seen |= byte
                    if byte == 0 { hasZero = true }
                    at += 1
                }
                if isUnfolded {
                    unfolded.append(contentsOf: file[start..<at])
                    fields.append(Field(start: unfoldedStart, end: unfolded.count, isUnfolded: true))
                } else {
                    fields.append(Field(start: start, end: at, isUnfolded: false))
                }
                at += 1
                while at < end, !endsValue(source[at]) {
                    message = "Text stands after a closing quotation mark. Write a quotation mark inside a value twice"
                    at += 1
                }
            } else {
                let start = at
                while at < end {
                    let byte = source[at]
                    if endsValue(byte) { break }
                    if byte == CSVReader.quote {
                        message =
                            "A quotation mark stands inside a value. Put the value in quotation marks and write this one twice"
                    }
                    seen |= byte
                    if byte == 0 { hasZero = true }
                    at += 1
                }
                fields.append(Field(start: start, end: at, isUnfolded: false))
            }
            if at == end { break }
            let separator = source[at]
            at += 1
            if separator == CSVReader.comma { continue }
            if separator == CSVReader.carriageReturn, at < end, source[at] == CSVReader.lineFeed { at += 1 }
            break
        }
        position = at
        if let message { return message }
        if hasZero { return "A character without meaning (NUL) stands here. Save the file as CSV UTF-8" }
        if seen >= 0x80, !CSVReader.isText(source.extracting(rowStart..<at)) {
            return "This row is not UTF-8 text. Save the file as CSV UTF-8"
        }
        return nil
    }

    private static func isText(_ bytes: Span<UInt8>) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes)
            return true
        } catch {
            return false
        }
    }
}
