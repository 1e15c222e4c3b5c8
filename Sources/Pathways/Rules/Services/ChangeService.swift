import Access
import Kernel

/// Changes what the directory says of a service.
package enum ChangeService: Verb {
    package typealias Record = SupportService
    package static let name = "change-service"
    package static let relation = Relation.supportServices
    package static let roles: Set<Role> = [.coordinator]

    /// What becomes of an approval: one that the checklist was not asked for does not cover people who live there.
    package static func status(after facts: ServiceFacts, of service: ServiceDetail, canBeApproved: Bool) -> ServiceStatus {
        service.status == .approved && !canBeApproved ? .proposed : service.status
    }
}

extension ServiceDesk {
    /// Throws `AccessError.notVisible`, `.denied`, and `.changedMeanwhile` when the entry has another version.
    package func change(
        _ service: ID<SupportService>, to facts: ServiceFacts, address: AddressChange, version: Int, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<SupportService>> {
        try await desk.change(ChangeService.self, on: service, by: viewer, expecting: version, key: key) { change in
            let standing = try change.reading.service(service)
            var typed = ""
            if case .replace(let text) = address { typed = text }
            let problems = ProposeService.problems(
                facts, address: typed, ground: try change.reading.serviceGround(), lists: lists)
            guard problems.isEmpty else { return .refused(problems) }
            let canBeApproved = try DecideService.missing(
                facts, assessment: change.reading.newestAssessment(of: service), lists: lists, today: change.moment.day
            ).isEmpty
            if address == .remove { try change.erases(ServiceFields.address) }
            try change.update(
                facts, address: address, status: ChangeService.status(after: facts, of: standing, canBeApproved: canBeApproved))
            change.note("Service changed")
            return .done(service)
        }
    }
}
