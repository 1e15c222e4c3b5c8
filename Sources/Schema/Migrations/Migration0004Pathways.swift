import Store

extension Migration {
    /// Potential victims, who works with them, what they agreed to, and the referrals made for them.
    ///
    /// Everything that could tell who somebody is stands sealed in `sealed_values`: names, dates of birth, addresses, what
    /// they told, and every free text about them.
    static let pathways = Migration(
        4, "victim pathways",
        [
            "ALTER TABLE record_changes ADD COLUMN victim_id TEXT",
            "CREATE INDEX record_changes_by_victim ON record_changes (victim_id, at)",
            """
            CREATE TABLE potential_victims (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                reference TEXT NOT NULL,
                version \(.integer) NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
                concern_id TEXT REFERENCES concerns (id),
                screening_id TEXT REFERENCES screenings (id),
                opened_on TEXT NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                lead_organisation_id TEXT REFERENCES organisations (id),
                nation TEXT NOT NULL CHECK (nation IN ('england', 'wales', 'scotland', 'northern-ireland')),
                town_id TEXT REFERENCES partnership_terms (id),
                age_basis TEXT NOT NULL CHECK (age_basis IN ('known', 'disputed', 'unknown')),
                age_group TEXT NOT NULL CHECK (age_group IN ('adult', 'child', 'perhaps-child')),
                adult_from_month TEXT NOT NULL,
                child_at_exploitation TEXT NOT NULL CHECK (child_at_exploitation IN ('', 'yes', 'no', 'not-sure')),
                gender TEXT NOT NULL,
                nationality TEXT NOT NULL,
                second_nationality TEXT NOT NULL,
                language TEXT NOT NULL,
                interpreter TEXT NOT NULL CHECK (interpreter IN ('', 'yes', 'no')),
                capacity TEXT NOT NULL CHECK (capacity IN ('not-in-doubt', 'in-doubt', 'lacks')),
                has_identity \(.integer) NOT NULL CHECK (has_identity IN (0, 1)),
                contact_rule TEXT NOT NULL CHECK (contact_rule IN ('', 'safe-ways-only', 'through-worker', 'none')),
                unsafe_ways TEXT NOT NULL,
                closed_on TEXT,
                closing_reason TEXT NOT NULL,
                UNIQUE (partnership_id, reference)
            )\(.strict)
            """,
            "CREATE INDEX potential_victims_by_date ON potential_victims (partnership_id, opened_on, id)",
            "CREATE INDEX potential_victims_by_concern ON potential_victims (concern_id)",
            "CREATE INDEX potential_victims_by_screening ON potential_victims (screening_id)",
            """
            CREATE TABLE victim_exploitation (
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                partnership_id TEXT NOT NULL,
                exploitation_type TEXT NOT NULL,
                PRIMARY KEY (victim_id, exploitation_type)
            )\(.strict)
            """,
            """
            CREATE TABLE victim_circles (
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                partnership_id TEXT NOT NULL,
                added_at \(.integer) NOT NULL,
                removed_at \(.integer),
                PRIMARY KEY (victim_id, organisation_id)
            )\(.strict)
            """,
            "CREATE INDEX victim_circles_by_organisation ON victim_circles (organisation_id, partnership_id, victim_id)",
            """
            CREATE TABLE victim_accounts (
                id TEXT PRIMARY KEY,
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                partnership_id TEXT NOT NULL,
                position \(.integer) NOT NULL,
                taken_on TEXT NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                source TEXT NOT NULL CHECK (source IN ('first-hand', 'told-by-another', 'inferred')),
                language TEXT NOT NULL,
                interpreter TEXT NOT NULL,
                recorded_at \(.integer) NOT NULL,
                UNIQUE (victim_id, position)
            )\(.strict)
            """,
            """
            CREATE TABLE consents (
                id TEXT PRIMARY KEY,
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                partnership_id TEXT NOT NULL,
                position \(.integer) NOT NULL,
                purpose TEXT NOT NULL CHECK (purpose IN ('nrm', 'support', 'police', 'identity', 'statistics')),
                answer TEXT NOT NULL CHECK (answer IN ('given', 'declined', 'withdrawn', 'best-interests')),
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
            "CREATE INDEX consents_by_victim ON consents (victim_id, purpose, position)",
            """
            CREATE TABLE referrals (
                id TEXT PRIMARY KEY,
                victim_id TEXT NOT NULL REFERENCES potential_victims (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                reference TEXT NOT NULL,
                version \(.integer) NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('nrm', 'duty-to-notify')),
                is_anonymous \(.integer) NOT NULL CHECK (is_anonymous IN (0, 1)),
                status TEXT NOT NULL,
                started_on TEXT NOT NULL,
                encountered_on TEXT NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                first_responder_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                reviewer_id TEXT,
                reviewed_on TEXT,
                quality \(.integer),
                age_group TEXT NOT NULL,
                exploitation TEXT NOT NULL,
                local_authority TEXT NOT NULL,
                submitted_on TEXT,
                home_office_reference TEXT,
                competent_authority TEXT NOT NULL,
                UNIQUE (partnership_id, reference)
            )\(.strict)
            """,
            "CREATE INDEX referrals_by_victim ON referrals (victim_id, started_on, id)",
            "CREATE INDEX referrals_by_status ON referrals (partnership_id, status, started_on, id)",
            """
            CREATE UNIQUE INDEX referrals_by_home_office_reference ON referrals (partnership_id, home_office_reference)
            """,
            """
            CREATE TABLE referral_decisions (
                id TEXT PRIMARY KEY,
                referral_id TEXT NOT NULL REFERENCES referrals (id),
                victim_id TEXT NOT NULL,
                partnership_id TEXT NOT NULL,
                stage TEXT NOT NULL,
                outcome TEXT NOT NULL,
                decided_on TEXT NOT NULL,
                authority TEXT NOT NULL,
                reason TEXT NOT NULL,
                told_on TEXT,
                recorded_at \(.integer) NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT
            )\(.strict)
            """,
            "CREATE INDEX referral_decisions_by_referral ON referral_decisions (referral_id, decided_on, recorded_at)",
        ])
}
