import Access
import Concerns
import Kernel
import Store

/// The names of sealed fields of a visit.
package enum VisitFields {
    /// Where people who are met are received.
    package static let reception: StaticString = "reception"
    /// What the visit's own column says where a place of reception is sealed.
    package static let named = "named"
}

extension Change where V.Record == Visit {
    /// The purpose with these words; a new one is added to the partnership's words.
    fileprivate func purpose(_ label: String) throws -> ID<Term> {
        let partnership = try reading.ownPartnership
        let key = FoldedText(label).key
        let known = try value(
            """
            SELECT id FROM partnership_terms
            WHERE partnership_id = \(partnership) AND kind = 'purpose' AND label_key = \(key)
            """, as: ID<Term>.self)
        if let known { return known }
        let term = newID(Term.self)
        try run(
            """
            INSERT INTO partnership_terms (id, partnership_id, kind, label, label_key, town_id, created_at)
            VALUES (\(term), \(partnership), 'purpose', \(label), \(key), NULL, \(moment))
            """)
        return term
    }

    fileprivate func insert(_ agency: PlannedAgency) throws {
        try run(
            """
            INSERT INTO \(table(.visitAgencies)) (visit_id, organisation_id, partnership_id, version, role, power,
                officers, attended, minutes, power_used, entry, found, did)
            VALUES (\(record), \(agency.organisation), \(try reading.ownPartnership), 1, \(agency.role),
                \(agency.power), \(agency.officers), '', NULL, '', '', '', '')
            """)
    }

    /// What the visit's row says of the place of reception.
    fileprivate func receptionMark(_ plan: VisitPlan) -> String { plan.namesReception ? VisitFields.named : "" }

    /// Seals the place of reception that was typed; where none is named any longer, the sealed one is destroyed.
    fileprivate func sealReception(_ plan: VisitPlan) throws {
        if !plan.reception.isEmpty || !plan.keepsReception {
            try seal(plan.reception, field: VisitFields.reception, in: .safeAddresses)
        }
    }

    fileprivate func set(_ status: VisitStatus) throws {
        try run("UPDATE \(target) SET status = \(status) WHERE id = \(record)")
    }
}

