import Access
import Kernel
import Store

extension Change where V.Record == Referral {
    /// Whether another referral of the partnership has this Home Office reference, also one that the viewer does not see. A
    /// void one, made twice or on the wrong record, has given its reference up.
    func isTaken(_ reference: String) throws -> Bool {
        guard !reference.isEmpty else { return false }
        return try !rows(
            """
            SELECT r.id FROM \(table(.referrals)) r WHERE r.partnership_id = \(try reading.ownPartnership)
            AND r.home_office_reference = \(reference) AND r.status <> 'void' AND r.id <> \(record)
            """, { try $0.next(String.self) }
        ).isEmpty
    }

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
    /// Strikes a step out, with the sealed reason, and puts the referral back: its status, and whatever else came with the
    /// step.
    func void(_ decision: CourseDecision, reason: String, backTo status: ReferralStatus) throws {
        try run(
            """
            UPDATE \(table(.referralDecisions)) SET voided_at = \(moment) WHERE id = \(decision.id) AND referral_id = \(record)
            """)
        try seal(reason, field: CourseFields.voiding, in: .victims, of: decision.id.text)
        try run("UPDATE \(target) SET status = \(status) WHERE id = \(record)")
        if decision.stage == .acknowledged {
            // The reference came with the acknowledgement; whichever referral it belongs to can have it now.
            try run("UPDATE \(target) SET home_office_reference = NULL WHERE id = \(record)")
        }
        if decision.stage.isDecided, !decision.authority.isEmpty {
            try run(
                """
                UPDATE \(target) SET competent_authority = COALESCE((SELECT d.authority FROM \(table(.referralDecisions)) d
                    WHERE d.referral_id = \(record) AND d.voided_at IS NULL AND d.authority <> ''
                    ORDER BY d.decided_on DESC, d.recorded_at DESC, d.id DESC LIMIT 1), '')
                WHERE id = \(record)
                """)
        }
    }

    /// Puts a panel back to before the step that is taken out: it has still to decide, or has decided about reasonable grounds
    /// alone. Who sits on it stays.
    func reopen(_ panel: PanelDetail, without stage: DecisionStage) throws {
        if panel.stage != stage {
            try run("UPDATE \(table(.childPanels)) SET conclusive_outcome = '' WHERE id = \(panel.id)")
            return
        }
        try run(
            """
            UPDATE \(table(.childPanels)) SET status = \(PanelStatus.planned), outcome = '', conclusive_outcome = '',
                decided_on = NULL, has_dissent = 0
            WHERE id = \(panel.id)
            """)
    }
}
