import Access
import Kernel

/// Takes out the newest step of a course that was entered wrongly. The entry stays on record, struck out, with the reason.
package enum VoidDecision: Verb {
    package typealias Record = Referral
    package static let name = "void-decision"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]

    /// The panel that decided a step, the newest; nil where none did or it was written down without one.
    static func panel(of entry: CourseDecision, among panels: [PanelDetail]) -> PanelDetail? {
        guard entry.authority == CourseFile.panel else { return nil }
        return panels.first { panel in
            guard panel.status == .decided, panel.decidedOn == entry.decidedOn else { return false }
            return panel.stage == entry.stage
                ? panel.outcome == entry.outcome : entry.stage == .conclusiveGrounds && panel.conclusive == entry.outcome
        }
    }

    /// Every reason why the step cannot be taken out; empty means it can.
    package static func problems(_ decision: ID<ReferralDecision>, reason: String, history: CourseHistory) -> [Problem] {
        guard let entry = history.entries.first(where: { $0.id == decision }), entry.voidedAt == nil else {
            return [Problem("", "This step is taken out already")]
        }
        if history.newest?.id != decision {
            return [Problem("", "Later steps rest on this one: take out the newest first")]
        }
        if entry.from == nil { return [Problem("", "It is not known where the referral stood before this step")] }
        if reason.isEmpty { return [Problem("reason", "Say what was wrong about it")] }
        return [TextLength.problem("reason", "reason", reason, limit: TextLength.account)].compactMap { $0 }
    }
}

extension CourseDesk {
    /// Takes a step out and puts the referral back to where it stood, with the Home Office reference, the competent authority
    /// and the panel's decision that came with the step. The reason is sealed.
    package func void(
        _ decision: ID<ReferralDecision>, reason: String, on referral: ID<Referral>, of victim: ID<PotentialVictim>,
        by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Referral>> {
        try await desk.change(VoidDecision.self, on: referral, by: viewer, key: key) { change in
            let file = try change.reading.courseFile(referral, of: victim)
            guard file.history.entries.contains(where: { $0.id == decision }) else { throw AccessError.notVisible }
            let problems = VoidDecision.problems(decision, reason: reason, history: file.history)
            guard problems.isEmpty, let entry = file.history.newest, let from = entry.from else { return .refused(problems) }
            let panel = VoidDecision.panel(of: entry, among: file.panels)
            if panel?.stage == entry.stage, file.openPanel != nil {
                return .refused([Problem("", "A panel is convened for the decision after this one: call it off first")])
            }
            if entry.stage == .void, try change.isTaken(file.referral.homeOfficeReference ?? "") {
                return .refused([Problem("", "Another referral has its Home Office reference by now: put that one right first")])
            }
            try change.void(entry, reason: reason, backTo: from)
            if let panel { try change.reopen(panel, without: entry.stage) }
            change.note("Referral \(file.referral.reference): a wrong entry taken out", victim: victim)
            return .done(referral)
        }
    }
}
