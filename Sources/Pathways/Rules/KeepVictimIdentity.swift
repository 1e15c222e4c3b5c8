import Access
import Kernel

/// Writes down who somebody is: sealed, and in no history.
package enum KeepVictimIdentity: Verb {
    package typealias Record = PotentialVictim
    package static let name = "keep-victim-identity"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]
}

extension PathwayDesk {
    /// Keeps who somebody is. A date of birth settles an age that was taken as known.
    package func keepIdentity(
        of victim: ID<PotentialVictim>, _ identity: VictimIdentity, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<PotentialVictim>> {
        try await desk.change(KeepVictimIdentity.self, on: victim, by: viewer, expecting: version, key: key) { change in
            let standing = try change.reading.victim(victim)
            let problems = ChangeVictimFacts.problems(
                standing.facts, isOpen: standing.isOpen, identity: identity, lists: lists, today: change.moment.day
            ).map { $0.field == "age_group" ? Problem("born_on", "\($0.message). The age stands with what is known") : $0 }
            guard problems.isEmpty else { return .refused(problems) }
            try change.keep(identity)
            change.note("Who they are was written down")
            return .done(victim)
        }
    }
}
