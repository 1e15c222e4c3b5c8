import Access
import Kernel
import Store

/// Reminds an agency of a question that waits for its answer: it stands first in the agency's list, marked as reminded.
package enum RemindAgency: Verb {
    package typealias Record = ScopingRequest
    package static let name = "remind-agency"
    package static let relation = Relation.scopingRequests
    package static let roles: Set<Role> = [.coordinator]
    package static let strand = "answers"
}

extension ConcernDesk {
    package func remind(_ id: ID<ScopingRequest>, by viewer: Viewer, key: IdempotencyKey?) async throws -> Outcome<ID<Concern>> {
        try await desk.change(RemindAgency.self, on: id, by: viewer, key: key) { change in
            let request = try change.reading.scopingRequest(id)
            guard request.isWaiting else { return .refused([Problem("", "This agency has answered, or the round is closed")]) }
            try change.run(
                "UPDATE \(change.target) SET reminded_at = \(change.moment), reminders = reminders + 1 WHERE id = \(id)")
            change.note("\(request.organisationName) reminded", concern: request.concern)
            return .done(request.concern)
        }
    }
}
