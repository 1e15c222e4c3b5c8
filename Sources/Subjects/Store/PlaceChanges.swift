import Access
import Kernel
import Store

extension Change where V == RecordLicence {
    func insert(_ draft: LicenceDraft, at place: ID<Subject>) throws {
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, subject_id, version, kind, number, holder, holder_id, authority, valid_from,
                valid_until, status, source, organisation_id, person_id, recorded_at)
            VALUES (\(record), \(try reading.ownPartnership), \(place), 1, \(draft.kind), \(draft.number), \(draft.holder),
                \(draft.holderSubject), \(draft.authority), \(draft.from), \(draft.until), \(draft.state), \(draft.source),
                \(viewer.organisation), \(viewer.person), \(moment))
            """)
    }
}

extension Change where V == ChangeLicence {
    /// - Parameter keepsHolder: whether nobody chosen leaves the holder as it is: who it is may be hidden from the viewer.
    func update(_ draft: LicenceDraft, keepsHolder: Bool) throws {
        try run(
            """
            UPDATE \(target) SET kind = \(draft.kind), number = \(draft.number), holder = \(draft.holder),
                authority = \(draft.authority), valid_from = \(draft.from), valid_until = \(draft.until), status = \(draft.state),
                source = \(draft.source)
            WHERE id = \(record)
            """)
        if draft.holderSubject != nil || !keepsHolder {
            try run("UPDATE \(target) SET holder_id = \(draft.holderSubject) WHERE id = \(record)")
        }
    }
}

extension Change where V == TieParty {
    func insert(_ draft: PartyDraft, _ party: ID<Subject>, at place: ID<Subject>) throws {
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, premises_id, party_id, role, valid_from, valid_until, source, organisation_id,
                person_id, recorded_at)
            VALUES (\(record), \(try reading.ownPartnership), \(place), \(party), \(draft.role), \(draft.from), \(draft.until),
                \(draft.source), \(viewer.organisation), \(viewer.person), \(moment))
            """)
    }
}
