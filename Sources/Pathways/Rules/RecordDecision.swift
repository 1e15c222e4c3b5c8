import Access
import Kernel
import Partnerships

/// Writes down what a competent authority decided about a referral, or what else happened to it.
package enum RecordDecision: Verb {
    package typealias Record = Referral
    package static let name = "record-decision"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]

    package struct Draft: Sendable, Hashable {
        package var stage: DecisionStage?
        package var outcome: DecisionOutcome?
        package var decidedOn: Day?
        package var authority: String
        package var reason: String
        package var toldOn: Day?
        /// With the acknowledgement.
        package var homeOfficeReference: String
        /// The person asked for a decision before the recovery period was over.
        package var wasAskedEarly: Bool
        /// A reconsideration asked for after the window, in exceptional circumstances.
        package var isExceptional: Bool
        /// Sealed.
        package var note: String

        package init(
            _ stage: DecisionStage? = nil, _ outcome: DecisionOutcome? = nil, on decidedOn: Day? = nil,
            authority: String = "", reason: String = "", toldOn: Day? = nil, homeOfficeReference: String = "",
            wasAskedEarly: Bool = false, isExceptional: Bool = false, note: String = ""
        ) {
            self.stage = stage
            self.outcome = outcome
            self.decidedOn = decidedOn
            self.authority = authority
            self.reason = reason
            self.toldOn = toldOn
            self.homeOfficeReference = homeOfficeReference
            self.wasAskedEarly = wasAskedEarly
            self.isExceptional = isExceptional
            self.note = note
        }
    }

    /// Where a referral stands, as far as the rule looks at it.
    package struct Standing: Sendable {
        package let history: CourseHistory
        package let facts: CourseFacts
        package let isTreatedAsChild: Bool

        package init(history: CourseHistory, facts: CourseFacts, isTreatedAsChild: Bool) {
            self.history = history
            self.facts = facts
            self.isTreatedAsChild = isTreatedAsChild
        }

        package init(_ file: CourseFile) {
            self.init(
                history: file.history, facts: file.facts, isTreatedAsChild: file.victim.facts.age.isTreatedAsChild)
        }
    }

    /// Every reason why this cannot be written down; empty means it can.
    package static func problems(
        _ draft: Draft, _ standing: Standing, rules: CourseRules, lists: CodeLists, today: Day
    ) -> [Problem] {
        guard let stage = draft.stage, let outcome = draft.outcome, stage.outcomes.contains(outcome) else {
            return [Problem("step", "Choose what was decided or what happened")]
        }
        let current = standing.history.standing
        let next = ReferralCourse.next(current, stage, outcome, isNotification: standing.facts.isNotification)
        guard next != nil else {
            return [
                Problem("step", "This cannot follow: the referral stands at “\(current.status.label)”. Record first what came before")
            ]
        }
        var problems = dates(draft, standing, today: today)
        if stage.isDecided, !lists["competent_authority"].contains(draft.authority) {
            problems.append(Problem("authority", "Choose who decided"))
        } else if draft.authority == CourseFile.panel, !standing.isTreatedAsChild {
            problems.append(Problem("authority", "A panel decides about children alone: choose another authority"))
        }
        if let list = stage.reasonList(outcome), !lists[list].contains(draft.reason) {
            problems.append(Problem(reasonField(list), "Choose the reason from the list"))
        }
        if stage == .acknowledged, !standing.facts.isNotification, draft.homeOfficeReference.isEmpty {
            problems.append(Problem("home_office_reference", "Enter the reference that the Home Office gave"))
        }
        if stage == .withdrawal, standing.isTreatedAsChild {
            problems.append(Problem("step", "A child was not asked for consent, so there is none to take back"))
        }
        if let decidedOn = draft.decidedOn { problems += periods(draft, stage, decidedOn, standing, rules) }
        problems += [
            TextLength.problem("note", "note", draft.note, limit: TextLength.account),
            HomeOfficeReference.problem("home_office_reference", draft.homeOfficeReference),
        ].compactMap { $0 }
        return problems
    }

    /// The form field of a list of reasons.
    package static func reasonField(_ list: String) -> String { "reason-\(list)" }

    private static func dates(_ draft: Draft, _ standing: Standing, today: Day) -> [Problem] {
        guard let decidedOn = draft.decidedOn else {
            return [Problem("decided_on", "Enter the day on which it was decided or happened")]
        }
        var problems: [Problem] = []
        if decidedOn > today { problems.append(Problem("decided_on", "The day lies ahead: enter it once it is past")) }
        if let sent = standing.facts.submittedOn, decidedOn < sent {
            problems.append(Problem("decided_on", "The day lies before the referral, which was sent on \(sent.text)"))
        } else if let last = standing.history.newest, decidedOn < last.decidedOn {
            problems.append(Problem("decided_on", "The day lies before the step before it, of \(last.decidedOn.text)"))
        }
        if let toldOn = draft.toldOn, toldOn < decidedOn || toldOn > today {
            problems.append(Problem("told_on", "Enter a day from the decision until today, or leave it empty"))
        }
        return problems
    }

    /// The spans that a decision must keep: the recovery period before, the window for a reconsideration after.
    private static func periods(
        _ draft: Draft, _ stage: DecisionStage, _ decidedOn: Day, _ standing: Standing, _ rules: CourseRules
    ) -> [Problem] {
        let nation = standing.facts.nation
        // A panel may decide both in one meeting (guidance on devolving decisions for child victims).
        if stage == .conclusiveGrounds, !draft.wasAskedEarly, draft.authority != CourseFile.panel,
            let clock = standing.history.positiveOn.flatMap({ rules.clock(.conclusiveGrounds, in: nation, from: $0) }),
            decidedOn <= clock.due
        {
            return [
                Problem(
                    "asked_early",
                    "The period of \(clock.rule.span) runs until \(clock.due.text): confirm that the person asked for an earlier decision, or correct the day"
                )
            ]
        }
        if stage == .reconsiderationRequest, !draft.isExceptional,
            let clock = standing.history.newest.flatMap({ rules.clock(.reconsideration, in: nation, from: $0.decidedOn) }),
            decidedOn > clock.due
        {
            return [
                Problem(
                    "is_exceptional",
                    "The \(clock.rule.span) for asking ended on \(clock.due.text): confirm that it was accepted in exceptional circumstances, or correct the day"
                )
            ]
        }
        return []
    }
}

