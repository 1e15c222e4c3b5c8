import Access
import Kernel
import Store

extension Change where V.Record == Referral {
    /// Moves the referral on.
    func move(to status: ReferralStatus) throws {
        try run("UPDATE \(target) SET status = \(status) WHERE id = \(record)")
    }

    /// Inserts a step; the note is sealed beside it.
    func insertDecision(
        _ draft: RecordDecision.Draft, _ stage: DecisionStage, _ outcome: DecisionOutcome, _ decidedOn: Day,
        from status: ReferralStatus, victim: ID<PotentialVictim>, at moment: Moment
    ) throws -> ID<ReferralDecision> {
        let id = newID(ReferralDecision.self)
        try run(
            """
            INSERT INTO \(table(.referralDecisions)) (id, referral_id, victim_id, partnership_id, stage, outcome, decided_on,
                authority, reason, told_on, recorded_at, organisation_id, person_id, from_status, asked_early, has_note)
            VALUES (\(id), \(record), \(victim), \(try reading.ownPartnership), \(stage), \(outcome), \(decidedOn),
                \(draft.authority), \(draft.reason), \(draft.toldOn), \(moment), \(viewer.organisation), \(viewer.person),
                \(status), \(draft.wasAskedEarly), \(!draft.note.isEmpty))
            """)
        try seal(draft.note, field: CourseFields.note, in: .victims, of: id.text)
        if stage.isDecided, !draft.authority.isEmpty {
            try run("UPDATE \(target) SET competent_authority = \(draft.authority) WHERE id = \(record)")
        }
        return id
    }
}

extension Change where V == RecordDecision {
    /// Whether another referral of the partnership has this Home Office reference.
    func isTaken(_ reference: String) throws -> Bool {
        guard !reference.isEmpty else { return false }
        return try value(
            """
            SELECT 1 FROM \(target) WHERE partnership_id = \(try reading.ownPartnership)
            AND home_office_reference = \(reference) AND id <> \(record)
            """, as: Int.self) != nil
    }

    func insert(
        _ draft: RecordDecision.Draft, _ stage: DecisionStage, _ outcome: DecisionOutcome, _ decidedOn: Day,
        from status: ReferralStatus, victim: ID<PotentialVictim>
    ) throws -> ID<ReferralDecision> {
        if stage == .acknowledged, !draft.homeOfficeReference.isEmpty {
            try run("UPDATE \(target) SET home_office_reference = \(draft.homeOfficeReference) WHERE id = \(record)")
        }
        return try insertDecision(draft, stage, outcome, decidedOn, from: status, victim: victim, at: moment)
    }
}

extension Change where V == VoidDecision {
    /// Strikes a step out, with the sealed reason, and puts the referral back.
    func void(_ decision: ID<ReferralDecision>, reason: String, backTo status: ReferralStatus) throws {
        try run(
            """
            UPDATE \(table(.referralDecisions)) SET voided_at = \(moment) WHERE id = \(decision) AND referral_id = \(record)
            """)
        try seal(reason, field: CourseFields.voiding, in: .victims, of: decision.text)
        try run("UPDATE \(target) SET status = \(status) WHERE id = \(record)")
    }
}
