/// A page of a list as the interface gives it: its items, and the key of the next page.
package struct ListJSON<Item: Encodable & Sendable>: Encodable, Sendable {
    private let items: [Item]
    private let next: String?

    package init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }
}
