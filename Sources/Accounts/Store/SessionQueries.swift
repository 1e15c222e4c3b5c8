import Access
import Kernel
import Store
import Web

extension QuerySurface {
    /// The session with this token and everything a page needs to know of its owner: one statement, because every page
    /// begins with it. One row for each role, or one without a role.
    func session(tokenHash: String, on day: Day) throws -> Session? {
        var session: SessionColumns?
        var places: [PartnershipPlace] = []
        _ = try rows(
            """
            SELECT s.form_secret, s.second_factor_passed, s.created_at, s.seen_at, s.expires_at,
                p.id, p.name, p.email, CASE WHEN p.second_factor IS NULL THEN 0 ELSE 1 END,
                CASE WHEN p.password_hash LIKE 'must-change:%' THEN 1 ELSE 0 END, o.id, o.name,
                g.id, g.slug, g.name, g.is_demonstration, g.requires_second_factor, g.agreement_valid_until,
                r.role, r.town_id
            FROM sessions s
            JOIN people p ON p.id = s.person_id AND p.is_active = 1
            JOIN organisations o ON o.id = p.organisation_id
            LEFT JOIN roles r ON r.person_id = p.id
            LEFT JOIN partnership_members m ON m.partnership_id = r.partnership_id
                AND m.organisation_id = p.organisation_id AND m.left_on IS NULL
            LEFT JOIN partnerships g ON g.id = m.partnership_id
            WHERE s.token_hash = \(tokenHash)
            ORDER BY g.name, g.id
            """
        ) { row in
            let columns = try SessionColumns(row)
            session = columns
            try places.add(row, on: day)
        }
        guard let session else { return nil }
        return session.session(places: places)
    }

    /// The owner of an API token with the roles they have now, in the partnership of the token.
    func token(hash: String, at moment: Moment) throws -> (person: SignedInPerson, scope: String)? {
        var found: (ID<Person>, String, ID<Organisation>, String, String)?
        var places: [PartnershipPlace] = []
        _ = try rows(
            """
            SELECT p.id, p.name, o.id, o.name, t.scope,
                g.id, g.slug, g.name, g.is_demonstration, g.requires_second_factor, g.agreement_valid_until,
                r.role, r.town_id
            FROM api_tokens t
            JOIN people p ON p.id = t.person_id AND p.is_active = 1
            JOIN organisations o ON o.id = p.organisation_id
            JOIN partnerships g ON g.id = t.partnership_id
            JOIN partnership_members m ON m.partnership_id = g.id AND m.organisation_id = o.id AND m.left_on IS NULL
            JOIN roles r ON r.person_id = p.id AND r.partnership_id = g.id
            WHERE t.token_hash = \(hash) AND t.ended_at IS NULL AND t.ends_at > \(moment)
            """
        ) { row in
            found = (try row.next(), try row.next(), try row.next(), try row.next(), try row.next())
            try places.add(row, on: moment.day)
        }
        guard let found else { return nil }
        let person = SignedInPerson(
            id: found.0, name: found.1, organisation: found.2, organisationName: found.3, formSecret: "",
            hasSecondFactor: false, passedSecondFactor: false, places: places)
        return (person, found.4)
    }
}

/// What a row tells of the session and its owner.
private struct SessionColumns {
    let formSecret: String
    let passedSecondFactor: Bool
    let createdAt: Moment
    let seenAt: Moment
    let expiresAt: Moment
    let person: ID<Person>
    let name: String
    let email: String
    let hasSecondFactor: Bool
    let mustChange: Bool
    let organisation: ID<Organisation>
    let organisationName: String

    init(_ row: any Row) throws {
        formSecret = try row.next()
        passedSecondFactor = try row.next()
        createdAt = try row.next()
        seenAt = try row.next()
        expiresAt = try row.next()
        person = try row.next()
        name = try row.next()
        email = try row.next()
        hasSecondFactor = try row.next()
        mustChange = try row.next()
        organisation = try row.next()
        organisationName = try row.next()
    }

