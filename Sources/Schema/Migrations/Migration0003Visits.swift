import Store

extension Migration {
    /// Visits, who attended them and who was met there.
    static let visits = Migration(
        3, "visits and screening",
        [
            """
            CREATE TABLE visits (
                id TEXT PRIMARY KEY,
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                concern_id TEXT REFERENCES concerns (id),
                reference TEXT NOT NULL,
                version \(.integer) NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('planned', 'ready', 'made', 'debriefed', 'cancelled')),
                visited_on TEXT NOT NULL,
                starts_at TEXT NOT NULL,
                purpose_id TEXT NOT NULL REFERENCES partnership_terms (id),
                place TEXT NOT NULL,
                postcode TEXT NOT NULL,
                location_type TEXT NOT NULL,
                town_id TEXT REFERENCES partnership_terms (id),
                is_occupied TEXT NOT NULL,
                lead_organisation_id TEXT REFERENCES organisations (id),
                lead_reason TEXT NOT NULL,
                notice TEXT NOT NULL,
                warrant TEXT NOT NULL,
                risks TEXT NOT NULL,
                risk_level TEXT NOT NULL CHECK (risk_level IN ('', 'low', 'medium', 'high', 'critical')),
                safety_officer TEXT NOT NULL,
                interpreters TEXT NOT NULL,
                reception TEXT NOT NULL CHECK (reception IN ('', 'named')),
                meeting_point TEXT NOT NULL,
                briefing TEXT NOT NULL,
                debrief TEXT NOT NULL,
                lessons TEXT NOT NULL,
                created_at \(.integer) NOT NULL,
                UNIQUE (partnership_id, reference)
            )\(.strict)
            """,
            "CREATE INDEX visits_by_date ON visits (partnership_id, visited_on, id)",
            """
            CREATE INDEX visits_for_figures ON visits
                (partnership_id, visited_on, status, town_id, location_type, concern_id, id)
            """,
            "CREATE INDEX visits_by_concern ON visits (concern_id, partnership_id, visited_on, id)",
            """
            CREATE TABLE visit_agencies (
                visit_id TEXT NOT NULL REFERENCES visits (id),
                organisation_id TEXT NOT NULL REFERENCES organisations (id),
                partnership_id TEXT NOT NULL,
                version \(.integer) NOT NULL,
                role TEXT NOT NULL,
                power TEXT NOT NULL,
                officers \(.integer),
                attended TEXT NOT NULL CHECK (attended IN ('', 'yes', 'no')),
                minutes \(.integer),
                power_used TEXT NOT NULL,
                entry TEXT NOT NULL CHECK (entry IN ('', 'power', 'consent', 'refused', 'not-needed')),
                found TEXT NOT NULL,
                did TEXT NOT NULL,
                PRIMARY KEY (visit_id, organisation_id)
            )\(.strict)
            """,
            "CREATE INDEX visit_agencies_attended ON visit_agencies (visit_id, attended, organisation_id)",
            "CREATE INDEX visit_agencies_by_organisation ON visit_agencies (organisation_id, partnership_id, visit_id)",
            """
            CREATE TABLE screenings (
                id TEXT PRIMARY KEY,
                visit_id TEXT NOT NULL REFERENCES visits (id),
                concern_id TEXT REFERENCES concerns (id),
                partnership_id TEXT NOT NULL REFERENCES partnerships (id),
                reference TEXT NOT NULL,
                organisation_id TEXT REFERENCES organisations (id),
                person_id TEXT,
                recorded_at \(.integer) NOT NULL,
                gender TEXT NOT NULL,
                age_group TEXT NOT NULL,
                nationality TEXT NOT NULL,
                language TEXT NOT NULL,
                outcome TEXT NOT NULL,
                consent TEXT NOT NULL,
                next_step TEXT NOT NULL,
                note TEXT NOT NULL,
                has_identity \(.integer) NOT NULL CHECK (has_identity IN (0, 1)),
                UNIQUE (partnership_id, reference)
            )\(.strict)
            """,
            """
            CREATE INDEX screenings_for_figures ON screenings
                (visit_id, partnership_id, gender, age_group, nationality, outcome)
            """,
            "CREATE INDEX screenings_by_visit ON screenings (visit_id, recorded_at)",
            "CREATE INDEX screenings_by_concern ON screenings (concern_id)",
            """
            CREATE TABLE screening_indicators (
                screening_id TEXT NOT NULL REFERENCES screenings (id),
                partnership_id TEXT NOT NULL,
                indicator TEXT NOT NULL,
                PRIMARY KEY (screening_id, indicator)
            )\(.strict)
            """,
        ])
}
