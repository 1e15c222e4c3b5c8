import Access
import Kernel

/// Opens the sealed place where people who are met on a visit are received. Each opening is in the journal.
package enum OpenReception: Verb {
    package typealias Record = Visit
    package static let name = "open-reception"
    package static let relation = Relation.visits
    package static let roles: Set<Role> = [.coordinator, .member, .visitTeam]
    package static let event = JournalEvent.consultation
    package static let strand = "visits"
}

extension VisitDesk {
    /// Opens the place where people met on a visit are received; refused when none is named.
    ///
    /// Throws `AccessError.notVisible`, and `.denied` for whoever is on the visit and may not know the place.
    package func openReception(of visit: ID<Visit>, by viewer: Viewer) async throws -> Outcome<String> {
        try await desk.change(OpenReception.self, on: visit, by: viewer, key: nil) { change in
            let standing = try change.reading.visit(visit)
            guard try change.reading.mayOpenReception(of: standing) else { throw AccessError.denied }
            guard let place = try change.opened(field: VisitFields.reception, in: .safeAddresses) else {
                return .refused([Problem("", "No place is named where people are received")])
            }
            return .done(place)
        }
    }
}
