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

    package init(kind: PublicationKind, title: String, first: Day, last: Day) {
        self.kind = kind
        self.title = title
        self.first = first
        self.last = last
    }

    package var period: Period { Period(from: first, to: last) }
}

/// One publication.
package struct PublicationDetail: Sendable, Hashable {
    package let id: ID<PartnershipPublication>
    package let version: Int
    package let facts: PublicationFacts
    package let state: PublicationState
    /// The edition that is prepared, or is out.
    package let edition: Int
    /// Why the edition after the first is made.
    package let reason: String
    /// Whether it keeps the figures of the edition before.
    package let keepsFigures: Bool
    package let begunAt: Moment
}
