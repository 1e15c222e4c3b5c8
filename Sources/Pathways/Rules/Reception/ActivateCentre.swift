import Access
import Kernel

/// Opens a reception centre. Whoever does it holds the role of its manager, until somebody else is entered.
package enum ActivateCentre: Verb {
    package typealias Record = ReceptionActivation
    package static let name = "activate-reception-centre"
    package static let relation = Relation.receptionActivations
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        /// References as people write them; empty where none led here.
        package var visit: String
        package var concern: String

        package init(visit: String = "", concern: String = "") {
            self.visit = visit
            self.concern = concern
        }
    }

    /// Every reason why the centre cannot be opened; empty means it can.
    package static func problems(_ centre: CentreDetail, openings: [OpeningLine]) -> [Problem] {
        guard centre.facts.status == .ready else {
            return [Problem("", "The plan is not ready: the coordinator marks it ready to open first")]
        }
        return openings.contains(where: \.isOpen) ? [Problem("", "The centre is open already: go to its register")] : []
    }
}

extension ReceptionDesk {
    /// Throws `AccessError.notVisible` for a centre that is not there.
    package func activate(
        _ centre: ID<ReceptionCentre>, _ draft: ActivateCentre.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<ReceptionActivation>> {
        try await desk.create(ActivateCentre.self, by: viewer, key: key) { change in
            let standing = try change.reading.centre(centre)
            var problems = ActivateCentre.problems(standing, openings: try change.openingsOfAnybody(of: centre))
            let visit = draft.visit.isEmpty ? nil : try change.reading.visitID(reference: draft.visit)
            let concern = draft.concern.isEmpty ? nil : try change.reading.concernID(reference: draft.concern)
            if !draft.visit.isEmpty, visit == nil {
                problems.append(Problem("visit", "There is no such visit. Check the reference, or leave it empty"))
            }
            if !draft.concern.isEmpty, concern == nil {
                problems.append(Problem("concern", "There is no such concern. Check the reference, or leave it empty"))
            }
            guard problems.isEmpty else { return .refused(problems) }
            try change.insert(
                standing, checklist: try change.reading.plan(of: centre, number: standing.planNumber).checklist, visit: visit,
                concern: concern)
            change.note("Reception centre opened")
            return .done(change.record)
        }
    }
}
