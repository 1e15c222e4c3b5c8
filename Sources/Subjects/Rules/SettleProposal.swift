import Access
import Kernel
import Store

/// Answers a proposal: the same, not the same, or that it cannot be told.
package enum SettleProposal: Verb {
    package typealias Record = SubjectProposal
    package static let name = "settle-proposal"
    package static let relation = Relation.subjectProposals
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.combination

    static func problems(_ answer: ProposalStatus?, _ standing: ProposalStatus) -> [Problem] {
        guard let answer, answer != .open else {
            return [Problem("answer", "Say whether they are the same, not the same, or that you cannot tell")]
        }
        if standing == .same { return [Problem("answer", "They were said to be the same: undo that first")] }
        return []
    }
}

/// Undoes the saying that two subjects are one. Both are there as they were; nothing of either was ever deleted.
package enum UndoMerge: Verb {
    package typealias Record = SubjectMerge
    package static let name = "undo-merge"
    package static let relation = Relation.subjectMerges
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.combination

    static func problems(reason: String, isUndone: Bool) -> [Problem] {
        if isUndone { return [Problem("", "This was undone already")] }
        if reason.count < 5 { return [Problem("reason", "Say in a few words why it was wrong")] }
        return [TextLength.problem("reason", "reason", reason, limit: TextLength.line)].compactMap { $0 }
    }
}

extension SubjectDesk {
    /// Answers a proposal. "The same" makes a subject of each side that is none yet and joins the two.
    package func settle(
        _ proposal: ID<SubjectProposal>, _ answer: ProposalStatus?, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<SubjectProposal>> {
        try await desk.change(SettleProposal.self, on: proposal, by: viewer, key: key) { change in
            let standing = try change.reading.proposal(proposal)
            let problems = SettleProposal.problems(answer, standing.status)
            guard problems.isEmpty, let answer else { return .refused(problems) }
            try change.settle(answer)
            if answer == .same {
                let one = try change.subject(of: standing.one, reason: "Said to be the same")
                let other = try change.subject(of: standing.other, reason: "Said to be the same")
                if one != other { try change.join(one, other, because: proposal) }
            }
            change.note("Answered: \(answer.label.lowercased())")
            return .done(proposal)
        }
    }

    /// Undoes a merge; the proposal that it came from waits for an answer again.
    package func undo(
        _ merge: ID<SubjectMerge>, reason: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Subject>> {
        try await desk.change(UndoMerge.self, on: merge, by: viewer, key: key) { change in
            let standing = try change.reading.merge(merge)
            let problems = UndoMerge.problems(reason: reason, isUndone: standing.line.undoneAt != nil)
            guard problems.isEmpty else { return .refused(problems) }
            try change.undo(reason: reason)
            change.note("Two subjects parted again")
            return .done(standing.kept)
        }
    }
}
