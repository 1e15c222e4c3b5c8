import Access
import Kernel
import Store

/// One page of the journal of a concern.
package struct ConcernJournal: Sendable {
    package let reference: String
    package let lines: [JournalLine]
    /// Where the next page begins; nil on the last.
    package let next: String?
}

extension ConcernDesk {
    /// Who has looked at a concern and at what belongs to it (answers, strands, tasks, files, visits, people screened) and
    /// what they did with it, with the reasons for which names were opened. Reading it is an entry of the journal itself.
    ///
    /// Throws `AccessError.notVisible`, and `.denied` for everybody but a coordinator.
    package func journal(
        of id: ID<Concern>, before cursor: JournalLine.Cursor?, size: Int = 50, by viewer: Viewer
    ) async throws -> ConcernJournal {
        let (reference, lines) = try await desk.readJournal(
            as: viewer, Consultation("read-journal", "concerns", id.text), before: cursor, size: size + 1
        ) { reading in
            (try reading.concern(id).reference, [id.text] + (try reading.recordsOf(id)))
        }
        return ConcernJournal(
            reference: reference, lines: Array(lines.prefix(size)),
            next: lines.count > size ? lines[size - 1].cursor.text : nil)
    }
}
