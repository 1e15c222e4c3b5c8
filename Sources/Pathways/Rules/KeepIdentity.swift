import Access
import Kernel

/// Opens who somebody is, for a stated purpose.
package enum RevealVictimIdentity: Verb {
    package typealias Record = PotentialVictim
    package static let name = "reveal-victim-identity"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation

    /// Every reason why it is not opened for this purpose; empty means it can be.
    package static func problems(purpose: String) -> [Problem] {
        if purpose.count < 10 {
            return [Problem("purpose", "Say in a few words why you need it; it is kept in the journal")]
        }
        return [TextLength.problem("purpose", "purpose", purpose, limit: TextLength.line)].compactMap { $0 }
    }
}

/// Writes down who somebody is: sealed, and in no history.
package enum KeepVictimIdentity: Verb {
    package typealias Record = PotentialVictim
    package static let name = "keep-victim-identity"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]
}

extension PathwayDesk {
    /// Opens who somebody is. The opening is in the journal, which leads to the sealed purpose, before it is answered.
    package func revealIdentity(
        of victim: ID<PotentialVictim>, purpose: String, by viewer: Viewer
    ) async throws -> Outcome<VictimIdentity> {
        let problems = RevealVictimIdentity.problems(purpose: purpose)
        guard problems.isEmpty else { return .refused(problems) }
        return try await desk.change(RevealVictimIdentity.self, on: victim, by: viewer, key: nil) { change in
            try change.purpose(purpose)
            return .done(try change.openedIdentity() ?? VictimIdentity())
        }
    }

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
