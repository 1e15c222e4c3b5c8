import Foundation
import Kernel
import Store

@testable import Access

/// Writes a world into a database, past every rule of the product.
struct CaseWorldWriter: Sendable {
    let world: CaseWorld
    let vault: Vault
    let now: Moment

    func write(to engine: any Engine) async throws {
        try await engine.write { transaction in
            try places(transaction)
            try people(transaction)
            try cases(transaction)
            try scoping(transaction)
            try strands(transaction)
            try visits(transaction)
            try papers(transaction)
            try lines(transaction)
            try helped(transaction)
            try support(transaction)
            try subjects(transaction)
            try publications(transaction)
        }
    }

    private func places(_ tx: any Transaction) throws {
        for agency in world.agencies {
            try tx.run(
                """
                INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
                VALUES (\(agency.id), \(agency.name), \(FoldedText(agency.name).key), 'council', \(agency.isEnforcement))
                """)
        }
        for place in world.places {
            let until = place.agreementInForce ? nil : now.day.adding(days: -1)
            try tx.run(
                """
                INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                    requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, agreement_valid_until,
                    created_at)
                VALUES (\(place.id), \(place.slug), \(place.slug.capitalized), 'X', 1, 1, 0, 0, 48, 'Agreement', \(until),
                    0)
                """)
            for (position, agency) in world.agencies.enumerated() {
                let leftOn = place.members.contains(agency.id) ? nil : "2020-01-01"
                try tx.run(
                    """
                    INSERT INTO partnership_members (partnership_id, organisation_id, position, joined_on, left_on)
                    VALUES (\(place.id), \(agency.id), \(position), '2018-04-01', \(leftOn))
                    """)
            }
            let terms = place.towns.map { ($0.id, "town", $0.label) } + [(place.purpose, "purpose", "Welfare")]
            for (id, kind, label) in terms {
                try tx.run(
                    """
                    INSERT INTO partnership_terms (id, partnership_id, kind, label, label_key, created_at)
                    VALUES (\(id), \(place.id), \(kind), \(label), \(FoldedText(label).key), 0)
                    """)
            }
        }
    }

    private func people(_ tx: any Transaction) throws {
        for person in world.people {
            let email = "\(person.name.split(separator: " ").joined(separator: ".").lowercased())@example.org"
            try tx.run(
                """
                INSERT INTO people (id, organisation_id, name, email, email_key, created_at)
                VALUES (\(person.id), \(person.agency), \(person.name), \(email), \(email), 0)
                """)
            for grant in person.grants {
                try tx.run(
                    """
                    INSERT INTO roles (person_id, partnership_id, role, town_id, granted_at)
                    VALUES (\(person.id), \(grant.place), \(grant.role), \(grant.town), 0)
                    """)
            }
        }
    }

