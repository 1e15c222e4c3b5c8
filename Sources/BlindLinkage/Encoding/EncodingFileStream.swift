/// Reads a file of encodings as it arrives, so that of the whole file only its encodings are ever held.
///
/// It reads what `EncodingFile.read` reads and refuses what that refuses. What is wrong is said with the line of the file, and
/// with the encoding, counted from 1.
package struct EncodingFileStream: Sendable {
    /// The most encodings that a file may have.
    package let mostEncodings: Int

    /// What is expected next, or what is being read.
    private enum State: Sendable {
        case start, keyOrEnd, key, inKey, colon, value, list, element, inElement, afterElement
        case nested, inNested, afterNested, afterValue, end
        /// A value that is of no interest, until a comma or bracket of its own depth.
        case passing(then: Ending, depth: Int, isInText: Bool)
    }

    /// Where a value stands that is passed over.
    private enum Ending: Sendable { case member, nested }

    private var state = State.start
    /// The characters of a text that has begun.
    private var text: [UInt8] = []
    private var isEscaped = false
    private var isFound = false
    private var isList = false
    private var line = 1
    private var position = 0
    private var byteCount: Int?
    private var words: [UInt64] = []
    private var count = 0

    private static let longestText = 16_384
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    package init(mostEncodings: Int) {
        self.mostEncodings = mostEncodings
    }

    /// Reads the next bytes. Throws `EncodingFileFault`; the stream is then of no more use.
    package mutating func take(_ bytes: some Sequence<UInt8>) throws(EncodingFileFault) {
        for byte in bytes {
            try take(byte)
            position += 1
            if byte == 0x0A { line += 1 }
        }
    }

    /// The encodings of the whole file. Throws `EncodingFileFault` where it has ended too early or holds none.
    package consuming func finish() throws(EncodingFileFault) -> EncodingSet {
        switch state {
        case .end: break
        case .start: throw EncodingFileFault("The file is empty")
        default: throw EncodingFileFault("The file ends too early, in line \(line). Was it copied whole?")
        }
        guard isFound else { throw EncodingFileFault("The file has no list “clks”. Is it a file of encodings?") }
        guard let byteCount else { throw EncodingFileFault("The file holds no encoding") }
        var set = EncodingSet(bitCount: byteCount * 8)
        set.append(words)
        return set
    }

    // MARK: One byte

    private mutating func take(_ byte: UInt8) throws(EncodingFileFault) {
        switch state {
        case .inKey, .inElement, .inNested: try takeText(byte)
        case .passing(let ending, let depth, let isInText): try pass(byte, ending, depth, isInText)
        default:
            if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { return }
            try takeSign(byte)
        }
    }

    private mutating func takeSign(_ byte: UInt8) throws(EncodingFileFault) {
        switch (state, byte) {
        case (.start, UInt8(ascii: "{")): state = .keyOrEnd
        case (.start, _) where position < 3 && byte == EncodingFileStream.mark[position]: break
        case (.keyOrEnd, UInt8(ascii: "}")): state = .end
        case (.keyOrEnd, UInt8(ascii: "\"")), (.key, UInt8(ascii: "\"")): state = .inKey
        case (.colon, UInt8(ascii: ":")): state = .value
        case (.value, UInt8(ascii: "[")) where isList: state = .list
        case (.value, _) where isList: throw fault("the member “clks” is no list")
        case (.value, UInt8(ascii: ",")), (.value, UInt8(ascii: "}")), (.value, UInt8(ascii: "]")): throw unreadable()
        case (.value, _): try pass(byte, .member, 0, false)
        case (.list, UInt8(ascii: "]")), (.afterElement, UInt8(ascii: "]")): state = .afterValue
        case (.list, UInt8(ascii: "\"")), (.element, UInt8(ascii: "\"")): state = .inElement
        case (.list, UInt8(ascii: "[")), (.element, UInt8(ascii: "[")): state = .nested
        case (.list, _), (.element, _): throw notBase64()
        case (.afterElement, UInt8(ascii: ",")): state = .element
        case (.nested, UInt8(ascii: "\"")): state = .inNested
        case (.afterNested, UInt8(ascii: ",")): state = .passing(then: .nested, depth: 0, isInText: false)
        case (.afterNested, UInt8(ascii: "]")): state = .afterElement
        case (.afterValue, UInt8(ascii: ",")): state = .key
        case (.afterValue, UInt8(ascii: "}")): state = .end
        default: throw unreadable()
        }
    }

    private mutating func takeText(_ byte: UInt8) throws(EncodingFileFault) {
        if byte == UInt8(ascii: "\""), !isEscaped {
            switch state {
            case .inKey:
                isList = text.elementsEqual("clks".utf8)
                if isList, isFound { throw fault("the file has two lists of encodings") }
                isFound = isFound || isList
                text.removeAll(keepingCapacity: true)
                state = .colon
            case .inElement:
                try add()
                state = .afterElement
            default:
                try add()
                state = .afterNested
            }
            return
        }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        guard text.count < EncodingFileStream.longestText else { throw fault("a text is longer than an encoding can be") }
        text.append(byte)
    }

    private mutating func pass(_ byte: UInt8, _ ending: Ending, _ depth: Int, _ isInText: Bool) throws(EncodingFileFault) {
        if isInText {
            let isClosed = byte == UInt8(ascii: "\"") && !isEscaped
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            state = .passing(then: ending, depth: depth, isInText: !isClosed)
            return
        }
        switch byte {
        case UInt8(ascii: "\""): state = .passing(then: ending, depth: depth, isInText: true)
        case UInt8(ascii: "{"), UInt8(ascii: "["): state = .passing(then: ending, depth: depth + 1, isInText: false)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if depth > 0 {
                state = .passing(then: ending, depth: depth - 1, isInText: false)
            } else if byte == UInt8(ascii: "}"), ending == .member {
                state = .end
            } else if byte == UInt8(ascii: "]"), ending == .nested {
                state = .afterElement
            } else {
                throw unreadable()
            }
        case UInt8(ascii: ",") where depth == 0 && ending == .member: state = .key
        default: state = .passing(then: ending, depth: depth, isInText: false)
        }
    }

    private mutating func add() throws(EncodingFileFault) {
        guard count < mostEncodings else { throw EncodingFileFault("The file has more than \(mostEncodings) encodings") }
        var whole: [UInt8] = []
        swap(&whole, &text)
        guard let length = whole.withUnsafeBufferPointer({ Base64.byteCount(of: $0) }), length > 0 else { throw notBase64() }
        if let byteCount, byteCount != length {
            throw fault("encoding \(count + 1) has \(length * 8) bits, and the first has \(byteCount * 8)")
        }
        byteCount = length
        guard whole.withUnsafeBufferPointer({ Base64.append($0, byteCount: length, to: &words) }) else { throw notBase64() }
        count += 1
        whole.removeAll(keepingCapacity: true)
        swap(&whole, &text)
    }

    // MARK: What is wrong

    private func notBase64() -> EncodingFileFault { fault("encoding \(count + 1) is not a text in base64") }

    private func unreadable() -> EncodingFileFault { fault("this is not the JSON of a file of encodings") }

    private func fault(_ words: String) -> EncodingFileFault { EncodingFileFault("Line \(line): \(words)") }
}
