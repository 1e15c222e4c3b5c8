import Access
import Kernel
import Store

/// The names of sealed fields of reception centres.
enum ReceptionFields {
    static let address: StaticString = "address"
    static let identity: StaticString = "identity"
    static let debrief: StaticString = "debrief"
}

extension Change where V == PlanReception {
    func insert(_ facts: CentreFacts, _ plan: ReceptionPlan, address: String) throws {
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, version, name, name_key, status, town_id, capacity, plan_number,
                has_address, created_on)
            VALUES (\(record), \(try reading.ownPartnership), 1, \(facts.name), \(FoldedText(facts.name).key), \(facts.status),
                \(facts.town), \(facts.capacity), 1, \(!address.isEmpty), \(moment.day))
            """)
        try keepPlan(plan, number: 1)
        try seal(address, field: ReceptionFields.address, in: .safeAddresses)
    }
}

extension Change where V == ChangeReceptionPlan {
    func update(_ facts: CentreFacts, address: AddressChange, number: Int) throws {
        try run(
            """
            UPDATE \(target) SET name = \(facts.name), name_key = \(FoldedText(facts.name).key), status = \(facts.status),
                town_id = \(facts.town), capacity = \(facts.capacity), plan_number = \(number) WHERE id = \(record)
            """)
        switch address {
        case .keep: return
        case .remove:
            try seal("", field: ReceptionFields.address, in: .safeAddresses)
            try run("UPDATE \(target) SET has_address = 0 WHERE id = \(record)")
        case .replace(let text):
            try seal(text, field: ReceptionFields.address, in: .safeAddresses)
            try run("UPDATE \(target) SET has_address = 1 WHERE id = \(record)")
        }
    }
}

extension Change where V.Record == ReceptionCentre {
    /// Keeps one version of the plan, whole.
    func keepPlan(_ plan: ReceptionPlan, number: Int) throws {
        try run(
            """
            INSERT INTO \(table(.receptionPlans)) (centre_id, number, partnership_id, saved_at, organisation_id, person_id, content)
            VALUES (\(record), \(number), \(try reading.ownPartnership), \(moment), \(viewer.organisation), \(viewer.person),
                \(try SealedJSON.text(plan)))
            """)
    }
}

extension Change where V == ActivateCentre {
    /// The openings of a centre, whoever works there: a centre is opened once at a time. Nothing of them is handed on.
    func openingsOfAnybody(of centre: ID<ReceptionCentre>) throws -> [OpeningLine] {
        try rows(
            """
            SELECT a.id, '', a.reference, a.is_open, a.activated_at FROM \(table(.receptionActivations)) a
            WHERE a.centre_id = \(centre) AND a.is_open = 1
            """
        ) { row in
            OpeningLine(
                id: try row.next(), centreName: try row.next(), reference: try row.next(), isOpen: try row.next(),
                activatedAt: try row.next())
        }
    }

    func insert(_ centre: CentreDetail, checklist: [String], visit: ID<Visit>?, concern: ID<Concern>?) throws {
        let partnership = try reading.ownPartnership
        try run(
            """
            INSERT INTO \(target) (id, centre_id, partnership_id, reference, plan_number, is_open, activated_at,
                organisation_id, person_id, visit_id, concern_id, capacity, lessons)
            VALUES (\(record), \(centre.id), \(partnership), \("RC-\(record.text.suffix(8).uppercased())"),
                \(centre.planNumber), 1, \(moment), \(viewer.organisation), \(viewer.person), \(visit), \(concern),
                \(centre.facts.capacity), '')
            """)
        for (index, words) in checklist.enumerated() {
            try run(
                """
                INSERT INTO \(table(.receptionChecks)) (activation_id, number, partnership_id, words)
                VALUES (\(record), \(index + 1), \(partnership), \(words))
                """)
        }
        if let own = viewer.organisation {
            try run(
                """
                INSERT INTO \(table(.receptionRoles)) (activation_id, organisation_id, role, partnership_id, contact, filled_at)
                VALUES (\(record), \(own), 'manager', \(partnership), \(viewer.name), \(moment))
                """)
        }
    }
}

extension Change where V == TickReceptionChecks {
    func tick(_ numbers: [Int]) throws {
        try run(
            """
            UPDATE \(table(.receptionChecks)) SET ticked_at = \(moment), organisation_id = \(viewer.organisation),
                person_id = \(viewer.person)
            WHERE activation_id = \(record) AND ticked_at IS NULL AND number IN \(in: numbers)
            """)
    }
}

extension Change where V == FillReceptionRole {
    func keep(_ draft: FillReceptionRole.Draft, of organisation: ID<Organisation>) throws {
        if draft.isEnded {
            try run(
                """
                UPDATE \(table(.receptionRoles)) SET ended_at = \(moment)
                WHERE activation_id = \(record) AND organisation_id = \(organisation) AND role = \(draft.role)
                """)
            return
        }
        try run(
            """
            INSERT INTO \(table(.receptionRoles)) (activation_id, organisation_id, role, partnership_id, contact, filled_at)
            VALUES (\(record), \(organisation), \(draft.role), \(try reading.ownPartnership), \(draft.contact), \(moment))
            ON CONFLICT (activation_id, organisation_id, role) DO UPDATE SET contact = excluded.contact,
                filled_at = excluded.filled_at, ended_at = NULL
            """)
    }
}

extension Change where V == RecordArrival {
    func insert(_ draft: RecordArrival.Draft, at opening: ID<ReceptionActivation>, wristband: Int) throws {
        let facts = draft.facts
        try run(
            """
            INSERT INTO \(target) (id, activation_id, partnership_id, version, wristband, arrived_at, gender, age_group,
                language, needs, is_screened, onward, has_identity, organisation_id, person_id)
            VALUES (\(record), \(opening), \(try reading.ownPartnership), 1, \(wristband), \(moment), \(facts.gender),
                \(facts.ageGroup), \(facts.language), \(facts.needs.joined(separator: " ")), 0, '',
                \(!draft.identity.isEmpty), \(viewer.organisation), \(viewer.person))
            """)
        try sealIdentity(draft.identity)
    }
}

extension Change where V == ChangeArrival {
    func update(_ draft: ChangeArrival.Draft, of standing: ArrivalDetail) throws {
        let (facts, care) = (draft.facts, draft.care)
        let medicAt = care.wasSeenByMedic ? standing.medicAt ?? moment : nil
        let supportAt = care.wasSeenBySupport ? standing.supportAt ?? moment : nil
        let leftAt = care.hasLeft ? standing.leftAt ?? moment : nil
        try run(
            """
            UPDATE \(target) SET gender = \(facts.gender), age_group = \(facts.ageGroup), language = \(facts.language),
                needs = \(facts.needs.joined(separator: " ")), is_screened = \(care.isScreened),
                screening_id = \(care.screening), victim_id = \(care.pathway), medic_at = \(medicAt),
                support_at = \(supportAt), onward = \(care.onward), service_id = \(care.service), left_at = \(leftAt)
            WHERE id = \(record)
            """)
        if let identity = draft.identity {
            try sealIdentity(identity)
            try run("UPDATE \(target) SET has_identity = \(!identity.isEmpty) WHERE id = \(record)")
        }
    }
}

extension Change where V.Record == ReceptionArrival {
    func sealIdentity(_ identity: ArrivalIdentity) throws {
        try seal(identity.isEmpty ? "" : try SealedJSON.text(identity), field: ReceptionFields.identity, in: .victims)
    }
}

extension Change where V == StandDownCentre {
    func close(debrief: String, lessons: String) throws {
        try run("UPDATE \(target) SET is_open = 0, closed_at = \(moment), lessons = \(lessons) WHERE id = \(record)")
        try seal(debrief, field: ReceptionFields.debrief, in: .victims)
    }
}
