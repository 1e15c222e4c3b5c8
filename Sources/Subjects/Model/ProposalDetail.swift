import Access
import Kernel
import Linkage
import Store

/// What was answered to a proposal.
package enum ProposalStatus: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case open, same
    case notTheSame = "not-the-same"
    case cannotTell = "cannot-tell"

    package var label: String {
        switch self {
        case .open: "To answer"
        case .same: "The same"
        case .notTheSame: "Not the same"
        case .cannotTell: "Cannot tell"
        }
    }
}

/// Two mentions that may be of one subject, with what speaks for it and against it.
package struct ProposalDetail: Sendable {
    package let id: ID<SubjectProposal>
    package let kind: MentionedKind
    package let one: MentionLine
    package let other: MentionLine
    /// In tenths of a bit.
    package let weight: Int
    package let contributions: [Contribution]
    package let status: ProposalStatus
    package let proposedAt: Moment
    package let settledAt: Moment?
    package let settledBy: String?
    /// The merge that came of it and stands, where it was answered with "the same".
    package let merge: ID<SubjectMerge>?
}

/// Contributions as they are kept: words and numbers, no value of either side.
enum StoredContributions {
    static func text(_ contributions: [Contribution]) -> String {
        contributions.map { "\($0.field)|\($0.finding)|\(Int(($0.bits * 10).rounded()))" }.joined(separator: "\n")
    }

    static func read(_ text: String) -> [Contribution] {
        text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "|", omittingEmptySubsequences: false)
            guard parts.count == 3, let tenths = Int(parts[2]) else { return nil }
            return Contribution(field: String(parts[0]), finding: String(parts[1]), bits: Float(tenths) / 10)
        }
    }

    static func weight(_ contributions: [Contribution]) -> Int {
        contributions.reduce(0) { $0 + Int(($1.bits * 10).rounded()) }
    }
}
