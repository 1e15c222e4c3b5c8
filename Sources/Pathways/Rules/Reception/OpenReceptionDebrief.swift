import Access
import Kernel

/// Opens the sealed debrief of a reception centre: it may speak of people. Each opening is in the journal.
package enum OpenReceptionDebrief: Verb {
    package typealias Record = ReceptionActivation
    package static let name = "open-reception-debrief"
    package static let relation = Relation.receptionActivations
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

extension ReceptionDesk {
    /// The debrief; empty while the centre is open. Throws `AccessError.notVisible`.
    package func openDebrief(of opening: ID<ReceptionActivation>, by viewer: Viewer) async throws -> String {
        let outcome: Outcome<String> = try await desk.change(OpenReceptionDebrief.self, on: opening, by: viewer, key: nil) {
            .done(try $0.opened(field: ReceptionFields.debrief, in: .victims) ?? "")
        }
        return outcome.result ?? ""
    }
}
