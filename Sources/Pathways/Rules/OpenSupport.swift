import Access
import Kernel

/// Opens what is sealed of an entry, but for an address. Each opening is in the journal.
package enum OpenSupport: Verb {
    package typealias Record = SupportEntry
    package static let name = "open-support"
    package static let relation = Relation.supportEntries
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

/// Opens the sealed address of a place where somebody stays. Each opening is in the journal.
package enum OpenStayAddress: Verb {
    package typealias Record = SupportEntry
    package static let name = "open-stay-address"
    package static let relation = Relation.supportEntries
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

extension PathwayDesk {
    /// Opens the texts of an entry alone, for a form. Throws `AccessError.notVisible`.
    package func openSupportWords(_ entry: ID<SupportEntry>, by viewer: Viewer) async throws -> [String: String] {
        let outcome = try await desk.change(OpenSupport.self, on: entry, by: viewer, key: nil) { change in
            .done(try change.openedWords())
        }
        return outcome.result ?? [:]
    }

    /// Opens the texts of an entry; of a contact that is planned also how they are reached safely and what is said first.
    ///
    /// Throws `AccessError.notVisible`.
    package func openSupport(_ entry: ID<SupportEntry>, by viewer: Viewer) async throws -> OpenedSupport {
        let outcome = try await desk.change(OpenSupport.self, on: entry, by: viewer, key: nil) { change in
            let line = try change.reading.supportLine(entry)
            let isPlanned = line.kind == .contact && line.status == .planned
            return .done(
                OpenedSupport(
                    words: try change.openedWords(), contact: isPlanned ? try change.safeContact(of: line.victim) : nil))
        }
        return outcome.result ?? OpenedSupport(words: [:], contact: nil)
    }

    /// Opens the address of a stay; refused where none is kept. Throws `AccessError.notVisible`.
    package func openAddress(of entry: ID<SupportEntry>, by viewer: Viewer) async throws -> Outcome<String> {
        try await desk.change(OpenStayAddress.self, on: entry, by: viewer, key: nil) { change in
            guard let address = try change.opened(field: SupportSeals.address, in: .safeAddresses) else {
                return .refused([Problem("", "No address is kept for this stay")])
            }
            return .done(address)
        }
    }
}
