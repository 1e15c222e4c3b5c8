import Store

extension Migration {
    /// Who, where and what keeps appearing: what each record mentions, the keys by which mentions are found to agree, the
    /// subjects that people made of them, and what was told to whoever may not see the other side.
    ///
    /// No name stands in any of these tables. A mention of somebody has an empty label; the keys are made with the key file.
    static let subjects = Migration(
        17, "subjects and mentions",
        [
            "ALTER TABLE concerns ADD COLUMN gives_blind_answers \(.integer) NOT NULL DEFAULT 1 CHECK (gives_blind_answers IN (0, 1))",
            """
            CREATE TABLE subjects (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                kind TEXT NOT NULL CHECK (kind IN ('person', 'premises', 'vehicle', 'phone', 'account', 'company')),
                reference TEXT NOT NULL,
                root_id TEXT NOT NULL,
                made_at \(.integer) NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                UNIQUE (partnership_id, reference)
            )\(.strict)
            """,
            "CREATE INDEX subjects_by_root ON subjects (root_id)",
            """
            CREATE TABLE subject_mentions (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                kind TEXT NOT NULL CHECK (kind IN ('person', 'premises', 'vehicle', 'phone', 'account', 'company')),
                source TEXT NOT NULL CHECK (source IN ('concern', 'visit', 'screening', 'victim')),
                concern_id TEXT REFERENCES concerns (id),
                visit_id TEXT REFERENCES visits (id),
                screening_id TEXT REFERENCES screenings (id),
                victim_id TEXT REFERENCES potential_victims (id),
                field TEXT NOT NULL,
                label TEXT NOT NULL,
                label_key TEXT NOT NULL,
                noted_on TEXT NOT NULL,
                subject_id TEXT REFERENCES subjects (id),
                attached_at \(.integer),
                attached_by TEXT,
                reason TEXT NOT NULL,
                CHECK ((source = 'concern') = (concern_id IS NOT NULL)),
                CHECK ((source = 'visit') = (visit_id IS NOT NULL)),
                CHECK ((source = 'screening') = (screening_id IS NOT NULL)),
                CHECK ((source = 'victim') = (victim_id IS NOT NULL))
            )\(.strict)
            """,
            "CREATE INDEX subject_mentions_by_concern ON subject_mentions (concern_id, field) WHERE concern_id IS NOT NULL",
            "CREATE INDEX subject_mentions_by_visit ON subject_mentions (visit_id, field) WHERE visit_id IS NOT NULL",
            "CREATE INDEX subject_mentions_by_screening ON subject_mentions (screening_id, field) WHERE screening_id IS NOT NULL",
            "CREATE INDEX subject_mentions_by_victim ON subject_mentions (victim_id, field) WHERE victim_id IS NOT NULL",
            "CREATE INDEX subject_mentions_by_subject ON subject_mentions (subject_id, noted_on, id) WHERE subject_id IS NOT NULL",
            """
            CREATE TABLE mention_marks (
                mention_id TEXT NOT NULL REFERENCES subject_mentions (id),
                mark TEXT NOT NULL,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                kind TEXT NOT NULL,
                is_exact \(.integer) NOT NULL CHECK (is_exact IN (0, 1)),
                PRIMARY KEY (mention_id, mark)
            )\(.strict)
            """,
            "CREATE INDEX mention_marks_by_mark ON mention_marks (partnership_id, mark, is_exact, mention_id)",
            "CREATE INDEX mention_marks_by_kind ON mention_marks (kind, partnership_id, is_exact, mark, mention_id)",
            """
            CREATE TABLE subject_proposals (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                kind TEXT NOT NULL,
                one_id TEXT NOT NULL REFERENCES subject_mentions (id),
                other_id TEXT NOT NULL REFERENCES subject_mentions (id),
                weight \(.integer) NOT NULL,
                contributions TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('open', 'same', 'not-the-same', 'cannot-tell')),
                proposed_at \(.integer) NOT NULL,
                settled_at \(.integer),
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                UNIQUE (one_id, other_id),
                CHECK (one_id < other_id)
            )\(.strict)
            """,
            "CREATE INDEX subject_proposals_by_status ON subject_proposals (partnership_id, status, weight, id)",
            "CREATE INDEX subject_proposals_by_other ON subject_proposals (other_id, one_id)",
            """
            CREATE TABLE subject_merges (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                kept_id TEXT NOT NULL REFERENCES subjects (id),
                merged_id TEXT NOT NULL REFERENCES subjects (id),
                proposal_id TEXT,
                merged_at \(.integer) NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                undone_at \(.integer),
                undone_by TEXT,
                undo_reason TEXT NOT NULL,
                CHECK (kept_id <> merged_id)
            )\(.strict)
            """,
            "CREATE INDEX subject_merges_by_kept ON subject_merges (kept_id)",
            "CREATE INDEX subject_merges_by_merged ON subject_merges (merged_id)",
            "CREATE INDEX subject_merges_by_proposal ON subject_merges (proposal_id) WHERE proposal_id IS NOT NULL",
            """
            CREATE TABLE blind_answers (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                kind TEXT NOT NULL,
                concern_id TEXT REFERENCES concerns (id),
                mention_id TEXT,
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                person_id TEXT,
                held_concern_id TEXT NOT NULL REFERENCES concerns (id),
                held_mention_id TEXT NOT NULL,
                holder_id TEXT REFERENCES organisations (id),
                answered_at \(.integer) NOT NULL
            )\(.strict)
            """,
            "CREATE INDEX blind_answers_by_concern ON blind_answers (concern_id, organisation_id) WHERE concern_id IS NOT NULL",
            "CREATE INDEX blind_answers_by_held ON blind_answers (held_concern_id, answered_at)",
            """
            CREATE TABLE linked_records (
                record_id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                version \(.integer) NOT NULL
            )\(.strictByKey)
            """,
            """
            CREATE TABLE link_runs (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                ran_at \(.integer) NOT NULL,
                records \(.integer) NOT NULL,
                read_mentions \(.integer) NOT NULL,
                proposals \(.integer) NOT NULL
            )\(.strict)
            """,
            "CREATE INDEX link_runs_by_time ON link_runs (partnership_id, ran_at)",
        ])
}
