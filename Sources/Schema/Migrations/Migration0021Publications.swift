import Store

extension Migration {
    /// Publications of a partnership with their sections, editions and signatures; what is out for everybody, in tables of its
    /// own; and the chair of the board, who signs.
    static let publications = Migration(
        21, "publications, what is published, and the chair of the board",
        [
            "ALTER TABLE roles RENAME TO roles_before",
            """
            CREATE TABLE roles (
                person_id TEXT NOT NULL REFERENCES people (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                role TEXT NOT NULL CHECK (role IN
                    ('coordinator', 'member', 'visit-team', 'town-lead', 'analyst', 'administrator', 'chair')),
                town_id TEXT REFERENCES partnership_terms (id),
                granted_at \(.integer) NOT NULL,
                PRIMARY KEY (person_id, partnership_id, role)
            )\(.strict)
            """,
            """
            INSERT INTO roles (person_id, partnership_id, role, town_id, granted_at)
            SELECT person_id, partnership_id, role, town_id, granted_at FROM roles_before
            """,
            "DROP TABLE roles_before",
            "CREATE INDEX roles_by_partnership ON roles (partnership_id, role)",
            """
            CREATE TABLE publications (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                version \(.integer) NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN
                    ('regional-review', 'county-review', 'borough-report', 'strategy', 'programme-report')),
                title TEXT NOT NULL,
                first_day TEXT NOT NULL,
                last_day TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('draft', 'locked', 'published', 'withdrawn')),
                -- The edition that is prepared, or is out.
                edition \(.integer) NOT NULL,
                -- Why the edition after the first is made, and whether it keeps the figures of the one before.
                reason TEXT NOT NULL,
                keeps_figures \(.integer) NOT NULL CHECK (keeps_figures IN (0, 1)),
                begun_at \(.integer) NOT NULL,
                begun_by TEXT
            )\(.strict)
            """,
            "CREATE INDEX publications_by_partnership ON publications (partnership_id, begun_at, id)",
            """
            CREATE TABLE publication_sections (
                id TEXT PRIMARY KEY,
                publication_id TEXT NOT NULL REFERENCES publications (id),
                partnership_id TEXT NOT NULL,
                version \(.integer) NOT NULL,
                position \(.integer) NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN
                    ('foreword', 'introduction', 'figures', 'chart', 'table', 'narrative', 'case-study', 'achievements',
                    'challenges', 'objectives')),
                title TEXT NOT NULL,
                -- Which figures, which chart or which table.
                source TEXT NOT NULL,
                body TEXT NOT NULL,
                accepted TEXT NOT NULL,
                -- Who wrote the words as they are now, and who else approved them.
                written_by TEXT,
                written_at \(.integer),
                approved_by TEXT,
                approved_at \(.integer)
            )\(.strict)
            """,
            "CREATE INDEX publication_sections_by_publication ON publication_sections (publication_id, position)",
            """
            CREATE TABLE publication_editions (
                id TEXT PRIMARY KEY,
                publication_id TEXT NOT NULL REFERENCES publications (id),
                partnership_id TEXT NOT NULL,
                number \(.integer) NOT NULL,
                locked_at \(.integer) NOT NULL,
                locked_by TEXT,
                organisation_id TEXT REFERENCES organisations (id),
                -- The counts as they were, the document made of them, and every count that it states, as JSON.
                figures TEXT NOT NULL,
                document TEXT NOT NULL,
                sheet TEXT NOT NULL,
                stated TEXT NOT NULL,
                changes TEXT NOT NULL,
                published_at \(.integer),
                release_number \(.integer),
                withdrawn_at \(.integer),
                withdrawn_reason TEXT NOT NULL,
                UNIQUE (publication_id, number)
            )\(.strict)
            """,
            "CREATE INDEX publication_editions_by_partnership ON publication_editions (partnership_id, locked_at, id)",
            """
            CREATE TABLE publication_signatures (
                id TEXT PRIMARY KEY,
                edition_id TEXT NOT NULL REFERENCES publication_editions (id),
                publication_id TEXT NOT NULL REFERENCES publications (id),
                partnership_id TEXT NOT NULL,
                role TEXT NOT NULL CHECK (role IN ('coordinator', 'chair')),
                person_id TEXT NOT NULL REFERENCES people (id),
                signed_at \(.integer) NOT NULL,
                UNIQUE (edition_id, role),
                UNIQUE (edition_id, person_id)
            )\(.strict)
            """,
            // What is out for everybody. Nothing else is ever written here, so that whoever reads it needs no permission.
            """
            CREATE TABLE open_releases (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                number \(.integer) NOT NULL,
                kind TEXT NOT NULL,
                title TEXT NOT NULL,
                first_day TEXT NOT NULL,
                last_day TEXT NOT NULL,
                edition \(.integer) NOT NULL,
                summary TEXT NOT NULL,
                notes TEXT NOT NULL,
                licence TEXT NOT NULL,
                changes TEXT NOT NULL,
                published_at \(.integer) NOT NULL,
                changed_at \(.integer) NOT NULL,
                superseded_by \(.integer),
                withdrawn_at \(.integer),
                withdrawn_reason TEXT NOT NULL,
                UNIQUE (partnership_id, number)
            )\(.strict)
            """,
            "CREATE INDEX open_releases_by_day ON open_releases (published_at, id)",
            """
            CREATE TABLE open_files (
                release_id TEXT NOT NULL REFERENCES open_releases (id),
                name TEXT NOT NULL,
                position \(.integer) NOT NULL,
                title TEXT NOT NULL,
                media_type TEXT NOT NULL,
                digest TEXT NOT NULL,
                size \(.integer) NOT NULL,
                bytes \(.blob) NOT NULL,
                PRIMARY KEY (release_id, name)
            )\(.strict)
            """,
        ])
}
