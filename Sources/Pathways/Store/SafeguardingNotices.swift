import Access
import Kernel
import Store

extension Reading {
    /// When children's services were told of somebody, the first time first; what was taken out is left out.
    func safeguardingRecords(of victim: ID<PotentialVictim>) throws -> [SafeguardingRecord] {
        try rows(
            """
            SELECT n.id, n.told_at, n.way, n.told_by, n.told_whom, n.local_authority, n.reference, o.name
            FROM \(visible(.safeguardingNotices)) n LEFT JOIN organisations o ON o.id = n.organisation_id
            WHERE n.victim_id = \(victim) AND n.removed_at IS NULL ORDER BY n.told_at, n.id
            """
        ) { row in
            SafeguardingRecord(
                id: try row.next(), toldAt: try row.next(), way: try row.next(), toldBy: try row.next(), toldWhom: try row.next(),
                localAuthority: try row.next(), reference: try row.next(), organisationName: try row.next(String?.self) ?? "")
        }
    }

    /// When the police were first told of a crime against somebody, as far as a crime record says so.
    func policeTold(of victim: ID<PotentialVictim>) throws -> Day? {
        try first(
            """
            SELECT c.told_at FROM \(visible(.victimCrimes)) c WHERE c.victim_id = \(victim) AND c.removed_at IS NULL
            ORDER BY c.told_at LIMIT 1
            """
        ) { try $0.next(Moment.self) }?.day
    }
}

extension Change where V == RecordSafeguardingNotice {
    func insert(_ draft: RecordSafeguardingNotice.Draft, toldAt: Moment, of victim: ID<PotentialVictim>) throws {
        try run(
            """
            INSERT INTO \(target) (id, victim_id, partnership_id, told_at, way, told_by, told_whom, local_authority, reference,
                organisation_id, person_id, entered_at)
            VALUES (\(record), \(victim), \(try reading.ownPartnership), \(toldAt), \(draft.way), \(draft.toldBy),
                \(draft.toldWhom), \(draft.localAuthority), \(draft.reference), \(viewer.organisation), \(viewer.person), \(moment))
            """)
    }
}

extension Change where V == RemoveSafeguardingNotice {
    /// Answers how many were taken out: none where it was done before or belongs to somebody else.
    func remove(of victim: ID<PotentialVictim>) throws -> Int {
        try run(
            """
            UPDATE \(target) SET removed_at = \(moment) WHERE id = \(record) AND victim_id = \(victim) AND removed_at IS NULL
            """)
    }
}
