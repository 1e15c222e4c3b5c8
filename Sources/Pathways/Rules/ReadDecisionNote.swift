import Access
import Kernel

/// Opens the sealed note of a step. Each opening is in the journal.
package enum ReadDecisionNote: Verb {
    package typealias Record = ReferralDecision
    package static let name = "read-decision-note"
    package static let relation = Relation.referralDecisions
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

/// The opened note of a step, and why the step was taken out where it was.
package struct DecisionNote: Sendable, Hashable, Codable {
    package let note: String
    package let voiding: String
}

extension CourseDesk {
    /// Opens the note of a step. Throws `AccessError.notVisible`.
    package func readNote(of decision: ID<ReferralDecision>, by viewer: Viewer) async throws -> Outcome<DecisionNote> {
        try await desk.change(ReadDecisionNote.self, on: decision, by: viewer, key: nil) { change in
            .done(
                DecisionNote(
                    note: try change.opened(field: CourseFields.note, in: .victims) ?? "",
                    voiding: try change.opened(field: CourseFields.voiding, in: .victims) ?? ""))
        }
    }
}
