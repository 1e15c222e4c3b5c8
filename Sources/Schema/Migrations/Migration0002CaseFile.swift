import Store

extension Migration {
    /// Concerns and everything that is recorded of them before a visit.
    static let caseFile = Migration(
        2, "the case file",
        [
            """
            CREATE TABLE concerns (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                reference TEXT NOT NULL,
                version \(.integer) NOT NULL,
                received_on TEXT NOT NULL,
                received_at \(.integer) NOT NULL,
                channel TEXT NOT NULL,
                source TEXT NOT NULL,
                source_organisation_id TEXT REFERENCES organisations (id),
                recorded_by TEXT,
                status TEXT NOT NULL CHECK (status IN
                    ('awaiting-check', 'raised', 'triaged', 'scoping', 'response', 'closed', 'joined')),
                is_open \(.integer) NOT NULL CHECK (is_open IN (0, 1)),
                immediate_danger \(.integer) NOT NULL CHECK (immediate_danger IN (0, 1)),
                police_incident TEXT,
                public_quote TEXT,
                summary TEXT NOT NULL,
                seen TEXT NOT NULL,
                inferred TEXT NOT NULL,
                happens_when TEXT NOT NULL,
                how_known TEXT NOT NULL,
                location_type TEXT NOT NULL,
                place TEXT NOT NULL,
                postcode TEXT NOT NULL,
                place_key TEXT NOT NULL,
                town_id TEXT REFERENCES partnership_terms (id),
                ward_id TEXT REFERENCES partnership_terms (id),
                residence TEXT NOT NULL,
                residence_key TEXT NOT NULL,
                residence_town_id TEXT REFERENCES partnership_terms (id),
                nationality TEXT NOT NULL,
                people_count \(.integer),
                children_present TEXT NOT NULL CHECK (children_present IN ('yes', 'no', 'unknown')),
                reporter_contact TEXT NOT NULL,
                reporter_safe_way TEXT NOT NULL,
                threat TEXT NOT NULL,
                harm TEXT NOT NULL,
                risk TEXT NOT NULL,
                investigation TEXT NOT NULL,
                vulnerability TEXT NOT NULL,
                engagement TEXT NOT NULL,
                triaged_at \(.integer),
                response TEXT CHECK (response IN ('single', 'joint', 'significant')),
                response_decided_at \(.integer),
                lead_organisation_id TEXT REFERENCES organisations (id),
                report_back_on TEXT,
                planning_meeting_on TEXT,
                planning_meeting_notes TEXT NOT NULL,
                tactical_plan TEXT NOT NULL,
                joined_to TEXT REFERENCES concerns (id),
                closing_reason TEXT,
                closing_summary TEXT NOT NULL,
                report_back TEXT NOT NULL,
                closed_at \(.integer),
                declined_at \(.integer),
                UNIQUE (partnership_id, reference)
            )\(.strict)
            """,
            "CREATE INDEX concerns_by_date ON concerns (partnership_id, immediate_danger, received_on, id)",
            "CREATE INDEX concerns_open_by_date ON concerns (partnership_id, is_open, immediate_danger, received_on, id)",
            """
            CREATE INDEX concerns_by_received ON concerns
                (partnership_id, received_on, status, source, town_id, ward_id, location_type, nationality, declined_at, id)
            """,
            "CREATE INDEX concerns_to_check ON concerns (partnership_id, status) WHERE status = 'awaiting-check'",
            "CREATE INDEX concerns_by_town ON concerns (town_id, received_on)",
            "CREATE INDEX concerns_by_place ON concerns (partnership_id, place_key) WHERE place_key <> ''",
            "CREATE INDEX concerns_by_residence ON concerns (partnership_id, residence_key) WHERE residence_key <> ''",
            "CREATE INDEX concerns_by_joined ON concerns (partnership_id, joined_to) WHERE joined_to IS NOT NULL",
            """
            CREATE TABLE concern_exploitation (
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                partnership_id TEXT NOT NULL,
                exploitation_type TEXT NOT NULL,
                PRIMARY KEY (concern_id, exploitation_type)
            )\(.strict)
            """,
            """
            CREATE INDEX concern_exploitation_for_figures ON concern_exploitation
                (partnership_id, concern_id, exploitation_type)
            """,
            """
            CREATE TABLE concern_indicators (
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                partnership_id TEXT NOT NULL,
                indicator TEXT NOT NULL,
                PRIMARY KEY (concern_id, indicator)
            )\(.strict)
            """,
            """
            CREATE TABLE mentions (
                id TEXT PRIMARY KEY,
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                partnership_id TEXT NOT NULL,
                kind TEXT NOT NULL,
                role TEXT NOT NULL,
                description TEXT NOT NULL,
                value_text TEXT NOT NULL,
                value_key TEXT NOT NULL,
                position \(.integer) NOT NULL
            )\(.strict)
            """,
            "CREATE INDEX mentions_by_concern ON mentions (concern_id, position)",
            "CREATE INDEX mentions_by_key ON mentions (partnership_id, kind, value_key)",
            """
            CREATE TABLE circles (
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                partnership_id TEXT NOT NULL,
                sees_answers \(.integer) NOT NULL CHECK (sees_answers IN (0, 1)),
                sees_victims \(.integer) NOT NULL CHECK (sees_victims IN (0, 1)),
                basis TEXT NOT NULL,
                added_at \(.integer) NOT NULL,
                removed_at \(.integer),
                PRIMARY KEY (concern_id, organisation_id)
            )\(.strict)
            """,
            "CREATE INDEX circles_by_organisation ON circles (organisation_id, partnership_id, concern_id)",
            """
            CREATE TABLE scoping_rounds (
                id TEXT PRIMARY KEY,
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                partnership_id TEXT NOT NULL,
                number \(.integer) NOT NULL,
                question TEXT NOT NULL,
                opened_at \(.integer) NOT NULL,
                due_at \(.integer) NOT NULL,
                closed_at \(.integer),
                closing_summary TEXT NOT NULL,
                UNIQUE (concern_id, number)
            )\(.strict)
            """,
            """
            CREATE TABLE scoping_requests (
                id TEXT PRIMARY KEY,
                round_id TEXT NOT NULL REFERENCES scoping_rounds (id),
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                partnership_id TEXT NOT NULL,
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                version \(.integer) NOT NULL,
                sent_at \(.integer) NOT NULL,
                due_at \(.integer) NOT NULL,
                reminded_at \(.integer),
                reminders \(.integer) NOT NULL,
                answer TEXT CHECK (answer IN ('nothing-held', 'held', 'cannot-share', 'conflict')),
                summary TEXT NOT NULL,
                grading TEXT NOT NULL,
                conditions TEXT NOT NULL,
                speak_to TEXT NOT NULL,
                answered_at \(.integer),
                answered_by TEXT,
                is_waiting \(.integer) NOT NULL CHECK (is_waiting IN (0, 1)),
                UNIQUE (round_id, organisation_id)
            )\(.strict)
            """,
            "CREATE INDEX scoping_requests_by_concern ON scoping_requests (concern_id, sent_at)",
            "CREATE INDEX scoping_requests_answered ON scoping_requests (partnership_id, answered_at)",
            "CREATE INDEX scoping_requests_sent ON scoping_requests (partnership_id, sent_at)",
            "CREATE INDEX scoping_requests_waiting ON scoping_requests (partnership_id, organisation_id, is_waiting, due_at)",
            """
            CREATE TABLE response_decisions (
                id TEXT PRIMARY KEY,
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                partnership_id TEXT NOT NULL,
                response TEXT NOT NULL CHECK (response IN ('single', 'joint', 'significant')),
                suggested TEXT NOT NULL,
                criteria TEXT NOT NULL,
                reasons TEXT NOT NULL,
                rationale TEXT NOT NULL,
                approver TEXT NOT NULL,
                lead_organisation_id TEXT REFERENCES organisations (id),
                report_back_on TEXT,
                decided_at \(.integer) NOT NULL,
                decided_by TEXT
            )\(.strict)
            """,
            "CREATE INDEX response_decisions_by_concern ON response_decisions (concern_id, decided_at)",
            """
            CREATE TABLE response_team (
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                partnership_id TEXT NOT NULL,
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                PRIMARY KEY (concern_id, organisation_id)
            )\(.strict)
            """,
            """
            CREATE TABLE strands (
                id TEXT PRIMARY KEY,
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                partnership_id TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('location', 'offenders', 'victims')),
                version \(.integer) NOT NULL,
                lead_organisation_id TEXT REFERENCES organisations (id),
                plan TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('open', 'paused', 'finished')),
                outcome TEXT NOT NULL,
                opened_at \(.integer) NOT NULL,
                UNIQUE (concern_id, kind)
            )\(.strict)
            """,
            """
            CREATE TABLE strand_team (
                strand_id TEXT NOT NULL REFERENCES strands (id),
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                PRIMARY KEY (strand_id, organisation_id)
            )\(.strict)
            """,
            """
            CREATE TABLE tasks (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL,
                concern_id TEXT REFERENCES concerns (id),
                strand TEXT NOT NULL,
                visit_id TEXT,
                version \(.integer) NOT NULL,
                title TEXT NOT NULL,
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                due_on TEXT NOT NULL,
                is_open \(.integer) NOT NULL CHECK (is_open IN (0, 1)),
                result TEXT NOT NULL,
                created_at \(.integer) NOT NULL,
                done_at \(.integer)
            )\(.strict)
            """,
            "CREATE INDEX tasks_by_concern ON tasks (concern_id, due_on)",
            "CREATE INDEX tasks_by_visit ON tasks (visit_id, due_on)",
            "CREATE INDEX tasks_open ON tasks (partnership_id, organisation_id, is_open, due_on)",
            "CREATE INDEX tasks_open_all ON tasks (partnership_id, is_open, due_on)",
            """
            CREATE TABLE concern_outcomes (
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                partnership_id TEXT NOT NULL,
                measure TEXT NOT NULL,
                quantity \(.integer) NOT NULL CHECK (quantity >= 0),
                PRIMARY KEY (concern_id, measure)
            )\(.strict)
            """,
            """
            CREATE TABLE not_the_same (
                concern_id TEXT NOT NULL REFERENCES concerns (id),
                other_id TEXT NOT NULL REFERENCES concerns (id),
                partnership_id TEXT NOT NULL,
                decided_at \(.integer) NOT NULL,
                PRIMARY KEY (concern_id, other_id)
            )\(.strict)
            """,
            """
            CREATE TABLE files (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL,
                parent_kind TEXT NOT NULL CHECK (parent_kind IN ('concern', 'visit', 'answer')),
                parent_id TEXT NOT NULL,
                concern_id TEXT REFERENCES concerns (id),
                sealed_name \(.blob) NOT NULL,
                media_type TEXT NOT NULL,
                size \(.integer) NOT NULL,
                chunks \(.integer) NOT NULL,
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                person_id TEXT NOT NULL,
                added_at \(.integer) NOT NULL
            )\(.strict)
            """,
            "CREATE INDEX files_by_parent ON files (parent_id, added_at)",
            "CREATE INDEX files_unfinished ON files (partnership_id, added_at) WHERE chunks = 0",
            """
            CREATE TABLE file_chunks (
                file_id TEXT NOT NULL,
                number \(.integer) NOT NULL,
                sealed \(.blob) NOT NULL,
                PRIMARY KEY (file_id, number)
            )\(.strict)
            """,
            """
            \(
                sqlite: "CREATE VIRTUAL TABLE concern_words USING fts5 (concern_id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2')",
                postgres: """
                    CREATE TABLE concern_words (concern_id TEXT PRIMARY KEY, partnership_id TEXT NOT NULL,
                        received_on TEXT NOT NULL, words TSVECTOR NOT NULL)
                    """)
            """,
            """
            \(
                sqlite: "CREATE TABLE concern_word_rows (concern_id TEXT PRIMARY KEY, word_row INTEGER NOT NULL UNIQUE) STRICT",
                postgres: "CREATE INDEX concern_words_by_word ON concern_words USING gin (words)")
            """,
            """
            \(
                sqlite: "CREATE TABLE concern_word_partitions (number INTEGER PRIMARY KEY, partnership_id TEXT NOT NULL UNIQUE) STRICT",
                postgres: "CREATE INDEX concern_words_by_date ON concern_words (partnership_id, received_on, concern_id)")
            """,
            "\(sqlite: "CREATE VIRTUAL TABLE concern_vocabulary USING fts5vocab (concern_words, 'instance')", postgres: "SELECT 1")",
        ])
}
