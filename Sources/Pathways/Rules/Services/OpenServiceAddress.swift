import Access
import Kernel

/// Opens the sealed address of a service. Each opening is in the journal with its reason.
package enum OpenServiceAddress: Verb {
    package typealias Record = SupportService
    package static let name = "open-service-address"
    package static let relation = Relation.supportServices
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

/// Opens the sealed notes of an assessment: they may tell where a safe house is.
package enum OpenAssessmentNotes: Verb {
    package typealias Record = ServiceAssessment
    package static let name = "open-assessment-notes"
    package static let relation = Relation.serviceAssessments
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

extension ServiceDesk {
    /// The address, for the coordinator and for the provider's own people. Throws `AccessError.notVisible`, and `.denied`
    /// for everybody else.
    package func openAddress(
        of service: ID<SupportService>, purpose: String, by viewer: Viewer
    ) async throws -> Outcome<String> {
        try await desk.change(OpenServiceAddress.self, on: service, by: viewer, key: nil) { change in
            guard try viewer.isCoordinator || change.reading.service(service).isOwn(viewer) else { throw AccessError.denied }
            guard !purpose.isEmpty, purpose.count <= TextLength.line else {
                return .refused([Problem("purpose", "Say in one line why you need the address")])
            }
            guard let address = try change.opened(field: ServiceFields.address, in: .safeAddresses) else {
                return .refused([Problem("purpose", "No address is kept for this service")])
            }
            try change.purpose(purpose)
            return .done(address)
        }
    }

    /// The notes by the point's code. Throws `AccessError.notVisible`.
    package func openNotes(of assessment: ID<ServiceAssessment>, by viewer: Viewer) async throws -> [String: String] {
        let outcome: Outcome<[String: String]> = try await desk.change(
            OpenAssessmentNotes.self, on: assessment, by: viewer, key: nil
        ) { change in
            .done(try change.opened(field: ServiceFields.notes, in: .safeAddresses).map { try SealedJSON.value($0) } ?? [:])
        }
        return outcome.result ?? [:]
    }
}
