import Store

extension Migration {
    /// A decision in the best interests of somebody who lacks capacity can be one against. The table is written anew, because
    /// not every engine changes what a column may hold.
    static let bestInterests = Migration(
        10, "decisions against, in somebody's best interests",
        [
            "ALTER TABLE consents RENAME TO consents_before",
            """
            CREATE TABLE consents (
                id TEXT PRIMARY KEY,
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                partnership_id TEXT NOT NULL,
                position \(.integer) NOT NULL,
                purpose TEXT NOT NULL CHECK (purpose IN ('nrm', 'support', 'police', 'identity', 'statistics')),
                answer TEXT NOT NULL
                    CHECK (answer IN ('given', 'declined', 'withdrawn', 'best-interests', 'not-in-best-interests')),
                answered_on TEXT NOT NULL,
                recorded_at \(.integer) NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                explained_by TEXT NOT NULL,
                method TEXT NOT NULL CHECK (method IN ('written', 'spoken', 'interpreted')),
                language TEXT NOT NULL,
                interpreter TEXT NOT NULL,
                capacity TEXT NOT NULL CHECK (capacity IN ('not-in-doubt', 'assessed-has', 'assessed-lacks')),
                reason TEXT NOT NULL,
                UNIQUE (victim_id, position)
            )\(.strict)
            """,
            """
            INSERT INTO consents (id, victim_id, partnership_id, position, purpose, answer, answered_on, recorded_at,
                organisation_id, person_id, explained_by, method, language, interpreter, capacity, reason)
            SELECT id, victim_id, partnership_id, position, purpose, answer, answered_on, recorded_at,
                organisation_id, person_id, explained_by, method, language, interpreter, capacity, reason
            FROM consents_before
            """,
            "DROP TABLE consents_before",
            "CREATE INDEX consents_by_victim ON consents (victim_id, purpose, position)",
            "CREATE INDEX consents_by_day ON consents (partnership_id, purpose, answered_on, id)",
        ])
}
