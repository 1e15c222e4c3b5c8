import Access
import Store

extension DecisionStage {
    /// The stages in which it is decided whether somebody is treated as a victim: what comes before, between and after, such
    /// as the receipt, a suspension or a withdrawal, decides nothing.
    static let deciding: [DecisionStage] = [.reasonableGrounds, .conclusiveGrounds, .reconsideration, .disqualification]
}

extension Reading {
    /// The decisions about somebody that stand, as a derived table: those of the deciding stages that were not taken out.
    var standingDecisions: Statement {
        """
        (SELECT d.id, d.referral_id, d.victim_id, d.outcome, d.decided_on, d.recorded_at FROM \(visible(.referralDecisions)) d
            WHERE d.voided_at IS NULL AND d.stage IN \(in: DecisionStage.deciding))
        """
    }
}
