import Kernel

/// A span of time as a page shows it, in words.
package struct CourseClock: Sendable, Hashable {
    /// "Reasonable grounds decision".
    package let heading: String
    package let clock: DecisionClock
    /// "Due 10 February 2020, 5 working days left".
    package let words: String
    package let isLate: Bool
}

/// What a referral is looked at by: the dates that clocks run from.
package struct CourseFacts: Sendable, Hashable {
    package let nation: Nation
    package let isNotification: Bool
    /// When it was sent; nil before.
    package let submittedOn: Day?
    /// A children's panel decides on it.
    package let hasPanel: Bool

    package init(nation: Nation, isNotification: Bool, submittedOn: Day?, hasPanel: Bool) {
        self.nation = nation
        self.isNotification = isNotification
        self.submittedOn = submittedOn
        self.hasPanel = hasPanel
    }
}

extension CourseHistory {
    /// The spans that run as things stand, the nearest first.
    package func clocks(_ facts: CourseFacts, rules: CourseRules, today: Day) -> [CourseClock] {
        guard !facts.isNotification else { return [] }
        var clocks: [CourseClock] = []
        func add(
            _ name: CourseRules.Name, from start: Day?, _ heading: String, _ due: String, over: String, isTarget: Bool = true
        ) {
            guard let start, let clock = rules.clock(name, in: facts.nation, from: start) else { return }
            let isOver = clock.isOver(on: today)
            let verb = isOver ? (isTarget ? "Was due" : "Ended") : due
            // Of what has long been over the day says more than a number of days.
            let isLongOver = today.number - clock.due.number > 60
            let count = isLongOver ? "" : ", \(clock.words(on: today, calendar: rules.calendar, over: over))"
            clocks.append(
                CourseClock(
                    heading: heading, clock: clock, words: "\(verb) \(clock.due.text)\(count)", isLate: isOver && isTarget))
        }
        switch standing.status {
        case .awaitingReasonableGrounds:
            if facts.hasPanel {
                add(.panel, from: facts.submittedOn, "Decision of the children's panel", "Due", over: "late")
            } else {
                add(.reasonableGrounds, from: facts.submittedOn, "Reasonable grounds decision", "Due", over: "late")
            }
        case .awaitingConclusiveGrounds:
            if facts.hasPanel {
                add(
                    .panelConclusiveGrounds, from: facts.submittedOn, "Conclusive grounds decision of the children's panel", "Due",
                    over: "late")
            }
            add(.recovery, from: positiveOn, "Recovery period", "Runs until", over: "ago", isTarget: false)
            // Where both end on one day the recovery period says it all.
            let recovery = positiveOn.flatMap { rules.clock(.recovery, in: facts.nation, from: $0) }
            let earliest = positiveOn.flatMap { rules.clock(.conclusiveGrounds, in: facts.nation, from: $0) }
            if !facts.hasPanel, earliest?.due != recovery?.due {
                add(.conclusiveGrounds, from: positiveOn, "No conclusive grounds decision before", "Until", over: "ago", isTarget: false)
            }
        case .reasonableGroundsNegative, .conclusiveGroundsNegative, .disqualified:
            add(
                .reconsideration, from: newest?.decidedOn, "Asking for a reconsideration", "Until", over: "ago",
                isTarget: false)
            if standing.status == .conclusiveGroundsNegative {
                add(.supportAfterNegative, from: newest?.decidedOn, "Support while they leave it", "Until", over: "ago", isTarget: false)
            }
        case .conclusiveGroundsPositive:
            add(
                .supportAfterPositive, from: newest?.decidedOn, "Support while they move on", "At least until", over: "ago",
                isTarget: false)
        case .draft, .inReview, .ready, .submitted, .notified, .reconsideration, .suspended, .withdrawn, .void: break
        }
        return clocks
    }

    /// What decision is awaited, since when, and whether it is overdue; nil where none is.
    package func waiting(_ facts: CourseFacts, rules: CourseRules, today: Day) -> WaitingDecision? {
        WaitingDecision(standing.status, positiveOn: positiveOn, facts, rules: rules, today: today)
    }
}

/// A decision that is awaited.
package struct WaitingDecision: Sendable, Hashable {
    package let stage: DecisionStage
    /// The day of the referral, from which the bulletins count.
    package let since: Day
    /// The target, for reasonable grounds and for a panel; nil for other conclusive grounds, which have none.
    package let due: Day?
    /// From which day conclusive grounds without a target may be decided; nil for what has a target, and while the reasonable
    /// grounds are not known to be positive.
    package let possibleFrom: Day?
    /// Whether the target is past: where there is none, nothing is overdue, however long it is waited for.
    package let isOverdue: Bool
    /// Whether it has no target and may be decided by now.
    package let isPossible: Bool

    /// Nil where no decision is awaited.
    package init?(_ status: ReferralStatus, positiveOn: Day?, _ facts: CourseFacts, rules: CourseRules, today: Day) {
        guard let submittedOn = facts.submittedOn else { return nil }
        var clock: DecisionClock?
        var earliest: DecisionClock?
        switch status {
        case .awaitingReasonableGrounds:
            stage = .reasonableGrounds
            clock = rules.clock(facts.hasPanel ? .panel : .reasonableGrounds, in: facts.nation, from: submittedOn)
        case .awaitingConclusiveGrounds:
            stage = .conclusiveGrounds
            if facts.hasPanel {
                clock = rules.clock(.panelConclusiveGrounds, in: facts.nation, from: submittedOn)
            } else {
                earliest = positiveOn.flatMap { rules.clock(.conclusiveGrounds, in: facts.nation, from: $0) }
            }
        default: return nil
        }
        since = submittedOn
        due = clock?.due
        isOverdue = clock?.isOver(on: today) ?? false
        possibleFrom = earliest?.due.adding(days: 1)
        isPossible = earliest?.isOver(on: today) ?? false
    }
}
