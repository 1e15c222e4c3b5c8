/// The identifier of one record of type `Record`: a UUID of version 7, so that identifiers sort by the time they were made.
///
/// Two records of different types cannot be confused: `ID<Concern>` is not `ID<Visit>`.
package struct ID<Record>: Hashable, Sendable, Comparable, CustomStringConvertible {
    private let high: UInt64
    private let low: UInt64

    /// Makes an identifier from its moment and 74 bits of chance.
    package init(at moment: Moment, random: (UInt64, UInt64)) {
        let milliseconds = UInt64(clamping: moment.microseconds / 1000)
        high = milliseconds << 16 | 0x7000 | (random.0 & 0x0FFF)
        low = 0x8000_0000_0000_0000 | (random.1 & 0x3FFF_FFFF_FFFF_FFFF)
    }

    /// Reads the canonical text form (36 characters, lower or upper case); nil for anything else.
    package init?(_ text: String) {
        var text = text
        guard let words = text.withUTF8(UUIDText.words) else { return nil }
        (high, low) = words
    }

    package init?(_ text: Substring) {
        self.init(String(text))
    }

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The same identifier seen as that of another type: for tables that refer to records of several types.
    package func cast<Other>(to other: Other.Type = Other.self) -> ID<Other> {
        ID<Other>(high: high, low: low)
    }

    /// The canonical text form, lower case.
    package var text: String { UUIDText.text(high, low) }

    package var description: String { text }

    package static func < (one: ID, other: ID) -> Bool {
        (one.high, one.low) < (other.high, other.low)
    }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = ID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an identifier")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The canonical text form of the 128 bits, the same for identifiers of every type.
private enum UUIDText {
    /// One bit for each of the places where a dash stands.
    private static let dashes: UInt64 = 1 << 8 | 1 << 13 | 1 << 18 | 1 << 23

    static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64)? {
        guard bytes.count == 36 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for index in 0..<36 {
            let byte = bytes[index]
            if dashes >> UInt64(index) & 1 == 1 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            let digit: UInt64
            switch byte {
            case 0x30...0x39: digit = UInt64(byte - 0x30)
            case 0x61...0x66: digit = UInt64(byte - 0x61 + 10)
            case 0x41...0x46: digit = UInt64(byte - 0x41 + 10)
            default: return nil
            }
            if index < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
        }
        return (high, low)
    }

    static func text(_ high: UInt64, _ low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var nibbles = 0
            for index in 0..<36 {
                if dashes >> UInt64(index) & 1 == 1 {
                    buffer[index] = UInt8(ascii: "-")
                    continue
                }
                let word = nibbles < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - (nibbles & 15) * 4) & 0xF)
                buffer[index] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
                nibbles += 1
            }
            return 36
        }
    }
}