    func session(places: [PartnershipPlace]) -> Session {
        let step: SignInStep? =
            if hasSecondFactor && !passedSecondFactor { .code } else if mustChange { .newPassword } else { nil }
        return Session(
            person: SignedInPerson(
                id: person, name: name, organisation: organisation, organisationName: organisationName,
                formSecret: formSecret, hasSecondFactor: hasSecondFactor, passedSecondFactor: passedSecondFactor,
                places: places),
            email: email, step: step, createdAt: createdAt, seenAt: seenAt, expiresAt: expiresAt)
    }
}

extension [PartnershipPlace] {
    /// Adds the role of one row to its place. Rows of one partnership follow each other; a row without a partnership is a
    /// role that does not count, because the organisation has left.
    fileprivate mutating func add(_ row: any Row, on day: Day) throws {
        guard let id = try row.next(ID<Partnership>?.self) else { return }
        let slug: String = try row.next()
        let name: String = try row.next()
        let isDemonstration: Bool = try row.next()
        let requiresSecondFactor: Bool = try row.next()
        let validUntil: Day? = try row.next()
        let role: Role = try row.next()
        let town: ID<Term>? = try row.next()
        if last?.id != id {
            append(
                PartnershipPlace(
                    id: id, slug: slug, name: name, roles: [], town: nil, isDemonstration: isDemonstration,
                    requiresSecondFactor: requiresSecondFactor, agreementInForce: validUntil.map { $0 >= day } ?? true))
        }
        self[count - 1].roles.insert(role)
        if role == .townLead { self[count - 1].town = town }
    }
}

extension QuerySurface {
    /// The sessions of a person that still count, newest first.
    func sessions(of person: ID<Person>, thisOne: String, at moment: Moment, settings: AccountSettings) throws
        -> [SessionSummary]
    {
        try rows(
            """
            SELECT token_hash, created_at, seen_at FROM sessions
            WHERE person_id = \(person) AND expires_at > \(moment)
                AND seen_at > \(moment.adding(seconds: -settings.idleSeconds))
            ORDER BY created_at DESC
            """
        ) { row in
            let hash: String = try row.next()
            return SessionSummary(createdAt: try row.next(), seenAt: try row.next(), isThisOne: hash == thisOne)
        }
    }
}

extension Office {
    /// Begins a session; only the hash of its token is kept.
    func begin(_ session: NewSession, of person: ID<Person>, passedSecondFactor: Bool, settings: AccountSettings) throws {
        try run(
            """
            INSERT INTO sessions (token_hash, person_id, form_secret, second_factor_passed, created_at, seen_at,
                expires_at)
            VALUES (\(session.tokenHash), \(person), \(session.formSecret), \(passedSecondFactor), \(moment), \(moment),
                \(moment.adding(seconds: settings.absoluteSeconds)))
            """)
    }

    /// Ends one session; says whether there was one.
    @discardableResult
    func endSession(tokenHash: String) throws -> Bool {
        try run("DELETE FROM sessions WHERE token_hash = \(tokenHash)") > 0
    }

    /// Ends every session of a person, or every one but this, and returns how many there were.
    @discardableResult
    func endSessions(of person: ID<Person>, but tokenHash: String = "") throws -> Int {
        try run("DELETE FROM sessions WHERE person_id = \(person) AND token_hash <> \(tokenHash)")
    }

    func deleteEndedSessions(settings: AccountSettings) throws {
        try run(
            """
            DELETE FROM sessions WHERE expires_at <= \(moment)
                OR seen_at <= \(moment.adding(seconds: -settings.idleSeconds))
            """)
    }

    /// Notes when sessions were last in use, by the hashes of their tokens; a note of less than a minute later is left out.
    /// A session that has ended stays ended.
    func markSeen(_ uses: [String: Moment]) throws {
        // In one order everywhere, so that two servers do not wait for each other.
        for (tokenHash, seenAt) in uses.sorted(by: { $0.key < $1.key }) {
            try run(
                """
                UPDATE sessions SET seen_at = \(seenAt)
                WHERE token_hash = \(tokenHash) AND seen_at <= \(seenAt.adding(seconds: -AccountSettings.seenSeconds))
                """)
        }
    }
}

/// The secrets of a session that is about to begin.
struct NewSession: Sendable {
    let token: String
    let formSecret: String

    init(world: World) {
        token = world.newToken()
        formSecret = world.newToken()
    }

    var tokenHash: String { SecretHash.of(token: token) }
}
