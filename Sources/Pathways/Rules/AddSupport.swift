import Access
import Kernel

/// Records something in looking after somebody: a need, a risk, a stay, a contact.
package enum AddSupport: Verb {
    package typealias Record = SupportEntry
    package static let name = "add-support"
    package static let relation = Relation.supportEntries
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection
}

extension PathwayDesk {
    /// Records an entry for somebody. Throws `AccessError.notVisible` where the viewer does not see them.
    package func addSupport(
        _ draft: SupportDraft, for victim: ID<PotentialVictim>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<SupportEntry>> {
        try await desk.create(AddSupport.self, by: viewer, key: key) { change in
            let detail = try change.reading.victim(victim)
            let safe = draft.kind == .contact && draft.status == .planned ? try change.safeContact(of: victim) : nil
            let standing = try change.reading.supportStanding(of: detail, previous: nil, service: draft.service, safe: safe)
            let problems = SupportCheck.problems(draft, standing, lists: lists)
            guard problems.isEmpty else { return .refused(problems) }
            try change.insert(draft, for: victim)
            change.note("Recorded \(draft.kind.form.one)", victim: victim)
            return .done(change.record)
        }
    }
}
