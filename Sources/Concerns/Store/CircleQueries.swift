import Access
import Kernel
import Store

extension Reading {
    /// The circle of a concern: those who see it now, then those who were removed.
    package func circle(of concern: ID<Concern>) throws -> [CircleMember] {
        try rows(
            """
            SELECT k.organisation_id, o.name, o.is_enforcement, k.sees_answers, k.sees_victims, k.basis, k.added_at,
                k.removed_at
            FROM \(visible(.circles)) k JOIN organisations o ON o.id = k.organisation_id
            WHERE k.concern_id = \(concern)
            ORDER BY CASE WHEN k.removed_at IS NULL THEN 0 ELSE 1 END, k.added_at, o.name
            """
        ) { row in
            CircleMember(
                organisation: try row.next(), name: try row.next(), isEnforcement: try row.next(),
                seesAnswers: try row.next(), seesVictims: try row.next(), basis: try row.next(),
                addedAt: try row.next(), removedAt: try row.next())
        }
    }
}

extension QuerySurface {
    /// The people who see the concerns that are shared with their organisation, by name. People of visit teams see their
    /// visits and no concern, so they are not among them.
    package func circleReaders(of partnership: ID<Partnership>) throws -> [CircleReader] {
        try rows(
            """
            SELECT p.organisation_id, p.name FROM roles r JOIN people p ON p.id = r.person_id
            WHERE r.partnership_id = \(partnership) AND r.role = 'member' AND p.is_active = 1
            ORDER BY p.name
            """
        ) { row in CircleReader(organisation: try row.next(), name: try row.next()) }
    }
}

extension Change {
    /// Lets an organisation see a concern. Where it is in the circle already, what it sees is widened and never narrowed;
    /// after a removal it begins anew.
    package func admit(
        _ organisation: ID<Organisation>, to concern: ID<Concern>, of partnership: ID<Partnership>,
        seesAnswers: Bool = false, seesVictims: Bool, basis: String
    ) throws {
        try run(
            """
            INSERT INTO \(table(.circles)) AS k (concern_id, organisation_id, partnership_id, sees_answers, sees_victims,
                basis, added_at)
            VALUES (\(concern), \(organisation), \(partnership), \(seesAnswers), \(seesVictims), \(basis), \(moment))
            ON CONFLICT (concern_id, organisation_id) DO UPDATE SET removed_at = NULL,
                added_at = CASE WHEN k.removed_at IS NULL THEN k.added_at ELSE excluded.added_at END,
                basis = CASE WHEN k.removed_at IS NULL AND k.sees_victims >= excluded.sees_victims THEN k.basis
                    ELSE excluded.basis END,
                sees_answers = CASE WHEN k.removed_at IS NULL AND k.sees_answers = 1 THEN 1
                    ELSE excluded.sees_answers END,
                sees_victims = CASE WHEN k.removed_at IS NULL AND k.sees_victims = 1 THEN 1
                    ELSE excluded.sees_victims END
            """)
    }

    /// Ends what an organisation has to do on a concern, so that nothing of it reaches the organisation any longer: it
    /// leads no strand and is on no team, questions to it no longer wait, and its open work passes to `successor`.
    func withdraw(_ organisation: ID<Organisation>, from concern: ID<Concern>, to successor: ID<Organisation>) throws {
        try run(
            """
            DELETE FROM \(table(.strandTeam)) WHERE organisation_id = \(organisation)
            AND strand_id IN (SELECT s.id FROM \(visible(.strands)) s WHERE s.concern_id = \(concern))
            """)
        try run(
            """
            UPDATE \(table(.strands)) SET lead_organisation_id = NULL, version = version + 1
            WHERE concern_id = \(concern) AND lead_organisation_id = \(organisation)
            """)
        try run(
            """
            UPDATE \(table(.scopingRequests)) SET is_waiting = 0, version = version + 1
            WHERE concern_id = \(concern) AND organisation_id = \(organisation) AND is_waiting = 1
            """)
        try run(
            """
            UPDATE \(table(.tasks)) SET organisation_id = \(successor), version = version + 1
            WHERE concern_id = \(concern) AND organisation_id = \(organisation) AND is_open = 1
            """)
        try run(
            "DELETE FROM \(table(.responseTeam)) WHERE concern_id = \(concern) AND organisation_id = \(organisation)")
    }
}
