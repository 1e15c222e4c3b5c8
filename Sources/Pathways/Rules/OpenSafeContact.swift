import Access
import Kernel

/// Opens how somebody can be reached without harm.
package enum OpenSafeContact: Verb {
    package typealias Record = PotentialVictim
    package static let name = "open-safe-contact"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

extension PathwayDesk {
    /// Opens how somebody can be reached; the opening is in the journal.
    package func openSafeContact(of victim: ID<PotentialVictim>, by viewer: Viewer) async throws -> Outcome<SafeContact> {
        try await desk.change(OpenSafeContact.self, on: victim, by: viewer, key: nil) { change in
            .done(try change.openedContact() ?? SafeContact())
        }
    }
}
