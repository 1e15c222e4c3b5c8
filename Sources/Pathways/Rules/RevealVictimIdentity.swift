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
}
