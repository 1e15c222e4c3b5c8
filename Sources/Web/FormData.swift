import Kernel

/// The fields of a submitted form, in the order in which they came, trimmed and cleaned.
///
/// Values lose surrounding white space, control characters and line ends of other systems; nothing else is changed.
package struct FormData: Sendable {
    package var fields: [(name: String, value: String)]

    package init(fields: [(name: String, value: String)] = []) {
        self.fields = fields
    }

    /// The longest body that a form may have, in bytes.
    package static let limit = 2 * 1024 * 1024

    /// Reads `application/x-www-form-urlencoded` bytes; throws `FormError` on text that is not UTF-8, on broken escapes
    /// and on more than 2,000 fields.
    package init(urlEncoded bytes: some Sequence<UInt8>) throws {
        var fields: [(String, String)] = []
        var name: [UInt8] = []
        var current: [UInt8] = []
        var hasName = false
        func text(_ bytes: [UInt8]) throws -> String {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw FormError.notText }
            return text
        }
        func finish() throws {
            if hasName {
                fields.append((try text(name), FormData.cleaned(try text(current))))
            } else if !current.isEmpty {
                fields.append((try text(current), ""))
            }
            guard fields.count <= 2_000 else { throw FormError.tooManyFields }
            name = []
            current = []
            hasName = false
        }
        var pending = -1
        var high: UInt8 = 0
        for byte in bytes {
            if pending > 0 {
                guard let digit = FormData.digit(byte) else { throw FormError.brokenEscape }
                if pending == 2 {
                    high = digit
                    pending = 1
                } else {
                    current.append(high << 4 | digit)
                    pending = -1
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "%"): pending = 2
            case UInt8(ascii: "+"): current.append(UInt8(ascii: " "))
            case UInt8(ascii: "&"): try finish()
            case UInt8(ascii: "=") where !hasName:
                name = current
                current = []
                hasName = true
            default: current.append(byte)
            }
        }
        guard pending < 0 else { throw FormError.brokenEscape }
        try finish()
        self.fields = fields
    }

    /// The first value with this name; empty when there is none.
    package func text(_ name: String) -> String {
        fields.first { $0.name == name }?.value ?? ""
    }

    /// Every value with this name that is not empty.
    package func texts(_ name: String) -> [String] {
        fields.compactMap { $0.name == name && !$0.value.isEmpty ? $0.value : nil }
    }

    package func has(_ name: String, _ value: String) -> Bool {
        fields.contains { $0.name == name && $0.value == value }
    }

    package func id<Record>(_ name: String, of type: Record.Type = Record.self) -> ID<Record>? { ID(text(name)) }

    /// A whole number; nil when the field is empty or holds something else.
    package func number(_ name: String) -> Int? { Int(text(name)) }

    /// A date typed into three fields (`x-day`, `x-month`, `x-year`) or one (`x`, as 2020-02-08).
    package func date(_ name: String) -> DateEntry {
        let whole = text(name)
        if !whole.isEmpty { return Day(whole).map(DateEntry.day) ?? .unreadable }
        let parts = ["day", "month", "year"].map { text("\(name)-\($0)") }
        if parts.allSatisfy(\.isEmpty) { return .missing }
        guard let day = Int(parts[0]), let month = FormData.month(parts[1]), let year = Int(parts[2]),
            let result = Day(year: year < 100 ? 2000 + year : year, month: month, day: day)
        else { return .unreadable }
        return .day(result)
    }

    /// The same fields with one value replaced.
    package func setting(_ name: String, _ value: String) -> FormData {
        var copy = self
        copy.fields.removeAll { $0.name == name }
        copy.fields.append((name, value))
        return copy
    }

    /// As `application/x-www-form-urlencoded`.
    package var urlEncoded: String {
        fields.map { "\(FormData.escaped($0.name))=\(FormData.escaped($0.value))" }.joined(separator: "&")
    }

    private static func month(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        let lower = text.lowercased()
        guard lower.count >= 3 else { return nil }
        return Day.monthNames.firstIndex { $0.lowercased().hasPrefix(lower) }.map { $0 + 1 }
    }

    private static func cleaned(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var lastWasReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                scalars.append("\n")
                lastWasReturn = true
                continue
            }
            if scalar == "\n" && lastWasReturn {
                lastWasReturn = false
                continue
            }
            lastWasReturn = false
            if scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x7F { continue }
            scalars.append(scalar)
        }
        var kept = String(scalars)[...]
        while let first = kept.first, first.isWhitespace { kept.removeFirst() }
        while let last = kept.last, last.isWhitespace { kept.removeLast() }
        return String(kept)
    }

    private static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: out.append(byte)
            case 0x20: out.append(UInt8(ascii: "+"))
            default:
                let digits = Array("0123456789ABCDEF".utf8)
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}

/// What somebody typed where a date was asked for.
package enum DateEntry: Hashable, Sendable {
    case missing
    case unreadable
    case day(Day)

    package var day: Day? {
        if case .day(let day) = self { day } else { nil }
    }
}

/// Why a form could not be read at all (400).
package enum FormError: Error, Hashable, Sendable {
    case notText
    case brokenEscape
    case tooManyFields
    case tooLarge
    /// The form did not come from one of our own pages, or the page was open for too long.
    case notOurs
}
