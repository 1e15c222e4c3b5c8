import Access
import Kernel
import Store

/// Writes records with as little in them as the tables allow.
struct RecordWriter: Sendable {
    let world: World

    struct NewConcern {
        var partnership: ID<Partnership>
        var day: String
        var source: String
        var town: ID<Term>?
        var ward: ID<Term>?
        var place: String
        var nationality: String
        var types: [String]
        var status: String
    }

    struct NewVisit {
        var partnership: ID<Partnership>
        var concern: ID<Concern>
        var day: String
        var status: String
        var town: ID<Term>?
        var place: String
        var purpose: ID<Term>
    }

    struct NewScreening {
        var partnership: ID<Partnership>
        var visit: ID<Visit>
        var concern: ID<Concern>
        var agency: ID<Organisation>
        var gender: String
        var ageGroup: String
        var nationality: String
        var outcome: String
    }

    struct Answer {
        var agency: ID<Organisation>
        var answer: String?
        var afterHours: Int64
    }

    func partnership(_ id: ID<Partnership>, _ slug: String, _ tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
            VALUES (\(id), \(slug), \(slug), 'X', 1, 1, 0, 0, 24, 'Agreement', 0)
            """)
    }

    func organisation(_ id: ID<Organisation>, _ name: String, _ tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
            VALUES (\(id), \(name), \(FoldedText(name).key), 'council', 0)
            """)
    }

    func term(
        _ id: ID<Term>, _ kind: String, _ label: String, of partnership: ID<Partnership>, _ tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO partnership_terms (id, partnership_id, kind, label, label_key, created_at)
            VALUES (\(id), \(partnership), \(kind), \(label), \(FoldedText(label).key), 0)
            """)
    }

    func concern(_ new: NewConcern, _ tx: any Transaction) throws -> ID<Concern> {
        let id = world.newID(Concern.self)
        try tx.run(
            """
            INSERT INTO concerns (id, partnership_id, reference, version, received_on, received_at, channel, source,
                status, is_open, immediate_danger, summary, seen, inferred, happens_when, how_known, location_type,
                place, postcode, place_key, town_id, ward_id, residence, residence_key, nationality, children_present,
                reporter_contact, reporter_safe_way, threat, harm, risk, investigation, vulnerability, engagement,
                planning_meeting_notes, tactical_plan, closing_summary, report_back, exploitation)
            VALUES (\(id), \(new.partnership), \(id), 1, \(new.day), 0, 'form', \(new.source), \(new.status), 1, 0, '',
                '', '', '', '', \(new.place), '', '', '', \(new.town), \(new.ward), '', '', \(new.nationality),
                'unknown', '', '', '', '', '', '', '', '', '', '', '', '', \(new.types.sorted().joined(separator: " ")))
            """)
        for type in new.types {
            try tx.run(
                """
                INSERT INTO concern_exploitation (concern_id, partnership_id, exploitation_type)
                VALUES (\(id), \(new.partnership), \(type))
                """)
        }
        return id
    }

    func circle(
        _ concern: ID<Concern>, _ organisation: ID<Organisation>, of partnership: ID<Partnership>,
        seesVictims: Bool = false, removed: Bool = false, _ tx: any Transaction
    ) throws {
        let removedAt: Int64? = removed ? 1 : nil
        try tx.run(
            """
            INSERT INTO circles (concern_id, organisation_id, partnership_id, sees_answers, sees_victims, basis,
                added_at, removed_at)
            VALUES (\(concern), \(organisation), \(partnership), 0, \(seesVictims), 'agreement', 0, \(removedAt))
            """)
    }

    func visit(_ new: NewVisit, _ tx: any Transaction) throws -> ID<Visit> {
        let id = world.newID(Visit.self)
        try tx.run(
            """
            INSERT INTO visits (id, partnership_id, concern_id, reference, version, status, visited_on, starts_at,
                purpose_id, place, postcode, location_type, town_id, is_occupied, lead_reason, notice, warrant, risks,
                risk_level, safety_officer, interpreters, reception, meeting_point, briefing, debrief, lessons,
                created_at)
            VALUES (\(id), \(new.partnership), \(new.concern), \(id), 1, \(new.status), \(new.day), '', \(new.purpose),
                '', '', \(new.place), \(new.town), '', '', '', '', '', '', '', '', '', '', '', '', '', 0)
            """)
        return id
    }

    func attendance(
        _ visit: ID<Visit>, _ organisation: ID<Organisation>, _ attended: String, of partnership: ID<Partnership>,
        _ tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO visit_agencies (visit_id, organisation_id, partnership_id, version, role, power, attended,
                power_used, entry, found, did)
            VALUES (\(visit), \(organisation), \(partnership), 1, '', '', \(attended), '', '', '', '')
            """)
    }

    func screening(_ new: NewScreening, _ tx: any Transaction) throws {
        let id = world.newID(Screening.self)
        try tx.run(
            """
            INSERT INTO screenings (id, visit_id, concern_id, partnership_id, reference, organisation_id, recorded_at,
                gender, age_group, nationality, language, outcome, consent, next_step, note, has_identity)
            VALUES (\(id), \(new.visit), \(new.concern), \(new.partnership), \(id), \(new.agency), 0, \(new.gender),
                \(new.ageGroup), \(new.nationality), '', \(new.outcome), '', '', '', 0)
            """)
    }

    func round(
        _ concern: ID<Concern>, of partnership: ID<Partnership>, sentAt: Moment, dueHours: Int64, answers: [Answer],
        _ tx: any Transaction
    ) throws {
        let round = world.newID(ScopingRound.self)
        let dueAt = sentAt.adding(hours: dueHours)
        try tx.run(
            """
            INSERT INTO scoping_rounds (id, concern_id, partnership_id, number, question, opened_at, due_at,
                closing_summary)
            VALUES (\(round), \(concern), \(partnership), 1, '', \(sentAt), \(dueAt), '')
            """)
        for answer in answers {
            let answeredAt = answer.answer == nil ? nil : sentAt.adding(hours: answer.afterHours)
            try tx.run(
                """
                INSERT INTO scoping_requests (id, round_id, concern_id, partnership_id, organisation_id, version, sent_at,
                    due_at, reminders, answer, summary, grading, conditions, speak_to, answered_at, is_waiting)
                VALUES (\(world.newID(ScopingRequest.self)), \(round), \(concern), \(partnership), \(answer.agency), 1,
                    \(sentAt), \(dueAt), 0, \(answer.answer), '', '', '', '', \(answeredAt), \(answer.answer == nil))
                """)
        }
    }
}
