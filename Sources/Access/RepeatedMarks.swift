import Kernel
import Store

/// A number, mark or address that more than one record mentions, counted over the records that the viewer may see.
package struct RepeatedMention: Sendable, Hashable {
    /// The oldest of its mentions.
    package let mention: ID<Mention>
    package let records: Int
    package let firstOn: Day
    package let lastOn: Day
}

/// How often each key stands in a partnership is kept beside the keys (`repeated_marks`), from the second record on that has it.
///
/// The count is of all records, so it is nobody's to read but that of whoever sees them all. For everybody else it is an upper
/// bound: what they may see of a key is never more, so that only the keys at the head of the list are looked at.
extension Reading {
    /// What more than one record mentions that the viewer may see, that of most records first; then what was noted last.
    ///
    /// The answer is that of counting every key over the visible mentions. A test compares the two.
    package func repeatedMentions(_ kind: MentionedKind, size: Int) throws -> [RepeatedMention] {
        let partnership = try ownPartnership
        if viewer.seesEveryMention { return try kept(kind, in: partnership, from: 0, size).map(\.counted) }
        var found: [RepeatedMention] = []
        var start = 0
        var count = max(size, 64)
        while true {
            let candidates = try kept(kind, in: partnership, from: start, count)
            if candidates.isEmpty { return found }
            found += try seen(candidates, in: partnership)
            found = Array(found.sorted(by: RepeatedMention.isBefore).prefix(size))
            // Nobody sees more of a key than there is: what follows the last candidate is behind what was found already.
            if candidates.count < count { return found }
            if found.count == size, let worst = found.last, let next = candidates.last?.counted,
                !RepeatedMention.isBefore(next, worst)
            {
                return found
            }
            start += count
            count *= 4
        }
    }

    private func kept(
        _ kind: MentionedKind, in partnership: ID<Partnership>, from start: Int, _ count: Int
    ) throws -> [(mark: String, counted: RepeatedMention)] {
        try transaction.rows(
            """
            SELECT mark, mention_id, records, first_on, last_on FROM repeated_marks
            WHERE partnership_id = \(partnership) AND kind = \(kind)
            ORDER BY records DESC, last_on DESC, mention_id LIMIT \(count) OFFSET \(start)
            """
        ) { row in (mark: try row.next(), counted: try RepeatedMention(row)) }
    }

    /// The candidates counted over what the viewer may see; without those that stand in one record or none.
    private func seen(
        _ candidates: [(mark: String, counted: RepeatedMention)], in partnership: ID<Partnership>
    ) throws -> [RepeatedMention] {
        var found: [RepeatedMention] = []
        // A list of a few lengths, so that few statements are prepared.
        for start in stride(from: 0, to: candidates.count, by: 256) {
            let marks = candidates[start..<min(start + 256, candidates.count)].map(\.mark)
            found += try transaction.rows(
                """
                SELECT MIN(m.id), COUNT(DISTINCT COALESCE(m.concern_id, m.visit_id, m.screening_id, m.victim_id)),
                    MIN(m.noted_on), MAX(m.noted_on)
                FROM mention_marks k JOIN \(visible(.subjectMentions)) m ON m.id = k.mention_id
                WHERE k.partnership_id = \(partnership) AND k.mark IN \(in: marks) AND k.is_exact = 1
                GROUP BY k.mark HAVING COUNT(DISTINCT COALESCE(m.concern_id, m.visit_id, m.screening_id, m.victim_id)) > 1
                """, RepeatedMention.init)
        }
        return found
    }
}

extension RepeatedMention {
    fileprivate init(_ row: any Row) throws {
        mention = try row.next()
        records = try row.next()
        firstOn = try row.next()
        lastOn = try row.next()
    }

    /// The order of the list.
    fileprivate static func isBefore(_ one: RepeatedMention, _ other: RepeatedMention) -> Bool {
        if one.records != other.records { return one.records > other.records }
        if one.lastOn != other.lastOn { return one.lastOn > other.lastOn }
        return one.mention < other.mention
    }
}

extension Change {
    /// Counts an exact key of one more mention, before the key is written.
    func countIn(_ mark: String, of own: StandingMention) throws {
        let isThere = try transaction.value(
            "SELECT 1 FROM mention_marks WHERE mention_id = \(own.id) AND mark = \(mark)", as: Int.self)
        if isThere != nil { return }
        // One record that says the same twice counts once.
        let again = try transaction.value(
            """
            SELECT 1 FROM subject_mentions m JOIN mention_marks k ON k.mention_id = m.id
            WHERE \(own.source.condition) AND k.mark = \(mark) LIMIT 1
            """, as: Int.self)
        let day = own.notedOn
        let counted = try transaction.run(
            """
            UPDATE repeated_marks SET records = records + \(again == nil ? 1 : 0),
                first_on = CASE WHEN first_on > \(day) THEN \(day) ELSE first_on END,
                last_on = CASE WHEN last_on < \(day) THEN \(day) ELSE last_on END,
                mention_id = CASE WHEN mention_id > \(own.id) THEN \(own.id) ELSE mention_id END
            WHERE partnership_id = \(own.partnership) AND mark = \(mark)
            """)
        if counted > 0 || again != nil { return }
        // The second record: the first is found by the key. A record that says it twice is one.
        try transaction.run(
            """
            INSERT INTO repeated_marks (partnership_id, mark, kind, records, first_on, last_on, mention_id)
            SELECT \(own.partnership), \(mark), \(own.kind), 2,
                CASE WHEN MIN(m.noted_on) > \(day) THEN \(day) ELSE MIN(m.noted_on) END,
                CASE WHEN MAX(m.noted_on) < \(day) THEN \(day) ELSE MAX(m.noted_on) END,
                CASE WHEN MIN(m.id) > \(own.id) THEN \(own.id) ELSE MIN(m.id) END
            FROM mention_marks k JOIN subject_mentions m ON m.id = k.mention_id
            WHERE k.partnership_id = \(own.partnership) AND k.mark = \(mark) AND k.is_exact = 1 HAVING COUNT(*) > 0
            """)
    }

    /// Counts an exact key from its mentions, after one of them has lost it.
    func countAnew(_ mark: String, in partnership: ID<Partnership>) throws {
        try transaction.run("DELETE FROM repeated_marks WHERE partnership_id = \(partnership) AND mark = \(mark)")
        try transaction.run(
            """
            INSERT INTO repeated_marks (partnership_id, mark, kind, records, first_on, last_on, mention_id)
            SELECT k.partnership_id, k.mark, k.kind, COUNT(DISTINCT COALESCE(m.concern_id, m.visit_id, m.screening_id, m.victim_id)),
                MIN(m.noted_on), MAX(m.noted_on), MIN(m.id)
            FROM mention_marks k JOIN subject_mentions m ON m.id = k.mention_id
            WHERE k.partnership_id = \(partnership) AND k.mark = \(mark) AND k.is_exact = 1
            GROUP BY k.partnership_id, k.mark, k.kind
            HAVING COUNT(DISTINCT COALESCE(m.concern_id, m.visit_id, m.screening_id, m.victim_id)) > 1
            """)
    }
}
