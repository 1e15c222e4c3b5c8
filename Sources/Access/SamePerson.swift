import Kernel
import Store

extension Change where V.Record == PotentialVictim {
    /// Keeps by which words this person is recognised when they are met again, as keys that nobody without the key file can
    /// compute, and links the record to every other of the partnership that has one of them.
    ///
    /// The link is a row that only those who see both records see: the verb's note and its answer say nothing of it, so that
    /// whoever sees one record alone does not learn that there is another. Words that are empty recognise nobody.
    package func recognise(by words: [FoldedText]) throws {
        guard let partnership = viewer.partnership else { throw AccessError.denied }
        let marks = Set(words.filter { !$0.key.isEmpty }.map { vault.blindKey($0, purpose: "same-person") }).sorted()
        try transaction.run("DELETE FROM victim_marks WHERE victim_id = \(record)")
        for mark in marks {
            try transaction.run(
                """
                INSERT INTO victim_marks (victim_id, mark, partnership_id) VALUES (\(record), \(mark), \(partnership))
                """)
        }
        // What was noticed by a name that was put right since is noticed no more.
        try transaction.run(
            """
            DELETE FROM met_again WHERE status = 'noticed' AND (earlier_id = \(record) OR later_id = \(record))
            AND NOT EXISTS (SELECT 1 FROM victim_marks a
                JOIN victim_marks b ON b.partnership_id = a.partnership_id AND b.mark = a.mark
                WHERE a.victim_id = met_again.earlier_id AND b.victim_id = met_again.later_id)
            """)
        guard !marks.isEmpty else { return }
        let others = try transaction.rows(
            """
            SELECT DISTINCT m.victim_id FROM victim_marks m
            WHERE m.partnership_id = \(partnership) AND m.mark IN \(in: marks) AND m.victim_id <> \(record)
            """
        ) { try $0.next(ID<PotentialVictim>.self) }
        for other in others {
            try transaction.run(
                """
                INSERT INTO met_again (id, partnership_id, earlier_id, later_id, status, noticed_on, is_by_hand)
                VALUES (\(world.newID(MetAgain.self)), \(partnership), \(min(record, other)), \(max(record, other)), 'noticed',
                    \(moment.day), 0)
                ON CONFLICT (earlier_id, later_id) DO NOTHING
                """)
        }
    }
}
