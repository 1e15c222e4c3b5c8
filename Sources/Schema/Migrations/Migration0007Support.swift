import Store

extension Migration {
    /// What is done for a potential victim and known of how they fare, and who was met again.
    ///
    /// Codes, days and numbers alone: every free text is sealed in `sealed_values`. `answers` holds codes too, as
    /// `question=code` parted by blanks. `due_on` is the day on which something is next to be done, worked out when the
    /// entry is saved; it is empty where nothing is.
    static let support = Migration(
        7, "looking after the person",
        [
            """
            CREATE TABLE support_entries (
                id TEXT PRIMARY KEY,
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                version \(.integer) NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('need', 'risk', 'dependant', 'preference', 'contact', 'stay', 'guardian',
                    'missing', 'transition', 'move-on', 'outcome', 'offer')),
                code TEXT NOT NULL,
                status TEXT NOT NULL,
                is_open \(.integer) NOT NULL CHECK (is_open IN (0, 1)),
                likelihood \(.integer) CHECK (likelihood BETWEEN 1 AND 5),
                impact \(.integer) CHECK (impact BETWEEN 1 AND 5),
                level TEXT NOT NULL CHECK (level IN ('', 'low', 'medium', 'high', 'critical')),
                answers TEXT NOT NULL,
                starts_on TEXT NOT NULL,
                starts_at TEXT NOT NULL,
                ends_on TEXT,
                ends_at TEXT NOT NULL,
                review_on TEXT,
                done_on TEXT,
                due_on TEXT,
                organisation_id TEXT REFERENCES organisations (id),
                service_id TEXT,
                has_address \(.integer) NOT NULL CHECK (has_address IN (0, 1)),
                recorded_by_organisation TEXT REFERENCES organisations (id),
                recorded_by_person TEXT,
                recorded_at \(.integer) NOT NULL
            )\(.strict)
            """,
            "CREATE INDEX support_entries_by_victim ON support_entries (victim_id, kind, starts_on, id)",
            "CREATE INDEX support_entries_by_due ON support_entries (partnership_id, due_on, id) WHERE due_on IS NOT NULL",
            "CREATE INDEX support_entries_by_doer ON support_entries (organisation_id, due_on, id) WHERE due_on IS NOT NULL",
            "CREATE INDEX support_entries_by_kind ON support_entries (partnership_id, kind, is_open, id)",
            """
            CREATE TABLE victim_marks (
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                mark TEXT NOT NULL,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                PRIMARY KEY (victim_id, mark)
            )\(.strict)
            """,
            "CREATE INDEX victim_marks_by_mark ON victim_marks (partnership_id, mark, victim_id)",
            """
            CREATE TABLE met_again (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                earlier_id TEXT NOT NULL REFERENCES potential_victims (id),
                later_id TEXT NOT NULL REFERENCES potential_victims (id),
                status TEXT NOT NULL CHECK (status IN ('noticed', 'confirmed', 'not-the-same')),
                noticed_on TEXT NOT NULL,
                is_by_hand \(.integer) NOT NULL CHECK (is_by_hand IN (0, 1)),
                settled_on TEXT,
                person_id TEXT,
                UNIQUE (earlier_id, later_id),
                CHECK (earlier_id < later_id)
            )\(.strict)
            """,
            "CREATE INDEX met_again_by_later ON met_again (later_id, earlier_id)",
            "CREATE INDEX met_again_by_partnership ON met_again (partnership_id, status, later_id)",
            "CREATE INDEX potential_victims_by_adulthood ON potential_victims (partnership_id, adult_from_month, id)",
            "CREATE INDEX referral_decisions_by_victim ON referral_decisions (victim_id, decided_on)",
        ])
}
