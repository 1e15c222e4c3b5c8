import Access
import Kernel

/// A concern as a list shows it.
package struct ConcernLine: Sendable {
    package let id: ID<Concern>
    package let reference: String
    package let receivedOn: Day
    package let status: ConcernStatus
    package let immediateDanger: Bool
    /// A code of "location_type".
    package let locationType: String
    package let town: String
    package let response: ResponseGrade?
    package let summary: String
}

/// Which concerns a list shows, and from where on.
package struct ConcernQuery: Sendable {
    package enum Stage: String, Sendable, CaseIterable {
        case open, all, awaitingCheck = "to-check", raised, triaged, scoping, response, closed
    }

    package var stage: Stage
    package var town: ID<Term>?
    package var search: String
    /// The key of the last line of the page before.
    package var after: Cursor?
    package var size: Int

    package init(stage: Stage = .open, town: ID<Term>? = nil, search: String = "", after: Cursor? = nil, size: Int = 25) {
        self.stage = stage
        self.town = town
        self.search = search
        self.after = after
        self.size = size
    }

    /// Where a page of the list ends: danger first, then the newest.
    package struct Cursor: Sendable, Hashable {
        package let danger: Bool
        package let receivedOn: Day
        package let id: ID<Concern>

        package init(danger: Bool, receivedOn: Day, id: ID<Concern>) {
            self.danger = danger
            self.receivedOn = receivedOn
            self.id = id
        }

        package init?(_ text: String) {
            let parts = text.split(separator: "_", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "0" || parts[0] == "1", let day = Day(parts[1]),
                let id = ID<Concern>(parts[2])
            else { return nil }
            self.init(danger: parts[0] == "1", receivedOn: day, id: id)
        }

        package var text: String { "\(danger ? 1 : 0)_\(receivedOn.iso)_\(id)" }
    }
}
