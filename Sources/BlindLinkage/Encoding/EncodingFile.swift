/// Why a file of encodings cannot be read.
package struct EncodingFileFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what to do, as a sentence without a full stop.
    package let message: String

    init(_ message: String) { self.message = message }

    package var description: String { "\(message)." }
}

/// Files of encodings as anonlink's tools exchange them: a JSON object whose `clks` is a list of texts in base64, the lowest
/// bit of an encoding first.
///
/// Where an element of the list is itself a list (an encoding and its blocks), its first element is read. Other members of
/// the object are passed over. The file says nothing of lengths in bits: they are read as whole bytes.
package enum EncodingFile {
    /// The beginning of a file, written before the first encoding.
    package static let opening = Array(#"{"clks": ["#.utf8)
    /// The end of a file.
    package static let closing = Array("]}".utf8)

    /// Writes one encoding of a set as an element of the list, with the comma before it unless it is the first.
    package static func append(_ index: Int, of set: EncodingSet, isFirst: Bool, to text: inout [UInt8]) {
        text.append(contentsOf: isFirst ? [0x22] : [0x2C, 0x20, 0x22])
        set[index].withUnsafeBufferPointer { Base64.append($0, byteCount: set.bytesPerEncoding, to: &text) }
        text.append(0x22)
    }

    /// A whole file.
    package static func bytes(of set: EncodingSet) -> [UInt8] {
        var text = opening
        for index in 0..<set.count { append(index, of: set, isFirst: index == 0, to: &text) }
        return text + closing
    }

    /// Reads a file. Throws `EncodingFileFault` where it is empty, is no such JSON, holds no encoding, or holds one that is not
    /// base64 or not as long as the first.
    package static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(EncodingFileFault) -> EncodingSet {
        var reader = EncodingFileReader(bytes)
        return try reader.read()
    }
}

/// A scanner of just so much JSON (RFC 8259) as a file of encodings needs, for such files are large.
private struct EncodingFileReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var words: [UInt64] = []
    private var byteCount: Int?
    private var count = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func read() throws(EncodingFileFault) -> EncodingSet {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        guard peek() != nil else { throw EncodingFileFault("The file is empty") }
        try expect("{")
        var isFound = false
        if peek() == UInt8(ascii: "}") {
            at += 1
        } else {
            while true {
                guard peek() == UInt8(ascii: "\"") else { throw unreadable() }
                let name = try string()
                try expect(":")
                if name.elementsEqual("clks".utf8) {
                    guard !isFound else { throw EncodingFileFault("The file has two lists of encodings") }
                    isFound = true
                    try readList()
                } else {
                    try passValue()
                }
                if peek() == UInt8(ascii: ",") { at += 1 } else { break }
            }
            try expect("}")
        }
        guard peek() == nil else { throw unreadable() }
        guard isFound else { throw EncodingFileFault("The file has no list “clks”. Is it a file of encodings?") }
        guard let byteCount else { throw EncodingFileFault("The file holds no encoding") }
        var set = EncodingSet(bitCount: byteCount * 8)
        set.append(words)
        return set
    }

    private mutating func readList() throws(EncodingFileFault) {
        try expect("[")
        if peek() == UInt8(ascii: "]") {
            at += 1
            return
        }
        while true {
            switch peek() {
            case UInt8(ascii: "\""): try add(string())
            case UInt8(ascii: "["):
                at += 1
                guard peek() == UInt8(ascii: "\"") else { throw unreadable() }
                try add(string())
                while peek() == UInt8(ascii: ",") {
                    at += 1
                    try passValue()
                }
                try expect("]")
            default: throw EncodingFileFault("Encoding \(count) is not a text in base64")
            }
            guard peek() == UInt8(ascii: ",") else { break }
            at += 1
        }
        try expect("]")
    }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>) throws(EncodingFileFault) {
        guard let length = Base64.byteCount(of: text), length > 0 else {
            throw EncodingFileFault("Encoding \(count) is not a text in base64")
        }
        if let byteCount, byteCount != length {
            throw EncodingFileFault("Encoding \(count) has \(length * 8) bits, and the first has \(byteCount * 8)")
        }
        if byteCount == nil {
            byteCount = length
            words.reserveCapacity(bytes.count / (text.count + 4) * ((length + 7) / 8))
        }
        guard Base64.append(text, byteCount: length, to: &words) else {
            throw EncodingFileFault("Encoding \(count) is not a text in base64")
        }
        count += 1
    }

    private mutating func peek() -> UInt8? {
        while at < bytes.count {
            let byte = bytes[at]
            if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return byte }
            at += 1
        }
        return nil
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(EncodingFileFault) {
        guard let byte = peek(), UInt32(byte) == character.value else { throw unreadable() }
        at += 1
    }

    /// The bytes between two quotation marks, escapes as they stand.
    private mutating func string() throws(EncodingFileFault) -> UnsafeBufferPointer<UInt8> {
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        guard at < bytes.count else { throw unreadable() }
        at += 1
        return UnsafeBufferPointer(rebasing: bytes[start..<at - 1])
    }

    /// Passes over a value of any kind, by counting brackets.
    private mutating func passValue() throws(EncodingFileFault) {
        var depth = 0
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""): _ = try string()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return }
                depth -= 1
                at += 1
            case UInt8(ascii: ","):
                if depth == 0 { return }
                at += 1
            default: at += 1
            }
        }
        throw unreadable()
    }

    private func unreadable() -> EncodingFileFault {
        at >= bytes.count
            ? EncodingFileFault("The file ends too early. Was it copied whole?")
            : EncodingFileFault("The file is not JSON at byte \(at)")
    }
}
