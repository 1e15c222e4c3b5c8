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

extension Reading {
    /// The referrals that were sent and have these references, the Home Office's or our own.
    func courseFiles(withReferences references: [String]) throws -> [String: CourseFile] {
        var named: [(reference: String, referral: ID<Referral>, victim: ID<PotentialVictim>)] = []
        var start = 0
        while start < references.count {
            let some = Array(references[start..<min(start + 500, references.count)])
            // Our own first: where somebody named a referral like another's Home Office reference, that one is meant.
            for column: Statement in ["r.reference", "r.home_office_reference"] {
                try forEach(
                    """
                    SELECT \(column), r.id, r.victim_id FROM \(visible(.referrals)) r
                    WHERE \(column) IN \(in: some) AND r.status NOT IN ('draft', 'in-review', 'ready', 'void')
                    """
                ) { row in named.append((try row.next(), try row.next(), try row.next())) }
            }
            start += 500
        }
        var files: [String: CourseFile] = [:]
        for one in named { files[one.reference] = try courseFile(one.referral, of: one.victim) }
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
