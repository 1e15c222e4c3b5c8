import Access
import Kernel

/// Opens what somebody told, so that nobody has to ask again.
package enum ReadAccounts: Verb {
    package typealias Record = PotentialVictim
    package static let name = "read-accounts"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

/// What somebody told, opened.
package struct OpenedAccount: Sendable, Hashable, Codable {
    package let words: String
    package let circumstances: String
}

extension PathwayDesk {
    /// Opens every account of somebody, the oldest first, in the order of `VictimFile.accounts`; the opening is in the
    /// journal.
    package func readAccounts(of victim: ID<PotentialVictim>, by viewer: Viewer) async throws -> Outcome<[OpenedAccount]> {
        try await desk.change(ReadAccounts.self, on: victim, by: viewer, key: nil) { change in
            .done(try change.openedAccounts(try change.reading.accounts(of: victim)))
        }
    }
}
