import Access
import Kernel

/// One section of a publication, with who wrote it and who approved it.
package struct SectionDetail: Sendable, Hashable {
    /// Somebody with a name, and when.
    package struct Hand: Sendable, Hashable {
        package let person: ID<Person>
        package let name: String
        package let at: Moment
    }

    package let id: ID<PublicationSection>
    package let version: Int
    package let position: Int
    package let draft: SectionDraft
    /// Nil while nobody wrote anything.
    package let writer: Hand?
    /// Nil while nobody approved the words as they are now.
    package let approver: Hand?

    /// Whether it cannot be published yet, because somebody other than the writer has to approve it.
    package var waitsForApproval: Bool { draft.kind == .caseStudy && approver == nil }
}
