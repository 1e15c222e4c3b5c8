import Access
import Kernel

/// What the viewer's organisation was told blindly about something that one of its concerns mentions.
package struct HeardBlindly: Sendable {
    package let kind: MentionedKind
    /// What its own concern says: "07700 900123".
    package let label: String
    /// Nil for the coordinator.
    package let holder: ID<Organisation>?
    package let holderName: String?
    package let contacts: [String]
    package let at: Moment
}

/// What was told blindly out of a concern.
package struct ToldBlindly: Sendable {
    package let kind: MentionedKind
    package let label: String
    package let asker: String
    package let at: Moment
}
