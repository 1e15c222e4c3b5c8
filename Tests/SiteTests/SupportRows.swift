import Access
import Kernel
import Store
import TestSupport
import Testing

/// One service, one open reception centre and one pathway of Sandwell beside those of the demonstration: the police offer the
/// service, work at the centre, which is open, and own the fix.
enum SupportRows {
    static func write(to transaction: any Transaction) throws {
        let sandwell = try #require(
            try transaction.value("SELECT id FROM partnerships WHERE slug = 'sandwell'", as: ID<Partnership>.self))
        let police = try #require(
            try transaction.value(
                "SELECT organisation_id FROM people WHERE email = 'police@sandwell.example'", as: ID<Organisation>.self))
        for statement in services(sandwell, police) + centres(sandwell, police) + definitions(sandwell, police) {
            try transaction.run(statement)
        }
    }

    private static let world = TestWorld(seed: 5).world

    private static func services(_ sandwell: ID<Partnership>, _ police: ID<Organisation>) -> [Statement] {
        let (service, assessment): (ID<SupportService>, ID<ServiceAssessment>) = (world.newID(), world.newID())
        return [
            """
            INSERT INTO support_services (id, partnership_id, version, organisation_id, provider, name, name_key, contact, hours,
                note, valid_from, status, status_reason, has_address, created_on)
            VALUES (\(service), \(sandwell), 1, \(police), '', 'Beds', 'beds', '', '', '', '2020-01-01', 'proposed', '', 1,
                '2020-01-01')
            """,
            """
            INSERT INTO service_terms (service_id, partnership_id, kind, code)
            VALUES (\(service), \(sandwell), 'capability', 'safe-house'), (\(service), \(sandwell), 'area', 'whole')
            """,
            """
            INSERT INTO service_assessments (id, service_id, partnership_id, assessed_on, result, reason, next_due_on, has_notes,
                recorded_at)
            VALUES (\(assessment), \(service), \(sandwell), '2020-01-01', 'met', '', '2021-01-01', 1, 0)
            """,
        ]
    }

    private static func centres(_ sandwell: ID<Partnership>, _ police: ID<Organisation>) -> [Statement] {
        let (open, ready): (ID<ReceptionCentre>, ID<ReceptionCentre>) = (world.newID(), world.newID())
        let (opening, arrival): (ID<ReceptionActivation>, ID<ReceptionArrival>) = (world.newID(), world.newID())
        var statements: [Statement] = []
        for (centre, name) in [(open, "hall"), (ready, "school")] {
            statements.append(
                """
                INSERT INTO reception_centres (id, partnership_id, version, name, name_key, status, capacity, plan_number,
                    has_address, created_on)
                VALUES (\(centre), \(sandwell), 1, \(name), \(name), 'ready', 40, 1, 1, '2020-01-01')
                """)
            statements.append(
                """
                INSERT INTO reception_plans (centre_id, number, partnership_id, saved_at, content)
                VALUES (\(centre), 1, \(sandwell), 0,
                    '{"rooms":[],"roles":["manager"],"checklist":["Keys"],"stock":[],"transport":"","note":""}')
                """)
        }
        return statements + [
            """
            INSERT INTO reception_activations (id, centre_id, partnership_id, reference, plan_number, is_open, activated_at,
                capacity, lessons)
            VALUES (\(opening), \(open), \(sandwell), 'RC-1', 1, 1, 0, 40, '')
            """,
            """
            INSERT INTO reception_checks (activation_id, number, partnership_id, words)
            VALUES (\(opening), 1, \(sandwell), 'Keys')
            """,
            """
            INSERT INTO reception_roles (activation_id, organisation_id, role, partnership_id, contact, filled_at)
            VALUES (\(opening), \(police), 'manager', \(sandwell), '', 0), (\(opening), \(police), 'register', \(sandwell), '', 0)
            """,
            """
            INSERT INTO reception_arrivals (id, activation_id, partnership_id, version, wristband, arrived_at, gender, age_group,
                language, needs, is_screened, onward, has_identity)
            VALUES (\(arrival), \(opening), \(sandwell), 1, 1, 0, 'female', 'adult', 'unknown', 'food', 0, '', 1)
            """,
        ]
    }

    private static func definitions(_ sandwell: ID<Partnership>, _ police: ID<Organisation>) -> [Statement] {
        let (definition, version): (ID<PathwayDefinition>, ID<DefinitionVersion>) = (world.newID(), world.newID())
        let (test, fix): (ID<PathwayTest>, ID<PathwayFix>) = (world.newID(), world.newID())
        let content = """
            {"purpose":"","steps":[{"what":"Danger first","who":"Everybody","within":"At once","contact":"","guidance":""}]}
            """
        return [
            """
            INSERT INTO pathway_definitions (id, partnership_id, version, title, title_key, way, service_kind, draft, has_draft,
                latest, created_on)
            VALUES (\(definition), \(sandwell), 1, 'Adults', 'adults', 'adult', '', '{"purpose":"","steps":[]}', 1, 1,
                '2020-01-01')
            """,
            """
            INSERT INTO definition_versions (id, definition_id, partnership_id, number, published_at, valid_from, change_note,
                content)
            VALUES (\(version), \(definition), \(sandwell), 1, 0, '2020-01-01', '', \(content))
            """,
            """
            INSERT INTO pathway_tests (id, definition_id, partnership_id, number, kind, scenario, tested_on, took_part, findings,
                recorded_at)
            VALUES (\(test), \(definition), \(sandwell), 1, 'tabletop', '', '2020-02-01', '', '', 0)
            """,
            """
            INSERT INTO pathway_fixes (id, test_id, definition_id, partnership_id, version, what, organisation_id, due_on, is_open,
                result)
            VALUES (\(fix), \(test), \(definition), \(sandwell), 1, 'A number', \(police), '2020-03-01', 1, '')
            """,
        ]
    }
}
