import Access
import Kernel

/// Records that a visit took place. From then on it counts in the figures.
package enum MarkVisitMade: Verb {
    package typealias Record = Visit
    package static let name = "mark-visit-made"
    package static let relation = Relation.visits
    package static let roles: Set<Role> = [.coordinator]
    package static let strand = "visits"

    /// Every reason why the visit cannot be recorded as made; empty means it can.
    package static func problems(_ visit: VisitDetail, today: Day) -> [Problem] {
        guard visit.status == .ready else {
            let reason =
                visit.status == .planned
                ? "Mark the visit ready first" : "The visit is already \(visit.status.label.lowercased())"
            return [Problem("", reason)]
        }
        var problems: [Problem] = []
        if visit.visitedOn > today {
            problems.append(Problem("", "The visit is planned for \(visit.visitedOn.text), which is still to come"))
        }
        if visit.interventions == 0 {
            problems.append(Problem("", "Record at least one agency that attended"))
        }
        return problems
    }
}

extension VisitDesk {
    /// Records that a visit took place.
    package func markMade(
        _ visit: ID<Visit>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Visit>> {
        try await desk.change(MarkVisitMade.self, on: visit, by: viewer, key: key) { change in
            let standing = try change.reading.visit(visit)
            let problems = MarkVisitMade.problems(standing, today: change.moment.day)
            guard problems.isEmpty else { return .refused(problems) }
            try change.markMade()
            change.note("Visit \(standing.reference) recorded as made", concern: standing.concernID)
            return .done(visit)
        }
    }
}
