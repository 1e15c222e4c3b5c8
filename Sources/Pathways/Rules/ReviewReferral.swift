import Access
import Kernel

/// A supervisor approves a referral, or returns it and says what is missing.
package enum ReviewReferral: Verb {
    package typealias Record = Referral
    package static let name = "review-referral"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]

    package enum Decision: String, Sendable, CaseIterable {
        case approve
        case giveBack = "return"
    }

    package struct Draft: Sendable, Hashable {
        package var decision: Decision?
        /// What is missing, for whoever writes on: sealed.
        package var note: String

        package init(decision: Decision?, note: String) {
            self.decision = decision
            self.note = note
        }
    }

    /// Every reason why this is no review; empty means it is one.
    ///
    /// - Parameter isDrafter: whether the reviewer wrote in it last.
    package static func problems(_ draft: Draft, status: ReferralStatus, isDrafter: Bool) -> [Problem] {
        guard status == .inReview else {
            return [Problem("", "This referral is “\(status.label)”: only one that was sent for review is reviewed")]
        }
        var problems: [Problem] = []
        if isDrafter {
            problems.append(Problem("", "You wrote in this referral last: somebody else reviews it"))
        }
        if draft.decision == nil { problems.append(Problem("decision", "Choose whether you approve it or return it")) }
        if draft.decision == .giveBack, draft.note.count < 10 {
            problems.append(Problem("note", "Say in a sentence what is missing"))
        }
        if let problem = TextLength.problem("note", "note", draft.note, limit: TextLength.account) { problems.append(problem) }
        return problems
    }
}

extension PathwayDesk {
    /// Reviews a referral. Approved it is ready to be keyed in; returned it is a draft again.
    package func review(
        _ id: ID<Referral>, _ draft: ReviewReferral.Draft, by viewer: Viewer, expecting version: Int?, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Referral>> {
        try await desk.change(ReviewReferral.self, on: id, by: viewer, expecting: version, key: key) { change in
            let detail = try change.reading.referral(id)
            let line = detail.line
            let isDrafter = detail.drafter != nil && detail.drafter == viewer.person
            var problems = ReviewReferral.problems(draft, status: line.status, isDrafter: isDrafter)
            if problems.isEmpty, draft.decision == .approve { problems = try change.gate(line, bodies: bodies) }
            guard problems.isEmpty, let decision = draft.decision else { return .refused(problems) }
            try change.review(
                decision, note: draft.note, of: line.victim, facts: try change.reading.victim(line.victim).facts)
            change.note(
                "\(line.reference) \(decision == .approve ? "approved: it can be keyed in" : "returned to whoever writes it")",
                victim: line.victim)
            return .done(id)
        }
    }
}
