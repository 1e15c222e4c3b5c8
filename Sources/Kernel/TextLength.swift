/// How long texts may be, in characters.
package enum TextLength {
    /// A line of a form.
    package static let line = 300
    /// What somebody writes at length.
    package static let account = 10_000

    /// What to say of a text that is too long; nil while it is not.
    ///
    /// - Parameter name: the text as a sentence names it: "note".
    package static func problem(_ field: String, _ name: String, _ text: String, limit: Int) -> Problem? {
        text.count > limit
            ? Problem(field, "Shorten the \(name) to \(limit) characters or fewer; it has \(text.count)") : nil
    }
}
