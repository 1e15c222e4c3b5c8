import Access
import Kernel
import Partnerships

/// Closes the pathway of somebody, with the reason; it can be opened again.
package enum ClosePathway: Verb {
    package typealias Record = PotentialVictim
    package static let name = "close-pathway"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]

    /// Every reason why it cannot be closed; empty means it can.
    package static func problems(
        reason: String, note: String, victim: VictimDetail, referrals: [ReferralLine], lists: CodeLists, viewer: Viewer
    ) -> [Problem] {
        var problems: [Problem] = []
        if !victim.isOpen { return [Problem("", "This pathway is closed already")] }
        if !viewer.isCoordinator, victim.lead != viewer.organisation {
            return [Problem("", "Only the organisation that leads, or the coordinator, closes the pathway")]
        }
        if let unsent = referrals.first(where: \.status.isBeingWritten) {
            problems.append(Problem("", "\(unsent.reference) is being written: send it or set it aside first"))
        }
        if referrals.contains(where: \.status.isAwaitingDecision) {
            problems.append(Problem("", "A decision on a referral is awaited: the pathway stays open until it is known"))
        }
        if !lists["pathway_closing"].contains(reason) { problems.append(Problem("reason", "Choose why it is closed")) }
        if note.isEmpty { problems.append(Problem("note", "Say in a sentence how they are and what was arranged")) }
        problems += [TextLength.problem("note", "note", note, limit: 4_000)].compactMap { $0 }
        return problems
    }
}

extension PathwayDesk {
    package func close(
        _ victim: ID<PotentialVictim>, reason: String, note: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PotentialVictim>> {
        try await desk.change(ClosePathway.self, on: victim, by: viewer, key: key) { change in
            let reading = change.reading
            let problems = ClosePathway.problems(
                reason: reason, note: note, victim: try reading.victim(victim), referrals: try reading.referrals(of: victim),
                lists: lists, viewer: viewer)
            guard problems.isEmpty else { return .refused(problems) }
            try change.close(reason: reason, note: note)
            change.note("Pathway closed: \(lists["pathway_closing"].label(reason).lowercasedFirst)")
            return .done(victim)
        }
    }
}
