import Access
import Kernel
import Store

/// Closes a round with what it showed; whoever has not answered counts as not answered.
package enum CloseScoping: Verb {
    package typealias Record = Concern
    package static let name = "close-scoping"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]

    package static func problems(summary: String, round: ScopingRoundDetail?) -> [Problem] {
        guard let round else { return [Problem("", "No round is open on this concern")] }
        var problems: [Problem] = []
        if summary.isEmpty {
            problems.append(Problem("closing_summary", "Say in a sentence or two what the answers show"))
        }
        if summary.count > 8_000 {
            problems.append(Problem("closing_summary", "This is longer than 8,000 characters: shorten it"))
        }
        if round.requests.isEmpty { problems.append(Problem("", "Nobody was asked in this round")) }
        return problems
    }
}

extension ConcernDesk {
    package func closeScoping(
        _ id: ID<Concern>, summary: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        try await desk.change(CloseScoping.self, on: id, by: viewer, key: key) { change in
            let round = try change.reading.scopingRounds(of: id).first { $0.closedAt == nil }
            let problems = CloseScoping.problems(summary: summary, round: round)
            guard problems.isEmpty, let round else { return .refused(problems) }
            try change.run(
                """
                UPDATE \(change.table(.scopingRounds)) SET closed_at = \(change.moment), closing_summary = \(summary)
                WHERE id = \(round.id)
                """)
            try change.run("UPDATE \(change.table(.scopingRequests)) SET is_waiting = 0 WHERE round_id = \(round.id)")
            change.note("Round \(round.number) closed: \(round.answered) of \(round.requests.count) answered")
            return .done(id)
        }
    }
}
