import Access
import Kernel
import Partnerships

/// Convenes the panel that decides on the referral of a child.
package enum ConvenePanel: Verb {
    package typealias Record = ChildPanel
    package static let name = "convene-panel"
    package static let relation = Relation.childPanels
    package static let roles: Set<Role> = [.coordinator, .member]

    /// What a panel would decide as things stand; nil where no decision is awaited.
    static func stage(_ file: CourseFile) -> DecisionStage? {
        guard !file.referral.isNotification else { return nil }
        switch file.history.standing.status {
        case .awaitingReasonableGrounds: return .reasonableGrounds
        case .awaitingConclusiveGrounds: return .conclusiveGrounds
        default: return nil
        }
    }

    /// Every reason why no panel can be convened for that day; empty means it can.
    package static func problems(
        meetsOn: Day?, _ file: CourseFile, rules: CourseRules, today: Day
    ) -> [Problem] {
        var problems: [Problem] = []
        if !file.victim.facts.age.isTreatedAsChild { problems.append(Problem("", "A panel decides about children alone")) }
        if stage(file) == nil {
            problems.append(Problem("", "A panel is convened while a decision about reasonable or conclusive grounds is awaited"))
        }
        if file.openPanel != nil { problems.append(Problem("", "A panel is convened already")) }
        guard let meetsOn else { return problems + [Problem("meets_on", "Enter the day on which the panel meets")] }
        if meetsOn < today { problems.append(Problem("meets_on", "The day is past: enter one from today on")) }
        let nation = file.victim.facts.nation
        let sentOn = file.referral.submittedOn ?? today
        if rules.rule(.panel, in: nation, on: sentOn) == nil {
            problems.append(Problem("", "No panels decide in \(nation.label)"))
        }
        if isTooOld(file.victim.adultFromMonth, on: sentOn, nation: nation, rules: rules) {
            let days = rules.rule(.panelAge, in: nation, on: sentOn)?.number ?? 0
            problems.append(
                Problem("", "They turn 18 within \(days) days of the referral: the Single Competent Authority decides"))
        }
        return problems
    }

    /// Whether somebody certainly turns 18 too soon. The month alone is known without opening the seal, so the last day
    /// of the month counts: whoever is refused is refused rightly, and the last days are the panel's own to check.
    static func isTooOld(_ adultFromMonth: String, on day: Day, nation: Nation, rules: CourseRules) -> Bool {
        guard let first = Day("\(adultFromMonth)-01"), let rule = rules.rule(.panelAge, in: nation, on: day) else { return false }
        let (year, month, _) = first.parts
        let last = first.adding(days: Day.length(ofMonth: month, year: year) - 1)
        return last.number - day.number <= rule.number
    }
}

/// Names somebody who sits on a panel.
package enum SeatPanelMember: Verb {
    package typealias Record = ChildPanel
    package static let name = "seat-panel-member"
    package static let relation = Relation.childPanels
    package static let roles: Set<Role> = [.coordinator, .member]

    package struct Draft: Sendable, Hashable {
        package var agency: PanelAgency?
        package var name: String
        package var isChair: Bool
        package var isLeadWorker: Bool
        package var conflict: PanelConflict?

        package init(agency: PanelAgency?, name: String, isChair: Bool, isLeadWorker: Bool, conflict: PanelConflict?) {
            self.agency = agency
            self.name = name
            self.isChair = isChair
            self.isLeadWorker = isLeadWorker
            self.conflict = conflict
        }
    }

    /// Every reason why they cannot sit like this; empty means they can.
    package static func problems(_ draft: Draft, panel: PanelDetail) -> [Problem] {
        var problems: [Problem] = []
        if panel.status != .planned { problems.append(Problem("", "The panel has ended: nobody else can be named")) }
        if draft.agency == nil { problems.append(Problem("agency", "Choose for whom they sit")) }
        if draft.name.isEmpty { problems.append(Problem("name", "Enter their name and post")) }
        if draft.conflict == nil { problems.append(Problem("conflict", "Ask about a conflict of interest and choose the answer")) }
        if draft.isChair, draft.isLeadWorker {
            problems.append(Problem("is_chair", "The child's lead social worker cannot be the chair"))
        }
        if draft.isChair, draft.conflict.map({ $0 != .none }) ?? false {
            problems.append(Problem("is_chair", "Whoever has a conflict of interest cannot be the chair"))
        }
        if draft.isChair, panel.members.contains(where: \.isChair) {
            problems.append(Problem("is_chair", "The panel has a chair: stand that person down first"))
        }
        return problems + [TextLength.problem("name", "name", draft.name, limit: TextLength.line)].compactMap { $0 }
    }
}

