import Store

extension Migration {
    /// Figures from elsewhere with their sources, what they said before, and which of two that contradict each other holds; and
    /// the section of a publication that states them.
    static let statedFigures = Migration(
        22, "figures from elsewhere, with their sources",
        [
            """
            CREATE TABLE stated_figures (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                version \(.integer) NOT NULL,
                -- By which written text names it; stays as it is.
                key TEXT NOT NULL,
                measure TEXT NOT NULL,
                -- What it is about: a place or a group (empty for the whole partnership), how far that reaches, and what part of it.
                area TEXT NOT NULL,
                reach TEXT NOT NULL CHECK (reach IN ('local', 'region', 'nation', 'world')),
                category TEXT NOT NULL,
                -- The value without its decimal point, and how many of its digits stand behind it.
                value \(.integer) NOT NULL CHECK (value >= 0),
                decimals \(.integer) NOT NULL CHECK (decimals BETWEEN 0 AND 3),
                exactness TEXT NOT NULL CHECK (exactness IN ('exactly', 'more-than', 'at-least', 'about', 'up-to')),
                period_kind TEXT NOT NULL CHECK (period_kind IN
                    ('none', 'day', 'month', 'quarter', 'year', 'financial-year', 'range', 'as-at')),
                first_day TEXT,
                last_day TEXT,
                target \(.integer) CHECK (target >= 0),
                target_decimals \(.integer) NOT NULL CHECK (target_decimals BETWEEN 0 AND 3),
                source_title TEXT NOT NULL CHECK (source_title <> ''),
                source_publisher TEXT NOT NULL CHECK (source_publisher <> ''),
                source_place TEXT NOT NULL,
                source_date TEXT NOT NULL CHECK (source_date <> ''),
                mark TEXT NOT NULL CHECK (mark IN ('', 'provisional', 'revised', 'break', 'to-be-confirmed')),
                -- The keys of the figure that it is a part of, and of those that it is the share of.
                part_of TEXT NOT NULL,
                numerator TEXT NOT NULL,
                denominator TEXT NOT NULL,
                note TEXT NOT NULL,
                recorded_at \(.integer) NOT NULL,
                recorded_by TEXT,
                withdrawn_at \(.integer),
                withdrawn_reason TEXT NOT NULL,
                UNIQUE (partnership_id, key),
                CHECK ((period_kind = 'none') = (first_day IS NULL)),
                CHECK ((first_day IS NULL) = (last_day IS NULL))
            )\(.strict)
            """,
            """
            CREATE TABLE stated_figure_versions (
                id TEXT PRIMARY KEY,
                figure_id TEXT NOT NULL REFERENCES stated_figures (id),
                partnership_id TEXT NOT NULL,
                number \(.integer) NOT NULL,
                -- All that it said, as JSON.
                said TEXT NOT NULL,
                replaced_at \(.integer) NOT NULL,
                replaced_by TEXT,
                reason TEXT NOT NULL,
                UNIQUE (figure_id, number)
            )\(.strict)
            """,
            """
            CREATE TABLE settled_figures (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                -- The two figures, each as it stood then.
                one_id TEXT NOT NULL REFERENCES stated_figures (id),
                one_version \(.integer) NOT NULL,
                other_id TEXT NOT NULL REFERENCES stated_figures (id),
                other_version \(.integer) NOT NULL,
                holds TEXT NOT NULL CHECK (holds IN ('one', 'other', 'both')),
                reason TEXT NOT NULL CHECK (reason <> ''),
                settled_at \(.integer) NOT NULL,
                settled_by TEXT
            )\(.strict)
            """,
            "CREATE INDEX settled_figures_by_partnership ON settled_figures (partnership_id, settled_at, id)",
            "ALTER TABLE publication_sections RENAME TO publication_sections_before",
            "DROP INDEX publication_sections_by_publication",
            """
            CREATE TABLE publication_sections (
                id TEXT PRIMARY KEY,
                publication_id TEXT NOT NULL REFERENCES publications (id),
                partnership_id TEXT NOT NULL,
                version \(.integer) NOT NULL,
                position \(.integer) NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN
                    ('foreword', 'introduction', 'figures', 'chart', 'table', 'stated-figures', 'published-statistics', 'narrative',
                    'case-study', 'achievements', 'challenges', 'objectives')),
                title TEXT NOT NULL,
                -- Which figures, which chart, which table, which published statistics, or the keys of figures from elsewhere.
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
            """
            INSERT INTO publication_sections (id, publication_id, partnership_id, version, position, kind, title, source, body, accepted,
                written_by, written_at, approved_by, approved_at)
            SELECT id, publication_id, partnership_id, version, position, kind, title, source, body, accepted, written_by, written_at,
                approved_by, approved_at FROM publication_sections_before
            """,
            "DROP TABLE publication_sections_before",
            "CREATE INDEX publication_sections_by_publication ON publication_sections (publication_id, position)",
            // The figures from elsewhere that an edition states, as they were when it was locked.
            "ALTER TABLE publication_editions ADD COLUMN sourced_figures TEXT NOT NULL DEFAULT '[]'",
        ])
}
