import Kernel

/// A list of values that a field of the form offers: the text is the code, so it is compared letter by letter.
package struct FormList: Sendable, Hashable {
    /// Every value, in the order of the alphabet.
    package let values: [String]
    private let known: Set<String>

    /// - Parameter rows: values between "|", on as many lines as it takes.
    init(_ rows: String) {
        values = rows.split { $0 == "|" || $0 == "\n" }.map(String.init)
        known = Set(values)
    }

    /// The value that somebody means, as the form spells it: the same letters whatever their case and accents, or the one
    /// value that adds its initials, as "National Crime Agency NCA". Nil where the form offers none.
    package func spelling(of text: String) -> String? {
        let text = trimmed(text)
        if known.contains(text) { return text }
        let key = FoldedText(text).key
        if key.isEmpty { return nil }
        if let same = values.first(where: { FoldedText($0).key == key }) { return same }
        let longer = values.filter { value in
            guard let initials = value.split(separator: " ").last, initials.count > 1, initials.allSatisfy(\.isUppercase) else {
                return false
            }
            return FoldedText(String(value.dropLast(initials.count))).key == key
        }
        return longer.count == 1 ? longer[0] : nil
    }

    /// Whether the form offers this value.
    package func contains(_ value: String) -> Bool { known.contains(value) }
}
