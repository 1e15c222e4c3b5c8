/// One page of a list, with the key from which the next page goes on.
package struct Listing<Item: Sendable>: Sendable {
    package let items: [Item]
    /// Where the next page begins; nil on the last page.
    package let next: String?

    package init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }

    /// Makes a page from `size + 1` rows or fewer: the surplus row only says that there is more.
    package init(rows: [Item], size: Int, key: (Item) -> String) {
        if rows.count > size, size > 0 {
            items = Array(rows.prefix(size))
            next = key(rows[size - 1])
        } else {
            items = rows
            next = nil
        }
    }

    package func map<Other: Sendable>(_ transform: (Item) throws -> Other) rethrows -> Listing<Other> {
        Listing<Other>(items: try items.map(transform), next: next)
    }
}
