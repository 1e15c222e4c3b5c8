import Access
import Kernel
import Store

extension QuerySurface {
    /// Everybody who holds a role in a partnership, or for whom one waits, by name.
    func accounts(in partnership: ID<Partnership>) throws -> [AccountSummary] {
        try accounts("r.partnership_id = \(partnership)")
    }

    /// One of them; nil for anybody else.
    func account(_ person: ID<Person>, in partnership: ID<Partnership>) throws -> AccountSummary? {
        try accounts("r.partnership_id = \(partnership) AND p.id = \(person)").first
    }

    private func accounts(_ condition: Statement) throws -> [AccountSummary] {
        var accounts: [AccountSummary] = []
        _ = try rows(
            """
            SELECT p.id, p.name, p.email, o.id, o.name, CASE WHEN m.organisation_id IS NULL THEN 0 ELSE 1 END,
                p.is_active, CASE WHEN p.second_factor IS NULL THEN 0 ELSE 1 END,
                CASE WHEN p.password_hash LIKE 'must-change:%' THEN 1 ELSE 0 END, p.locked_until,
                r.waits, r.role, r.town_id, t.label
            FROM (
                SELECT h.person_id, h.partnership_id, h.role, h.town_id, 0 AS waits FROM roles h
                UNION ALL
                SELECT w.person_id, w.partnership_id, w.role, NULL, 1 FROM waiting_roles w
            ) r
            JOIN people p ON p.id = r.person_id
            JOIN organisations o ON o.id = p.organisation_id
            LEFT JOIN partnership_members m ON m.partnership_id = r.partnership_id AND m.organisation_id = o.id
                AND m.left_on IS NULL
            LEFT JOIN partnership_terms t ON t.id = r.town_id
            WHERE \(condition)
            ORDER BY p.name, p.id
            """
        ) { row in
            let account = AccountSummary(
                id: try row.next(), name: try row.next(), email: try row.next(), organisation: try row.next(),
                organisationName: try row.next(), isOrganisationMember: try row.next(), isActive: try row.next(),
                hasSecondFactor: try row.next(), hasTemporaryPassword: try row.next(), lockedUntil: try row.next(),
                roles: [])
            let waits: Bool = try row.next()
            let role: Role = try row.next()
            if accounts.last?.id != account.id { accounts.append(account) }
            let last = accounts.count - 1
            if waits {
                accounts[last].waiting.insert(role)
            } else {
                accounts[last].roles.insert(role)
            }
            if role == .townLead {
                accounts[last].town = try row.next()
                accounts[last].townLabel = try row.next()
            }
        }
        return accounts
    }

    /// The member organisations and the towns of a partnership.
    func accountChoices(in partnership: ID<Partnership>) throws -> AccountChoices {
        AccountChoices(
            organisations: try rows(
                """
                SELECT o.id, o.name FROM partnership_members m JOIN organisations o ON o.id = m.organisation_id
                WHERE m.partnership_id = \(partnership) AND m.left_on IS NULL ORDER BY m.position, o.name
                """
            ) { row in AccountChoices.Organisation(id: try row.next(), name: try row.next()) },
            towns: try rows(
                """
                SELECT id, label FROM partnership_terms WHERE partnership_id = \(partnership) AND kind = 'town'
                ORDER BY label_key
                """
            ) { row in AccountChoices.Town(id: try row.next(), label: try row.next()) })
    }

    func partnershipID(slug: String) throws -> ID<Partnership>? {
        try value("SELECT id FROM partnerships WHERE slug = \(slug)")
    }

    func requiresSecondFactor(_ partnership: ID<Partnership>) throws -> Bool {
        try value("SELECT requires_second_factor FROM partnerships WHERE id = \(partnership)") ?? false
    }

    /// How many roles somebody holds in other partnerships than this.
    func rolesElsewhere(of person: ID<Person>, but partnership: ID<Partnership>) throws -> Int {
        try value(
            "SELECT COUNT(*) FROM roles WHERE person_id = \(person) AND partnership_id <> \(partnership)",
            as: Int.self) ?? 0
    }

    /// The towns of a town lead, by partnership.
    func townLabels(of person: ID<Person>) throws -> [ID<Partnership>: String] {
        let found = try rows(
            """
            SELECT r.partnership_id, t.label FROM roles r JOIN partnership_terms t ON t.id = r.town_id
            WHERE r.person_id = \(person)
            """
        ) { row in (try row.next(ID<Partnership>.self), try row.next(String.self)) }
        return Dictionary(found) { first, _ in first }
    }
}

extension Office {
    /// Makes an account. Throws `StoreError.unique` when the address has one.
    package func insertPerson(
        _ id: ID<Person>, name: String, email: EmailAddress, organisation: ID<Organisation>, password: StoredPassword?
    ) throws {
        try run(
            """
            INSERT INTO people (id, organisation_id, name, email, email_key, password_hash, created_at)
            VALUES (\(id), \(organisation), \(name), \(email.text), \(email.key), \(password?.text), \(moment))
            """)
    }

    /// Gives somebody exactly these roles in a partnership.
    package func setRoles(
        _ roles: Set<Role>, town: ID<Term>?, of person: ID<Person>, in partnership: ID<Partnership>
    ) throws {
        try run("DELETE FROM roles WHERE person_id = \(person) AND partnership_id = \(partnership)")
        for role in Role.allCases where roles.contains(role) {
            try run(
                """
                INSERT INTO roles (person_id, partnership_id, role, town_id, granted_at)
                VALUES (\(person), \(partnership), \(role), \(role == .townLead ? town : nil), \(moment))
                """)
        }
    }

    func setActive(_ isActive: Bool, of person: ID<Person>) throws {
        try run("UPDATE people SET is_active = \(isActive) WHERE id = \(person)")
    }

    func setRequiresSecondFactor(_ isRequired: Bool, _ partnership: ID<Partnership>) throws {
        try run("UPDATE partnerships SET requires_second_factor = \(isRequired) WHERE id = \(partnership)")
    }
}
