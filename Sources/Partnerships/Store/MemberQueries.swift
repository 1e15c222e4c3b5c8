import Access
import Kernel
import Store

extension QuerySurface {
    /// The organisations that are or were members of a partnership: those that are first, in its own order.
    func memberships(of partnership: ID<Partnership>) throws -> [PartnershipMember] {
        try memberships("m.partnership_id = \(partnership)", roles: "r.partnership_id = \(partnership)")
    }

    /// One of them; nil for an organisation that never was a member.
    func membership(of organisation: ID<Organisation>, in partnership: ID<Partnership>) throws -> PartnershipMember? {
        try memberships(
            "m.partnership_id = \(partnership) AND m.organisation_id = \(organisation)",
            roles: "r.partnership_id = \(partnership)"
        ).first
    }

    private func memberships(_ condition: Statement, roles: Statement) throws -> [PartnershipMember] {
        try rows(
            """
            SELECT o.id, o.name, o.kind, o.is_enforcement, m.left_on,
                (SELECT COUNT(DISTINCT p.id) FROM people p JOIN roles r ON r.person_id = p.id
                 WHERE p.organisation_id = o.id AND p.is_active = 1 AND \(roles))
            FROM partnership_members m JOIN organisations o ON o.id = m.organisation_id
            WHERE \(condition)
            ORDER BY CASE WHEN m.left_on IS NULL THEN 0 ELSE 1 END, m.position, o.name
            """
        ) { row in
            PartnershipMember(
                organisation: OrganisationSummary(
                    id: try row.next(), name: try row.next(), kind: try row.next(), isEnforcement: try row.next()),
                leftOn: try row.next(), people: try row.next())
        }
    }

    /// The organisations of this installation that are not members of a partnership now, by name.
    func outsiders(of partnership: ID<Partnership>) throws -> [OrganisationSummary] {
        try rows(
            """
            SELECT o.id, o.name, o.kind, o.is_enforcement FROM organisations o
            WHERE NOT EXISTS (SELECT 1 FROM partnership_members m WHERE m.partnership_id = \(partnership)
                AND m.organisation_id = o.id AND m.left_on IS NULL)
            ORDER BY o.name
            """
        ) { row in
            OrganisationSummary(
                id: try row.next(), name: try row.next(), kind: try row.next(), isEnforcement: try row.next())
        }
    }

    func organisation(named name: String) throws -> ID<Organisation>? {
        try value("SELECT id FROM organisations WHERE name_key = \(FoldedText(name).key)")
    }

    func organisationExists(_ id: ID<Organisation>) throws -> Bool {
        try value("SELECT COUNT(*) FROM organisations WHERE id = \(id)", as: Int.self) ?? 0 > 0
    }

    /// The people who speak for their organisations in a partnership, by organisation.
    package func contacts(of partnership: ID<Partnership>) throws -> [ID<Organisation>: [String]] {
        let found = try rows(
            """
            SELECT DISTINCT p.organisation_id, p.name FROM roles r JOIN people p ON p.id = r.person_id
            WHERE r.partnership_id = \(partnership) AND r.role IN ('member', 'coordinator') AND p.is_active = 1
            ORDER BY p.name
            """
        ) { row in (try row.next(ID<Organisation>.self), try row.next(String.self)) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// What was done to accounts of a partnership since a moment, newest first.
    func accountChanges(of partnership: ID<Partnership>, since moment: Moment) throws -> [AccountChange] {
        try rows(
            """
            SELECT e.at, e.what, e.detail, b.name, a.name, o.name
            FROM account_events e LEFT JOIN people b ON b.id = e.by_person
            LEFT JOIN people a ON a.id = e.about_person LEFT JOIN organisations o ON o.id = a.organisation_id
            WHERE e.partnership_id = \(partnership) AND e.at > \(moment)
            ORDER BY e.at DESC, e.id DESC LIMIT 500
            """
        ) { row in
            AccountChange(
                at: try row.next(), what: try row.next(), detail: try row.next(), by: try row.next(),
                about: try row.next(), aboutOrganisation: try row.next())
        }
    }
}

extension Office {
    func insertOrganisation(_ id: ID<Organisation>, name: String, kind: String, isEnforcement: Bool) throws {
        try run(
            """
            INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
            VALUES (\(id), \(name), \(FoldedText(name).key), \(kind), \(isEnforcement))
            """)
    }

    /// Makes an organisation a member from today, after all others; one that has left keeps its place. Says whether it
    /// was no member before.
    func insertMember(_ organisation: ID<Organisation>, of partnership: ID<Partnership>) throws -> Bool {
        let position =
            try value("SELECT COUNT(*) FROM partnership_members WHERE partnership_id = \(partnership)", as: Int.self)
            ?? 0
        return try run(
            """
            INSERT INTO partnership_members (partnership_id, organisation_id, position, joined_on)
            VALUES (\(partnership), \(organisation), \(position), \(moment.day))
            ON CONFLICT (partnership_id, organisation_id) DO UPDATE SET left_on = NULL, joined_on = excluded.joined_on
            WHERE partnership_members.left_on IS NOT NULL
            """) > 0
    }

    /// Ends a membership today; false when it had ended.
    func endMember(_ organisation: ID<Organisation>, of partnership: ID<Partnership>) throws -> Bool {
        try run(
            """
            UPDATE partnership_members SET left_on = \(moment.day)
            WHERE partnership_id = \(partnership) AND organisation_id = \(organisation) AND left_on IS NULL
            """) > 0
    }

    func keepSettings(_ settings: PartnershipSettings, of partnership: ID<Partnership>) throws {
        try run(
            """
            UPDATE partnerships SET sharing_agreement = \(settings.agreement),
                agreement_valid_until = \(settings.validUntil), scoping_hours = \(settings.scopingHours)
            WHERE id = \(partnership)
            """)
    }
}
