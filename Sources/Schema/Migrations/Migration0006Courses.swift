import Store

extension Migration {
    /// What follows a referral: decisions that are corrected and keep their history, crime references, and the panel that
    /// decides about a child. Every free text about somebody is sealed in `sealed_values`;
    /// the names of those who sit on a panel, workers and officials, are not.
    static let courses = Migration(
        6, "what follows a referral",
        [
            "ALTER TABLE referral_decisions ADD COLUMN from_status TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE referral_decisions ADD COLUMN asked_early \(.integer) NOT NULL DEFAULT 0",
            "ALTER TABLE referral_decisions ADD COLUMN has_note \(.integer) NOT NULL DEFAULT 0",
            "ALTER TABLE referral_decisions ADD COLUMN voided_at \(.integer)",
            "CREATE INDEX referral_decisions_by_day ON referral_decisions (partnership_id, decided_on, id)",
            "CREATE INDEX referrals_by_submission ON referrals (partnership_id, submitted_on, id)",
            "CREATE INDEX consents_by_day ON consents (partnership_id, purpose, answered_on, id)",
            """
            CREATE TABLE victim_crimes (
                id TEXT PRIMARY KEY,
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                referral_id TEXT REFERENCES referrals (id),
                force TEXT NOT NULL,
                crime_reference TEXT NOT NULL,
                reference_key TEXT NOT NULL,
                told_at \(.integer) NOT NULL,
                recorded_at \(.integer) NOT NULL,
                entered_at \(.integer) NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                removed_at \(.integer)
            )\(.strict)
            """,
            "CREATE INDEX victim_crimes_by_victim ON victim_crimes (victim_id, entered_at, id)",
            "CREATE INDEX victim_crimes_by_referral ON victim_crimes (referral_id)",
            "CREATE INDEX victim_crimes_by_reference ON victim_crimes (partnership_id, reference_key)",
            "CREATE INDEX victim_crimes_by_entry ON victim_crimes (partnership_id, entered_at, id)",
            """
            CREATE TABLE child_panels (
                id TEXT PRIMARY KEY,
                referral_id TEXT NOT NULL REFERENCES referrals (id),
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                meets_on TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('planned', 'decided', 'cancelled')),
                outcome TEXT NOT NULL CHECK (outcome IN ('', 'positive', 'negative')),
                decided_on TEXT,
                has_dissent \(.integer) NOT NULL CHECK (has_dissent IN (0, 1)),
                convened_at \(.integer) NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT
            )\(.strict)
            """,
            "CREATE INDEX child_panels_by_referral ON child_panels (referral_id, convened_at)",
            """
            CREATE TABLE child_panel_members (
                id TEXT PRIMARY KEY,
                panel_id TEXT NOT NULL REFERENCES child_panels (id),
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                partnership_id TEXT NOT NULL,
                agency TEXT NOT NULL CHECK (agency IN ('council', 'police', 'health', 'other')),
                name TEXT NOT NULL,
                is_chair \(.integer) NOT NULL CHECK (is_chair IN (0, 1)),
                is_lead_worker \(.integer) NOT NULL CHECK (is_lead_worker IN (0, 1)),
                conflict TEXT NOT NULL CHECK (conflict IN ('none', 'takes-part', 'steps-back')),
                added_at \(.integer) NOT NULL,
                removed_at \(.integer)
            )\(.strict)
            """,
            "CREATE INDEX child_panel_members_by_panel ON child_panel_members (panel_id, added_at, id)",
        ])
}
