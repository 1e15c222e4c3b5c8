import Access
import Kernel
import Store

/// The names of sealed fields of services.
enum ServiceFields {
    static let address: StaticString = "address"
    static let notes: StaticString = "notes"
}

extension Change where V == ProposeService {
    func insert(_ draft: ProposeService.Draft) throws {
        let facts = draft.facts
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, version, organisation_id, provider, name, name_key, capacity, contact,
                hours, note, valid_from, valid_until, status, status_reason, has_address, created_on)
            VALUES (\(record), \(try reading.ownPartnership), 1, \(facts.organisation), \(facts.provider), \(facts.name),
                \(FoldedText(facts.name).key), \(facts.capacity), \(facts.contact), \(facts.hours), \(facts.note),
                \(facts.validFrom), \(facts.validUntil), 'proposed', '', \(!draft.address.isEmpty), \(moment.day))
            """)
        try keepTerms(facts)
        try seal(draft.address, field: ServiceFields.address, in: .safeAddresses)
    }
}

extension Change where V == ChangeService {
    func update(_ facts: ServiceFacts, address: AddressChange, status: ServiceStatus) throws {
        try run(
            """
            UPDATE \(target) SET organisation_id = \(facts.organisation), provider = \(facts.provider), name = \(facts.name),
                name_key = \(FoldedText(facts.name).key), capacity = \(facts.capacity), contact = \(facts.contact),
                hours = \(facts.hours), note = \(facts.note), valid_from = \(facts.validFrom),
                valid_until = \(facts.validUntil), status = \(status) WHERE id = \(record)
            """)
        try keepTerms(facts)
        switch address {
        case .keep: return
        case .remove:
            try seal("", field: ServiceFields.address, in: .safeAddresses)
            try run("UPDATE \(target) SET has_address = 0 WHERE id = \(record)")
        case .replace(let text):
            try seal(text, field: ServiceFields.address, in: .safeAddresses)
            try run("UPDATE \(target) SET has_address = 1 WHERE id = \(record)")
        }
    }
}

extension Change where V == TellPlaces {
    func keepPlaces(_ free: Int) throws {
        try run("UPDATE \(target) SET places_free = \(free), told_on = \(moment.day) WHERE id = \(record)")
    }
}

extension Change where V == DecideService {
    func keep(_ status: ServiceStatus, reason: String) throws {
        try run("UPDATE \(target) SET status = \(status), status_reason = \(reason) WHERE id = \(record)")
    }
}

extension Change where V == AssessService {
    /// Keeps the assessment; the notes are sealed, for they may tell where the house is.
    func insert(
        _ draft: AssessService.Draft, of service: ID<SupportService>, assessedOn: Day, nextDueOn: Day,
        result: AssessmentResult
    ) throws {
        let partnership = try reading.ownPartnership
        let notes = draft.notes.filter { !$0.value.isEmpty }
        try run(
            """
            INSERT INTO \(target) (id, service_id, partnership_id, assessed_on, organisation_id, person_id, result, reason,
                next_due_on, has_notes, recorded_at)
            VALUES (\(record), \(service), \(partnership), \(assessedOn), \(viewer.organisation), \(viewer.person),
                \(result), \(draft.reason), \(nextDueOn), \(!notes.isEmpty), \(moment))
            """)
        for (point, answer) in draft.answers.sorted(by: { $0.key < $1.key }) {
            try run(
                """
                INSERT INTO \(table(.assessmentPoints)) (assessment_id, service_id, partnership_id, point, answer)
                VALUES (\(record), \(service), \(partnership), \(point), \(answer))
                """)
        }
        try seal(notes.isEmpty ? "" : try SealedJSON.text(notes), field: ServiceFields.notes, in: .safeAddresses)
        // One that is entered late, after a newer one, is kept and decides nothing.
        let newer = try rows(
            """
            SELECT a.id FROM \(table(.serviceAssessments)) a WHERE a.service_id = \(service) AND a.assessed_on > \(assessedOn)
            LIMIT 1
            """, { try $0.next(String.self) })
        guard newer.isEmpty else { return }
        // An approval that the checklist no longer carries falls at once.
        let status: Statement = result.allowsApproval ? "status" : "CASE WHEN status = 'approved' THEN 'suspended' ELSE status END"
        try run("UPDATE \(table(.supportServices)) SET reassess_on = \(nextDueOn), status = \(status) WHERE id = \(service)")
    }
}

extension Change where V.Record == SupportService {
    func keepTerms(_ facts: ServiceFacts) throws {
        try run("DELETE FROM \(table(.serviceTerms)) WHERE service_id = \(record)")
        for (kind, codes) in [("capability", facts.capabilities), ("eligibility", facts.groups), ("area", facts.areas)] {
            for code in Set(codes).sorted() {
                try run(
                    """
                    INSERT INTO \(table(.serviceTerms)) (service_id, partnership_id, kind, code)
                    VALUES (\(record), \(try reading.ownPartnership), \(kind), \(code))
                    """)
            }
        }
    }
}
