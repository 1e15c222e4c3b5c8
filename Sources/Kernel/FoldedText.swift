import Foundation

/// Text made comparable: lower case, no accents, letters and digits only, single spaces between words.
///
/// Both databases compare these keys byte by byte, so that "equal" means the same on each.
package struct FoldedText: Hashable, Sendable {
    package let key: String

    package init(_ text: String) {
        key = FoldedText.asciiKey(text) ?? FoldedText.foldedKey(text)
    }

    /// The key of a text in ASCII, which most are: the same as `foldedKey` gives, without Foundation. Nil for others.
    private static func asciiKey(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes -> String? in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count) { key in
                var count = 0
                var gap = false
                for byte in bytes {
                    let letter: UInt8
                    switch byte {
                    case 0x30...0x39, 0x61...0x7A: letter = byte
                    case 0x41...0x5A: letter = byte + 0x20
                    case 0x27: continue
                    default:
                        gap = true
                        continue
                    }
                    if gap, count > 0 {
                        key[count] = 0x20
                        count += 1
                    }
                    key[count] = letter
                    count += 1
                    gap = false
                }
                return count
            }
        }
    }

    private static func foldedKey(_ text: String) -> String {
        let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var key = ""
        var gap = false
        for scalar in plain.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if gap, !key.isEmpty { key.append(" ") }
                key.unicodeScalars.append(scalar)
                gap = false
            } else if scalar != "'" && scalar != "\u{2019}" {
                gap = true
            }
        }
        return key
    }

    /// The words of the key, in order.
    package var words: [Substring] { key.split(separator: " ") }
}
