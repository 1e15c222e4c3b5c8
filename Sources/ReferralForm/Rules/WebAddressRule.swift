/// Finds what looks like the address of a web page: "scheme://", "www." or "word.word/".
enum WebAddressRule {
    static func isFound(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.contains(0x2F) || bytes.contains(0x2E) else { return false }
            for index in bytes.indices {
                switch bytes[index] {
                case 0x2F where index + 1 < bytes.count && bytes[index + 1] == 0x2F:
                    if index >= 2, bytes[index - 1] == 0x3A, isWord(bytes[index - 2]) { return true }
                case 0x2F: if endsWithHost(bytes[..<index]) { return true }
                case 0x2E where index >= 3 && index + 1 < bytes.count && isWord(bytes[index + 1]):
                    let three = bytes[index - 3..<index].map { $0 | 0x20 }
                    if three == [0x77, 0x77, 0x77], index == 3 || !isWord(bytes[index - 4]) { return true }
                default: break
                }
            }
            return false
        }
    }

    /// Whether the bytes end with "word.word".
    private static func endsWithHost(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var index = bytes.endIndex
        func passWord() -> Bool {
            let start = index
            while index > bytes.startIndex, isWord(bytes[index - 1]) { index -= 1 }
            return index < start
        }
        guard passWord(), index > bytes.startIndex, bytes[index - 1] == 0x2E else { return false }
        index -= 1
        return passWord()
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F || byte >= 0x80
    }
}