    private func cases(_ tx: any Transaction) throws {
        for concern in world.cases {
            try tx.run(
                """
                INSERT INTO concerns (id, partnership_id, reference, version, received_on, received_at, channel, source,
                    status, is_open, immediate_danger, summary, seen, inferred, happens_when, how_known, location_type,
                    place, postcode, place_key, town_id, residence, residence_key, nationality, children_present,
                    reporter_contact, reporter_safe_way, threat, harm, risk, investigation, vulnerability, engagement,
                    planning_meeting_notes, tactical_plan, closing_summary, report_back, exploitation)
                VALUES (\(concern.id), \(concern.place), \(concern.reference), 1, \(concern.receivedOn), \(now), 'form',
                    'agency', \(concern.status), \(concern.isOpen), 0, \("mill \(concern.mark)"), '', '', '', '', 'farm',
                    '', '', '', \(concern.town), '', '', 'unknown', 'unknown', '', '', '', '', '', '', '', '', '', '',
                    '', '', \(concern.exploitation.sorted().joined(separator: " ")))
                """)
            for type in concern.exploitation {
                try tx.run(
                    """
                    INSERT INTO concern_exploitation (concern_id, partnership_id, exploitation_type)
                    VALUES (\(concern.id), \(concern.place), \(type))
                    """)
            }
            try tx.run(
                """
                INSERT INTO concern_indicators (concern_id, partnership_id, indicator)
                VALUES (\(concern.id), \(concern.place), 'sign')
                """)
            try tx.run(
                """
                INSERT INTO response_team (concern_id, partnership_id, organisation_id)
                VALUES (\(concern.id), \(concern.place), \(world.agencies[0].id))
                """)
            try tx.run(
                """
                INSERT INTO concern_outcomes (concern_id, partnership_id, measure, quantity)
                VALUES (\(concern.id), \(concern.place), 'arrests', 1), (\(concern.id), \(concern.place), 'nrm-referrals', 1)
                """)
            try index(concern, tx)
        }
        for share in world.shares {
            let removedAt: Int64? = share.isRemoved ? 1 : nil
            try tx.run(
                """
                INSERT INTO circles (concern_id, organisation_id, partnership_id, sees_answers, sees_victims, basis,
                    added_at, removed_at)
                VALUES (\(share.concern), \(share.agency), \(world.place(of: share.concern)), \(share.seesAnswers),
                    \(share.seesVictims), \(share.mark), 0, \(removedAt))
                """)
        }
        for mention in world.mentioned {
            try tx.run(
                """
                INSERT INTO mentions (id, concern_id, partnership_id, kind, role, description, value_text, value_key,
                    position)
                VALUES (\(mention.id), \(mention.concern), \(world.place(of: mention.concern)), 'person', 'worker',
                    \(mention.mark), '', '', 1)
                """)
        }
        for decision in world.decisions {
            try tx.run(
                """
                INSERT INTO response_decisions (id, concern_id, partnership_id, response, suggested, criteria, reasons,
                    rationale, approver, decided_at)
                VALUES (\(decision.id), \(decision.concern), \(world.place(of: decision.concern)), 'joint', 'joint', '', '',
                    \(decision.mark), '', \(now))
                """)
        }
        for (concern, other) in world.apart {
            try tx.run(
                """
                INSERT INTO not_the_same (concern_id, other_id, partnership_id, decided_at)
                VALUES (\(concern), \(other), \(world.place(of: concern)), 0)
                """)
        }
    }

    /// Makes a case findable, as the product does it.
    private func index(_ concern: CaseWorld.Case, _ tx: any Transaction) throws {
        let words = "mill \(concern.mark) \(concern.reference)"
        try WordIndex(transaction: tx).replace(words, of: concern.id, in: concern.place)
    }

    private func scoping(_ tx: any Transaction) throws {
        for round in world.rounds {
            try tx.run(
                """
                INSERT INTO scoping_rounds (id, concern_id, partnership_id, number, question, opened_at, due_at,
                    closed_at, closing_summary)
                VALUES (\(round.id), \(round.concern), \(world.place(of: round.concern)), \(round.number), '', \(now),
                    \(now.adding(hours: 48)), \(now), \(round.mark))
                """)
        }
        for question in world.questions {
            let answer = question.isWaiting ? nil : "held"
            let answeredAt = question.isWaiting ? nil : now
            try tx.run(
                """
                INSERT INTO scoping_requests (id, round_id, concern_id, partnership_id, organisation_id, version, sent_at,
                    due_at, reminders, answer, summary, grading, conditions, speak_to, answered_at, is_waiting)
                VALUES (\(question.id), \(question.round), \(question.concern), \(world.place(of: question.concern)),
                    \(question.agency), 1, \(now), \(now.adding(hours: 48)), 0, \(answer), \(question.mark), '', '', '',
                    \(answeredAt), \(question.isWaiting))
                """)
        }
    }

    private func strands(_ tx: any Transaction) throws {
        for strand in world.strands {
            try tx.run(
                """
                INSERT INTO strands (id, concern_id, partnership_id, kind, version, plan, status, outcome, opened_at)
                VALUES (\(strand.id), \(strand.concern), \(world.place(of: strand.concern)), \(strand.kind), 1,
                    \(strand.mark), 'open', '', \(now))
                """)
            for agency in strand.team {
                try tx.run("INSERT INTO strand_team (strand_id, organisation_id) VALUES (\(strand.id), \(agency))")
            }
        }
        for duty in world.duties {
            try tx.run(
                """
                INSERT INTO tasks (id, partnership_id, concern_id, strand, version, title, organisation_id, due_on, is_open,
                    result, created_at)
                VALUES (\(duty.id), \(duty.place), \(duty.concern), \(duty.strand), 1, \(duty.mark), \(duty.agency),
                    \(now.day), \(duty.isOpen), '', \(now))
                """)
        }
    }

