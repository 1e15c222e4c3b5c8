import Kernel
import Store
import TestSupport

@testable import Access

extension AccessGround {
    /// One row in every protected table: a case whose circle holds the police, who went on its visit.
    func addWholeCase() async throws -> ID<Concern> {
        let world = clock.world
        let concern = try await addConcern()
        let (round, request, strand): (ID<ScopingRound>, ID<ScopingRequest>, ID<Strand>) = (
            world.newID(), world.newID(), world.newID()
        )
        let (visit, screening, file): (ID<Visit>, ID<Screening>, ID<StoredFile>) = (
            world.newID(), world.newID(), world.newID()
        )
        let (mention, decision, task, change): (ID<Mention>, ID<ResponseDecision>, ID<WorkTask>, ID<RecordChange>) = (
            world.newID(), world.newID(), world.newID(), world.newID()
        )
        let (purpose, person): (ID<Term>, ID<Person>) = (world.newID(), world.newID())
        let statements: [Statement] = [
            """
            INSERT INTO partnership_terms (id, partnership_id, kind, label, label_key, created_at)
            VALUES (\(purpose), \(sandwell), 'purpose', 'Welfare', 'welfare', 0)
            """,
            """
            INSERT INTO circles (concern_id, organisation_id, partnership_id, sees_answers, sees_victims, basis, added_at)
            VALUES (\(concern), \(police), \(sandwell), 1, 1, 'agreement', 0)
            """,
            """
            INSERT INTO concern_exploitation (concern_id, partnership_id, exploitation_type)
            VALUES (\(concern), \(sandwell), 'labour')
            """,
            """
            INSERT INTO concern_indicators (concern_id, partnership_id, indicator)
            VALUES (\(concern), \(sandwell), 'documents-held')
            """,
            """
            INSERT INTO mentions (id, concern_id, partnership_id, kind, role, description, value_text, value_key, position)
            VALUES (\(mention), \(concern), \(sandwell), 'person', 'worker', '', '', '', 1)
            """,
            """
            INSERT INTO response_decisions (id, concern_id, partnership_id, response, suggested, criteria, reasons,
                rationale, approver, decided_at)
            VALUES (\(decision), \(concern), \(sandwell), 'joint', 'joint', '', '', '', '', 0)
            """,
            """
            INSERT INTO response_team (concern_id, partnership_id, organisation_id)
            VALUES (\(concern), \(sandwell), \(police))
            """,
            """
            INSERT INTO concern_outcomes (concern_id, partnership_id, measure, quantity)
            VALUES (\(concern), \(sandwell), 'arrests', 1)
            """,
            """
            INSERT INTO not_the_same (concern_id, other_id, partnership_id, decided_at)
            VALUES (\(concern), \(concern), \(sandwell), 0)
            """,
            """
            INSERT INTO scoping_rounds (id, concern_id, partnership_id, number, question, opened_at, due_at,
                closing_summary)
            VALUES (\(round), \(concern), \(sandwell), 1, '', 0, 0, '')
            """,
            """
            INSERT INTO scoping_requests (id, round_id, concern_id, partnership_id, organisation_id, version, sent_at,
                due_at, reminders, summary, grading, conditions, speak_to, is_waiting)
            VALUES (\(request), \(round), \(concern), \(sandwell), \(police), 1, 0, 0, 0, '', '', '', '', 1)
            """,
            """
            INSERT INTO strands (id, concern_id, partnership_id, kind, version, plan, status, outcome, opened_at)
            VALUES (\(strand), \(concern), \(sandwell), 'victims', 1, '', 'open', '', 0)
            """,
            "INSERT INTO strand_team (strand_id, organisation_id) VALUES (\(strand), \(police))",
            """
            INSERT INTO tasks (id, partnership_id, concern_id, strand, version, title, organisation_id, due_on, is_open,
                result, created_at)
            VALUES (\(task), \(sandwell), \(concern), 'victims', 1, '', \(police), '2020-02-03', 1, '', 0)
            """,
            """
            INSERT INTO files (id, partnership_id, parent_kind, parent_id, concern_id, sealed_name, media_type, size,
                chunks, organisation_id, person_id, added_at)
            VALUES (\(file), \(sandwell), 'visit', \(visit), \(concern), \([UInt8](arrayLiteral: 1)), 'image/png', 1, 1,
                \(police), \(person), 0)
            """,
            "INSERT INTO file_chunks (file_id, number, sealed) VALUES (\(file), 0, \([UInt8](arrayLiteral: 1)))",
            """
            INSERT INTO visits (id, partnership_id, concern_id, reference, version, status, visited_on, starts_at,
                purpose_id, place, postcode, location_type, is_occupied, lead_reason, notice, warrant, risks,
                risk_level, safety_officer, interpreters, reception, meeting_point, briefing, debrief, lessons,
                created_at)
            VALUES (\(visit), \(sandwell), \(concern), 'V-0001', 1, 'made', '2020-02-03', '', \(purpose), '', '', 'farm',
                '', '', '', '', '', '', '', '', '', '', '', '', '', 0)
            """,
            """
            INSERT INTO visit_agencies (visit_id, organisation_id, partnership_id, version, role, power, attended,
                power_used, entry, found, did)
            VALUES (\(visit), \(police), \(sandwell), 1, '', '', 'yes', '', '', '', '')
            """,
            """
            INSERT INTO screenings (id, visit_id, concern_id, partnership_id, reference, organisation_id, recorded_at,
                gender, age_group, nationality, language, outcome, consent, next_step, note, has_identity)
            VALUES (\(screening), \(visit), \(concern), \(sandwell), 'S-0001', \(police), 0, 'male', 'adult', 'unknown',
                '', 'no-indicators', '', '', '', 0)
            """,
            """
            INSERT INTO screening_indicators (screening_id, partnership_id, indicator)
            VALUES (\(screening), \(sandwell), 'documents-held')
            """,
            """
            INSERT INTO record_changes (id, partnership_id, concern_id, strand, record_kind, record_id, at, verb, summary,
                differences)
            VALUES (\(change), \(sandwell), \(concern), 'victims', 'concerns', \(concern), 0, 'told', '', '[]')
            """,
        ]
        try await engine.write { transaction in for statement in statements { try transaction.run(statement) } }
        try await addPathway()
        try await addSupport()
        try await addSubjects(of: concern)
        try await addPublication()
        return concern
    }
}

