import Access
import Kernel
import Store

extension Reading {
    /// The proposals that the viewer may see, both sides of them: those that wait with the heaviest first, the answered with the
    /// newest first.
    package func proposals(_ status: ProposalStatus, kind: MentionedKind? = nil, limit: Int = 50) throws -> [ProposalDetail] {
        var condition: Statement = "q.partnership_id = \(try ownPartnership) AND q.status = \(status)"
        if let kind { condition = "\(condition) AND q.kind = \(kind)" }
        let order: Statement = status == .open ? "q.weight DESC, q.id" : "q.settled_at DESC, q.id"
        return try proposals(where: condition, order: order, limit: limit)
    }

    /// One proposal; throws `AccessError.notVisible` where the viewer does not see both sides.
    package func proposal(_ id: ID<SubjectProposal>) throws -> ProposalDetail {
        guard let found = try proposals(where: "q.id = \(id)", order: "q.id", limit: 1).first else { throw AccessError.notVisible }
        return found
    }

    /// The open proposals of what a concern mentions.
    package func proposals(of concern: ID<Concern>) throws -> [ProposalDetail] {
        let own: Statement = "SELECT m.id FROM \(visible(.subjectMentions)) m WHERE m.concern_id = \(concern)"
        // By either side through its own index; all that are open may be many.
        let ids: Statement = """
            SELECT a.id FROM \(visible(.subjectProposals)) a WHERE a.one_id IN (\(own))
            UNION SELECT b.id FROM \(visible(.subjectProposals)) b WHERE b.other_id IN (\(own))
            """
        return try proposals(where: "q.id IN (\(ids)) AND q.status = 'open'", order: "q.weight DESC, q.id", limit: 6)
    }

    /// How many proposals wait for an answer.
    package func openProposals() throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM \(visible(.subjectProposals)) q WHERE q.partnership_id = \(try ownPartnership) AND q.status = 'open'
            """, as: Int.self) ?? 0
    }

    /// Since when the oldest of them waits.
    package func oldestProposal() throws -> Moment? {
        try value(
            """
            SELECT MIN(q.proposed_at) FROM \(visible(.subjectProposals)) q
            WHERE q.partnership_id = \(try ownPartnership) AND q.status = 'open'
            """, as: Moment?.self) ?? nil
    }

    private func proposals(where condition: Statement, order: Statement, limit: Int) throws -> [ProposalDetail] {
        let found = try rows(
            """
            SELECT q.id, q.kind, q.one_id, q.other_id, q.weight, q.contributions, q.status, q.proposed_at, q.settled_at, p.name,
                (SELECT g.id FROM \(visible(.subjectMerges)) g WHERE g.proposal_id = q.id AND g.undone_at IS NULL)
            FROM \(visible(.subjectProposals)) q LEFT JOIN people p ON p.id = q.person_id
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """
        ) { row in
            (
                id: try row.next(ID<SubjectProposal>.self), kind: try row.next(MentionedKind.self), one: try row.next(ID<Mention>.self),
                other: try row.next(ID<Mention>.self), weight: try row.next(Int.self), contributions: try row.next(String.self),
                status: try row.next(ProposalStatus.self), proposedAt: try row.next(Moment.self), settledAt: try row.next(Moment?.self),
                settledBy: try row.next(String?.self), merge: try row.next(ID<SubjectMerge>?.self)
            )
        }
        if found.isEmpty { return [] }
        let sides = try mentionLines(where: "m.id IN \(in: found.flatMap { [$0.one, $0.other] })", limit: found.count * 2)
        let lines = Dictionary(sides.map { ($0.id, $0) }) { first, _ in first }
        return found.compactMap { one in
            guard let left = lines[one.one], let right = lines[one.other] else { return nil }
            // What was noted first stands on the left.
            let isOrdered = (left.notedOn, left.id) <= (right.notedOn, right.id)
            return ProposalDetail(
                id: one.id, kind: one.kind, one: isOrdered ? left : right, other: isOrdered ? right : left, weight: one.weight,
                contributions: StoredContributions.read(one.contributions), status: one.status, proposedAt: one.proposedAt,
                settledAt: one.settledAt, settledBy: one.settledBy, merge: one.merge)
        }
    }
}
