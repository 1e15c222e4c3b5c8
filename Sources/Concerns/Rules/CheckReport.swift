import Access
import Kernel
import Partnerships
import Store

/// The coordinator checks what came by the public form: it becomes a concern, or it is closed with the reason.
package enum CheckReport: Verb {
    package typealias Record = Concern
    package static let name = "check-report"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]

    package struct Draft: Sendable {
        /// "accept" or "decline".
        package var decision: String
        /// A code of "closing_reason", where it is no concern.
        package var reason: String
        package var note: String

        package init(decision: String, reason: String = "", note: String = "") {
            self.decision = decision
            self.reason = reason
            self.note = note
        }

        package var accepts: Bool { decision == "accept" }
    }

    /// The reasons for which a report is no concern.
    package static let reasons = ["not-enough-information", "other-service", "passed-on", "entered-in-error"]

    package static func problems(_ draft: Draft, status: ConcernStatus) -> [Problem] {
        if status != .awaitingCheck { return [Problem("", "This report has been checked already")] }
        var problems: [Problem] = []
        switch draft.decision {
        case "accept": break
        case "decline":
            if !reasons.contains(draft.reason) { problems.append(Problem("reason", "Choose why it is not a concern")) }
            if draft.note.isEmpty { problems.append(Problem("note", "Say in a sentence why it is not a concern")) }
        default: problems.append(Problem("decision", "Choose whether this is a concern"))
        }
        if draft.note.count > 2_000 {
            problems.append(Problem("note", "This is longer than 2,000 characters: shorten it"))
        }
        return problems
    }
}

extension ConcernDesk {
    package func check(
        _ id: ID<Concern>, _ draft: CheckReport.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        try await desk.change(CheckReport.self, on: id, by: viewer, key: key) { change in
            let problems = CheckReport.problems(draft, status: try change.reading.concern(id).status)
            guard problems.isEmpty else { return .refused(problems) }
            if draft.accepts {
                try change.run("UPDATE \(change.target) SET status = 'raised' WHERE id = \(id)")
                change.note(draft.note.isEmpty ? "Accepted as a concern" : "Accepted as a concern: \(draft.note)")
            } else {
                try change.run(
                    """
                    UPDATE \(change.target) SET status = 'closed', is_open = 0, immediate_danger = 0,
                        closing_reason = \(draft.reason), closing_summary = \(draft.note), closed_at = \(change.moment),
                        declined_at = \(change.moment)
                    WHERE id = \(id)
                    """)
                change.note("Not a concern: \(draft.note)")
            }
            return .done(id)
        }
    }
}
