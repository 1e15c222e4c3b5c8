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

    /// A crime of long ago that nobody noted is found in the list of discrepancies, and is no work of today.
    static func firstWithoutCrime(_ today: Day) -> Day { today.adding(days: -90) }
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
        if !standing.hasCrime, let sent = facts.submittedOn, sent >= firstWithoutCrime(today),
            let days = rules.recordingDays(in: facts.nation, on: sent)
        {
            needs.append((.crimeRecordMissing, sent.adding(days: days)))
        }
        return needs.map { need, due in
            CourseWorkItem(
                need: need, due: due, victim: standing.victim, referral: standing.referral,
                victimReference: standing.victimReference)
        }
    }
}

extension Reading {
    /// What waits for the viewer after referrals, by due day. Only referrals that make work are read, the oldest first: where
    /// there are more than a list holds, the longest overdue are never those that fall out.
    package func courseWork(_ rules: CourseRules) throws -> [CourseWorkItem] {
        let today = moment.day
        let working = Nation.allCases.map { Reading.work(in: $0, rules: rules, today: today) }
        let standings = try rows(
            """
            SELECT w.id, w.victim_id, w.victim_reference, w.status, w.nation, w.submitted_on, w.panels, w.positive_on,
                w.newest_on, w.has_crime
            FROM (SELECT r.id, r.victim_id, v.reference AS victim_reference, r.status, v.nation, r.submitted_on,
                    \(panels("r")) AS panels, \(positiveOn("r.id")) AS positive_on,
                    (SELECT MAX(d.decided_on) FROM \(visible(.referralDecisions)) d
                        WHERE d.referral_id = r.id AND d.voided_at IS NULL) AS newest_on,
                    CASE WHEN \(hasCrime("r")) THEN 1 ELSE 0 END AS has_crime
                FROM \(visible(.referrals)) r JOIN \(visible(.potentialVictims)) v ON v.id = r.victim_id
                WHERE r.kind = 'nrm' AND r.submitted_on IS NOT NULL
                    AND (r.submitted_on >= \(CourseWorkItem.firstWithoutCrime(today))
                        OR r.status IN ('awaiting-reasonable-grounds', 'awaiting-conclusive-grounds',
                            'reasonable-grounds-negative', 'conclusive-grounds-negative', 'disqualified'))
                    AND r.status NOT IN ('draft', 'in-review', 'ready', 'void', 'withdrawn')) w
            WHERE \(any: working) ORDER BY w.submitted_on, w.id LIMIT 500
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

    /// Whether a referral makes work, from the days that `CourseWorkItem.items` looks at.
    private static func work(in nation: Nation, rules: CourseRules, today: Day) -> Statement {
        func over(_ name: CourseRules.Name, before days: Int) -> Day {
            rules.lastOver(name, in: nation, on: today.adding(days: days))
        }
        let (behind, ahead) = (-CourseWorkItem.behind, CourseWorkItem.ahead + 1)
        return """
            (\(overdue(in: nation, rules: rules, today: today))) OR (w.nation = \(nation) AND (
                (w.status = 'awaiting-conclusive-grounds' AND w.positive_on > \(over(.recovery, before: behind))
                    AND w.positive_on <= \(over(.recovery, before: ahead)))
                OR (w.status IN ('reasonable-grounds-negative', 'conclusive-grounds-negative', 'disqualified')
                    AND w.newest_on > \(over(.reconsideration, before: 0))
                    AND w.newest_on <= \(over(.reconsideration, before: ahead)))
                OR (w.has_crime = 0 AND w.submitted_on >= \(CourseWorkItem.firstWithoutCrime(today)))))
            """
    }
}
