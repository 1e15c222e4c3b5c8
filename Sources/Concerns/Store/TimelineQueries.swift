import Access
import Foundation
import Kernel
import Partnerships
import Store

extension Reading {
    /// What happened to a concern and to what belongs to it, the newest first, as far as the viewer may see it.
    ///
    /// - Parameter before: the entry that the page before ended with.
    package func timeline(
        of concern: ID<Concern>, lists: CodeLists, before: TimelineCursor? = nil, size: Int
    ) throws -> Listing<TimelineEntry> {
        let from: Statement = before.map { "AND (t.at, t.id) < (\($0.at), \($0.id))" } ?? .none
        let found = try rows(
            """
            SELECT t.id, t.at, t.verb, t.summary, p.name, o.name, t.differences
            FROM \(visible(.recordChanges)) t
            LEFT JOIN people p ON p.id = t.person_id
            LEFT JOIN organisations o ON o.id = t.organisation_id
            WHERE t.concern_id = \(concern) \(from)
            ORDER BY t.at DESC, t.id DESC LIMIT \(size + 1)
            """
        ) { row in
            StoredChange(
                id: try row.next(), at: try row.next(), verb: try row.next(), summary: try row.next(),
                person: try row.next(), organisation: try row.next(), differences: try row.next())
        }
        let isPlain = found.allSatisfy { $0.differences == "[]" }
        let words = isPlain ? FieldWords(lists: lists, organisations: [:], terms: [:]) : try fieldWords(lists)
        let entries = try found.map { change in
            let differences =
                change.differences == "[]"
                ? [] : try JSONDecoder().decode([RecordDifference].self, from: Data(change.differences.utf8))
            return TimelineEntry(
                id: change.id, at: change.at, verb: change.verb, summary: change.summary, person: change.person,
                organisation: change.organisation, differences: differences.compactMap(words.difference))
        }
        return Listing(rows: entries, size: size) { TimelineCursor(at: $0.at, id: $0.id).text }
    }

    private struct StoredChange {
        let id: ID<RecordChange>
        let at: Moment
        let verb: String
        let summary: String
        let person: String?
        let organisation: String?
        let differences: String
    }

    private func fieldWords(_ lists: CodeLists) throws -> FieldWords {
        guard let partnership = viewer.partnership else {
            return FieldWords(lists: lists, organisations: [:], terms: [:])
        }
        let terms = try terms(of: partnership, kind: "town") + terms(of: partnership, kind: "ward")
        return FieldWords(
            lists: lists,
            organisations: Dictionary(try members(of: partnership).map { ($0.id.text, $0.name) }) { first, _ in first },
            terms: Dictionary(terms.map { ($0.id.text, $0.label) }) { first, _ in first })
    }
}

/// Where a page of the timeline ends.
package struct TimelineCursor: Sendable, Hashable {
    package let at: Moment
    package let id: ID<RecordChange>

    package init(at: Moment, id: ID<RecordChange>) {
        self.at = at
        self.id = id
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let at = Int64(parts[0]), let id = ID<RecordChange>(parts[1]) else { return nil }
        self.init(at: Moment(microseconds: at), id: id)
    }

    package var text: String { "\(at.microseconds)_\(id)" }
}
