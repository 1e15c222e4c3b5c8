/// What makes the second arrival of the same request recognisable: a form's token, an API header, an import reference.
package struct IdempotencyKey: Hashable, Sendable {
    package let text: String

    /// Of a form that should carry a key and does not: it is refused, because it could be done twice.
    package static let missing = IdempotencyKey()

    private init() {
        text = ""
    }

    /// Up to 200 characters; nil for an empty or longer text.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 200 else { return nil }
        self.text = text
    }
}
