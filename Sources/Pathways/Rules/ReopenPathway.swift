import Access
import Kernel

/// Opens a closed pathway again: the offer of help always stands.
package enum ReopenPathway: Verb {
    package typealias Record = PotentialVictim
    package static let name = "reopen-pathway"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]
}

extension PathwayDesk {
    package func reopen(
        _ victim: ID<PotentialVictim>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PotentialVictim>> {
        try await desk.change(ReopenPathway.self, on: victim, by: viewer, key: key) { change in
            guard !(try change.reading.victim(victim).isOpen) else {
                return .refused([Problem("", "This pathway is open")])
            }
            try change.reopen()
            change.note("Pathway opened again")
            return .done(victim)
        }
    }
}
