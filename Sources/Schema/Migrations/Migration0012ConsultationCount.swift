import Store

extension Migration {
    /// How many transactions wrote nothing but who read what, for each server that writes: they change no page. SQLite
    /// keeps consultations in a file of their own and has no need of it.
    static let consultationCount = Migration(
        12, "count of consultations",
        [
            """
            \(
                sqlite: "SELECT 1",
                postgres: """
                    CREATE TABLE consultation_commits (writer TEXT PRIMARY KEY, commits BIGINT NOT NULL,
                        written_at TIMESTAMPTZ NOT NULL) WITH (fillfactor = 50)
                    """)
            """
        ])
}
