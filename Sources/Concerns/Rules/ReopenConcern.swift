import Access
import Kernel
import Store

/// Opens a closed concern again, at the stage that it had reached.
package enum ReopenConcern: Verb {
    package typealias Record = Concern
    package static let name = "reopen-concern"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]

    package static func problems(reason: String, status: ConcernStatus) -> [Problem] {
        if status == .joined {
            return [Problem("", "This concern is joined to another: separate the two instead")]
        }
        if status.isOpen { return [Problem("", "This concern is open")] }
        if reason.isEmpty { return [Problem("reason", "Say why the concern is opened again")] }
        if reason.count > 2_000 { return [Problem("reason", "This is longer than 2,000 characters: shorten it")] }
        return []
    }

    /// How far a concern had come before it was closed or joined.
    package static func stage(response: ResponseGrade?, rounds: Int, isTriaged: Bool) -> ConcernStatus {
        if response != nil { return .response }
        if rounds > 0 { return .scoping }
        return isTriaged ? .triaged : .raised
    }
}

extension Change where V.Record == Concern {
    /// Puts the concern back to the stage that it had reached.
    func openAgain(_ concern: ConcernDetail) throws {
        let stage = ReopenConcern.stage(
            response: concern.response, rounds: try reading.scopingRounds(of: record).count,
            isTriaged: concern.triagedAt != nil)
        try run(
            """
            UPDATE \(target) SET status = \(stage), is_open = 1, closed_at = NULL, declined_at = NULL, closing_reason = NULL,
                joined_to = NULL
            WHERE id = \(record)
            """)
    }
}

extension ConcernDesk {
    package func reopen(
        _ id: ID<Concern>, reason: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        try await desk.change(ReopenConcern.self, on: id, by: viewer, key: key) { change in
            let concern = try change.reading.concern(id)
            let problems = ReopenConcern.problems(reason: reason, status: concern.status)
            guard problems.isEmpty else { return .refused(problems) }
            try change.openAgain(concern)
            change.note("Opened again: \(reason)")
            return .done(id)
        }
    }
}
