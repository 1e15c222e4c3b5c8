import Access
import Concerns
import Kernel
import Partnerships

/// The use cases of the feature: what people do with visits and with those they meet. Pages, the API and commands all
/// call these.
package struct VisitDesk: Sendable {
    package let desk: Desk
    package let lists: CodeLists
    package let powers: PowersOfEntry
    package let questions: ScreeningQuestions

    package init(desk: Desk, lists: CodeLists, powers: PowersOfEntry, questions: ScreeningQuestions) {
        self.desk = desk
        self.lists = lists
        self.powers = powers
        self.questions = questions
    }

    /// What a plan is held against, inside the same transaction.
    func planningGround(_ reading: Reading) throws -> PlanningGround {
        PlanningGround(
            members: try reading.planningMembers(), towns: try reading.planningTerms("town"),
            purposes: try reading.planningTerms("purpose"),
            locationTypes: Set(lists["location_type"].values.map(\.code)),
            roles: Set(lists["visit_role"].values.map(\.code)), powers: powers, today: reading.moment.day)
    }

    // MARK: Reading

    /// A page of visits.
    package func list(_ query: VisitQuery, as viewer: Viewer) async throws -> Listing<VisitLine> {
        try await desk.read(as: viewer, Consultation("list-visits", "visits")) { try $0.visits(query) }
    }

    /// One visit with its screenings, as far as the viewer may see them. Throws `AccessError.notVisible`.
    package func one(_ visit: ID<Visit>, as viewer: Viewer) async throws -> VisitFile {
        try await desk.read(as: viewer, Consultation("open-visit", "visits", visit.text)) { reading in
            let detail = try reading.visit(visit)
            return VisitFile(
                visit: detail, screenings: try reading.screenings(of: visit), files: try reading.files(of: .visit(visit)),
                maySeeIdentities: try reading.maySeeIdentities(ofConcern: detail.concernID),
                mayOpenReception: try reading.mayOpenReception(of: detail))
        }
    }

    /// One screening with the visit it was made at. Throws `AccessError.notVisible`.
    package func screening(
        _ screening: ID<Screening>, as viewer: Viewer
    ) async throws -> (entry: ScreeningEntry, visit: VisitDetail) {
        try await desk.read(as: viewer, Consultation("open-screening", "screenings", screening.text)) { reading in
            let entry = try reading.screening(screening)
            return (entry, try reading.visit(entry.visit))
        }
    }

    /// What the screening page needs. Throws `AccessError.notVisible`.
    package func screeningGround(_ visit: ID<Visit>, as viewer: Viewer) async throws -> ScreeningGround {
        try await desk.read(as: viewer, Consultation("prepare-screening", "visits", visit.text)) { reading in
            ScreeningGround(
                visit: try reading.visit(visit), count: try reading.screenedCount(at: visit),
                last: try reading.ownLastScreening(at: visit))
        }
    }

    /// What a planner chooses from, and the concern that the visit is for. Throws `AccessError.notVisible`.
    package func planning(
        for concern: ConcernChoice, as viewer: Viewer
    ) async throws -> PlanningChoices {
        try await desk.read(as: viewer, Consultation("prepare-visit", "visits")) { reading in
            PlanningChoices(
                ground: try planningGround(reading), concern: try reading.concern(concern),
                openConcerns: try reading.concernsToVisit())
        }
    }
}

/// A visit with what was learnt of the people met there.
package struct VisitFile: Sendable {
    package let visit: VisitDetail
    /// The screenings that the viewer may see, oldest first.
    package let screenings: [ScreeningEntry]
    /// What is attached to the visit, oldest first.
    package let files: [FileDetail]
    package let maySeeIdentities: Bool
    /// Whether the viewer may know where people are received.
    package let mayOpenReception: Bool
}

/// A visit as whoever screens there sees it.
package struct ScreeningGround: Sendable {
    package let visit: VisitDetail
    /// People screened so far, as far as the viewer may see them.
    package let count: Int
    /// The viewer's own last entry at this visit.
    package let last: ScreeningEntry?
}

/// How a form names the concern of a visit.
package enum ConcernChoice: Sendable, Hashable {
    case none
    case id(ID<Concern>)
    case reference(String)
}

/// What the form of a plan offers.
package struct PlanningChoices: Sendable {
    package let ground: PlanningGround
    /// The concern that was named; nil when none was, or when there is no such concern.
    package let concern: VisitConcern?
    /// References and places of open concerns, newest first.
    package let openConcerns: [(reference: String, place: String)]
}
