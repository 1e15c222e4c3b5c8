import Access
import Kernel

/// Marks a visit as ready: everything that has to be settled before anybody goes is settled.
package enum MarkVisitReady: Verb {
    package typealias Record = Visit
    package static let name = "mark-visit-ready"
    package static let relation = Relation.visits
    package static let roles: Set<Role> = [.coordinator]
    package static let strand = "visits"

    /// Every reason why the visit is not ready; empty means it is.
    /// - Parameter concern: the concern it was planned for; a significant one needs its planning meeting and plan.
    package static func problems(
        _ plan: VisitPlan, status: VisitStatus, concern: VisitConcern?, ground: PlanningGround
    ) -> [Problem] {
        guard status == .planned else {
            return [Problem("", "The visit cannot be marked ready: it is \(status.label.lowercased())")]
        }
        var problems: [Problem] = []
        if let concern, concern.response == "significant" {
            if concern.planningMeetingOn == nil {
                problems.append(
                    Problem(
                        "", "The response is significant: record the planning meeting of \(concern.reference) first"))
            }
            if !concern.hasTacticalPlan {
                problems.append(
                    Problem("", "The response is significant: record the tactical plan of \(concern.reference) first"))
            }
        }
        if plan.agencies.isEmpty {
            problems.append(Problem("agencies", "Choose at least one agency"))
        }
        if plan.lead == nil {
            problems.append(Problem("lead", "Choose the lead agency"))
        }
        if plan.riskLevel == .notAssessed {
            problems.append(Problem("risk_level", "Assess the risk of the visit"))
        }
        if plan.risks.isEmpty {
            problems.append(Problem("risks", "Say what the risks are and what is done about them"))
        }
        if plan.occupancy.mayMeetPeople, !plan.namesReception {
            problems.append(
                Problem("reception", "Say where people who are met will be received, or that nobody is expected there"))
        }
        problems += entryProblems(plan, immediateDanger: concern?.immediateDanger ?? false, ground: ground)
        return problems
    }

    private static func entryProblems(
        _ plan: VisitPlan, immediateDanger: Bool, ground: PlanningGround
    ) -> [Problem] {
        let chosen = plan.agencies.first { $0.organisation == plan.lead }.flatMap { ground.powers[$0.power] }
        let advice = ground.advice(for: plan, immediateDanger: immediateDanger)
        var problems: [Problem] = []
        let needsWarrant = chosen.map { $0.withoutWarrant == .no } ?? advice.needsWarrant
        if needsWarrant, plan.warrant.isEmpty {
            problems.append(
                Problem("warrant", "Note the warrant, or the consent by which the place is entered without one"))
        }
        let needsNotice = (chosen?.noticeHours ?? 0) > 0
        if needsNotice, plan.notice.isEmpty {
            problems.append(Problem("notice", "Say when notice was given and to whom, or why none is needed"))
        }
        return problems
    }
}

extension VisitDesk {
    /// Marks a visit as ready.
    package func markReady(
        _ visit: ID<Visit>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Visit>> {
        try await desk.change(MarkVisitReady.self, on: visit, by: viewer, key: key) { change in
            let standing = try change.reading.visit(visit)
            let problems = MarkVisitReady.problems(
                standing.plan, status: standing.status, concern: standing.concern,
                ground: try planningGround(change.reading))
            guard problems.isEmpty else { return .refused(problems) }
            try change.markReady()
            change.note("Visit \(standing.reference) marked ready", concern: standing.concernID)
            return .done(visit)
        }
    }
}
