import Access
import Kernel

/// Plans a visit, from a concern or as a preventive one.
package enum PlanVisit: Verb {
    package typealias Record = Visit
    package static let name = "plan-visit"
    package static let relation = Relation.visits
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.collection
    package static let strand = "visits"

    /// Every reason why the visit cannot be planned; empty means it can.
    /// - Parameter concern: the concern it is planned for, if any, as it stands.
    package static func problems(_ plan: VisitPlan, concern: VisitConcern?, ground: PlanningGround) -> [Problem] {
        var problems = plan.problems(ground)
        if let concern, !concern.isOpen {
            problems.append(Problem("concern", "Concern \(concern.reference) is closed. Open it again first"))
        }
        return problems
    }
}

extension VisitDesk {
    /// Plans a visit and gives it its reference.
    ///
    /// Throws `AccessError.notVisible` when the viewer may not see the concern, `.denied` when they may not plan.
    package func plan(_ plan: VisitPlan, by viewer: Viewer, key: IdempotencyKey?) async throws -> Outcome<ID<Visit>> {
        try await desk.create(PlanVisit.self, by: viewer, key: key) { change in
            let ground = try planningGround(change.reading)
            var plan = plan
            // Nothing is sealed yet that a new visit could keep.
            plan.keepsReception = false
            let concern = try plan.concern.map { try change.reading.visitConcern($0) }
            let problems = PlanVisit.problems(plan, concern: concern, ground: ground)
            guard problems.isEmpty else { return .refused(problems) }
            let reference = try change.insert(plan, town: concern.flatMap(\.town) ?? plan.town)
            change.note("Visit \(reference) planned for \(plan.visitedOn?.text ?? "")", concern: plan.concern)
            return .done(change.record)
        }
    }
}
