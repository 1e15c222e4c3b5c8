import Access
import Documents
import Kernel
import Reviews
import Store

/// In whose place somebody signs.
package enum SigningRole: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case coordinator
    case chair

    package var label: String {
        switch self {
        case .coordinator: "Coordinator"
        case .chair: "Chair of the board"
        }
    }

    var role: Role {
        switch self {
        case .coordinator: .coordinator
        case .chair: .chair
        }
    }
}

/// One of the two signatures of an edition.
package struct EditionSignature: Sendable, Hashable {
    package let role: SigningRole
    package let person: ID<Person>
    package let name: String
    package let at: Moment
}

/// What one edition says otherwise than the one before.
package struct EditionChange: Sendable, Hashable, Codable {
    package let day: Day
    package let was: String
    package let isNow: String
    package let why: String
}

/// A publication as it was locked once.
package struct EditionDetail: Sendable {
    package let id: ID<PublicationEdition>
    package let publication: ID<PartnershipPublication>
    package let number: Int
    package let lockedAt: Moment
    package let lockedBy: String
    package let document: Publication
    package let sheet: Infographic
    package let changes: [EditionChange]
    package let publishedAt: Moment?
    /// Under which number it is out.
    package let release: Int?
    package let withdrawnAt: Moment?
    package let withdrawnReason: String
    package var signatures: [EditionSignature]

    package func signature(_ role: SigningRole) -> EditionSignature? { signatures.first { $0.role == role } }

    /// The signatures that are still needed.
    package var missing: [SigningRole] { SigningRole.allCases.filter { signature($0) == nil } }
}

/// What a document of the partnership states that is locked or out, for the check of the next.
struct LedgerEntry: Sendable, Hashable {
    /// The identifier of its edition, or of what was registered.
    let id: String
    /// "Annual report 2019/20, edition 1".
    let title: String
    let at: Moment
    let stated: [StatedCounts]
}

/// A publication as a list shows it.
package struct PublicationLine: Sendable {
    package let publication: PublicationDetail
    package let signatures: Int
}

/// A publication with everything that its page shows.
package struct PublicationFile: Sendable {
    package let publication: PublicationDetail
    package let sections: [SectionDetail]
    /// The figures from elsewhere that it can state: those of now, or those of the edition whose figures it keeps.
    package let stated: StatedFigureShelf
    /// The newest first.
    package let editions: [EditionDetail]

    /// The edition that is locked or out now; nil while a draft of it is written.
    package var current: EditionDetail? { editions.first { $0.number == publication.edition } }
    /// What was out before this edition.
    package var former: EditionDetail? { editions.first { $0.number == publication.edition - 1 } }
}
