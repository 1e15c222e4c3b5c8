import Access
import Kernel
import Store

/// Reads who has looked at a concern and what they did with it, with the reasons for which names were opened.
///
/// It is an entry of the journal itself.
package enum ReadJournal: Verb {
    package typealias Record = Concern
    package static let name = "read-journal"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.consultation
}

/// One page of the journal of a concern.
package struct ConcernJournal: Sendable, Codable {
    package let reference: String
    package let lines: [JournalLine]
    /// Where the next page begins; nil on the last.
    package let next: String?
}

extension ConcernDesk {
    /// The journal of a concern and of what belongs to it: answers, strands, tasks, files, visits, people screened.
    ///
    /// Throws `AccessError.notVisible`, and `.denied` for everybody but a coordinator.
    package func journal(
        of id: ID<Concern>, before cursor: JournalLine.Cursor?, size: Int = 50, by viewer: Viewer
    ) async throws -> ConcernJournal {
        let outcome = try await desk.change(ReadJournal.self, on: id, by: viewer, key: nil) { change in
            let concern = try change.reading.concern(id)
            let lines = try change.journal(
                of: [id.text] + change.reading.recordsOf(id), before: cursor, size: size + 1)
            return .done(
                ConcernJournal(
                    reference: concern.reference, lines: Array(lines.prefix(size)),
                    next: lines.count > size ? lines[size - 1].cursor.text : nil))
        }
        guard let journal = outcome.result else { throw AccessError.notVisible }
        return journal
    }
}
