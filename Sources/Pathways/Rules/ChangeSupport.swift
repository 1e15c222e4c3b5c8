import Access
import Kernel

/// Changes or ends an entry.
package enum ChangeSupport: Verb {
    package typealias Record = SupportEntry
    package static let name = "change-support"
    package static let relation = Relation.supportEntries
    package static let roles: Set<Role> = [.coordinator, .member]
}

extension PathwayDesk {
    /// Changes an entry of the draft's kind.
    ///
    /// Throws `AccessError.notVisible`, and `.changedMeanwhile` where it has another version than the one named.
    package func changeSupport(
        _ entry: ID<SupportEntry>, _ draft: SupportDraft, by viewer: Viewer, expecting version: Int?, key: IdempotencyKey?
    ) async throws -> Outcome<ID<SupportEntry>> {
        try await desk.change(ChangeSupport.self, on: entry, by: viewer, expecting: version, key: key) { change in
            let previous = try change.reading.supportLine(entry)
            guard previous.kind == draft.kind else { throw AccessError.notVisible }
            let detail = try change.reading.victim(previous.victim)
            let safe = draft.kind == .contact && draft.status == .planned ? try change.safeContact(of: previous.victim) : nil
            let standing = try change.reading.supportStanding(of: detail, previous: previous, service: draft.service, safe: safe)
            let problems = SupportCheck.problems(draft, standing, lists: lists)
            guard problems.isEmpty else { return .refused(problems) }
            if draft.removesAddress, draft.address.isEmpty, previous.hasAddress { try change.erases(SupportSeals.address) }
            try change.keep(draft, instead: previous)
            let isEnded = previous.isOpen && !draft.status.isOpen
            change.note("\(isEnded ? "Ended" : "Changed") \(draft.kind.form.one)", victim: previous.victim)
            return .done(entry)
        }
    }
}
