import Access
import Kernel

/// Calls a visit off, with the reason.
package enum CancelVisit: Verb {
    package typealias Record = Visit
    package static let name = "cancel-visit"
    package static let relation = Relation.visits
    package static let roles: Set<Role> = [.coordinator]
    package static let strand = "visits"

    /// Every reason why the visit cannot be called off; empty means it can.
    package static func problems(reason: String, status: VisitStatus) -> [Problem] {
        guard status.isAhead else {
            return [Problem("", "The visit cannot be called off: it is \(status.label.lowercased())")]
        }
        if reason.isEmpty { return [Problem("reason", "Say why the visit is called off")] }
        return [TextLength.problem("reason", "reason", reason, limit: TextLength.account)].compactMap { $0 }
    }
}

extension VisitDesk {
    /// Calls a visit off; the reason is kept where the debrief would stand.
    package func cancel(
        _ visit: ID<Visit>, reason: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Visit>> {
        try await desk.change(CancelVisit.self, on: visit, by: viewer, key: key) { change in
            let standing = try change.reading.visit(visit)
            let problems = CancelVisit.problems(reason: reason, status: standing.status)
            guard problems.isEmpty else { return .refused(problems) }
            try change.cancel(reason: reason)
            change.note("Visit \(standing.reference) called off", concern: standing.concernID)
            return .done(visit)
        }
    }
}
