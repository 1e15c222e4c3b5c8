import Access
import Kernel
import Store
import TestSupport

/// Services, reception centres and pathway definitions as plain values: nobody's data but the register of a centre.
struct SupportWorld: Sendable {
    struct Service: Sendable {
        let id: ID<SupportService>
        let place: ID<Partnership>
        /// The member that offers it; nil for a provider outside.
        let agency: ID<Organisation>?
        let assessment: ID<ServiceAssessment>
        let mark: String
        /// Of what was found out about the provider.
        let reason: String
    }

    struct Opening: Sendable {
        let id: ID<ReceptionActivation>
        let centre: ID<ReceptionCentre>
        let place: ID<Partnership>
        let roles: [(agency: ID<Organisation>, isEnded: Bool)]
        let arrival: ID<ReceptionArrival>
        let centreMark: String
        let mark: String
    }

    struct Definition: Sendable {
        let id: ID<PathwayDefinition>
        let place: ID<Partnership>
        let version: ID<DefinitionVersion>
        let reader: ID<Organisation>
        let test: ID<PathwayTest>
        let fix: ID<PathwayFix>
        let mark: String
    }

    var services: [Service] = []
    var openings: [Opening] = []
    var definitions: [Definition] = []
}

extension CaseWorldMaker {
    mutating func addSupport(in place: CaseWorld.Place, count: Int) {
        for _ in 0..<count {
            world.support.services.append(
                .init(
                    id: newID(), place: place.id, agency: happens(75) ? pick(place.members) : nil, assessment: newID(),
                    mark: mark(), reason: mark()))
            var roles: [(agency: ID<Organisation>, isEnded: Bool)] = []
            for agency in place.members where happens(45) { roles.append((agency, happens(30))) }
            world.support.openings.append(
                .init(
                    id: newID(), centre: newID(), place: place.id, roles: roles, arrival: newID(), centreMark: mark(),
                    mark: mark()))
            world.support.definitions.append(
                .init(
                    id: newID(), place: place.id, version: newID(), reader: pick(place.members), test: newID(), fix: newID(),
                    mark: mark()))
        }
    }
}

extension CaseWorldWriter {
    func support(_ tx: any Transaction) throws {
        for one in world.support.services { try service(one, tx) }
        for one in world.support.openings { try opening(one, tx) }
        for one in world.support.definitions { try definition(one, tx) }
    }

