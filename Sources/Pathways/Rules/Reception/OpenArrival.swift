import Access
import Kernel

/// Opens the sealed name and note of somebody in the register. Each opening is in the journal with its reason.
package enum OpenArrival: Verb {
    package typealias Record = ReceptionArrival
    package static let name = "open-arrival-identity"
    package static let relation = Relation.receptionArrivals
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

extension ReceptionDesk {
    /// Throws `AccessError.notVisible`.
    package func openIdentity(
        of arrival: ID<ReceptionArrival>, purpose: String, by viewer: Viewer
    ) async throws -> Outcome<ArrivalIdentity> {
        try await desk.change(OpenArrival.self, on: arrival, by: viewer, key: nil) { change in
            guard !purpose.isEmpty, purpose.count <= TextLength.line else {
                return .refused([Problem("purpose", "Say in one line why you need the name")])
            }
            guard let text = try change.opened(field: ReceptionFields.identity, in: .victims) else {
                return .refused([Problem("purpose", "No name and no note are kept")])
            }
            try change.purpose(purpose)
            return .done(try SealedJSON.value(text))
        }
    }
}
