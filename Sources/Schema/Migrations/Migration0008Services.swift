import Store

extension Migration {
    /// What does not belong to one person: the directory of services, reception centres with their register, and the
    /// pathways themselves.
    ///
    /// Addresses that must stay secret and the names of those who arrive stand sealed in `sealed_values`.
    static let services = Migration(
        8, "services, reception centres and pathway definitions", serviceTables + receptionTables + definitionTables)

    private static let serviceTables: [Statement] = [
        """
        CREATE TABLE support_services (
            id TEXT PRIMARY KEY,
            partnership_id TEXT NOT NULL REFERENCES partnerships (id),
            version \(.integer) NOT NULL,
            organisation_id TEXT REFERENCES organisations (id),
            provider TEXT NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            capacity \(.integer),
            places_free \(.integer),
            told_on TEXT,
            contact TEXT NOT NULL,
            hours TEXT NOT NULL,
            note TEXT NOT NULL,
            valid_from TEXT NOT NULL,
            valid_until TEXT,
            status TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'suspended', 'ended')),
            status_reason TEXT NOT NULL,
            has_address \(.integer) NOT NULL CHECK (has_address IN (0, 1)),
            reassess_on TEXT,
            created_on TEXT NOT NULL
        )\(.strict)
        """,
        "CREATE INDEX support_services_by_name ON support_services (partnership_id, name_key, id)",
        "CREATE INDEX support_services_by_reassessment ON support_services (partnership_id, reassess_on, id)",
        """
        CREATE TABLE service_terms (
            service_id TEXT NOT NULL REFERENCES support_services (id),
            partnership_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('capability', 'eligibility', 'area')),
            code TEXT NOT NULL,
            PRIMARY KEY (service_id, kind, code)
        )\(.strict)
        """,
        "CREATE INDEX service_terms_by_code ON service_terms (partnership_id, kind, code, service_id)",
        """
        CREATE TABLE service_assessments (
            id TEXT PRIMARY KEY,
            service_id TEXT NOT NULL REFERENCES support_services (id),
            partnership_id TEXT NOT NULL,
            assessed_on TEXT NOT NULL,
            organisation_id TEXT REFERENCES organisations (id),
            person_id TEXT,
            result TEXT NOT NULL CHECK (result IN ('met', 'met-with-reason', 'not-met')),
            reason TEXT NOT NULL,
            next_due_on TEXT NOT NULL,
            has_notes \(.integer) NOT NULL CHECK (has_notes IN (0, 1)),
            recorded_at \(.integer) NOT NULL
        )\(.strict)
        """,
        "CREATE INDEX service_assessments_by_service ON service_assessments (service_id, assessed_on, recorded_at)",
        """
        CREATE TABLE assessment_points (
            assessment_id TEXT NOT NULL REFERENCES service_assessments (id),
            service_id TEXT NOT NULL REFERENCES support_services (id),
            partnership_id TEXT NOT NULL,
            point TEXT NOT NULL,
            answer TEXT NOT NULL CHECK (answer IN ('yes', 'partly', 'no')),
            PRIMARY KEY (assessment_id, point)
        )\(.strict)
        """,
    ]

    private static let receptionTables: [Statement] = [
        """
        CREATE TABLE reception_centres (
            id TEXT PRIMARY KEY,
            partnership_id TEXT NOT NULL REFERENCES partnerships (id),
            version \(.integer) NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('draft', 'ready', 'retired')),
            town_id TEXT REFERENCES partnership_terms (id),
            capacity \(.integer) NOT NULL,
            plan_number \(.integer) NOT NULL,
            has_address \(.integer) NOT NULL CHECK (has_address IN (0, 1)),
            created_on TEXT NOT NULL
        )\(.strict)
        """,
        "CREATE INDEX reception_centres_by_name ON reception_centres (partnership_id, name_key, id)",
        """
        CREATE TABLE reception_plans (
            centre_id TEXT NOT NULL REFERENCES reception_centres (id),
            number \(.integer) NOT NULL,
            partnership_id TEXT NOT NULL,
            saved_at \(.integer) NOT NULL,
            organisation_id TEXT REFERENCES organisations (id),
            person_id TEXT,
            content TEXT NOT NULL,
            PRIMARY KEY (centre_id, number)
        )\(.strict)
        """,
        """
        CREATE TABLE reception_activations (
            id TEXT PRIMARY KEY,
            centre_id TEXT NOT NULL REFERENCES reception_centres (id),
            partnership_id TEXT NOT NULL,
            reference TEXT NOT NULL,
            plan_number \(.integer) NOT NULL,
            is_open \(.integer) NOT NULL CHECK (is_open IN (0, 1)),
            activated_at \(.integer) NOT NULL,
            organisation_id TEXT REFERENCES organisations (id),
            person_id TEXT,
            visit_id TEXT REFERENCES visits (id),
            concern_id TEXT REFERENCES concerns (id),
            capacity \(.integer) NOT NULL,
            closed_at \(.integer),
            lessons TEXT NOT NULL,
            UNIQUE (partnership_id, reference)
        )\(.strict)
        """,
        "CREATE INDEX reception_activations_by_centre ON reception_activations (centre_id, activated_at, id)",
        "CREATE INDEX reception_activations_by_time ON reception_activations (partnership_id, activated_at, id)",
        """
        CREATE TABLE reception_checks (
            activation_id TEXT NOT NULL REFERENCES reception_activations (id),
            number \(.integer) NOT NULL,
            partnership_id TEXT NOT NULL,
            words TEXT NOT NULL,
            ticked_at \(.integer),
            organisation_id TEXT REFERENCES organisations (id),
            person_id TEXT,
            PRIMARY KEY (activation_id, number)
        )\(.strict)
        """,
        """
        CREATE TABLE reception_roles (
            activation_id TEXT NOT NULL REFERENCES reception_activations (id),
            organisation_id TEXT NOT NULL REFERENCES organisations (id),
            role TEXT NOT NULL,
            partnership_id TEXT NOT NULL,
            contact TEXT NOT NULL,
            filled_at \(.integer) NOT NULL,
            ended_at \(.integer),
            PRIMARY KEY (activation_id, organisation_id, role)
        )\(.strict)
        """,
        "CREATE INDEX reception_roles_by_organisation ON reception_roles (organisation_id, partnership_id, activation_id)",
        """
        CREATE TABLE reception_arrivals (
            id TEXT PRIMARY KEY,
            activation_id TEXT NOT NULL REFERENCES reception_activations (id),
            partnership_id TEXT NOT NULL,
            version \(.integer) NOT NULL,
            wristband \(.integer) NOT NULL,
            arrived_at \(.integer) NOT NULL,
            gender TEXT NOT NULL,
            age_group TEXT NOT NULL,
            language TEXT NOT NULL,
            needs TEXT NOT NULL,
            is_screened \(.integer) NOT NULL CHECK (is_screened IN (0, 1)),
            screening_id TEXT REFERENCES screenings (id),
            victim_id TEXT REFERENCES potential_victims (id),
            medic_at \(.integer),
            support_at \(.integer),
            onward TEXT NOT NULL,
            service_id TEXT REFERENCES support_services (id),
            left_at \(.integer),
            has_identity \(.integer) NOT NULL CHECK (has_identity IN (0, 1)),
            organisation_id TEXT REFERENCES organisations (id),
            person_id TEXT,
            UNIQUE (activation_id, wristband)
        )\(.strict)
        """,
        "CREATE INDEX reception_arrivals_by_person ON reception_arrivals (victim_id)",
    ]

