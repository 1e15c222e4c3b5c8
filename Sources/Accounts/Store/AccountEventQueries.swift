import Access
import Kernel
import Store

extension QuerySurface {
    /// The resets of somebody's account since a moment, newest first.
    func resets(of person: ID<Person>, since moment: Moment) throws -> [(event: AccountEvent, isTold: Bool)] {
        try rows(
            """
            SELECT e.at, e.what, p.name, e.partnership_id, g.name, CASE WHEN e.told_at IS NULL THEN 0 ELSE 1 END
            FROM account_events e JOIN partnerships g ON g.id = e.partnership_id
            LEFT JOIN people p ON p.id = e.by_person
            WHERE e.about_person = \(person) AND e.at > \(moment)
                AND e.what IN (\(AccountEvent.What.resetPassword), \(AccountEvent.What.resetSecondFactor))
            ORDER BY e.at DESC, e.id DESC LIMIT 50
            """
        ) { row in
            let event = AccountEvent(
                at: try row.next(), what: try row.next(), by: try row.next(), partnership: try row.next(),
                partnershipName: try row.next())
            return (event, try row.next())
        }
    }

    /// The names of the coordinators of a partnership who can sign in, without this person.
    func coordinators(of partnership: ID<Partnership>, but person: ID<Person>) throws -> [String] {
        try rows(
            """
            SELECT p.name FROM roles r JOIN people p ON p.id = r.person_id
            JOIN partnership_members m ON m.partnership_id = r.partnership_id AND m.organisation_id = p.organisation_id
                AND m.left_on IS NULL
            WHERE r.partnership_id = \(partnership) AND r.role = \(Role.coordinator) AND p.is_active = 1
                AND p.id <> \(person)
            ORDER BY p.name
            """
        ) { row in try row.next() }
    }
}

extension Office {
    /// Keeps a change to an account for those who watch over them, apart from its entry in the journal.
    ///
    /// - Parameter detail: the roles or scopes given, as they are stored; never a name.
    func note(
        _ what: AccountEvent.What, _ id: ID<AccountEvent>, about person: ID<Person>?, by viewer: Viewer,
        of partnership: ID<Partnership>, detail: String = ""
    ) throws {
        try run(
            """
            INSERT INTO account_events (id, partnership_id, at, by_person, about_person, what, detail)
            VALUES (\(id), \(partnership), \(moment), \(viewer.person), \(person), \(what), \(detail))
            """)
    }

    /// Keeps, and journals, that roles were asked for which a coordinator has to confirm.
    func noteWaiting(
        _ roles: Set<Role>, _ id: ID<AccountEvent>, about person: ID<Person>, by viewer: Viewer,
        of partnership: ID<Partnership>
    ) throws {
        if roles.isEmpty { return }
        let detail = AccountDesk.text(roles)
        journal(
            AccountEvent.What.askRoles.rawValue, "person", person.text, by: viewer.person, of: partnership,
            request: viewer.request, detail: detail)
        try note(.askRoles, id, about: person, by: viewer, of: partnership, detail: detail)
    }

    /// Marks the resets of somebody's account up to this moment as read; says how many were not.
    func markTold(_ person: ID<Person>, upTo shown: Moment) throws -> Int {
        try run(
            """
            UPDATE account_events SET told_at = \(moment)
            WHERE about_person = \(person) AND told_at IS NULL AND at <= \(shown)
                AND what IN (\(AccountEvent.What.resetPassword), \(AccountEvent.What.resetSecondFactor))
            """)
    }
}