    private func service(_ one: SupportWorld.Service, _ tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO support_services (id, partnership_id, version, organisation_id, provider, name, name_key, contact, hours,
                note, valid_from, status, status_reason, has_address, reassess_on, created_on)
            VALUES (\(one.id), \(one.place), 1, \(one.agency), '', \(one.mark), \(one.mark), '', '', '', '2019-01-01',
                'approved', '', 0, '2020-01-01', '2019-01-01')
            """)
        try tx.run(
            """
            INSERT INTO service_terms (service_id, partnership_id, kind, code)
            VALUES (\(one.id), \(one.place), 'capability', 'safe-house')
            """)
        try tx.run(
            """
            INSERT INTO service_assessments (id, service_id, partnership_id, assessed_on, result, reason, next_due_on, has_notes,
                recorded_at)
            VALUES (\(one.assessment), \(one.id), \(one.place), '2020-01-01', 'met-with-reason', \(one.reason), '2021-01-01', 0,
                \(now))
            """)
        try tx.run(
            """
            INSERT INTO assessment_points (assessment_id, service_id, partnership_id, point, answer)
            VALUES (\(one.assessment), \(one.id), \(one.place), 'doors', 'no')
            """)
    }

    private func opening(_ one: SupportWorld.Opening, _ tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO reception_centres (id, partnership_id, version, name, name_key, status, capacity, plan_number,
                has_address, created_on)
            VALUES (\(one.centre), \(one.place), 1, \(one.centreMark), \(one.centreMark), 'ready', 40, 1, 0, '2019-01-01')
            """)
        try tx.run(
            """
            INSERT INTO reception_plans (centre_id, number, partnership_id, saved_at, content)
            VALUES (\(one.centre), 1, \(one.place), \(now),
                '{"rooms":[],"roles":[],"checklist":[],"stock":[],"transport":"","note":""}')
            """)
        try tx.run(
            """
            INSERT INTO reception_activations (id, centre_id, partnership_id, reference, plan_number, is_open, activated_at,
                capacity, lessons)
            VALUES (\(one.id), \(one.centre), \(one.place), \(one.mark), 1, 1, \(now), 40, '')
            """)
        try tx.run(
            """
            INSERT INTO reception_checks (activation_id, number, partnership_id, words)
            VALUES (\(one.id), 1, \(one.place), \(one.mark))
            """)
        for role in one.roles {
            try tx.run(
                """
                INSERT INTO reception_roles (activation_id, organisation_id, role, partnership_id, contact, filled_at, ended_at)
                VALUES (\(one.id), \(role.agency), 'register', \(one.place), \(one.mark), \(now), \(role.isEnded ? now : nil))
                """)
        }
        try tx.run(
            """
            INSERT INTO reception_arrivals (id, activation_id, partnership_id, version, wristband, arrived_at, gender, age_group,
                language, needs, is_screened, onward, has_identity)
            VALUES (\(one.arrival), \(one.id), \(one.place), 1, 1, \(now), 'female', 'adult', 'unknown', '', 0, '', 0)
            """)
    }

    private func definition(_ one: SupportWorld.Definition, _ tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO pathway_definitions (id, partnership_id, version, title, title_key, way, service_kind, draft, has_draft,
                latest, created_on)
            VALUES (\(one.id), \(one.place), 1, \(one.mark), \(one.mark), 'adult', '', '', 0, 1, '2019-01-01')
            """)
        try tx.run(
            """
            INSERT INTO definition_versions (id, definition_id, partnership_id, number, published_at, valid_from, change_note,
                content)
            VALUES (\(one.version), \(one.id), \(one.place), 1, \(now), '2019-01-01', \(one.mark), '{"purpose":"","steps":[]}')
            """)
        try tx.run(
            """
            INSERT INTO definition_readings (version_id, organisation_id, partnership_id, read_at)
            VALUES (\(one.version), \(one.reader), \(one.place), \(now))
            """)
        try tx.run(
            """
            INSERT INTO pathway_tests (id, definition_id, partnership_id, number, kind, scenario, tested_on, took_part, findings,
                recorded_at)
            VALUES (\(one.test), \(one.id), \(one.place), 1, 'tabletop', \(one.mark), '2020-02-01', '', '', \(now))
            """)
        try tx.run(
            """
            INSERT INTO pathway_test_steps (test_id, number, partnership_id, result, took)
            VALUES (\(one.test), 1, \(one.place), 'worked', '')
            """)
        try tx.run(
            """
            INSERT INTO pathway_fixes (id, test_id, definition_id, partnership_id, version, what, organisation_id, due_on, is_open,
                result)
            VALUES (\(one.fix), \(one.test), \(one.id), \(one.place), 1, \(one.mark), \(one.reader), '2020-03-01', 1, '')
            """)
    }
}

extension PolicyOracle {
    /// What is the partnership's own and nobody's data.
    func sees(_ actor: Actor, ofAllMembers place: ID<Partnership>) -> Bool {
        isHere(actor, place) && (actor.seesAll || readsCases(actor))
    }

    /// What was found out about a provider.
    func seesAssessment(_ actor: Actor, _ service: SupportWorld.Service) -> Bool {
        guard sees(actor, ofAllMembers: service.place) else { return false }
        return actor.seesAll || holds(.ownService, service.agency != nil && service.agency == actor.agency)
    }

    /// One opening of a reception centre, with its register.
    func sees(_ actor: Actor, _ opening: SupportWorld.Opening) -> Bool {
        guard sees(actor, ofAllMembers: opening.place) else { return false }
        let worksThere = opening.roles.contains { $0.agency == actor.agency && holds(.worksAtCentreStill, !$0.isEnded) }
        return actor.seesAll || holds(.worksAtCentre, worksThere)
    }

    /// The keys of the relations of services, centres and definitions; nil for any other.
    func supportKeys(_ relation: Relation, for actor: Actor) -> Set<String>? {
        let services = world.support.services.filter { sees(actor, ofAllMembers: $0.place) }
        let assessed = world.support.services.filter { seesAssessment(actor, $0) }
        let centres = world.support.openings.filter { sees(actor, ofAllMembers: $0.place) }
        let openings = world.support.openings.filter { sees(actor, $0) }
        let definitions = world.support.definitions.filter { sees(actor, ofAllMembers: $0.place) }
        switch relation {
        case .supportServices: return Set(services.map(\.id.text))
        case .serviceTerms: return Set(services.map { "\($0.id)/safe-house" })
        case .serviceAssessments: return Set(assessed.map(\.assessment.text))
        case .assessmentPoints: return Set(assessed.map { "\($0.assessment)/doors" })
        case .receptionCentres: return Set(centres.map(\.centre.text))
        case .receptionPlans: return Set(centres.map { "\($0.centre)/1" })
        case .receptionActivations: return Set(openings.map(\.id.text))
        case .receptionChecks: return Set(openings.map { "\($0.id)/1" })
        case .receptionRoles:
            return Set(openings.flatMap { one in one.roles.map { "\(one.id)/\($0.agency)" } })
        case .receptionArrivals: return Set(openings.map(\.arrival.text))
        case .pathwayDefinitions: return Set(definitions.map(\.id.text))
        case .definitionVersions: return Set(definitions.map(\.version.text))
        case .definitionReadings: return Set(definitions.map { "\($0.version)/\($0.reader)" })
        case .pathwayTests: return Set(definitions.map(\.test.text))
        case .pathwayTestSteps: return Set(definitions.map { "\($0.test)/1" })
        case .pathwayFixes: return Set(definitions.map(\.fix.text))
        default: return nil
        }
    }

    /// The marks of services, centres and definitions that may stand on a page for this actor.
    func supportMarks(for actor: Actor) -> Set<String> {
        var marks: Set<String> = []
        for one in world.support.services where sees(actor, ofAllMembers: one.place) { marks.insert(one.mark) }
        for one in world.support.services where seesAssessment(actor, one) { marks.insert(one.reason) }
        for one in world.support.openings where sees(actor, ofAllMembers: one.place) { marks.insert(one.centreMark) }
        for one in world.support.openings where sees(actor, one) { marks.insert(one.mark) }
        for one in world.support.definitions where sees(actor, ofAllMembers: one.place) { marks.insert(one.mark) }
        return marks
    }
}