/// Stands somebody down from a panel.
package enum StandDownPanelMember: Verb {
    package typealias Record = ChildPanelMember
    package static let name = "stand-down-panel-member"
    package static let relation = Relation.childPanelMembers
    package static let roles: Set<Role> = [.coordinator, .member]
}

/// Calls a panel off.
package enum CancelPanel: Verb {
    package typealias Record = ChildPanel
    package static let name = "cancel-panel"
    package static let relation = Relation.childPanels
    package static let roles: Set<Role> = [.coordinator, .member]
}

/// Writes down what the panel decided; the referral moves on with it.
package enum DecidePanel: Verb {
    package typealias Record = Referral
    package static let name = "decide-panel"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]

    package struct Draft: Sendable, Hashable {
        package var outcome: DecisionOutcome?
        /// What it decided about conclusive grounds in the same meeting as reasonable grounds, where the evidence sufficed.
        package var conclusive: DecisionOutcome?
        package var decidedOn: Day?
        /// A code of "negative_reason", where either decision is negative.
        package var reason: String
        /// What the decision rests on. Sealed.
        package var evidence: String
        /// Who disagreed and why. Sealed.
        package var dissent: String

        package init(
            outcome: DecisionOutcome?, conclusive: DecisionOutcome? = nil, decidedOn: Day?, reason: String = "",
            evidence: String, dissent: String = ""
        ) {
            self.outcome = outcome
            self.conclusive = conclusive
            self.decidedOn = decidedOn
            self.reason = reason
            self.evidence = evidence
            self.dissent = dissent
        }

        /// The same decision as a step of the course.
        func step(_ stage: DecisionStage) -> RecordDecision.Draft {
            RecordDecision.Draft(
                stage, outcome, on: decidedOn, authority: CourseFile.panel, reason: outcome == .negative ? reason : "")
        }

        /// The decision about conclusive grounds of the same meeting.
        var conclusiveStep: RecordDecision.Draft {
            RecordDecision.Draft(
                .conclusiveGrounds, conclusive, on: decidedOn, authority: CourseFile.panel,
                reason: conclusive == .negative ? reason : "")
        }
    }

    /// Every reason why the panel cannot decide like this; empty means it can.
    package static func problems(
        _ draft: Draft, _ file: CourseFile, rules: CourseRules, lists: CodeLists, today: Day
    ) -> [Problem] {
        guard let panel = file.openPanel else { return [Problem("", "No panel is convened")] }
        var problems = panel.quorumProblems.map { Problem("", "The panel cannot decide. \($0)") }
        if draft.outcome == nil {
            problems.append(Problem("outcome", "Choose what the panel decided"))
        } else {
            problems += RecordDecision.problems(
                draft.step(panel.stage), RecordDecision.Standing(file), rules: rules, lists: lists, today: today)
        }
        if let conclusive = draft.conclusive {
            if panel.stage != .reasonableGrounds || draft.outcome != .positive {
                problems.append(
                    Problem("conclusive", "Conclusive grounds are decided in the same meeting only after positive reasonable grounds"))
            } else if conclusive == .negative, !lists["negative_reason"].contains(draft.reason) {
                problems.append(Problem(RecordDecision.reasonField("negative_reason"), "Choose the reason from the list"))
            }
        }
        if draft.evidence.isEmpty { problems.append(Problem("evidence", "Write what the decision rests on")) }
        return problems
            + [
                TextLength.problem("evidence", "evidence", draft.evidence, limit: TextLength.account),
                TextLength.problem("dissent", "dissent", draft.dissent, limit: TextLength.account),
            ].compactMap { $0 }
    }
}

/// Opens what a panel's decision rests on. Each opening is in the journal.
package enum ReadPanelRecord: Verb {
    package typealias Record = ChildPanel
    package static let name = "read-panel-record"
    package static let relation = Relation.childPanels
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.consultation
}

/// The opened record of a panel.
package struct PanelRecord: Sendable, Hashable, Codable {
    package let evidence: String
    package let dissent: String
}
