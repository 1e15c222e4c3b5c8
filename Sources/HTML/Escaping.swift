/// How text becomes bytes of HTML that mean only that text, in content and inside double quotes alike: `& < > " '` become
/// character references, and control characters other than tab and line feed are left out. Marks that turn the direction
/// of writing are kept: they are part of some names.
enum Escaping {
    /// One byte of text becomes at most this many: `&quot;`.
    static let mostBytesForOne = 6

    /// One bit for each byte below 64 that cannot stand for itself: the controls but tab and line feed, and `" & ' < >`.
    private static let mask: UInt64 = 0x5000_00C4_FFFF_F9FF

    @inline(__always)
    static func isNeeded(_ byte: UInt8) -> Bool {
        byte < 64 ? (mask >> UInt64(byte)) & 1 == 1 : byte == 0x7F
    }

    /// How many bytes of a text cannot stand for themselves.
    static func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for byte in text where isNeeded(byte) { count += 1 }
        return count
    }

    /// What stands for a byte that cannot stand for itself.
    static func reference(_ byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: ""
        }
    }
}