    private static let definitionTables: [Statement] = [
        """
        CREATE TABLE pathway_definitions (
            id TEXT PRIMARY KEY,
            partnership_id TEXT NOT NULL REFERENCES partnerships (id),
            version \(.integer) NOT NULL,
            title TEXT NOT NULL,
            title_key TEXT NOT NULL,
            way TEXT NOT NULL CHECK (way IN ('adult', 'child', 'everybody')),
            town_id TEXT REFERENCES partnership_terms (id),
            service_kind TEXT NOT NULL,
            draft TEXT NOT NULL,
            has_draft \(.integer) NOT NULL CHECK (has_draft IN (0, 1)),
            latest \(.integer) NOT NULL,
            created_on TEXT NOT NULL
        )\(.strict)
        """,
        "CREATE INDEX pathway_definitions_by_title ON pathway_definitions (partnership_id, title_key, id)",
        """
        CREATE TABLE definition_versions (
            id TEXT PRIMARY KEY,
            definition_id TEXT NOT NULL REFERENCES pathway_definitions (id),
            partnership_id TEXT NOT NULL,
            number \(.integer) NOT NULL,
            published_at \(.integer) NOT NULL,
            organisation_id TEXT REFERENCES organisations (id),
            person_id TEXT,
            valid_from TEXT NOT NULL,
            valid_until TEXT,
            change_note TEXT NOT NULL,
            content TEXT NOT NULL,
            UNIQUE (definition_id, number)
        )\(.strict)
        """,
        """
        CREATE TABLE definition_readings (
            version_id TEXT NOT NULL REFERENCES definition_versions (id),
            organisation_id TEXT NOT NULL REFERENCES organisations (id),
            partnership_id TEXT NOT NULL,
            person_id TEXT,
            read_at \(.integer) NOT NULL,
            PRIMARY KEY (version_id, organisation_id)
        )\(.strict)
        """,
        """
        CREATE TABLE pathway_tests (
            id TEXT PRIMARY KEY,
            definition_id TEXT NOT NULL REFERENCES pathway_definitions (id),
            partnership_id TEXT NOT NULL,
            number \(.integer) NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('tabletop', 'mystery')),
            scenario TEXT NOT NULL,
            tested_on TEXT NOT NULL,
            took_part TEXT NOT NULL,
            findings TEXT NOT NULL,
            organisation_id TEXT REFERENCES organisations (id),
            person_id TEXT,
            recorded_at \(.integer) NOT NULL
        )\(.strict)
        """,
        "CREATE INDEX pathway_tests_by_definition ON pathway_tests (definition_id, tested_on, id)",
        """
        CREATE TABLE pathway_test_steps (
            test_id TEXT NOT NULL REFERENCES pathway_tests (id),
            number \(.integer) NOT NULL,
            partnership_id TEXT NOT NULL,
            result TEXT NOT NULL CHECK (result IN ('worked', 'late', 'failed', 'unknown')),
            took TEXT NOT NULL,
            PRIMARY KEY (test_id, number)
        )\(.strict)
        """,
        """
        CREATE TABLE pathway_fixes (
            id TEXT PRIMARY KEY,
            test_id TEXT NOT NULL REFERENCES pathway_tests (id),
            definition_id TEXT NOT NULL REFERENCES pathway_definitions (id),
            partnership_id TEXT NOT NULL,
            version \(.integer) NOT NULL,
            what TEXT NOT NULL,
            organisation_id TEXT NOT NULL REFERENCES organisations (id),
            due_on TEXT NOT NULL,
            is_open \(.integer) NOT NULL CHECK (is_open IN (0, 1)),
            result TEXT NOT NULL,
            done_on TEXT,
            fixed_in \(.integer)
        )\(.strict)
        """,
        "CREATE INDEX pathway_fixes_by_due ON pathway_fixes (partnership_id, is_open, due_on, id)",
        "CREATE INDEX pathway_fixes_by_test ON pathway_fixes (test_id)",
    ]
}
