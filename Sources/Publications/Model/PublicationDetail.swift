import Access
import Kernel
import Store

/// Where a publication stands.
package enum PublicationState: String, Sendable, Codable, CaseIterable, Bindable, ColumnDecodable {
    case draft
    case locked
    case published
    case withdrawn

    package var label: String {
        switch self {
        case .draft: "Draft"
        case .locked: "Locked, to be signed"
        case .published: "Published"
        case .withdrawn: "Withdrawn"
        }
    }
}

/// What a publication is about.
package struct PublicationFacts: Sendable, Hashable {
    package var kind: PublicationKind
    package var title: String
    package var first: Day
    package var last: Day
    /// The town that it is about; nil for a document about the whole partnership.
    package var town: ID<Term>?

    package init(kind: PublicationKind, title: String, first: Day, last: Day, town: ID<Term>? = nil) {
        self.kind = kind
        self.title = title
        self.first = first
        self.last = last
        self.town = town
    }

    package var period: Period { Period(from: first, to: last) }
}

/// One publication.
package struct PublicationDetail: Sendable, Hashable {
    package let id: ID<PartnershipPublication>
    package let version: Int
    package let facts: PublicationFacts
    /// The name of the town that it is about; empty for none.
    package let townLabel: String
    package let state: PublicationState
    /// The edition that is prepared, or is out.
    package let edition: Int
    /// Why the edition after the first is made.
    package let reason: String
    /// Whether it keeps the figures of the edition before.
    package let keepsFigures: Bool
    package let begunAt: Moment

    /// "Town profile of Tipton, 1 April 2019 to 31 March 2020".
    package var about: String {
        "\(facts.kind.label)\(townLabel.isEmpty ? "" : " of \(townLabel)"), \(facts.period.text)"
    }
}
