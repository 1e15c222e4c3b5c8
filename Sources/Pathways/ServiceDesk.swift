import Access
import Kernel
import Partnerships

/// The use cases of the directory of services: who offers what to whom, where, with how many places free.
package struct ServiceDesk: Sendable {
    package let desk: Desk
    package let lists: CodeLists

    package init(desk: Desk, lists: CodeLists) {
        self.desk = desk
        self.lists = lists
    }

    /// A page of the directory by name.
    package func list(_ query: ServiceQuery, as viewer: Viewer) async throws -> ServiceDirectory {
        try await desk.read(as: viewer, Consultation("list-services", "support_services")) { reading in
            ServiceDirectory(
                listing: try reading.services(query), towns: try reading.towns(), due: try reading.assessmentsDue())
        }
    }

    /// One service with what was found out about its provider. Throws `AccessError.notVisible`.
    package func one(_ service: ID<SupportService>, as viewer: Viewer) async throws -> ServiceFile {
        try await desk.read(as: viewer, Consultation("open-service", "support_services", service.text)) { reading in
            ServiceFile(
                service: try reading.service(service), towns: try reading.towns(),
                assessments: try reading.assessments(of: service),
                staysKnown: try reading.staysKnown(at: service)[service] ?? 0)
        }
    }

    /// What a form of a service offers to choose from.
    package func ground(as viewer: Viewer) async throws -> ServiceGround {
        try await desk.read(as: viewer, Consultation("prepare-service", "support_services")) { try $0.serviceGround() }
    }

    /// Which support is missing where, or for whom.
    package func gaps(by axis: ServiceGaps.Axis, as viewer: Viewer) async throws -> ServiceGaps {
        let lists = lists
        return try await desk.read(as: viewer, Consultation("read-service-gaps", "support_services")) { reading in
            let today = reading.moment.day
            let columns =
                switch axis {
                case .area: try reading.towns().map { ServiceGaps.Column(code: $0.id.text, label: $0.label) }
                case .group: lists["service_group"].current(on: today).map { ServiceGaps.Column(code: $0.code, label: $0.label) }
                }
            return ServiceGaps(
                axis: axis, columns: columns,
                capabilities: lists["service_capability"].current(on: today).map { .init(code: $0.code, label: $0.label) },
                offers: try reading.offers(on: today))
        }
    }
}

/// A page of the directory with what its filters offer and which providers are due to be assessed again.
package struct ServiceDirectory: Sendable {
    package let listing: Listing<ServiceLine>
    package let towns: [TermSummary]
    package let due: [AssessmentDue]
}

/// A service as its own page shows it.
package struct ServiceFile: Sendable {
    package let service: ServiceDetail
    package let towns: [TermSummary]
    /// Empty for whoever may not read what was found out about the provider.
    package let assessments: [AssessmentLine]
    /// How many people stay there now, of those whose stays the viewer sees.
    package let staysKnown: Int
}

/// What a form of a service offers to choose from.
package struct ServiceGround: Sendable {
    package let towns: [TermSummary]
    package let members: [OrganisationSummary]
}
