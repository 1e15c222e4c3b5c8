import Access
import Kernel
import Store

/// One decision on the response, in its history.
struct ResponseDecisionLine: Sendable {
    let response: ResponseGrade
    let suggested: ResponseGrade
    let reasons: String
    let rationale: String
    let approver: String
    let decidedAt: Moment
}

extension Reading {
    /// The decisions on the response of a concern, the newest first.
    func responseDecisions(of concern: ID<Concern>) throws -> [ResponseDecisionLine] {
        try rows(
            """
            SELECT d.response, d.suggested, d.reasons, d.rationale, d.approver, d.decided_at
            FROM \(visible(.responseDecisions)) d WHERE d.concern_id = \(concern) ORDER BY d.decided_at DESC
            """
        ) { row in
            ResponseDecisionLine(
                response: try row.next(), suggested: try row.next(), reasons: try row.next(), rationale: try row.next(),
                approver: try row.next(), decidedAt: try row.next())
        }
    }

    /// The names of the agencies in the response team.
    func responseTeam(of concern: ID<Concern>) throws -> [(id: ID<Organisation>, name: String)] {
        try rows(
            """
            SELECT o.id, o.name FROM \(visible(.responseTeam)) t JOIN organisations o ON o.id = t.organisation_id
            WHERE t.concern_id = \(concern) ORDER BY o.name
            """
        ) { row in (try row.next(), try row.next()) }
    }

    func circleCount(of concern: ID<Concern>) throws -> Int {
        try value(
            "SELECT COUNT(*) FROM \(visible(.circles)) k WHERE k.concern_id = \(concern) AND k.removed_at IS NULL") ?? 0
    }
}

extension QuerySurface {
    /// How many people of each organisation hold a role with which they would see a concern that is shared with it.
    func readers(of partnership: ID<Partnership>) throws -> [ID<Organisation>: Int] {
        let counts = try rows(
            """
            SELECT p.organisation_id, COUNT(DISTINCT p.id) FROM roles r JOIN people p ON p.id = r.person_id
            WHERE r.partnership_id = \(partnership) AND r.role = 'member' AND p.is_active = 1 GROUP BY p.organisation_id
            """
        ) { row in (try row.next(ID<Organisation>.self), try row.next(Int.self)) }
        return Dictionary(counts) { first, _ in first }
    }
}
