import Access
import Kernel
import Store

extension Change where V == RecordCrime {
    func insert(
        _ draft: RecordCrime.Draft, toldAt: Moment, recordedAt: Moment, for referral: ID<Referral>?,
        of victim: ID<PotentialVictim>
    ) throws {
        try run(
            """
            INSERT INTO \(target) (id, victim_id, partnership_id, referral_id, force, crime_reference, reference_key, told_at,
                recorded_at, entered_at, organisation_id, person_id)
            VALUES (\(record), \(victim), \(try reading.ownPartnership), \(referral), \(draft.force), \(draft.reference),
                \(CrimeRecord.key(draft.reference)), \(toldAt), \(recordedAt), \(moment), \(viewer.organisation),
                \(viewer.person))
            """)
    }
}

extension Change where V == RemoveCrime {
    /// Answers how many were taken out: none where it was done before or belongs to somebody else.
    func remove(of victim: ID<PotentialVictim>) throws -> Int {
        try run(
            """
            UPDATE \(target) SET removed_at = \(moment) WHERE id = \(record) AND victim_id = \(victim) AND removed_at IS NULL
            """)
    }
}
