import Access
import HTML
import Kernel
import Store

/// Something after a referral that waits for somebody, for their own list of work. Its words say nothing of the person.
package struct CourseWorkItem: Sendable, Hashable {
    package enum Need: String, Sendable, CaseIterable {
        case decisionOverdue
        case panelOverdue
        case recoveryEnds
        case reconsiderationCloses
        case crimeRecordMissing

        package var title: String {
            switch self {
            case .decisionOverdue: "Ask about the overdue reasonable grounds decision"
            case .panelOverdue: "Ask about the panel's overdue conclusive grounds decision"
            case .recoveryEnds: "Plan what follows: the recovery period ends"
            case .reconsiderationCloses: "Decide whether to ask for a reconsideration: the time for it ends"
            case .crimeRecordMissing: "Ask the police for the crime reference"
            }
        }
    }

    package let need: Need
    package let due: Day
    package let victim: ID<PotentialVictim>
    package let referral: ID<Referral>
    /// "P-4F9A01BC".
    package let victimReference: String

    /// Where the work is done.
    package func link(_ slug: String) -> Link {
        let links = CourseLinks(slug)
        return need == .crimeRecordMissing ? links.crime(referral, of: victim) : links.course(referral, of: victim)
    }

    /// How many days before a span ends it becomes work, and for how many after.
    static let ahead = 14
    static let behind = 14
}

extension CourseWorkItem {
    /// A referral as far as work depends on it.
    struct Standing: Sendable {
        let referral: ID<Referral>
        let victim: ID<PotentialVictim>
        let victimReference: String
        let status: ReferralStatus
        let facts: CourseFacts
        let positiveOn: Day?
        /// The day of the newest step.
        let newestOn: Day?
        let hasCrime: Bool
    }

    /// What waits because of one referral.
    static func items(_ standing: Standing, rules: CourseRules, today: Day) -> [CourseWorkItem] {
        var needs: [(Need, Day)] = []
        let facts = standing.facts
        func isNear(_ day: Day) -> Bool { day >= today.adding(days: -behind) && day <= today.adding(days: ahead) }
        switch standing.status {
        case .awaitingReasonableGrounds:
            let waiting = WaitingDecision(standing.status, positiveOn: nil, facts, rules: rules, today: today)
            if let due = waiting?.due, waiting?.isOverdue == true { needs.append((.decisionOverdue, due)) }
        case .awaitingConclusiveGrounds:
            let clock = standing.positiveOn.flatMap { rules.clock(.recovery, in: facts.nation, from: $0) }
            if let due = clock?.due, isNear(due) { needs.append((.recoveryEnds, due)) }
            if facts.hasPanel {
                let waiting = WaitingDecision(standing.status, positiveOn: standing.positiveOn, facts, rules: rules, today: today)
                if let due = waiting?.due, waiting?.isOverdue == true { needs.append((.panelOverdue, due)) }
            }
        case .reasonableGroundsNegative, .conclusiveGroundsNegative, .disqualified:
            let clock = standing.newestOn.flatMap { rules.clock(.reconsideration, in: facts.nation, from: $0) }
            if let due = clock?.due, due >= today, isNear(due) { needs.append((.reconsiderationCloses, due)) }
        default: break
        }
        // A crime of long ago that nobody noted is found in the list of discrepancies, and is no work of today.
        if !standing.hasCrime, let sent = facts.submittedOn, sent >= today.adding(days: -90),
            rules.rule(.crimeRecording, in: facts.nation, on: sent) != nil
        {
            needs.append((.crimeRecordMissing, sent.adding(days: 1)))
        }
        return needs.map { need, due in
            CourseWorkItem(
                need: need, due: due, victim: standing.victim, referral: standing.referral,
                victimReference: standing.victimReference)
        }
    }
}

extension Reading {
    /// What waits for the viewer after referrals, by due day: referrals of the last two years.
    package func courseWork(_ rules: CourseRules) throws -> [CourseWorkItem] {
        let today = moment.day
        let standings = try rows(
            """
            SELECT r.id, r.victim_id, v.reference, r.status, v.nation, r.submitted_on, \(panels("r")),
                \(positiveOn("r.id")),
                (SELECT MAX(d.decided_on) FROM \(visible(.referralDecisions)) d
                    WHERE d.referral_id = r.id AND d.voided_at IS NULL),
                (SELECT COUNT(*) FROM \(visible(.victimCrimes)) c WHERE c.referral_id = r.id AND c.removed_at IS NULL)
            FROM \(visible(.referrals)) r JOIN \(visible(.potentialVictims)) v ON v.id = r.victim_id
            WHERE r.kind = 'nrm' AND r.submitted_on >= \(today.adding(days: -731))
                AND r.status NOT IN ('draft', 'in-review', 'ready', 'void', 'withdrawn')
            ORDER BY r.submitted_on DESC, r.id LIMIT 500
            """
        ) { row in
            let (referral, victim): (ID<Referral>, ID<PotentialVictim>) = (try row.next(), try row.next())
            let (reference, status): (String, ReferralStatus) = (try row.next(), try row.next())
            let (nation, submittedOn): (Nation, Day?) = (try row.next(), try row.next())
            let facts = CourseFacts(
                nation: nation, isNotification: false, submittedOn: submittedOn, hasPanel: try row.next(Int.self) > 0)
            return CourseWorkItem.Standing(
                referral: referral, victim: victim, victimReference: reference, status: status, facts: facts,
                positiveOn: try row.next(), newestOn: try row.next(), hasCrime: try row.next(Int.self) > 0)
        }
        return standings.flatMap { CourseWorkItem.items($0, rules: rules, today: today) }.sorted { $0.due < $1.due }
    }
}
