import Access
import Kernel

/// A section as it was when its publication was locked, for a correction that is given up.
struct KeptSection: Sendable, Codable {
    /// Somebody, and when.
    struct Hand: Sendable, Codable {
        let person: ID<Person>
        let at: Moment
    }

    let position: Int
    let kind: String
    let title: String
    let source: String
    let body: String
    let accepted: String
    let writer: Hand?
    let approver: Hand?

    init(_ section: SectionDetail) throws {
        let draft = section.draft
        position = section.position
        kind = draft.kind.rawValue
        (title, source, body, accepted) = (draft.title, draft.source, try draft.keptText, draft.accepted)
        writer = section.writer.map { Hand(person: $0.person, at: $0.at) }
        approver = section.approver.map { Hand(person: $0.person, at: $0.at) }
    }
}