extension AccessGround {
    /// One row in every table of a potential victim with whom the police work. Its own change is left out: the case's is
    /// enough.
    private func addPathway() async throws {
        let (victim, referral, number): (ID<PotentialVictim>, ID<Referral>, String) = (
            clock.world.newID(), clock.world.newID(), "1"
        )
        // The other record of a person who was met again stands elsewhere, so that here there is one of everything.
        let (later, elsewhere): (ID<PotentialVictim>, ID<Partnership>) = (clock.world.newID(), clock.world.newID())
        let statements: [Statement] = [
            """
            INSERT INTO potential_victims (id, partnership_id, reference, version, status, opened_on, nation, age_basis,
                age_group, adult_from_month, child_at_exploitation, gender, nationality, second_nationality, language,
                interpreter, capacity, has_identity, contact_rule, unsafe_ways, closing_reason)
            VALUES (\(victim), \(sandwell), 'P-0001', 1, 'open', '2020-02-03', 'england', 'known', 'adult', '', '', 'female',
                'unknown', '', 'unknown', '', 'not-in-doubt', 0, '', '', '')
            """,
            """
            INSERT INTO victim_exploitation (victim_id, partnership_id, exploitation_type)
            VALUES (\(victim), \(sandwell), 'labour')
            """,
            """
            INSERT INTO victim_circles (victim_id, organisation_id, partnership_id, added_at)
            VALUES (\(victim), \(police), \(sandwell), 0)
            """,
            """
            INSERT INTO victim_accounts (id, victim_id, partnership_id, position, taken_on, source, language, interpreter, recorded_at)
            VALUES (\(number), \(victim), \(sandwell), 1, '2020-02-03', 'first-hand', 'unknown', '', 0)
            """,
            """
            INSERT INTO consents (id, victim_id, partnership_id, position, purpose, answer, answered_on, recorded_at, explained_by,
                method, language, interpreter, capacity, reason)
            VALUES (\(number), \(victim), \(sandwell), 1, 'nrm', 'given', '2020-02-03', 0, '', 'spoken', 'unknown', '',
                'not-in-doubt', '')
            """,
            """
            INSERT INTO referrals (id, victim_id, partnership_id, reference, version, kind, is_anonymous, status, started_on,
                encountered_on, age_group, exploitation, local_authority, submitted_on, competent_authority)
            VALUES (\(referral), \(victim), \(sandwell), 'R-0001', 1, 'nrm', 0, 'awaiting-reasonable-grounds', '2020-02-03',
                '2020-02-03', '', '', '', '2020-02-03', '')
            """,
            """
            INSERT INTO referral_decisions (id, referral_id, victim_id, partnership_id, stage, outcome, decided_on, authority,
                reason, recorded_at)
            VALUES (\(number), \(referral), \(victim), \(sandwell), 'reasonable-grounds', 'positive', '2020-02-03', '', '', 0)
            """,
            """
            INSERT INTO victim_crimes (id, victim_id, partnership_id, force, crime_reference, reference_key, told_at, recorded_at,
                entered_at)
            VALUES (\(number), \(victim), \(sandwell), '', '', '', 0, 0, 0)
            """,
            """
            INSERT INTO safeguarding_notices (id, victim_id, partnership_id, told_at, way, told_by, told_whom, local_authority,
                reference, entered_at)
            VALUES (\(number), \(victim), \(sandwell), 0, '', '', '', '', '', 0)
            """,
            """
            INSERT INTO child_panels (id, referral_id, victim_id, partnership_id, meets_on, status, outcome, has_dissent,
                convened_at)
            VALUES (\(number), \(referral), \(victim), \(sandwell), '2020-02-03', 'planned', '', 0, 0)
            """,
            """
            INSERT INTO child_panel_members (id, panel_id, victim_id, partnership_id, agency, name, is_chair, is_lead_worker,
                conflict, added_at)
            VALUES (\(number), \(number), \(victim), \(sandwell), 'police', '', 0, 0, 'none', 0)
            """,
            """
            INSERT INTO support_entries (id, victim_id, partnership_id, version, kind, code, status, is_open, level, answers,
                starts_on, starts_at, ends_at, has_address, recorded_at)
            VALUES (\(number), \(victim), \(sandwell), 1, 'need', 'health', 'unmet', 1, '', '', '2020-02-03', '', '', 0, 0)
            """,
            """
            INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
            VALUES (\(elsewhere), 'elsewhere', 'Elsewhere', 'X', 1, 1, 0, 0, 48, 'Agreement', 0)
            """,
            """
            INSERT INTO potential_victims (id, partnership_id, reference, version, status, opened_on, nation, age_basis,
                age_group, adult_from_month, child_at_exploitation, gender, nationality, second_nationality, language,
                interpreter, capacity, has_identity, contact_rule, unsafe_ways, closing_reason)
            VALUES (\(later), \(elsewhere), 'P-0002', 1, 'open', '2020-02-03', 'england', 'known', 'adult', '', '', 'female',
                'unknown', '', 'unknown', '', 'not-in-doubt', 0, '', '', '')
            """,
            """
            INSERT INTO met_again (id, partnership_id, earlier_id, later_id, status, noticed_on, is_by_hand)
            VALUES (\(number), \(sandwell), \(min(victim, later)), \(max(victim, later)), 'noticed', '2020-02-03', 0)
            """,
        ]
        try await engine.write { transaction in for statement in statements { try transaction.run(statement) } }
    }
}
