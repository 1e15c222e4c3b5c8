import Access
import Concerns
import Kernel
import Store

/// Which subjects a list shows.
package struct SubjectQuery: Sendable {
    package var kind: MentionedKind?
    package var search: String
    package var size: Int

    package init(kind: MentionedKind? = nil, search: String = "", size: Int = 50) {
        self.kind = kind
        self.search = search
        self.size = size
    }
}

extension Reading {
    /// The subjects of which the viewer may see a mention, those mentioned last first. Subjects that were said to be one are
    /// one line, of what the viewer may see of them.
    package func subjects(matching query: SubjectQuery) throws -> [SubjectLine] {
        var conditions: [Statement] = ["s.partnership_id = \(try ownPartnership)"]
        if let kind = query.kind { conditions.append("s.kind = \(kind)") }
        if !query.search.isEmpty { conditions.append(searching(query.search)) }
        let found = try rows(
            """
            SELECT s.root_id, MIN(s.id), MAX(CASE WHEN s.id = s.root_id THEN 1 ELSE 0 END), COUNT(DISTINCT m.id), MAX(m.noted_on)
            FROM \(visible(.subjects)) s JOIN \(visible(.subjectMentions)) m ON m.subject_id = s.id
            WHERE \(all: conditions) GROUP BY s.root_id ORDER BY 5 DESC, s.root_id LIMIT \(query.size)
            """
        ) { row in
            (
                root: try row.next(ID<Subject>.self), first: try row.next(ID<Subject>.self), seesRoot: try row.next(Bool.self),
                mentions: try row.next(Int.self), last: try row.next(Day.self)
            )
        }
        if found.isEmpty { return [] }
        let shown = found.map { $0.seesRoot ? $0.root : $0.first }
        let heads = Dictionary(
            try rows("SELECT s.id, s.kind, s.reference FROM \(visible(.subjects)) s WHERE s.id IN \(in: shown)") { row in
                (try row.next(ID<Subject>.self), (kind: try row.next(MentionedKind.self), reference: try row.next(String.self)))
            }
        ) { first, _ in first }
        var names: [ID<Subject>: [String]] = [:]
        try forEach(
            """
            SELECT s.root_id, m.label, MAX(m.noted_on) FROM \(visible(.subjects)) s
            JOIN \(visible(.subjectMentions)) m ON m.subject_id = s.id
            WHERE s.root_id IN \(in: found.map(\.root)) AND m.label <> '' GROUP BY s.root_id, m.label ORDER BY 3 DESC, m.label
            """
        ) { row in names[try row.next(), default: []].append(try row.next()) }
        return zip(found, shown).compactMap { one, id in
            heads[id].map { head in
                SubjectLine(
                    id: id, kind: head.kind, reference: head.reference, names: Array((names[one.root] ?? []).prefix(3)),
                    mentions: one.mentions, lastOn: one.last)
            }
        }
    }

    /// By the reference, by what the label holds, or by the number or mark however it is written.
    private func searching(_ words: String) -> Statement {
        var alternatives: [Statement] = ["s.reference = \(words.uppercased().filter { $0 != " " })"]
        let keys = Set([FoldedText(words).key, MatchKeys.phone(words), FoldedText(MatchKeys.vehicle(words)).key]).filter { $0.count > 2 }
        for key in keys.sorted() { alternatives.append("m.label_key LIKE \("%\(key)%")") }
        return alternatives.dropFirst().reduce("(\(alternatives[0])") { "\($0) OR \($1)" as Statement } + ")"
    }

    /// One subject; throws `AccessError.notVisible` where the viewer sees none of its own mentions.
    package func subject(_ id: ID<Subject>) throws -> SubjectDetail {
        let head = try first(
            "SELECT s.kind, s.reference, s.root_id FROM \(visible(.subjects)) s WHERE s.id = \(id)"
        ) { row in (kind: try row.next(MentionedKind.self), reference: try row.next(String.self), root: try row.next(ID<Subject>.self)) }
        guard let head else { throw AccessError.notVisible }
        let group = try rows(
            "SELECT s.id, s.reference FROM \(visible(.subjects)) s WHERE s.root_id = \(head.root) ORDER BY s.id"
        ) { row in (id: try row.next(ID<Subject>.self), reference: try row.next(String.self)) }
        let mentions = try mentionLines(where: "m.subject_id IN \(in: group.map(\.id))", limit: 200)
        let alike =
            head.kind.isKnownByItsKey
            ? try self.mentions(sameAs: mentions.map(\.id)).filter { line in
                line.subject == nil || !group.contains { $0.id == line.subject }
            } : []
        let start = LinkChart.Node(
            key: "s\(id)", kind: .subject, title: mentions.first { !$0.label.isEmpty }?.label ?? head.reference,
            detail: head.kind.title, target: .subject(id))
        return SubjectDetail(
            id: id, kind: head.kind, reference: head.reference,
            others: group.filter { $0.id != id }.map(\.reference), mentions: mentions, alike: alike,
            merges: try merges(of: group.map(\.id)), chart: try chart(from: start, records: mentions + alike))
    }

    /// What was said of subjects being one, the newest first.
    private func merges(of subjects: [ID<Subject>]) throws -> [MergeLine] {
        try rows(
            """
            SELECT g.id, k.reference, d.reference, g.merged_at, COALESCE(p.name, 'Somebody'), g.undone_at, g.undo_reason,
                CASE WHEN EXISTS (SELECT 1 FROM \(visible(.subjectMentions)) m
                    WHERE m.subject_id IN (g.kept_id, g.merged_id) AND m.corrected_at > g.merged_at) THEN 1 ELSE 0 END,
                CASE WHEN EXISTS (SELECT 1 FROM \(visible(.subjectMentions)) m WHERE m.subject_id = g.kept_id)
                    AND EXISTS (SELECT 1 FROM \(visible(.subjectMentions)) m WHERE m.subject_id = g.merged_id) THEN 0 ELSE 1 END
            FROM \(visible(.subjectMerges)) g JOIN \(visible(.subjects)) k ON k.id = g.kept_id
            JOIN \(visible(.subjects)) d ON d.id = g.merged_id LEFT JOIN people p ON p.id = g.person_id
            WHERE g.kept_id IN \(in: subjects) OR g.merged_id IN \(in: subjects) ORDER BY g.merged_at DESC, g.id DESC LIMIT 50
            """
        ) { row in
            MergeLine(
                id: try row.next(), kept: try row.next(), merged: try row.next(), mergedAt: try row.next(), by: try row.next(),
                undoneAt: try row.next(), undoReason: try row.next(), isCorrected: try row.next(), isBare: try row.next())
        }
    }

    /// One merge; throws `AccessError.notVisible` where the viewer does not see both sides.
    package func merge(_ id: ID<SubjectMerge>) throws -> (line: MergeLine, kept: ID<Subject>, merged: ID<Subject>) {
        let found = try first(
            "SELECT g.kept_id, g.merged_id FROM \(visible(.subjectMerges)) g WHERE g.id = \(id)"
        ) { row in (kept: try row.next(ID<Subject>.self), merged: try row.next(ID<Subject>.self)) }
        guard let found, let line = try merges(of: [found.kept]).first(where: { $0.id == id }) else { throw AccessError.notVisible }
        return (line, found.kept, found.merged)
    }
}
