import Access
import Concerns
import Kernel
import Store

/// Writes decisions that were kept elsewhere before, or came as a list from the Home Office.
package enum ImportDecisions: Verb {
    package typealias Record = ReferralDecision
    package static let name = "import-decisions"
    package static let relation = Relation.referralDecisions
    package static let roles: Set<Role> = []
    package static let doors: Set<Viewer.Door> = [.operator]
    package static let event = JournalEvent.collection
}

/// A referral as far as the import of decisions looks at it.
struct ReferralForImport: Sendable {
    let line: ReferralLine
    let history: CourseHistory
    let nation: Nation
    let isTreatedAsChild: Bool

    var standing: RecordDecision.Standing {
        RecordDecision.Standing(
            history: history,
            facts: CourseFacts(
                nation: nation, isNotification: line.isNotification, submittedOn: line.submittedOn, hasPanel: false),
            isTreatedAsChild: isTreatedAsChild)
    }
}

extension Reading {
    /// The referrals that were sent and have these references, the Home Office's or our own. A few statements for each five
    /// hundred references, however many steps they have.
    func referralsForImport(_ references: [String]) throws -> [String: ReferralForImport] {
        var files: [String: ReferralForImport] = [:]
        var start = 0
        while start < references.count {
            let end = min(start + 500, references.count)
            files.merge(try someForImport(Array(references[start..<end]))) { $1 }
            start = end
        }
        return files
    }

    private func someForImport(_ references: [String]) throws -> [String: ReferralForImport] {
        var named: [(reference: String, referral: ID<Referral>)] = []
        // Our own first: where somebody named a referral like another's Home Office reference, that one is meant.
        for column: Statement in ["r.reference", "r.home_office_reference"] {
            try forEach(
                """
                SELECT \(column), r.id FROM \(visible(.referrals)) r WHERE \(column) IN \(in: references)
                    AND r.status <> 'void' AND r.status NOT IN ('draft', 'in-review', 'ready')
                """
            ) { row in named.append((try row.next(), try row.next())) }
        }
        let referrals = Array(Set(named.map(\.referral)))
        if referrals.isEmpty { return [:] }
        let lines = try referralLines("r.id IN \(in: referrals)", order: "r.id", limit: referrals.count)
        let entries = try courseDecisions("d.referral_id IN \(in: referrals)")
        let people = try rows(
            """
            SELECT r.id, v.nation, v.age_basis, v.age_group FROM \(visible(.referrals)) r
            JOIN \(visible(.potentialVictims)) v ON v.id = r.victim_id WHERE r.id IN \(in: referrals)
            """
        ) { row in
            (try row.next(ID<Referral>.self), (try row.next(Nation.self), AgeStanding(basis: try row.next(), group: try row.next())))
        }
        let persons = Dictionary(people) { first, _ in first }
        var found: [ID<Referral>: ReferralForImport] = [:]
        for line in lines {
            guard let (nation, age) = persons[line.id] else { continue }
            found[line.id] = ReferralForImport(
                line: line,
                history: CourseHistory(
                    status: line.status, isNotification: line.isNotification, entries: entries[line.id] ?? []),
                nation: nation, isTreatedAsChild: age.isTreatedAsChild)
        }
        var files: [String: ReferralForImport] = [:]
        for one in named { files[one.reference] = found[one.referral] }
        return files
    }
}

extension Change where V == ImportDecisions {
    /// Writes the decisions, moves their referrals on, and leaves a line with each person. The first decision is the
    /// record of this change.
    func insert(_ courses: [ImportedCourse], partnership: ID<Partnership>, seed: [UInt8]) throws {
        var ids = IDSequence(at: moment, seed: seed)
        var written = 0
        for course in courses {
            try alsoChanges(.referrals, course.referral.text)
            for decision in course.decisions {
                guard let stage = decision.draft.stage, let outcome = decision.draft.outcome, let on = decision.draft.decidedOn
                else { continue }
                let id = written == 0 ? record : ids.next(ReferralDecision.self)
                // Steps of one day stay in their order.
                let recordedAt = Moment(microseconds: moment.microseconds + Int64(written))
                written += 1
                try run(
                    """
                    INSERT INTO \(target) (id, referral_id, victim_id, partnership_id, stage, outcome, decided_on, authority,
                        reason, recorded_at, from_status)
                    VALUES (\(id), \(course.referral), \(course.victim), \(partnership), \(stage), \(outcome), \(on),
                        \(decision.draft.authority), \(decision.draft.reason), \(recordedAt), \(decision.from))
                    """)
                if !decision.draft.authority.isEmpty {
                    try run(
                        """
                        UPDATE \(table(.referrals)) SET competent_authority = \(decision.draft.authority)
                        WHERE id = \(course.referral)
                        """)
                }
            }
            if let status = course.status {
                try run(
                    "UPDATE \(table(.referrals)) SET status = \(status), version = version + 1 WHERE id = \(course.referral)")
            }
        }
        try note(courses, partnership: partnership, ids: &ids)
    }

    private func note(_ courses: [ImportedCourse], partnership: ID<Partnership>, ids: inout IDSequence) throws {
        let (kind, verb) = (Relation.referrals.table.description, V.name)
        var isFirst = true
        for course in courses {
            let count = course.decisions.count
            let summary = "Referral \(course.reference): \(count == 1 ? "1 decision" : "\(count) decisions") imported"
            if isFirst {
                note(summary, victim: course.victim)
            } else {
                try run(
                    """
                    INSERT INTO \(table(.recordChanges)) (id, partnership_id, strand, record_kind, record_id, victim_id, at,
                        verb, summary, differences)
                    VALUES (\(ids.next(RecordChange.self)), \(partnership), '', \(kind), \(course.referral), \(course.victim),
                        \(moment), \(verb), \(summary), '[]')
                    """)
            }
            isFirst = false
        }
    }
}
