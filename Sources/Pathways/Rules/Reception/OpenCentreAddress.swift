import Access
import Kernel

/// Opens the sealed address of a reception centre. Each opening is in the journal with its reason.
package enum OpenCentreAddress: Verb {
    package typealias Record = ReceptionCentre
    package static let name = "open-centre-address"
    package static let relation = Relation.receptionCentres
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

extension ReceptionDesk {
    /// For the coordinator, and for whoever holds a role there while it is open. Throws `AccessError.notVisible`, and
    /// `.denied` for everybody else.
    package func openAddress(
        of centre: ID<ReceptionCentre>, purpose: String, by viewer: Viewer
    ) async throws -> Outcome<String> {
        try await desk.change(OpenCentreAddress.self, on: centre, by: viewer, key: nil) { change in
            guard try viewer.isCoordinator || change.reading.openings(of: centre).contains(where: \.isOpen) else {
                throw AccessError.denied
            }
            guard !purpose.isEmpty, purpose.count <= TextLength.line else {
                return .refused([Problem("purpose", "Say in one line why you need the address")])
            }
            guard let address = try change.opened(field: ReceptionFields.address, in: .safeAddresses) else {
                return .refused([Problem("purpose", "No address is kept for this centre")])
            }
            try change.purpose(purpose)
            return .done(address)
        }
    }
}
