import Access
import Kernel
import Store

extension Reading {
    /// The strands of a concern that the viewer may see, with their teams.
    package func strands(of concern: ID<Concern>) throws -> [StrandDetail] {
        try strands(where: "s.concern_id = \(concern)")
    }

    /// One strand; throws `AccessError.notVisible` where the viewer has none with this identifier.
    package func strand(_ id: ID<Strand>) throws -> StrandDetail {
        guard let strand = try strands(where: "s.id = \(id)").first else { throw AccessError.notVisible }
        return strand
    }

    private func strands(where condition: Statement) throws -> [StrandDetail] {
        var strands = try rows(
            """
            SELECT s.id, s.concern_id, s.kind, s.version, s.lead_organisation_id, o.name, s.plan, s.status, s.outcome,
                s.opened_at
            FROM \(visible(.strands)) s LEFT JOIN organisations o ON o.id = s.lead_organisation_id
            WHERE \(condition) ORDER BY s.opened_at, s.id
            """
        ) { row in
            StrandDetail(
                id: try row.next(), concern: try row.next(), kind: try row.next(), version: try row.next(),
                lead: try row.next(), leadName: try row.next(), plan: try row.next(), status: try row.next(),
                outcome: try row.next(), openedAt: try row.next())
        }
        if strands.isEmpty { return [] }
        let team = try rows(
            """
            SELECT t.strand_id, o.id, o.name FROM \(visible(.strandTeam)) t JOIN organisations o ON o.id = t.organisation_id
            WHERE t.strand_id IN \(in: strands.map(\.id)) ORDER BY o.name
            """
        ) { row in
            (try row.next(ID<Strand>.self), StrandDetail.TeamMember(id: try row.next(), name: try row.next()))
        }
        for index in strands.indices {
            strands[index].team = team.filter { $0.0 == strands[index].id }.map(\.1)
        }
        return strands
    }

    /// The tasks of a concern that the viewer may see: open ones by the day they are due, then those that are done.
    package func tasks(of concern: ID<Concern>) throws -> [TaskDetail] {
        try tasks(where: "t.concern_id = \(concern)")
    }

    /// One task; throws `AccessError.notVisible` where the viewer has none with this identifier.
    package func task(_ id: ID<WorkTask>) throws -> TaskDetail {
        guard let task = try tasks(where: "t.id = \(id)").first else { throw AccessError.notVisible }
        return task
    }

    private func tasks(where condition: Statement) throws -> [TaskDetail] {
        try rows(
            """
            SELECT t.id, t.concern_id, t.strand, t.version, t.title, t.organisation_id, o.name, t.due_on, t.is_open,
                t.result, t.created_at, t.done_at
            FROM \(visible(.tasks)) t JOIN organisations o ON o.id = t.organisation_id
            WHERE \(condition) ORDER BY t.is_open DESC, t.due_on, t.id LIMIT 500
            """
        ) { row in
            TaskDetail(
                id: try row.next(), concern: try row.next(), strand: try row.next(), version: try row.next(),
                title: try row.next(), organisation: try row.next(), organisationName: try row.next(),
                dueOn: try row.next(), isOpen: try row.next(), result: try row.next(), createdAt: try row.next(),
                doneAt: try row.next())
        }
    }
}
