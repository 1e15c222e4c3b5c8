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

    /// Whether the form offers this value.
    package func contains(_ value: String) -> Bool { known.contains(value) }
}