    private func visits(_ tx: any Transaction) throws {
        for call in world.calls {
            guard let place = world.places.first(where: { $0.id == call.place }) else { continue }
            try tx.run(
                """
                INSERT INTO visits (id, partnership_id, concern_id, reference, version, status, visited_on, starts_at,
                    purpose_id, place, postcode, location_type, town_id, is_occupied, lead_reason, notice, warrant, risks,
                    risk_level, safety_officer, interpreters, reception, meeting_point, briefing, debrief, lessons,
                    created_at)
                VALUES (\(call.id), \(call.place), \(call.concern), \(call.reference), 1, \(call.status), \(now.day), '',
                    \(place.purpose), '', '', 'farm', \(call.town), '', '', '', '', '', '', '', '', '', '', \(call.mark),
                    '', '', \(now))
                """)
            for (agency, attended) in call.agencies {
                try tx.run(
                    """
                    INSERT INTO visit_agencies (visit_id, organisation_id, partnership_id, version, role, power, attended,
                        power_used, entry, found, did)
                    VALUES (\(call.id), \(agency), \(call.place), 1, '', '', \(attended), '', '', '', '')
                    """)
            }
        }
        for met in world.met {
            try tx.run(
                """
                INSERT INTO screenings (id, visit_id, concern_id, partnership_id, reference, organisation_id, recorded_at,
                    gender, age_group, nationality, language, outcome, consent, next_step, note, has_identity)
                VALUES (\(met.id), \(met.visit), \(met.concern), \(met.place), \(met.id), \(met.agency), \(now), 'male',
                    'adult', 'unknown', 'unknown', 'no-indicators', '', '', \(met.mark), 0)
                """)
            try tx.run(
                """
                INSERT INTO screening_indicators (screening_id, partnership_id, indicator)
                VALUES (\(met.id), \(met.place), 'sign')
                """)
        }
    }

    private func papers(_ tx: any Transaction) throws {
        for paper in world.papers {
            let (kind, parent, concern): (String, String, ID<Concern>?) =
                switch paper.parent {
                case .concern(let id): ("concern", id.text, id)
                case .visit(let id): ("visit", id.text, world.calls.first { $0.id == id }?.concern)
                case .answer(let id): ("answer", id.text, world.questions.first { $0.id == id }?.concern)
                }
            let name = try vault.seal(
                "\(paper.mark).png", compartment: .files, at: Vault.Place(record: paper.id.text, field: "name"))
            let chunk = try vault.seal(
                paper.mark, compartment: .files, at: Vault.Place(record: paper.id.text, field: "chunk-0"))
            try tx.run(
                """
                INSERT INTO files (id, partnership_id, parent_kind, parent_id, concern_id, sealed_name, media_type, size,
                    chunks, organisation_id, person_id, added_at)
                VALUES (\(paper.id), \(paper.place), \(kind), \(parent), \(concern), \(name), 'image/png',
                    \(paper.mark.utf8.count), 1, \(paper.agency), \(world.people[0].id), \(now))
                """)
            try tx.run("INSERT INTO file_chunks (file_id, number, sealed) VALUES (\(paper.id), 0, \(chunk))")
        }
    }

    private func lines(_ tx: any Transaction) throws {
        for line in world.lines {
            let kind = line.visit == nil ? "concerns" : "visits"
            try tx.run(
                """
                INSERT INTO record_changes (id, partnership_id, concern_id, strand, record_kind, record_id, at,
                    organisation_id, verb, summary, differences)
                VALUES (\(line.id), \(line.place), \(line.concern), \(line.strand), \(kind),
                    \(line.visit?.text ?? line.concern?.text ?? ""), \(now), \(line.agency), 'told', \(line.mark), '[]')
                """)
        }
    }

