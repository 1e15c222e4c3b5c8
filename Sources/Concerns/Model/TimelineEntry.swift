import Access
import Kernel

/// One thing that happened to a concern, in words.
package struct TimelineEntry: Sendable {
    package let id: ID<RecordChange>
    package let at: Moment
    /// The verb as the journal names it.
    package let verb: String
    /// What the change said of itself.
    package let summary: String
    /// Who did it; nil for the public form and for work at the command line.
    package let person: String?
    package let organisation: String?
    package let differences: [FieldDifference]
}

/// A field before and after, in words that a page can show.
package struct FieldDifference: Sendable, Hashable {
    package let label: String
    package let before: String
    package let after: String

    package init(label: String, before: String, after: String) {
        self.label = label
        self.before = before
        self.after = after
    }
}
