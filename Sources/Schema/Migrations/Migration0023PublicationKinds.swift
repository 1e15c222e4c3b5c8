import Store

extension Migration {
    /// Publications about one town, that are an infographic alone, and of a month; the sections that an edition was made of,
    /// for a correction that is given up; and documents that were published otherwise.
    static let publicationKinds = Migration(
        23, "more kinds of publications, and documents that were published otherwise",
        [
            // A column cannot get another check on SQLite: it is replaced.
            "ALTER TABLE publications RENAME COLUMN kind TO former_kind",
            """
            ALTER TABLE publications ADD COLUMN kind TEXT NOT NULL DEFAULT 'borough-report' CHECK (kind IN
                ('regional-review', 'county-review', 'borough-report', 'strategy', 'programme-report', 'town-profile', 'infographic',
                'monthly-overview'))
            """,
            "UPDATE publications SET kind = former_kind",
            "ALTER TABLE publications DROP COLUMN former_kind",
            // The town that it is about.
            "ALTER TABLE publications ADD COLUMN town_id TEXT REFERENCES partnership_terms (id)",
            // Empty in editions that were locked before this was kept.
            "ALTER TABLE publication_editions ADD COLUMN sections TEXT NOT NULL DEFAULT ''",
            """
            CREATE TABLE registered_documents (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                title TEXT NOT NULL,
                published_on TEXT NOT NULL,
                -- Every count that it states, as JSON.
                stated TEXT NOT NULL,
                registered_at \(.integer) NOT NULL,
                struck_at \(.integer),
                struck_reason TEXT NOT NULL
            )\(.strict)
            """,
            "CREATE INDEX registered_documents_by_partnership ON registered_documents (partnership_id, published_on, id)",
        ])
}
