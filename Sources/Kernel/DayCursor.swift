/// Where a page of a list ended that is kept in the order of a day, and of identifiers within a day.
package struct DayCursor<Record>: Sendable, Hashable {
    package let day: Day
    package let id: ID<Record>

    package init(_ day: Day, _ id: ID<Record>) {
        self.day = day
        self.id = id
    }

    /// Reads what `text` wrote; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(parts[0]), let id = ID<Record>(parts[1]) else { return nil }
        self.init(day, id)
    }

    /// As an address holds it.
    package var text: String { "\(day.iso)_\(id.text)" }
}
