import Access
import Kernel

/// Changes what was planned, until the visit is made.
package enum ChangeVisitPlan: Verb {
    package typealias Record = Visit
    package static let name = "change-visit-plan"
    package static let relation = Relation.visits
    package static let roles: Set<Role> = [.coordinator]
    package static let strand = "visits"

    /// Every reason why the plan cannot be changed; empty means it can.
    package static func problems(_ plan: VisitPlan, visit: VisitDetail, ground: PlanningGround) -> [Problem] {
        guard visit.status.isAhead else {
            return [Problem("", "The plan cannot be changed: the visit is \(visit.status.label.lowercased())")]
        }
        var problems = plan.problems(ground)
        for agency in visit.agencies where !agency.isMissing {
            if !plan.agencies.contains(where: { $0.organisation == agency.organisation }) {
                problems.append(
                    Problem("agencies", "\(agency.name) has recorded its attendance and has to stay on the visit"))
            }
        }
        return problems
    }

    /// A plan that is no longer complete takes the mark "ready" away again.
    package static func status(after plan: VisitPlan, visit: VisitDetail, ground: PlanningGround) -> VisitStatus {
        guard visit.status == .ready else { return visit.status }
        return MarkVisitReady.problems(plan, status: .planned, concern: visit.concern, ground: ground).isEmpty
            ? .ready : .planned
    }
}

extension VisitDesk {
    /// Changes the plan of a visit; the concern it belongs to stays.
    ///
    /// Throws `AccessError.changedMeanwhile` when the visit has another version than the editor saw.
    package func changePlan(
        of visit: ID<Visit>, to plan: VisitPlan, version: Int, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Visit>> {
        try await desk.change(ChangeVisitPlan.self, on: visit, by: viewer, expecting: version, key: key) { change in
            let ground = try planningGround(change.reading)
            let standing = try change.reading.visit(visit)
            var plan = plan
            plan.keepsReception = plan.keepsReception && standing.isReceptionNamed
            let problems = ChangeVisitPlan.problems(plan, visit: standing, ground: ground)
            guard problems.isEmpty else { return .refused(problems) }
            let status = ChangeVisitPlan.status(after: plan, visit: standing, ground: ground)
            try change.update(plan, of: standing, status: status)
            change.note("Plan of visit \(standing.reference) changed", concern: standing.concernID)
            return .done(visit)
        }
    }
}
