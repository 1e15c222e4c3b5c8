import Access
import Kernel
import Store

extension Change where V == ConvenePanel {
    func insert(_ stage: DecisionStage, meetsOn: Day, for referral: ID<Referral>, of victim: ID<PotentialVictim>) throws {
        try run(
            """
            INSERT INTO \(target) (id, referral_id, victim_id, partnership_id, stage, meets_on, status, outcome,
                conclusive_outcome, has_dissent, convened_at, organisation_id, person_id)
            VALUES (\(record), \(referral), \(victim), \(try reading.ownPartnership), \(stage), \(meetsOn),
                \(PanelStatus.planned), '', '', 0, \(moment), \(viewer.organisation), \(viewer.person))
            """)
    }
}

extension Change where V == SeatPanelMember {
    func insert(
        _ draft: SeatPanelMember.Draft, _ agency: PanelAgency, _ conflict: PanelConflict, victim: ID<PotentialVictim>
    ) throws -> ID<ChildPanelMember> {
        let id = newID(ChildPanelMember.self)
        try run(
            """
            INSERT INTO \(table(.childPanelMembers)) (id, panel_id, victim_id, partnership_id, agency, name, is_chair,
                is_lead_worker, conflict, added_at)
            VALUES (\(id), \(record), \(victim), \(try reading.ownPartnership), \(agency), \(draft.name), \(draft.isChair),
                \(draft.isLeadWorker), \(conflict), \(moment))
            """)
        return id
    }
}

extension Change where V == StandDownPanelMember {
    func remove() throws { try run("UPDATE \(target) SET removed_at = \(moment) WHERE id = \(record)") }
}

extension Change where V == CancelPanel {
    func cancel() throws { try run("UPDATE \(target) SET status = \(PanelStatus.cancelled) WHERE id = \(record)") }
}

extension Change where V == DecidePanel {
    func decide(_ draft: DecidePanel.Draft, panel: ID<ChildPanel>, outcome: DecisionOutcome, on day: Day) throws {
        try run(
            """
            UPDATE \(table(.childPanels)) SET status = \(PanelStatus.decided), outcome = \(outcome),
                conclusive_outcome = \(draft.conclusive?.rawValue ?? ""), decided_on = \(day), has_dissent = \(!draft.dissent.isEmpty)
            WHERE id = \(panel)
            """)
        try seal(draft.evidence, field: CourseFields.evidence, in: .victims, of: panel.text)
        try seal(draft.dissent, field: CourseFields.dissent, in: .victims, of: panel.text)
    }
}
