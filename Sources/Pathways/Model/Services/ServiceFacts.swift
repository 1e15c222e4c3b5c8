import Access
import Kernel
import Partnerships

/// What is said of a service: who offers it, what, to whom, where. It holds nobody's data; a secret address is sealed.
package struct ServiceFacts: Sendable, Hashable {
    /// The member that offers it; nil for a provider outside the partnership.
    package var organisation: ID<Organisation>?
    /// The provider outside the partnership; empty where a member offers it.
    package var provider: String
    package var name: String
    /// Codes of "service_capability".
    package var capabilities: [String]
    /// Codes of "service_group".
    package var groups: [String]
    /// Identifiers of towns, or `ServiceFacts.wholeArea`.
    package var areas: [String]
    package var capacity: Int?
    package var contact: String
    package var hours: String
    package var note: String
    package var validFrom: Day
    package var validUntil: Day?

    /// The code of "everywhere in the partnership's area".
    package static let wholeArea = "whole"

    package init(
        organisation: ID<Organisation>? = nil, provider: String = "", name: String = "", capabilities: [String] = [],
        groups: [String] = [], areas: [String] = [], capacity: Int? = nil, contact: String = "", hours: String = "",
        note: String = "", validFrom: Day, validUntil: Day? = nil
    ) {
        self.organisation = organisation
        self.provider = provider
        self.name = name
        self.capabilities = capabilities
        self.groups = groups
        self.areas = areas
        self.capacity = capacity
        self.contact = contact
        self.hours = hours
        self.note = note
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    /// Whether people live there: then the checklist decides whether anybody may be sent.
    package func isAccommodation(_ lists: CodeLists) -> Bool {
        capabilities.contains { lists["service_capability"][$0]?.note == ServiceFacts.accommodationNote }
    }

    /// How the code list marks what is a place to live.
    static let accommodationNote = "accommodation"
}

/// What is to become of the sealed address when a service is changed.
package enum AddressChange: Sendable, Hashable {
    case keep
    case remove
    case replace(String)
}
