import Kernel
import Store
import TestSupport

@testable import Access

extension AccessGround {
    /// One row in every table of services, reception centres and pathway definitions; the police offer the service and hold
    /// a role at the centre.
    func addSupport() async throws {
        let world = clock.world
        let (service, assessment): (ID<SupportService>, ID<ServiceAssessment>) = (world.newID(), world.newID())
        let (centre, opening): (ID<ReceptionCentre>, ID<ReceptionActivation>) = (world.newID(), world.newID())
        let (definition, version): (ID<PathwayDefinition>, ID<DefinitionVersion>) = (world.newID(), world.newID())
        let (test, number): (ID<PathwayTest>, String) = (world.newID(), "1")
        let statements: [Statement] = [
            """
            INSERT INTO support_services (id, partnership_id, version, organisation_id, provider, name, name_key, contact, hours,
                note, valid_from, status, status_reason, has_address, created_on)
            VALUES (\(service), \(sandwell), 1, \(police), '', 'Beds', 'beds', '', '', '', '2020-01-01', 'approved', '', 0,
                '2020-01-01')
            """,
            """
            INSERT INTO service_terms (service_id, partnership_id, kind, code)
            VALUES (\(service), \(sandwell), 'capability', 'safe-house')
            """,
            """
            INSERT INTO service_assessments (id, service_id, partnership_id, assessed_on, result, reason, next_due_on, has_notes,
                recorded_at)
            VALUES (\(assessment), \(service), \(sandwell), '2020-01-01', 'met', '', '2021-01-01', 0, 0)
            """,
            """
            INSERT INTO assessment_points (assessment_id, service_id, partnership_id, point, answer)
            VALUES (\(assessment), \(service), \(sandwell), 'doors', 'yes')
            """,
            """
            INSERT INTO reception_centres (id, partnership_id, version, name, name_key, status, capacity, plan_number,
                has_address, created_on)
            VALUES (\(centre), \(sandwell), 1, 'Hall', 'hall', 'ready', 40, 1, 0, '2020-01-01')
            """,
            """
            INSERT INTO reception_plans (centre_id, number, partnership_id, saved_at, content)
            VALUES (\(centre), 1, \(sandwell), 0, '{}')
            """,
            """
            INSERT INTO reception_activations (id, centre_id, partnership_id, reference, plan_number, is_open, activated_at,
                capacity, lessons)
            VALUES (\(opening), \(centre), \(sandwell), 'RC-1', 1, 1, 0, 40, '')
            """,
            """
            INSERT INTO reception_checks (activation_id, number, partnership_id, words)
            VALUES (\(opening), 1, \(sandwell), 'Keys')
            """,
            """
            INSERT INTO reception_roles (activation_id, organisation_id, role, partnership_id, contact, filled_at)
            VALUES (\(opening), \(police), 'police-liaison', \(sandwell), '', 0)
            """,
            """
            INSERT INTO reception_arrivals (id, activation_id, partnership_id, version, wristband, arrived_at, gender, age_group,
                language, needs, is_screened, onward, has_identity)
            VALUES (\(number), \(opening), \(sandwell), 1, 1, 0, 'female', 'adult', 'unknown', '', 0, '', 0)
            """,
            """
            INSERT INTO pathway_definitions (id, partnership_id, version, title, title_key, way, service_kind, draft, has_draft,
                latest, created_on)
            VALUES (\(definition), \(sandwell), 1, 'Adults', 'adults', 'adult', '', '', 0, 1, '2020-01-01')
            """,
            """
            INSERT INTO definition_versions (id, definition_id, partnership_id, number, published_at, valid_from, change_note,
                content)
            VALUES (\(version), \(definition), \(sandwell), 1, 0, '2020-01-01', '', '{}')
            """,
            """
            INSERT INTO definition_readings (version_id, organisation_id, partnership_id, read_at)
            VALUES (\(version), \(police), \(sandwell), 0)
            """,
            """
            INSERT INTO pathway_tests (id, definition_id, partnership_id, number, kind, scenario, tested_on, took_part, findings,
                recorded_at)
            VALUES (\(test), \(definition), \(sandwell), 1, 'tabletop', '', '2020-02-01', '', '', 0)
            """,
            """
            INSERT INTO pathway_test_steps (test_id, number, partnership_id, result, took)
            VALUES (\(test), 1, \(sandwell), 'worked', '')
            """,
            """
            INSERT INTO pathway_fixes (id, test_id, definition_id, partnership_id, version, what, organisation_id, due_on, is_open,
                result)
            VALUES (\(number), \(test), \(definition), \(sandwell), 1, '', \(police), '2020-03-01', 1, '')
            """,
        ]
        try await engine.write { transaction in for statement in statements { try transaction.run(statement) } }
    }
}