    private func helped(_ tx: any Transaction) throws {
        for one in world.helped {
            try tx.run(
                """
                INSERT INTO potential_victims (id, partnership_id, reference, version, status, concern_id, opened_on, nation,
                    town_id, age_basis, age_group, adult_from_month, child_at_exploitation, gender, nationality, second_nationality,
                    language, interpreter, capacity, has_identity, contact_rule, unsafe_ways, closing_reason)
                VALUES (\(one.id), \(one.place), \(one.mark), 1, 'open', \(one.concern), \(now.day), 'england', \(one.town), 'known',
                    'adult', '', '', 'female', 'unknown', '', 'unknown', '', 'not-in-doubt', 0, '', '', '')
                """)
            try tx.run(
                """
                INSERT INTO victim_exploitation (victim_id, partnership_id, exploitation_type)
                VALUES (\(one.id), \(one.place), 'labour')
                """)
            for helper in one.helpers {
                try tx.run(
                    """
                    INSERT INTO victim_circles (victim_id, organisation_id, partnership_id, added_at, removed_at)
                    VALUES (\(one.id), \(helper.agency), \(one.place), \(now), \(helper.isRemoved ? now : nil))
                    """)
            }
            try tx.run(
                """
                INSERT INTO victim_accounts (id, victim_id, partnership_id, position, taken_on, source, language, interpreter, recorded_at)
                VALUES (\(one.account), \(one.id), \(one.place), 1, \(now.day), 'first-hand', 'unknown', '', \(now))
                """)
            try tx.run(
                """
                INSERT INTO consents (id, victim_id, partnership_id, position, purpose, answer, answered_on, recorded_at, explained_by,
                    method, language, interpreter, capacity, reason)
                VALUES (\(one.consent), \(one.id), \(one.place), 1, 'nrm', 'given', \(now.day), \(now), '', 'spoken', 'unknown',
                    '', 'not-in-doubt', '')
                """)
            try tx.run(
                """
                INSERT INTO referrals (id, victim_id, partnership_id, reference, version, kind, is_anonymous, status,
                    started_on, encountered_on, age_group, exploitation, local_authority, submitted_on, competent_authority)
                VALUES (\(one.referral), \(one.id), \(one.place), \(one.mark), 1, 'nrm', 0,
                    \(one.wasSent ? "awaiting-reasonable-grounds" : "draft"), \(now.day), \(now.day), '', '', '',
                    \(one.wasSent ? now.day : nil), '')
                """)
            try tx.run(
                """
                INSERT INTO referral_decisions (id, referral_id, victim_id, partnership_id, stage, outcome, decided_on,
                    authority, reason, recorded_at)
                VALUES (\(one.decision), \(one.referral), \(one.id), \(one.place), 'reasonable-grounds', 'positive', \(now.day),
                    '', '', \(now))
                """)
            try tx.run(
                """
                INSERT INTO victim_crimes (id, victim_id, partnership_id, referral_id, force, crime_reference, reference_key,
                    told_at, recorded_at, entered_at)
                VALUES (\(one.crime), \(one.id), \(one.place), \(one.referral), 'West Midlands Police', \(one.mark),
                    \(one.mark), \(now), \(now), \(now))
                """)
            try tx.run(
                """
                INSERT INTO safeguarding_notices (id, victim_id, partnership_id, told_at, way, told_by, told_whom,
                    local_authority, reference, entered_at)
                VALUES (\(one.notice), \(one.id), \(one.place), \(now), 'telephone', '', \(one.mark), '', \(one.mark), \(now))
                """)
            try tx.run(
                """
                INSERT INTO child_panels (id, referral_id, victim_id, partnership_id, meets_on, status, outcome, has_dissent,
                    convened_at)
                VALUES (\(one.panel), \(one.referral), \(one.id), \(one.place), \(now.day), 'planned', '', 0, \(now))
                """)
            try tx.run(
                """
                INSERT INTO child_panel_members (id, panel_id, victim_id, partnership_id, agency, name, is_chair,
                    is_lead_worker, conflict, added_at)
                VALUES (\(one.panelMember), \(one.panel), \(one.id), \(one.place), 'police', \(one.mark), 0, 0, 'none', \(now))
                """)
            try tx.run(
                """
                INSERT INTO support_entries (id, victim_id, partnership_id, version, kind, code, status, is_open, level, answers,
                    starts_on, starts_at, ends_at, due_on, has_address, recorded_at)
                VALUES (\(one.entry), \(one.id), \(one.place), 1, 'need', 'health', 'unmet', 1, '', '', \(now.day), '', '',
                    \(now.day), 0, \(now))
                """)
            try tx.run(
                """
                INSERT INTO record_changes (id, partnership_id, strand, record_kind, record_id, victim_id, at, verb, summary,
                    differences)
                VALUES (\(one.change), \(one.place), '', 'potential_victims', \(one.id), \(one.id), \(now), 'told',
                    \(one.mark), '[]')
                """)
        }
        for one in world.again {
            try tx.run(
                """
                INSERT INTO met_again (id, partnership_id, earlier_id, later_id, status, noticed_on, is_by_hand)
                VALUES (\(one.id), \(one.place), \(one.earlier), \(one.later), 'noticed', \(now.day), 0)
                """)
        }
    }
}
