/// Where a referral stands, with what lies beneath: the standings to which it can go back.
package struct CourseStanding: Sendable, Hashable {
    package var status: ReferralStatus
    /// What was suspended, disqualified or is reconsidered; the last is the nearest.
    package var beneath: [ReferralStatus]

    package init(_ status: ReferralStatus, beneath: [ReferralStatus] = []) {
        self.status = status
        self.beneath = beneath
    }

    /// Goes on, and can come back to where it was.
    fileprivate func over(_ status: ReferralStatus) -> CourseStanding {
        CourseStanding(status, beneath: beneath + [self.status])
    }

    /// Goes back to what lies beneath; nil where nothing does.
    fileprivate var back: CourseStanding? {
        beneath.last.map { CourseStanding($0, beneath: Array(beneath.dropLast())) }
    }
}

/// The course of a referral: which step leads from where to where. Pure and total; whatever is not said here is unlawful.
///
/// Sources: the statutory guidance under section 49 of the Modern Slavery Act 2015; section 63 of the Nationality and
/// Borders Act 2022. A disqualification follows a positive decision, so it is reached from there alone.
package enum ReferralCourse {
    /// Where a step leads; nil where it cannot be taken.
    ///
    /// - Parameter isNotification: a duty-to-notify report, which is received and nothing more.
    package static func next(
        _ standing: CourseStanding, _ stage: DecisionStage, _ outcome: DecisionOutcome, isNotification: Bool
    ) -> CourseStanding? {
        guard stage.outcomes.contains(outcome), !isNotification || stage == .acknowledged || stage == .void else { return nil }
        let status = standing.status
        switch stage {
        case .acknowledged:
            return status == .submitted ? CourseStanding(isNotification ? .notified : .awaitingReasonableGrounds) : nil
        case .reasonableGrounds:
            guard status == .awaitingReasonableGrounds else { return nil }
            return CourseStanding(outcome == .positive ? .awaitingConclusiveGrounds : .reasonableGroundsNegative)
        case .conclusiveGrounds:
            guard status == .awaitingConclusiveGrounds else { return nil }
            return CourseStanding(outcome == .positive ? .conclusiveGroundsPositive : .conclusiveGroundsNegative)
        case .reconsiderationRequest:
            return isReconsiderable(status) ? standing.over(.reconsideration) : nil
        case .reconsideration:
            guard status == .reconsideration, let reconsidered = standing.back else { return nil }
            return outcome == .upheld ? reconsidered : reversed(reconsidered)
        case .suspension:
            let isAwaiting = status == .awaitingReasonableGrounds || status == .awaitingConclusiveGrounds
            return isAwaiting ? standing.over(.suspended) : nil
        case .resumption:
            return status == .suspended ? standing.back : nil
        case .withdrawal:
            return canWithdraw(status) ? CourseStanding(.withdrawn) : nil
        case .disqualification:
            let isPositive = status == .awaitingConclusiveGrounds || status == .conclusiveGroundsPositive
            return isPositive ? standing.over(.disqualified) : nil
        case .void:
            return status.wasSent ? CourseStanding(.void) : nil
        }
    }

    /// The steps that can be taken from here, with their outcomes.
    package static func steps(_ standing: CourseStanding, isNotification: Bool) -> [(DecisionStage, DecisionOutcome)] {
        DecisionStage.allCases.flatMap { stage in
            stage.outcomes.filter { next(standing, stage, $0, isNotification: isNotification) != nil }.map { (stage, $0) }
        }
    }

    private static func isReconsiderable(_ status: ReferralStatus) -> Bool {
        switch status {
        case .reasonableGroundsNegative, .conclusiveGroundsNegative, .disqualified: true
        default: false
        }
    }

    private static func canWithdraw(_ status: ReferralStatus) -> Bool {
        switch status {
        case .submitted, .awaitingReasonableGrounds, .awaitingConclusiveGrounds, .suspended, .reconsideration: true
        default: false
        }
    }

    /// What a reversed decision turns into.
    private static func reversed(_ standing: CourseStanding) -> CourseStanding? {
        switch standing.status {
        case .reasonableGroundsNegative: CourseStanding(.awaitingConclusiveGrounds)
        case .conclusiveGroundsNegative: CourseStanding(.conclusiveGroundsPositive)
        case .disqualified: standing.back
        default: nil
        }
    }
}
