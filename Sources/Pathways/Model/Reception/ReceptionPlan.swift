import Access
import Kernel
import Store

/// What is planned for a reception centre. It is kept whole with each version, so that an older one stays readable.
package struct ReceptionPlan: Sendable, Hashable, Codable {
    /// "Hall: waiting, 40 chairs", one a line.
    package var rooms: [String]
    /// Codes of "reception_role".
    package var roles: [String]
    /// What is ticked when it opens.
    package var checklist: [String]
    /// What is kept there or brought: "Blankets, 60, in the store".
    package var stock: [String]
    package var transport: String
    package var note: String

    package init(
        rooms: [String] = [], roles: [String] = [], checklist: [String] = [], stock: [String] = [], transport: String = "",
        note: String = ""
    ) {
        self.rooms = rooms
        self.roles = roles
        self.checklist = checklist
        self.stock = stock
        self.transport = transport
        self.note = note
    }
}

/// What is said of a centre beside its plan.
package struct CentreFacts: Sendable, Hashable {
    package enum Status: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
        case draft
        case ready
        case retired

        package var label: String {
            switch self {
            case .draft: "Being planned"
            case .ready: "Ready to open"
            case .retired: "No longer used"
            }
        }
    }

    package var name: String
    package var town: ID<Term>?
    /// How many people it can hold at once.
    package var capacity: Int
    package var status: Status

    package init(name: String, town: ID<Term>? = nil, capacity: Int, status: Status = .draft) {
        self.name = name
        self.town = town
        self.capacity = capacity
        self.status = status
    }
}
