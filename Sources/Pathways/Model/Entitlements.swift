/// What somebody is entitled to at a stage, in plain words for whoever works with them.
package struct Entitlement: Sendable, Hashable {
    package let words: String
    /// Guidance that a practitioner has yet to confirm.
    package let isToBeConfirmed: Bool

    private init(_ words: String, toBeConfirmed: Bool = false) {
        self.words = words
        isToBeConfirmed = toBeConfirmed
    }

    /// What holds for a status. Sources: the statutory guidance under section 49 of the Modern Slavery Act 2015; sections
    /// 61 to 65 of the Nationality and Borders Act 2022.
    ///
    /// - Parameters:
    ///   - recovery: the recovery period that holds for them; nil where none is known.
    ///   - canAskAgain: whether the time in which a reconsideration can be asked for is running.
    ///   - isSupportOver: whether the support after a negative decision has ended.
    package static func list(
        _ status: ReferralStatus, nation: Nation, isChild: Bool, recovery: CourseRules.Rule?, canAskAgain: Bool = true,
        isSupportOver: Bool = false
    ) -> [Entitlement] {
        let askAgain = canAskAgain ? [Entitlement("They can ask for the decision to be looked at again.")] : []
        switch status {
        case .draft, .inReview, .ready: return []
        case .submitted, .awaitingReasonableGrounds:
            return isChild
                ? [
                    Entitlement("The council looks after them as a child, whatever is decided."),
                    Entitlement("An independent guardian, where the area has them."),
                ]
                : [
                    Entitlement("A safe place before the decision, where they would otherwise be destitute or unsafe."),
                    Entitlement("Health care that is urgent, and legal advice where they ask for it.", toBeConfirmed: true),
                ]
        case .notified:
            return [Entitlement("No support follows from a duty to notify report. The offer of a referral stays open.")]
        case .awaitingConclusiveGrounds:
            return [
                Entitlement("They are not removed from the country during the recovery period."),
                isChild
                    ? Entitlement("The council looks after them as a child.")
                    : Entitlement("A support worker, a safe place where they need one, and money to live on."),
                Entitlement("Health care, counselling, and legal advice."),
                Entitlement("The police record the crime."),
            ]
                + (recovery.map { rule in
                    nation == .scotland
                        ? [
                            Entitlement(
                                "In Scotland, support for \(rule.span) or until conclusive grounds.", toBeConfirmed: !rule.isConfirmed)
                        ] : []
                } ?? [])
        case .conclusiveGroundsPositive:
            return [
                Entitlement("They are confirmed as a victim of modern slavery."),
                Entitlement("Their needs are assessed before support ends.", toBeConfirmed: true),
                Entitlement("Temporary permission to stay is considered where they need it (section 65).", toBeConfirmed: true),
            ]
        case .reasonableGroundsNegative:
            return askAgain + [Entitlement("The partnership can go on helping.")]
        case .conclusiveGroundsNegative:
            return askAgain
                + (isSupportOver
                    ? [Entitlement("The partnership can go on helping.")]
                    : [Entitlement("Support goes on for a short time while they leave it.", toBeConfirmed: true)])
        case .reconsideration:
            return [Entitlement("Support that runs goes on until this is decided.", toBeConfirmed: true)]
        case .suspended:
            return [Entitlement("The decision waits until they are found. Support can be taken up again then.", toBeConfirmed: true)]
        case .withdrawn:
            return [Entitlement("No support follows from the referral any longer. They can agree to a new one at any time.")]
        case .disqualified:
            return [
                Entitlement("The protection from removal ends, and with it the permission to stay as a victim (section 63).")
            ] + askAgain
        case .void: return []
        }
    }
}
