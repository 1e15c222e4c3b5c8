import Access
import Kernel
import Store

extension QuerySurface {
    /// Whose roles wait in a partnership, the longest waiting first.
    func waitingRoles(in partnership: ID<Partnership>) throws -> [WaitingRoles] {
        var waiting: [WaitingRoles] = []
        _ = try rows(
            """
            SELECT p.id, p.name, p.email, o.name, w.asked_by, a.name, w.asked_at, w.role
            FROM waiting_roles w JOIN people p ON p.id = w.person_id JOIN organisations o ON o.id = p.organisation_id
            JOIN people a ON a.id = w.asked_by
            WHERE w.partnership_id = \(partnership) ORDER BY w.asked_at, p.id
            """
        ) { row in
            let found = WaitingRoles(
                person: try row.next(), name: try row.next(), email: try row.next(), organisationName: try row.next(),
                roles: [], askedBy: try row.next(), askedByName: try row.next(), askedAt: try row.next())
            if waiting.last?.person != found.person { waiting.append(found) }
            waiting[waiting.count - 1].roles.insert(try row.next())
        }
        return waiting
    }
}

extension Office {
    /// Gives somebody these roles and no others; those that open cases wait when an administrator gives them who sees no
    /// case. What somebody holds already they keep. Answers the roles that wait.
    func giveRoles(
        _ roles: Set<Role>, town: ID<Term>?, to person: ID<Person>, in partnership: ID<Partnership>, by viewer: Viewer
    ) throws -> Set<Role> {
        let held = Set(
            try rows("SELECT role FROM roles WHERE person_id = \(person) AND partnership_id = \(partnership)") {
                try $0.next(Role.self)
            })
        var waiting: Set<Role> = []
        if viewer.door != .operator, !viewer.isCoordinator {
            waiting = roles.filter { $0.opensCases && !held.contains($0) }
        }
        try setRoles(roles.subtracting(waiting), town: town, of: person, in: partnership)
        try forgetWaitingRoles(of: person, in: partnership)
        for role in Role.allCases where waiting.contains(role) {
            try run(
                """
                INSERT INTO waiting_roles (person_id, partnership_id, role, asked_by, asked_at)
                VALUES (\(person), \(partnership), \(role), \(viewer.person), \(moment))
                """)
        }
        return waiting
    }

    func forgetWaitingRoles(of person: ID<Person>, in partnership: ID<Partnership>) throws {
        try run("DELETE FROM waiting_roles WHERE person_id = \(person) AND partnership_id = \(partnership)")
    }

    /// Lets roles count that waited.
    func confirm(_ waiting: WaitingRoles, in partnership: ID<Partnership>) throws {
        for role in Role.allCases where waiting.roles.contains(role) {
            try run(
                """
                INSERT INTO roles (person_id, partnership_id, role, town_id, granted_at)
                VALUES (\(waiting.person), \(partnership), \(role), NULL, \(moment)) ON CONFLICT DO NOTHING
                """)
        }
        try forgetWaitingRoles(of: waiting.person, in: partnership)
    }
}
