/// What makes the second arrival of the same request recognisable: a form's token, an API header, an import reference.
package struct IdempotencyKey: Hashable, Sendable {
    package let text: String

    /// Up to 200 characters; nil for an empty or longer text.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 200 else { return nil }
        self.text = text
    }
}
