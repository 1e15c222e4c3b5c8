import Access
import Kernel
import Partnerships

/// Approves a service, suspends it, or ends it. Where people live, the checklist comes first.
package enum DecideService: Verb {
    package typealias Record = SupportService
    package static let name = "decide-service"
    package static let relation = Relation.supportServices
    package static let roles: Set<Role> = [.coordinator]

    /// What stands in the way of sending people there; empty where nothing does.
    package static func missing(
        _ facts: ServiceFacts, assessment: AssessmentLine?, lists: CodeLists, today: Day
    ) -> [Problem] {
        guard facts.isAccommodation(lists) else { return [] }
        guard let assessment else {
            return [Problem("status", "Go through the accommodation checklist first: people would live there")]
        }
        if !assessment.result.allowsApproval {
            return [Problem("status", "The checklist is not met: go through it again, or record there why it is accepted")]
        }
        if assessment.nextDueOn < today {
            return [Problem("status", "The checklist was due again on \(assessment.nextDueOn.text): go through it first")]
        }
        return []
    }

    /// Every reason why the status cannot become this one; empty means it can.
    package static func problems(
        _ status: ServiceStatus?, reason: String, of service: ServiceDetail, assessment: AssessmentLine?,
        lists: CodeLists, today: Day
    ) -> [Problem] {
        guard let status, service.status.next.contains(status) else {
            return [Problem("status", "Choose what becomes of the service")]
        }
        var problems = [TextLength.problem("reason", "reason", reason, limit: TextLength.line)].compactMap { $0 }
        if status == .approved { problems += missing(service.facts, assessment: assessment, lists: lists, today: today) }
        if status == .suspended || status == .ended, reason.isEmpty {
            problems.append(Problem("reason", "Say why"))
        }
        return problems
    }
}

extension ServiceDesk {
    /// Throws `AccessError.notVisible` and `.denied`.
    package func decide(
        _ status: ServiceStatus?, reason: String, on service: ID<SupportService>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<SupportService>> {
        try await desk.change(DecideService.self, on: service, by: viewer, key: key) { change in
            let standing = try change.reading.service(service)
            let problems = DecideService.problems(
                status, reason: reason, of: standing, assessment: try change.reading.newestAssessment(of: service),
                lists: lists, today: change.moment.day)
            guard problems.isEmpty, let status else { return .refused(problems) }
            try change.keep(status, reason: reason)
            change.note("Service \(status.label.lowercased())")
            return .done(service)
        }
    }
}
