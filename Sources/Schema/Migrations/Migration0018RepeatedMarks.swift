import Store

extension Migration {
    /// How many records share a key, kept beside the keys, so that what is seen more than once is listed without counting it
    /// all; and when a mention was corrected, so that what was said of it before can be looked at again.
    ///
    /// A key that stands in one record alone has no row.
    static let repeatedMarks = Migration(
        18, "repeated marks",
        [
            "ALTER TABLE subject_mentions ADD COLUMN corrected_at \(.integer)",
            """
            CREATE TABLE repeated_marks (
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                mark TEXT NOT NULL,
                kind TEXT NOT NULL,
                records \(.integer) NOT NULL CHECK (records > 1),
                first_on TEXT NOT NULL,
                last_on TEXT NOT NULL,
                mention_id TEXT NOT NULL,
                PRIMARY KEY (partnership_id, mark)
            )\(.strictByKey)
            """,
            "CREATE INDEX repeated_marks_by_count ON repeated_marks (partnership_id, kind, records DESC, last_on DESC, mention_id)",
            countRepeatedMarks,
        ])

    /// Counts the keys that are there: for a database that was filled with keys otherwise than by what the product writes.
    package static let countRepeatedMarks: Statement = """
        INSERT INTO repeated_marks (partnership_id, mark, kind, records, first_on, last_on, mention_id)
        SELECT k.partnership_id, k.mark, k.kind, COUNT(DISTINCT COALESCE(m.concern_id, m.visit_id, m.screening_id, m.victim_id)),
            MIN(m.noted_on), MAX(m.noted_on), MIN(m.id)
        FROM mention_marks k JOIN subject_mentions m ON m.id = k.mention_id
        WHERE k.is_exact = 1
        GROUP BY k.partnership_id, k.mark, k.kind
        HAVING COUNT(DISTINCT COALESCE(m.concern_id, m.visit_id, m.screening_id, m.victim_id)) > 1
        """
}
