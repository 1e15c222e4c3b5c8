import Access
import Kernel
import Store

/// A decision that is awaited, as the list of a partnership shows it.
package struct WaitingLine: Sendable, Hashable {
    package let referral: ID<Referral>
    package let victim: ID<PotentialVictim>
    package let reference: String
    package let victimReference: String
    /// A code of "competent_authority"; empty where it is not known yet.
    package let authority: String
    package let waiting: WaitingDecision

    /// Days since the referral, from which the bulletins count.
    package func days(on today: Day) -> Int { max(0, today.number - waiting.since.number) }
}

/// What waits with one competent authority.
package struct WaitingTotal: Sendable, Hashable {
    package let authority: String
    package var reasonableGrounds = 0
    /// Of those with a target, reasonable grounds and what a panel decides, how many are past it.
    package var overdue = 0
    package var conclusiveGrounds = 0
    /// Conclusive grounds without a target that may be decided by now.
    package var possible = 0
    /// Days since the oldest referral that waits.
    package var longest = 0

    init(authority: String) {
        self.authority = authority
    }
}

/// Which awaited decisions a list holds.
package struct WaitingQuery: Sendable, Hashable {
    /// Those past their target alone, or all.
    package var isOverdue: Bool
    /// A code of "competent_authority", "" for those not known; nil for all.
    package var authority: String?
    package var after: Cursor?
    package var size: Int

    package init(isOverdue: Bool = true, authority: String? = nil, after: Cursor? = nil, size: Int = 50) {
        self.isOverdue = isOverdue
        self.authority = authority
        self.after = after
        self.size = size
    }

    package typealias Cursor = DayCursor<Referral>
}

extension Reading {
    /// The awaited decisions, the longest waiting first.
    package func waitingDecisions(_ query: WaitingQuery, rules: CourseRules) throws -> Listing<WaitingLine> {
        let today = moment.day
        var conditions: [Statement] = []
        if let authority = query.authority { conditions.append("w.authority = \(authority)") }
        if let after = query.after { conditions.append("(w.submitted_on, w.id) > (\(after.day), \(after.id))") }
        if query.isOverdue {
            conditions.append("\(any: Nation.allCases.map { Reading.overdue(in: $0, rules: rules, today: today) })")
        }
        let lines = try rows(
            """
            SELECT w.id, w.victim_id, w.reference, w.victim_reference, w.authority, w.status, w.nation, w.submitted_on,
                w.positive_on, w.panels
            FROM (\(waitingRows)) w WHERE \(all: conditions)
            ORDER BY w.submitted_on, w.id LIMIT \(query.size + 1)
            """
        ) { try Reading.waitingLine($0, rules: rules, today: today) }
        return Listing(rows: lines.compactMap { $0 }, size: query.size) { DayCursor($0.waiting.since, $0.referral).text }
    }

    /// The same rule as `WaitingDecision.isOverdue`.
    static func overdue(in nation: Nation, rules: CourseRules, today: Day) -> Statement {
        """
        w.nation = \(nation) AND ((w.status = 'awaiting-reasonable-grounds' AND w.panels = 0
                AND w.submitted_on <= \(rules.lastOver(.reasonableGrounds, in: nation, on: today)))
            OR (w.status = 'awaiting-reasonable-grounds' AND w.panels > 0
                AND w.submitted_on <= \(rules.lastOver(.panel, in: nation, on: today)))
            OR (w.status = 'awaiting-conclusive-grounds' AND w.panels > 0
                AND w.submitted_on <= \(rules.lastOver(.panelConclusiveGrounds, in: nation, on: today))))
        """
    }

