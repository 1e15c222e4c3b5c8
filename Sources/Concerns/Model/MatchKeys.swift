import Kernel

/// The keys by which two concerns are seen to speak of the same telephone, vehicle or place: exact after the ways of
/// writing them are taken away. Near matches are another matter.
package enum MatchKeys {
    /// A telephone number in national form, digits only: "+44 (0)7700 900123" and "07700 900 123" are the same. Empty when
    /// there are fewer than six digits.
    package static func phone(_ text: String) -> String {
        var digits = text.filter { $0.isASCII && $0.isNumber }
        if digits.hasPrefix("0044") {
            digits.removeFirst(4)
        } else if digits.hasPrefix("44"), digits.count > 10 {
            digits.removeFirst(2)
        } else if digits.hasPrefix("00") {
            return digits.count < 8 ? "" : String(digits)
        } else if digits.hasPrefix("0") {
            digits.removeFirst()
        }
        while digits.hasPrefix("0") { digits.removeFirst() }
        return digits.count < 6 ? "" : "0\(digits)"
    }

    /// A registration mark: letters and digits only, upper case. Empty when there are fewer than two characters.
    package static func vehicle(_ text: String) -> String {
        let mark = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return mark.count < 2 ? "" : mark
    }

    /// A place: its postcode and the words of its address. Empty when the address says nothing.
    package static func place(_ address: String, postcode: String) -> String {
        let words = FoldedText(address).key
        let code = postcode.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return words.isEmpty ? "" : "\(code) \(words)"
    }

    /// The key for a mention of this kind.
    package static func key(kind: String, value: String) -> String {
        switch kind {
        case "phone": phone(value)
        case "vehicle": vehicle(value)
        case "person": ""
        default: FoldedText(value).key
        }
    }
}
