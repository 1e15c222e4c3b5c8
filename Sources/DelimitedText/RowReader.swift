/// Reads comma-separated values (RFC 4180) row by row, straight from the bytes of a file and without copying them.
///
/// Values may be quoted and then hold commas, line breaks and doubled quotation marks. A row ends with CRLF, LF or CR; a
/// byte order mark is passed over; lines without any byte are no rows. A row that cannot be read is answered as a fault with
/// the line on which it begins, and the rows behind it are still read: a quotation mark that is open for a megabyte counts as
/// one that never closes and costs one row, for reading goes on at the next line. Values are bytes of valid UTF-8 without NUL.
///
/// The bytes must outlive the reader. Reading takes time in proportion to the file, whatever stands in it.
package struct RowReader: ~Copyable {
    /// What reading on has met.
    package enum Step {
        /// A row, whose values can be asked for until the next step.
        case row
        /// A row that cannot be read.
        case fault(RowFault)
        /// Nothing more.
        case end
    }

    /// The longest value in bytes: four for each of the 131,072 characters that Python's csv module takes, and with it
    /// clkhash.
    package static let longestValue = 4 * 131_072

    /// A quotation mark that is open for so many bytes was never closed.
    private static let longestQuotation = 1 << 20

    private struct Value {
        let start: Int
        let end: Int
        let isUnfolded: Bool
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private var nextLine = 1
    private var values: [Value] = []
    private var unfolded: UnsafeMutableBufferPointer<UInt8>
    private var unfoldedCount = 0
    private let longestValue: Int
    /// How many bytes may be read in vain behind quotation marks without an end before the rest of the file counts as one row;
    /// without this limit a file of nothing else would be read over and over.
    private var patience: Int

    /// The line on which the row begins that was read last.
    package private(set) var line = 0

    /// - Parameter longestValue: in bytes; a row with a longer one is a fault.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, longestValue: Int = RowReader.longestValue) {
        self.bytes = bytes
        self.longestValue = longestValue
        patience = 4 * max(bytes.count, 4 * RowReader.longestQuotation)
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        unfolded = .allocate(capacity: 256)
    }

    deinit {
        unfolded.deallocate()
    }

    /// How many values the row has that was read last.
    package var count: Int { values.count }

    /// A value of the row that was read last; the bytes stand until the next step.
    package func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let value = values[index]
        let source = value.isUnfolded ? UnsafeBufferPointer(unfolded) : bytes
        return UnsafeBufferPointer(rebasing: source[value.start..<value.end])
    }

    /// A value of the row that was read last, as a text; empty where the row has no such value.
    package func text(_ index: Int) -> String {
        values.indices.contains(index) ? String(decoding: value(index), as: UTF8.self) : ""
    }

    /// How far reading has come, from 0 to 1.
    package var progress: Double { bytes.isEmpty ? 1 : Double(position) / Double(bytes.count) }

    /// Goes on to the next row.
    package mutating func next() -> Step {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == RowReader.lineFeed || byte == RowReader.carriageReturn {
                passLineEnd()
                continue
            }
            line = nextLine
            let start = position
            if let message = readRow() {
                return .fault(RowFault(line: line, message: message))
            }
            if hasZero {
                return .fault(
                    RowFault(line: line, message: "A character without meaning (NUL) stands here. Save the file as CSV UTF-8"))
            }
            if seen >= 0x80, !RowReader.isText(UnsafeBufferPointer(rebasing: bytes[start..<position])) {
                return .fault(RowFault(line: line, message: "This row is not UTF-8 text. Save the file as CSV UTF-8"))
            }
            return .row
        }
        values.removeAll()
        return .end
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    private var seen: UInt8 = 0
    private var hasZero = false

    /// Moves behind one row; what is wrong with it, or nil.
    private mutating func readRow() -> String? {
        values.removeAll(keepingCapacity: true)
        unfoldedCount = 0
        seen = 0
        hasZero = false
        var message: String?
        while true {
            if position < bytes.count, bytes[position] == RowReader.quote {
                message = readQuoted() ?? message
            } else {
                message = readPlain() ?? message
            }
            if let last = values.last, last.end - last.start > longestValue {
                message = "A value is longer than \(longestValue) bytes. Is a quotation mark missing?"
            }
            guard position < bytes.count, bytes[position] == RowReader.comma else { break }
            position += 1
        }
        if position < bytes.count { passLineEnd() }
        return message
    }

    private mutating func readPlain() -> String? {
        let start = position
        let end = bytes.count
        var at = start
        var seen: UInt8 = 0
        var least: UInt8 = 1
        var hasQuote = false
        while at < end {
            let byte = bytes[at]
            // Every byte that can end a value is at most a comma, which most bytes of a text are not.
            if byte <= RowReader.comma {
                if byte == RowReader.comma || byte == RowReader.lineFeed || byte == RowReader.carriageReturn { break }
                if byte == RowReader.quote { hasQuote = true }
                least = min(least, byte)
            }
            seen |= byte
            at += 1
        }
        values.append(Value(start: start, end: at, isUnfolded: false))
        position = at
        self.seen |= seen
        if least == 0 { hasZero = true }
        return hasQuote ? "A quotation mark stands inside a value. Put the value in quotation marks and write this one twice" : nil
    }

    /// Reads a value in quotation marks. Where it never ends, the row is given up and reading goes on at the next line.
    private mutating func readQuoted() -> String? {
        let opening = position
        let limit = min(bytes.count, opening + RowReader.longestQuotation)
        var at = opening + 1
        var start = at
        let unfoldedStart = unfoldedCount
        var lines = 0
        while true {
            guard at < limit else { return leaveOpenQuote(at - opening) }
            let byte = bytes[at]
            if byte == RowReader.quote {
                guard at + 1 < bytes.count, bytes[at + 1] == RowReader.quote else { break }
                unfold(start...at)
                at += 2
                start = at
                continue
            }
            let isReturnAlone = byte == RowReader.carriageReturn && (at + 1 == bytes.count || bytes[at + 1] != RowReader.lineFeed)
            if byte == RowReader.lineFeed || isReturnAlone { lines += 1 }
            seen |= byte
            if byte == 0 { hasZero = true }
            at += 1
        }
        if unfoldedCount > unfoldedStart {
            if at > start { unfold(start...at - 1) }
            values.append(Value(start: unfoldedStart, end: unfoldedCount, isUnfolded: true))
        } else {
            values.append(Value(start: start, end: at, isUnfolded: false))
        }
        nextLine += lines
        at += 1
        let closing = at
        while at < bytes.count, !RowReader.endsValue(bytes[at]) { at += 1 }
        position = at
        return at > closing ? "Text stands after a closing quotation mark. Write a quotation mark inside a value twice" : nil
    }

    private mutating func leaveOpenQuote(_ readInVain: Int) -> String {
        patience -= readInVain
        if patience > 0 {
            while position < bytes.count, bytes[position] != RowReader.lineFeed, bytes[position] != RowReader.carriageReturn {
                position += 1
            }
            values.removeAll(keepingCapacity: true)
            return "A quotation mark opens a value that never ends. Close it with another"
        }
        position = bytes.count
        return "A quotation mark opens a value that never ends, and the rest of the file with it. Close it with another"
    }

    private mutating func unfold(_ range: ClosedRange<Int>) {
        let needed = unfoldedCount + range.count
        if needed > unfolded.count {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(needed, unfolded.count * 2))
            _ = larger.update(fromContentsOf: unfolded[..<unfoldedCount])
            unfolded.deallocate()
            unfolded = larger
        }
        for index in range {
            unfolded[unfoldedCount] = bytes[index]
            unfoldedCount += 1
        }
    }

    private mutating func passLineEnd() {
        if bytes[position] == RowReader.carriageReturn, position + 1 < bytes.count, bytes[position + 1] == RowReader.lineFeed {
            position += 1
        }
        position += 1
        nextLine += 1
    }

    private static func endsValue(_ byte: UInt8) -> Bool { byte == comma || byte == lineFeed || byte == carriageReturn }

    private static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        do {
            _ = try UTF8Span(validating: Span(_unsafeElements: bytes))
            return true
        } catch {
            return false
        }
    }
}