    /// What waits with each competent authority, the longest wait first.
    package func waitingTotals(rules: CourseRules) throws -> [WaitingTotal] {
        let today = moment.day
        var totals: [String: WaitingTotal] = [:]
        try forEach(
            """
            SELECT w.id, w.victim_id, w.reference, w.victim_reference, w.authority, w.status, w.nation, w.submitted_on,
                w.positive_on, w.panels
            FROM (\(waitingRows)) w
            """
        ) { row in
            guard let line = try Reading.waitingLine(row, rules: rules, today: today) else { return }
            var total = totals[line.authority] ?? WaitingTotal(authority: line.authority)
            if line.waiting.stage == .reasonableGrounds { total.reasonableGrounds += 1 } else { total.conclusiveGrounds += 1 }
            if line.waiting.isOverdue { total.overdue += 1 }
            if line.waiting.isPossible { total.possible += 1 }
            total.longest = max(total.longest, line.days(on: today))
            totals[line.authority] = total
        }
        return totals.values.sorted { ($1.longest, $0.authority) < ($0.longest, $1.authority) }
    }

    private var waitingRows: Statement {
        """
        SELECT r.id, r.victim_id, r.reference, v.reference AS victim_reference, r.competent_authority AS authority, r.status,
            v.nation, r.submitted_on, \(positiveOn("r.id")) AS positive_on, \(panels("r")) AS panels
        FROM \(visible(.referrals)) r JOIN \(visible(.potentialVictims)) v ON v.id = r.victim_id
        WHERE r.kind = 'nrm' AND r.submitted_on IS NOT NULL
            AND r.status IN ('awaiting-reasonable-grounds', 'awaiting-conclusive-grounds')
        """
    }

    /// The day of the positive reasonable grounds of a referral.
    func positiveOn(_ referral: Statement) -> Statement {
        """
        (SELECT MIN(d.decided_on) FROM \(visible(.referralDecisions)) d WHERE d.referral_id = \(referral)
            AND d.voided_at IS NULL AND ((d.stage = 'reasonable-grounds' AND d.outcome = 'positive')
                OR (d.stage = 'reconsideration' AND d.outcome = 'reversed')))
        """
    }

    /// More than none where a children's panel decides on a referral: one is convened, or a panel found reasonable grounds
    /// and conclusive grounds are awaited.
    func panels(_ referral: Statement) -> Statement {
        """
        ((SELECT COUNT(*) FROM \(visible(.childPanels)) p WHERE p.referral_id = \(referral).id AND p.status = 'planned')
            + CASE WHEN \(referral).status = 'awaiting-conclusive-grounds'
                AND \(referral).competent_authority = \(CourseFile.panel) THEN 1 ELSE 0 END)
        """
    }

    private static func waitingLine(_ row: any Row, rules: CourseRules, today: Day) throws -> WaitingLine? {
        let (referral, victim): (ID<Referral>, ID<PotentialVictim>) = (try row.next(), try row.next())
        let (reference, victimReference, authority): (String, String, String) = (try row.next(), try row.next(), try row.next())
        let status: ReferralStatus = try row.next()
        let (nation, submittedOn): (Nation, Day) = (try row.next(), try row.next())
        let positiveOn: Day? = try row.next()
        let facts = CourseFacts(
            nation: nation, isNotification: false, submittedOn: submittedOn, hasPanel: try row.next(Int.self) > 0)
        let waiting = WaitingDecision(status, positiveOn: positiveOn, facts, rules: rules, today: today)
        return waiting.map {
            WaitingLine(
                referral: referral, victim: victim, reference: reference, victimReference: victimReference,
                authority: authority, waiting: $0)
        }
    }
}

extension CourseRules {
    /// The latest day from which a span that began then is over today; before all days where nothing limits it.
    func lastOver(_ name: Name, in nation: Nation, on today: Day) -> Day {
        var start = today
        while let clock = clock(name, in: nation, from: start) {
            if clock.isOver(on: today) { return start }
            start = start.adding(days: -1)
        }
        return Day(number: 0)
    }
}

extension CourseDesk {
    /// What waits, and with whom.
    package func waiting(
        _ query: WaitingQuery, as viewer: Viewer
    ) async throws -> (totals: [WaitingTotal], listing: Listing<WaitingLine>) {
        let rules = rules
        return try await desk.read(as: viewer, Consultation("list-waiting-decisions", "referrals")) {
            (try $0.waitingTotals(rules: rules), try $0.waitingDecisions(query, rules: rules))
        }
    }
}
