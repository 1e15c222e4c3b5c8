/// Base64 with padding (RFC 4648, §4), straight from words and into words.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    /// The value of each character, 255 for those that are none of the alphabet.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// Writes the first `byteCount` bytes of words, highest byte first.
    static func append(_ words: UnsafeBufferPointer<UInt64>, byteCount: Int, to text: inout [UInt8]) {
        func byte(_ index: Int) -> UInt32 {
            index < byteCount ? UInt32(truncatingIfNeeded: words[index >> 3] >> UInt64(56 - (index & 7) << 3)) & 0xFF : 0
        }
        alphabet.withUnsafeBufferPointer { alphabet in
            let length = (byteCount + 2) / 3 * 4
            text.append(
                addingCapacity: length,
                initializingWith: { text in
                    for at in stride(from: 0, to: byteCount, by: 3) {
                        let group = byte(at) << 16 | byte(at + 1) << 8 | byte(at + 2)
                        text.append(alphabet[Int(group >> 18)])
                        text.append(alphabet[Int(group >> 12 & 63)])
                        text.append(at + 1 < byteCount ? alphabet[Int(group >> 6 & 63)] : 0x3D)
                        text.append(at + 2 < byteCount ? alphabet[Int(group & 63)] : 0x3D)
                    }
                })
        }
    }

    /// The length in bytes of what a text stands for; nil where its length or its end is not that of base64.
    static func byteCount(of text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard text.count % 4 == 0 else { return nil }
        guard text.count > 0 else { return 0 }
        let padding = text[text.count - 1] != 0x3D ? 0 : text[text.count - 2] != 0x3D ? 1 : 2
        return text.count / 4 * 3 - padding
    }

    /// Adds the bytes of a text to words, highest byte first and the last word filled up with zeros. False where a character
    /// does not belong; the words are then of no use.
    static func append(_ text: UnsafeBufferPointer<UInt8>, byteCount: Int, to words: inout [UInt64]) -> Bool {
        var isSound = true
        values.withUnsafeBufferPointer { values in
            let figures = (byteCount * 8 + 5) / 6
            var word: UInt64 = 0
            var room = 64
            for index in 0..<figures {
                let value = values[Int(text[index])]
                if value == 255 { isSound = false }
                let bits = UInt64(value & 63)
                if room > 6 {
                    room -= 6
                    word |= bits << UInt64(room)
                } else {
                    words.append(word | bits >> UInt64(6 - room))
                    let left = 6 - room
                    room = 64 - left
                    word = left == 0 ? 0 : bits << UInt64(room)
                }
            }
            // Six-bit figures may reach past the last byte; what reaches over is no part of the bytes.
            let full = byteCount * 8 % 64
            if full > 0 { words.append(word & ~(UInt64.max >> UInt64(full))) }
        }
        return isSound
    }
}
