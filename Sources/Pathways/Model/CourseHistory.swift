import Access
import Kernel

/// One step of a referral's course as it was written down.
package struct CourseDecision: Sendable, Hashable {
    package let id: ID<ReferralDecision>
    package let stage: DecisionStage
    package let outcome: DecisionOutcome
    package let decidedOn: Day
    /// A code of "competent_authority"; empty where none decided.
    package let authority: String
    /// A code of the list that the stage names; empty where it needs no reason.
    package let reason: String
    /// When the person was told; nil while nobody has said so.
    package let toldOn: Day?
    package let recordedAt: Moment
    package let organisationName: String
    package let personName: String
    /// Decided before the recovery period was over, because the person asked for it.
    package let wasAskedEarly: Bool
    /// Whether a sealed note belongs to it.
    package let hasNote: Bool
    /// The status that it was recorded from; nil where the row holds none that there is, and then it cannot be undone.
    package let from: ReferralStatus?
    /// When it was taken out as wrongly entered; nil while it stands.
    package let voidedAt: Moment?

    package init(
        id: ID<ReferralDecision>, stage: DecisionStage, outcome: DecisionOutcome, decidedOn: Day, authority: String,
        reason: String, toldOn: Day?, recordedAt: Moment, organisationName: String, personName: String,
        wasAskedEarly: Bool, hasNote: Bool, from: ReferralStatus?, voidedAt: Moment?
    ) {
        self.id = id
        self.stage = stage
        self.outcome = outcome
        self.decidedOn = decidedOn
        self.authority = authority
        self.reason = reason
        self.toldOn = toldOn
        self.recordedAt = recordedAt
        self.organisationName = organisationName
        self.personName = personName
        self.wasAskedEarly = wasAskedEarly
        self.hasNote = hasNote
        self.from = from
        self.voidedAt = voidedAt
    }
}

/// Every step of one referral, and what follows from them taken together.
package struct CourseHistory: Sendable, Hashable {
    /// Every step, those taken out too, by their days; steps of one day as they were entered.
    package let entries: [CourseDecision]
    package let standing: CourseStanding
    /// When the reasonable grounds became positive, by decision or by reversal: the recovery period runs from here.
    package let positiveOn: Day?

    /// - Parameter status: the stored status, which holds where no step was written down.
    package init(status: ReferralStatus, isNotification: Bool, entries: [CourseDecision]) {
        self.entries = entries
        let kept = entries.filter { $0.voidedAt == nil }
        var standing = CourseStanding(kept.first?.from ?? status)
        var positiveOn: Day?
        for entry in kept where entry.from != nil {
            guard
                let next = ReferralCourse.next(standing, entry.stage, entry.outcome, isNotification: isNotification)
            else { continue }
            if next.status == .awaitingConclusiveGrounds, entry.stage == .reasonableGrounds || entry.stage == .reconsideration {
                positiveOn = positiveOn ?? entry.decidedOn
            }
            standing = next
        }
        // The stored status is the record's own; the steps only say what lies beneath it.
        self.standing = standing.status == status ? standing : CourseStanding(status)
        self.positiveOn = positiveOn
    }

    /// The steps that stand.
    package var kept: [CourseDecision] { entries.filter { $0.voidedAt == nil } }

    /// The newest step that stands: the only one that can be taken out.
    package var newest: CourseDecision? { kept.last }
}
