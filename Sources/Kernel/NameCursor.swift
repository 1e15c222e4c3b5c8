/// Where a page of a list ended that is kept in the order of a name, and of identifiers within a name.
package struct NameCursor<Record>: Sendable, Hashable {
    /// The name as it is ordered by: folded.
    package let key: String
    package let id: ID<Record>

    package init(_ key: String, _ id: ID<Record>) {
        self.key = key
        self.id = id
    }

    /// Reads what `text` wrote; nil for anything else.
    package init?(_ text: String) {
        guard let mark = text.firstIndex(of: "_"), let id = ID<Record>(text[..<mark]) else { return nil }
        self.init(String(text[text.index(after: mark)...]), id)
    }

    /// As an address holds it.
    package var text: String { "\(id.text)_\(key)" }
}