extension Change where V == PlanVisit {
    /// Inserts the visit with the next reference of the partnership, and answers that reference.
    func insert(_ plan: VisitPlan, town: ID<Term>?) throws -> String {
        let partnership = try reading.ownPartnership
        guard let visitedOn = plan.visitedOn else { throw AccessError.denied }
        let reference = try nextReference(in: partnership)
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, concern_id, reference, version, status, visited_on, starts_at,
                purpose_id, place, postcode, location_type, town_id, is_occupied, lead_organisation_id, lead_reason,
                notice, warrant, risks, risk_level, safety_officer, interpreters, reception, meeting_point, briefing,
                debrief, lessons, created_at)
            VALUES (\(record), \(partnership), \(plan.concern), \(reference), 1, \(VisitStatus.planned), \(visitedOn),
                \(plan.keptTime), \(try purpose(plan.purpose)), \(plan.place), \(plan.postcode), \(plan.locationType),
                \(town), \(plan.occupancy), \(plan.lead), \(plan.leadReason), \(plan.notice), \(plan.warrant),
                \(plan.risks), \(plan.riskLevel), \(plan.safetyOfficer), \(plan.interpreters), \(receptionMark(plan)),
                \(plan.meetingPoint), \(plan.briefing), '', '', \(moment))
            """)
        try sealReception(plan)
        for agency in plan.agencies { try insert(agency) }
        return reference
    }

    /// The next reference that no visit has, "SW-V-0098". Numbers that an import has used are passed over.
    private func nextReference(in partnership: ID<Partnership>) throws -> String {
        let found = try first(
            "SELECT reference_prefix, next_visit_reference FROM partnerships WHERE id = \(partnership)"
        ) { row in (try row.next(String.self), try row.next(Int.self)) }
        guard case (let prefix, var number)? = found else { throw AccessError.denied }
        var reference = VisitReference.text(prefix: prefix, number: number)
        while try isTaken(reference, in: partnership) {
            number += 1
            reference = VisitReference.text(prefix: prefix, number: number)
        }
        try run("UPDATE partnerships SET next_visit_reference = \(number + 1) WHERE id = \(partnership)")
        return reference
    }

    private func isTaken(_ reference: String, in partnership: ID<Partnership>) throws -> Bool {
        try value(
            "SELECT 1 FROM \(target) WHERE partnership_id = \(partnership) AND reference = \(reference)", as: Int.self)
            != nil
    }
}

/// How a partnership numbers its visits.
package enum VisitReference {
    /// "SW-V-0098": the prefix of the partnership and four digits, more when they are needed.
    package static func text(prefix: String, number: Int) -> String {
        let digits = String(number)
        return "\(prefix)-V-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }
}

extension Change where V == ChangeVisitPlan {
    /// Replaces what was planned. Agencies that stay keep what they recorded.
    func update(_ plan: VisitPlan, of visit: VisitDetail, status: VisitStatus) throws {
        guard let visitedOn = plan.visitedOn else { throw AccessError.denied }
        try run(
            """
            UPDATE \(target) SET status = \(status), visited_on = \(visitedOn), starts_at = \(plan.keptTime),
                purpose_id = \(try purpose(plan.purpose)), place = \(plan.place), postcode = \(plan.postcode),
                location_type = \(plan.locationType), town_id = \(visit.concern.flatMap(\.town) ?? plan.town),
                is_occupied = \(plan.occupancy), lead_organisation_id = \(plan.lead), lead_reason = \(plan.leadReason),
                notice = \(plan.notice), warrant = \(plan.warrant), risks = \(plan.risks),
                risk_level = \(plan.riskLevel), safety_officer = \(plan.safetyOfficer),
                interpreters = \(plan.interpreters), reception = \(receptionMark(plan)),
                meeting_point = \(plan.meetingPoint), briefing = \(plan.briefing)
            WHERE id = \(record)
            """)
        try sealReception(plan)
        for agency in visit.agencies where !plan.agencies.contains(where: { $0.organisation == agency.organisation }) {
            try run(
                """
                DELETE FROM \(table(.visitAgencies))
                WHERE visit_id = \(record) AND organisation_id = \(agency.organisation)
                """)
        }
        for agency in plan.agencies {
            if visit.agency(agency.organisation) == nil {
                try insert(agency)
            } else {
                try run(
                    """
                    UPDATE \(table(.visitAgencies)) SET role = \(agency.role), power = \(agency.power),
                        officers = \(agency.officers)
                    WHERE visit_id = \(record) AND organisation_id = \(agency.organisation)
                    """)
            }
        }
    }
}

extension Change where V == MarkVisitReady {
    func markReady() throws { try set(.ready) }
}

extension Change where V == MarkVisitMade {
    func markMade() throws { try set(.made) }
}

extension Change where V == CancelVisit {
    func cancel(reason: String) throws {
        try set(.cancelled)
        try run("UPDATE \(target) SET debrief = \(reason) WHERE id = \(record)")
    }
}

extension Change where V == RecordAttendance {
    /// Records the entry of an agency that was asked. Throws `AccessError.changedMeanwhile` when its version is another.
    func update(_ draft: RecordAttendance.Draft, version: Int) throws {
        let changed = try run(
            """
            UPDATE \(table(.visitAgencies)) SET version = version + 1, attended = \(draft.attended),
                minutes = \(draft.minutes), power_used = \(draft.powerUsed), entry = \(draft.entry),
                found = \(draft.found), did = \(draft.did)
            WHERE visit_id = \(record) AND organisation_id = \(draft.organisation) AND version = \(version)
            """)
        if changed == 0 { throw AccessError.changedMeanwhile(version: version + 1) }
    }

    /// Adds an agency that came without being asked.
    func insert(_ draft: RecordAttendance.Draft) throws {
        try insert(PlannedAgency(organisation: draft.organisation))
        try update(draft, version: 1)
    }
}

extension Change where V == DebriefVisit {
    /// Keeps the debrief and opens the new tasks; who has one is let into the circle of the visit's concern.
    func keep(_ draft: DebriefVisit.Draft, of visit: VisitDetail) throws {
        try set(.debriefed)
        try run(
            """
            UPDATE \(target) SET debrief = \(draft.debrief), lessons = \(draft.lessons) WHERE id = \(record)
            """)
        for task in draft.tasks {
            try run(
                """
                INSERT INTO \(table(.tasks)) (id, partnership_id, concern_id, strand, visit_id, version, title,
                    organisation_id, due_on, is_open, result, created_at, done_at)
                VALUES (\(newID(WorkTask.self)), \(try reading.ownPartnership), \(visit.concernID), \(task.strand),
                    \(record), 1, \(task.title), \(task.organisation), \(task.dueOn), 1, '', \(moment), NULL)
                """)
            if let concern = visit.concernID, let organisation = task.organisation {
                try admit(
                    organisation, to: concern, of: try reading.ownPartnership, seesVictims: false,
                    basis: "Has a task of visit \(visit.reference)")
            }
        }
    }
}
