import Access
import Kernel
import Partnerships

/// The use cases of reception centres: places where many people can be received at once, planned before they are needed.
package struct ReceptionDesk: Sendable {
    package let desk: Desk
    package let lists: CodeLists

    package init(desk: Desk, lists: CodeLists) {
        self.desk = desk
        self.lists = lists
    }

    /// A page of the centres, and what is open now at which the viewer's organisation works.
    package func list(
        _ query: CentreQuery = CentreQuery(), as viewer: Viewer
    ) async throws -> (centres: Listing<CentreLine>, openings: [OpeningLine]) {
        try await desk.read(as: viewer, Consultation("list-reception-centres", "reception_centres")) {
            (try $0.centres(query), try $0.openingsNow())
        }
    }

    /// One centre with the plan in force. Throws `AccessError.notVisible`.
    package func one(_ centre: ID<ReceptionCentre>, as viewer: Viewer) async throws -> CentreFile {
        try await desk.read(as: viewer, Consultation("open-reception-centre", "reception_centres", centre.text)) { reading in
            let detail = try reading.centre(centre)
            return CentreFile(
                centre: detail, plan: try reading.plan(of: centre, number: detail.planNumber),
                versions: try reading.planVersions(of: centre), openings: try reading.openings(of: centre),
                towns: try reading.towns())
        }
    }

    /// One version of a plan. Throws `AccessError.notVisible`.
    package func plan(
        _ number: Int, of centre: ID<ReceptionCentre>, as viewer: Viewer
    ) async throws -> (centre: CentreDetail, plan: ReceptionPlan, line: PlanVersionLine) {
        try await desk.read(as: viewer, Consultation("open-reception-plan", "reception_plans", centre.text)) { reading in
            guard let line = try reading.planVersions(of: centre).first(where: { $0.number == number }) else {
                throw AccessError.notVisible
            }
            return (try reading.centre(centre), try reading.plan(of: centre, number: number), line)
        }
    }

    /// The towns that a form offers.
    package func towns(as viewer: Viewer) async throws -> [TermSummary] {
        try await desk.read(as: viewer, Consultation("prepare-reception-plan", "reception_centres")) { try $0.towns() }
    }

    /// One opening with its register. Throws `AccessError.notVisible`.
    package func opening(
        _ opening: ID<ReceptionActivation>, _ query: ArrivalQuery = ArrivalQuery(), as viewer: Viewer
    ) async throws -> OpeningFile {
        try await desk.read(as: viewer, Consultation("open-reception-register", "reception_activations", opening.text)) {
            try $0.openingFile(opening, query)
        }
    }

    /// One arrival. Throws `AccessError.notVisible`.
    package func arrival(
        _ arrival: ID<ReceptionArrival>, at opening: ID<ReceptionActivation>, as viewer: Viewer
    ) async throws -> ArrivalFile {
        let lists = lists
        return try await desk.read(as: viewer, Consultation("open-arrival", "reception_arrivals", arrival.text)) { reading in
            let found = try reading.arrival(arrival)
            guard found.opening == opening else { throw AccessError.notVisible }
            return ArrivalFile(
                arrival: found, opening: try reading.opening(opening),
                services: try reading.accommodation(codes: lists.accommodationCodes))
        }
    }
}

/// A centre with everything that its page shows.
package struct CentreFile: Sendable {
    package let centre: CentreDetail
    package let plan: ReceptionPlan
    package let versions: [PlanVersionLine]
    package let openings: [OpeningLine]
    package let towns: [TermSummary]
}

/// One opening with everything that its page shows.
package struct OpeningFile: Sendable {
    package let opening: OpeningDetail
    package let checks: [ReceptionCheckLine]
    package let roles: [ReceptionRoleLine]
    package let plannedRoles: [String]
    package let counts: RegisterCounts
    package let listing: Listing<ArrivalLine>
    package let members: [OrganisationSummary]
}

/// One arrival with what its form offers.
package struct ArrivalFile: Sendable {
    package let arrival: ArrivalDetail
    package let opening: OpeningDetail
    package let services: [(id: ID<SupportService>, name: String)]
}

extension CodeLists {
    /// The capabilities of services where people live.
    var accommodationCodes: [String] {
        self["service_capability"].values.filter { $0.note == ServiceFacts.accommodationNote }.map(\.code)
    }
}
