import DelimitedText

/// One row of values, as they are written.
package protocol RecordRow: ~Copyable {
    /// Calls `body` with the bytes of a value, which are valid for the call; with none where the row has no such value.
    borrowing func withValue<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R
}

extension RowReader: RecordRow {
    /// A value of the row that was read last, without the spaces around it.
    package borrowing func withValue<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        guard index < count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        let bytes = value(index)
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }

    /// The values of the row that was read last as texts, without the spaces around them.
    package var trimmedTexts: [String] {
        var texts: [String] = []
        for index in 0..<count { texts.append(withValue(index) { String(decoding: $0, as: UTF8.self) }) }
        return texts
    }

    /// Whether the row holds nothing at all, so that it is nobody.
    package var isBlank: Bool { count == 1 && value(0).isEmpty }
}
