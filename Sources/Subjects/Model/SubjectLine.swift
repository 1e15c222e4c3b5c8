import Access
import Kernel

/// A subject as a list shows it: of what the viewer may see of it.
package struct SubjectLine: Sendable {
    package let id: ID<Subject>
    package let kind: MentionedKind
    package let reference: String
    /// Under which names it appears, at most three; none for a person.
    package let names: [String]
    package let mentions: Int
    package let lastOn: Day
}

/// One subject with everything of it that the viewer may see.
package struct SubjectDetail: Sendable {
    package let id: ID<Subject>
    package let kind: MentionedKind
    package let reference: String
    /// The other references that were said to be the same.
    package let others: [String]
    package let mentions: [MentionLine]
    /// Mentions of the same number, mark or address that nobody has said to be of it.
    package let alike: [MentionLine]
    package let merges: [MergeLine]
    package let chart: LinkChart

    /// Under which names it appears, the newest first.
    package var names: [String] {
        var names: [String] = []
        for mention in mentions + alike where !mention.label.isEmpty && !names.contains(mention.label) { names.append(mention.label) }
        return names
    }
}

/// That two subjects were said to be one.
package struct MergeLine: Sendable {
    package let id: ID<SubjectMerge>
    package let kept: String
    package let merged: String
    package let mergedAt: Moment
    package let by: String
    package let undoneAt: Moment?
    package let undoReason: String
    /// Whether a mention of one of the two was corrected in its record afterwards.
    package let isCorrected: Bool
    /// Whether no record mentions one of the two any more.
    package let isBare: Bool
}

/// A place, number or mark that several records mention.
package struct HotSpot: Sendable {
    package let name: String
    /// One of its mentions, which leads to all of them.
    package let mention: ID<Mention>
    package let records: Int
    package let firstOn: Day
    package let lastOn: Day
}
