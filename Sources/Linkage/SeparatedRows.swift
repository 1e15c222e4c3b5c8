/// Reads comma-separated values (RFC 4180) row by row from bytes that stay where they are, at the speed of the scan.
///
/// Nothing is decoded: a value is a stretch of UTF-8 bytes. A row that cannot be read is answered as a fault with its line
/// and the rows after it are read as ever, even where a quotation mark is never closed.
package struct SeparatedRows {
    /// What the next row turned out to be.
    package enum Step {
        case row
        case fault(RowFault)
        case end
    }

    private struct Field {
        let start: Int
        let end: Int
        let isUnfolded: Bool
    }

    /// No value of a person's record is as long; a quotation mark that is open for so many bytes was never closed.
    package static let longestValue = 65_536
    private static let longestQuotation = 1 << 20

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private var nextLine = 1
    private var fields: [Field] = []
    private var unfolded: [UInt8] = []

    /// The line on which the row begins that was read last; the first line of the file is 1.
    package private(set) var line = 1

    /// Reads from these bytes, which must outlive the reader.
    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// How many values the row has that was read last.
    package var count: Int { fields.count }

    /// The share of the file that has been read, from 0 to 1.
    package var progress: Double { bytes.isEmpty ? 1 : Double(position) / Double(bytes.count) }

    /// A value of the row, without the spaces around it; empty where the row has no such value. Valid until `next()`.
    package func withValue<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        guard index < fields.count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        let field = fields[index]
        if field.isUnfolded {
            return unfolded.withUnsafeBufferPointer { body(Self.trimmed($0, field.start, field.end)) }
        }
        return body(Self.trimmed(bytes, field.start, field.end))
    }

    /// A value of the row as text.
    package func text(_ index: Int) -> String { withValue(index) { String(decoding: $0, as: UTF8.self) } }

    /// Goes on to the next row that holds anything.
    package mutating func next() -> Step {
        while position < bytes.count {
            line = nextLine
            if let reason = readRow() { return .fault(RowFault(line: line, reason: reason)) }
            if fields.count > 1 || fields.contains(where: { $0.end > $0.start }) { return .row }
        }
        fields.removeAll()
        return .end
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        var start = start
        var end = end
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    /// Reads one row from `position` and moves behind it; what is wrong with it, or nil.
    private mutating func readRow() -> RowFault.Reason? {
        fields.removeAll(keepingCapacity: true)
        unfolded.removeAll(keepingCapacity: true)
        let rowStart = position
        let end = bytes.count
        var at = position
        var seen: UInt8 = 0
        var hasZero = false
        var reason: RowFault.Reason?
        while true {
            let start = at
            if at < end, bytes[at] == Self.quote {
                guard let close = readQuotation(from: at, fault: &reason, hasZero: &hasZero, seen: &seen) else {
                    skipLine(from: rowStart)
                    return .unclosedQuotation
                }
                at = close
                while at < end, !Self.endsValue(bytes[at]) {
                    reason = .textAfterQuotation
                    at += 1
                }
            } else {
                while at < end {
                    let byte = bytes[at]
                    // Every byte that ends a value, and NUL, is at most a comma.
                    if byte <= Self.comma {
                        if Self.endsValue(byte) { break }
                        if byte == 0 { hasZero = true }
                        if byte == Self.quote { reason = .quotationInsideValue }
                    }
                    seen |= byte
                    at += 1
                }
                if at - start > Self.longestValue { reason = .valueTooLong }
                fields.append(Field(start: start, end: at, isUnfolded: false))
            }
            if at == end { break }
            let separator = bytes[at]
            at += 1
            if separator == Self.comma { continue }
            if separator == Self.carriageReturn, at < end, bytes[at] == Self.lineFeed { at += 1 }
            nextLine += 1
            break
        }
        position = at
        if let reason { return reason }
        if hasZero { return .zeroByte }
        if seen >= 0x80, !Self.isText(UnsafeBufferPointer(rebasing: bytes[rowStart..<at])) { return .notUTF8 }
        return nil
    }

    /// Reads a value in quotation marks that opens at `open` and answers the place behind it, or nil if it never closes.
    private mutating func readQuotation(
        from open: Int, fault: inout RowFault.Reason?, hasZero: inout Bool, seen: inout UInt8
    ) -> Int? {
        let limit = min(bytes.count, open + Self.longestQuotation)
        let unfoldedStart = unfolded.count
        var isUnfolded = false
        var lines = 0
        var start = open + 1
        var at = start
        while at < limit {
            let byte = bytes[at]
            if byte == Self.quote {
                guard at + 1 < bytes.count, bytes[at + 1] == Self.quote else {
                    nextLine += lines
                    if at - open > Self.longestValue { fault = .valueTooLong }
                    if isUnfolded {
                        unfolded.append(contentsOf: bytes[start..<at])
                        fields.append(Field(start: unfoldedStart, end: unfolded.count, isUnfolded: true))
                    } else {
                        fields.append(Field(start: start, end: at, isUnfolded: false))
                    }
                    return at + 1
                }
                unfolded.append(contentsOf: bytes[start...at])
                isUnfolded = true
                at += 2
                start = at
                continue
            }
            if byte == Self.lineFeed { lines += 1 }
            if byte == 0 { hasZero = true }
            seen |= byte
            at += 1
        }
        return nil
    }

    private mutating func skipLine(from rowStart: Int) {
        nextLine = line + 1
        position = bytes[rowStart...].firstIndex(of: Self.lineFeed).map { $0 + 1 } ?? bytes.count
    }

    private static func endsValue(_ byte: UInt8) -> Bool { byte == comma || byte == lineFeed || byte == carriageReturn }

    private static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }
}
