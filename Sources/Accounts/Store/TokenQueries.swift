import Access
import Kernel
import Store

extension QuerySurface {
    func tokens(of partnership: ID<Partnership>) throws -> [TokenSummary] {
        try tokens("t.partnership_id = \(partnership)")
    }

    func tokens(ofOwner person: ID<Person>) throws -> [TokenSummary] {
        try tokens("t.person_id = \(person)")
    }

    func token(_ id: ID<APIToken>) throws -> TokenSummary? {
        try tokens("t.id = \(id)").first
    }

    private func tokens(_ condition: Statement) throws -> [TokenSummary] {
        try rows(
            """
            SELECT t.id, t.label, p.id, p.name, g.id, g.name, t.scope, t.created_at, t.ends_at, t.ended_at,
                CASE WHEN t.token_hash LIKE 'waiting:%' THEN 1 ELSE 0 END
            FROM api_tokens t JOIN people p ON p.id = t.person_id JOIN partnerships g ON g.id = t.partnership_id
            WHERE \(condition) ORDER BY t.created_at DESC, t.id DESC
            """
        ) { row in
            TokenSummary(
                id: try row.next(), label: try row.next(), owner: try row.next(), ownerName: try row.next(),
                partnership: try row.next(), partnershipName: try row.next(),
                scopes: TokenScope.list(try row.next()) ?? [], createdAt: try row.next(), endsAt: try row.next(),
                endedAt: try row.next(), isWaiting: try row.next())
        }
    }
}

extension Office {
    /// Keeps a token. Until its owner has taken the text there is no hash that any text could have.
    func insertToken(
        _ id: ID<APIToken>, draft: NewToken, owner: ID<Person>, partnership: ID<Partnership>, hash: String?
    ) throws {
        try run(
            """
            INSERT INTO api_tokens (id, token_hash, person_id, partnership_id, label, scope, created_at, ends_at)
            VALUES (\(id), \(hash ?? "waiting:\(id.text)"), \(owner), \(partnership), \(draft.label),
                \(TokenScope.text(draft.scopes)), \(moment), \(moment.adding(days: Int64(draft.days))))
            """)
    }

    /// Gives a waiting token of this owner its text; false when it does not wait.
    func takeToken(_ id: ID<APIToken>, owner: ID<Person>, hash: String) throws -> Bool {
        try run(
            """
            UPDATE api_tokens SET token_hash = \(hash)
            WHERE id = \(id) AND person_id = \(owner) AND token_hash LIKE 'waiting:%' AND ended_at IS NULL
            """) > 0
    }

    /// Ends a token; false when it had ended.
    func endToken(_ id: ID<APIToken>) throws -> Bool {
        try run("UPDATE api_tokens SET ended_at = \(moment) WHERE id = \(id) AND ended_at IS NULL") > 0
    }
}