extension CourseDesk {
    /// One referral with what followed. Throws `AccessError.notVisible`.
    package func file(
        _ referral: ID<Referral>, of victim: ID<PotentialVictim>, as viewer: Viewer
    ) async throws -> CourseFile {
        try await desk.read(as: viewer, Consultation("open-referral-course", "referrals", referral.text)) {
            try $0.courseFile(referral, of: victim)
        }
    }

    /// Writes a step down and moves the referral on. The note is sealed.
    package func record(
        _ draft: RecordDecision.Draft, on referral: ID<Referral>, of victim: ID<PotentialVictim>, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<ReferralDecision>> {
        let result: Outcome<ID<ReferralDecision>> = try await desk.change(RecordDecision.self, on: referral, by: viewer, key: key) {
            change in
            let file = try change.reading.courseFile(referral, of: victim)
            let standing = RecordDecision.Standing(file)
            var problems = RecordDecision.problems(draft, standing, rules: rules, lists: lists, today: change.moment.day)
            if let panel = file.openPanel, panel.stage == draft.stage {
                problems.append(
                    Problem("step", "A panel is convened for this decision: record there what it decided, or call it off first"))
            }
            if draft.stage == .acknowledged, try change.isTaken(draft.homeOfficeReference) {
                problems.append(HomeOfficeReference.isInUse("home_office_reference"))
            }
            guard problems.isEmpty, let stage = draft.stage, let outcome = draft.outcome, let decidedOn = draft.decidedOn,
                let next = ReferralCourse.next(
                    file.history.standing, stage, outcome, isNotification: file.referral.isNotification)
            else { return .refused(problems) }
            let id = try change.insert(draft, stage, outcome, decidedOn, from: file.referral.status, victim: victim)
            try change.move(to: next.status)
            change.note(
                "Referral \(file.referral.reference): \(lists["decision_stage"].label(stage.rawValue).lowercasedFirst), \(lists["decision_outcome"].label(outcome.rawValue).lowercasedFirst)",
                victim: victim)
            return .done(id)
        }
        if result.problems.contains(HomeOfficeReference.isInUse("home_office_reference")) {
            try await desk.noteReferenceInUse(of: referral, by: viewer)
        }
        return result
    }
}
