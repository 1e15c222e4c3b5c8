import Access
import Kernel
import Web

/// An API token that is to be made.
package struct NewToken: Sendable {
    /// What it is for.
    package var label: String
    package var scopes: Set<TokenScope>
    /// For how many days it is good: 1 to 365.
    package var days: Int

    package init(label: String, scopes: Set<TokenScope>, days: Int) {
        self.label = label
        self.scopes = scopes
        self.days = days
    }
}

/// An API token at the one moment when its text is known.
package struct CreatedToken: Sendable {
    package let id: ID<APIToken>
    /// `ps_` and 43 characters.
    package let text: String
    package let endsAt: Moment
}

extension AccountDesk {
    /// The most days for which a token is good.
    package static let longestTokenDays = 365

    static func problems(_ draft: NewToken) -> [Problem] {
        var problems: [Problem] = []
        if draft.label.isEmpty { problems.append(Problem("label", "Enter what the token is for")) }
        if draft.label.count > 100 { problems.append(Problem("label", "Use at most 100 characters")) }
        if draft.scopes.isEmpty { problems.append(Problem("scope", "Choose what the token may do")) }
        if !(1...longestTokenDays).contains(draft.days) {
            problems.append(Problem("days", "Enter a number of days from 1 to \(longestTokenDays)"))
        }
        return problems
    }

    /// Prepares a token for somebody in the viewer's partnership. Only its owner gets to see the text, on their own page:
    /// an administrator who saw it could read cases with it. A second arrival of the form makes no second token.
    ///
    /// Throws `AccessError.denied` and `.notVisible`.
    package func prepareToken(
        _ draft: NewToken, for owner: ID<Person>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<APIToken>> {
        let partnership = try AccountDesk.administered(by: viewer)
        let problems = AccountDesk.problems(draft)
        guard problems.isEmpty else { return .refused(problems) }
        let id: ID<APIToken> = world.newID()
        let event: ID<AccountEvent> = world.newID()
        do {
            return try await desk.changeOffice { office in
                guard try office.account(owner, in: partnership) != nil else { throw AccessError.notVisible }
                if let text = try office.repeated(key, by: viewer, verb: "prepare-token"),
                    let made = ID<APIToken>(text)
                {
                    return .done(made)
                }
                try office.insertToken(id, draft: draft, owner: owner, partnership: partnership, hash: nil)
                try office.remember(key, by: viewer, verb: "prepare-token", result: id.text)
                office.journal(
                    "prepare-token", "api-token", id.text, by: viewer.person, of: partnership, event: .collection,
                    request: viewer.request, detail: TokenScope.text(draft.scopes))
                try office.note(
                    .prepareToken, event, about: owner, by: viewer, of: partnership,
                    detail: TokenScope.text(draft.scopes))
                return .done(id)
            }
        } catch let repeated as RepeatedForm {
            return .refused([repeated.problem])
        }
    }

    /// Gives the owner the text of a token that was prepared for them; once.
    ///
    /// Throws `AccessError.notVisible` for anybody else's, and `SecondFactorNeeded` where the token's partnership asks for
    /// a second factor and the session has not given it: a token must not be a way around it.
    package func takeToken(
        _ id: ID<APIToken>, by person: ID<Person>, passedSecondFactor: Bool, request: String
    ) async throws -> Outcome<CreatedToken> {
        let text = newTokenText()
        return try await desk.changeOffice { office in
            guard let token = try office.token(id), token.owner == person else { throw AccessError.notVisible }
            if try !passedSecondFactor && office.requiresSecondFactor(token.partnership) { throw SecondFactorNeeded() }
            guard token.isOpen(at: office.moment),
                try office.takeToken(id, owner: person, hash: SecretHash.of(token: text))
            else {
                return .refused([Problem("", "This token was shown before, or it has ended. Ask for another")])
            }
            office.journal(
                "take-token", "api-token", id.text, by: person, of: token.partnership, event: .disclosure,
                request: request)
            return .done(CreatedToken(id: id, text: text, endsAt: token.endsAt))
        }
    }

    /// Makes a token for the person with this email address and answers its text: for the operator at the command line.
    ///
    /// Throws `AccessError.denied`.
    package func createToken(
        _ draft: NewToken, email: String, by viewer: Viewer
    ) async throws -> Outcome<CreatedToken> {
        guard viewer.door == .operator else { throw AccessError.denied }
        let partnership = try AccountDesk.administered(by: viewer)
        let problems = AccountDesk.problems(draft)
        guard problems.isEmpty else { return .refused(problems) }
        let emailKey = EmailAddress.key(email)
        let text = newTokenText()
        let id: ID<APIToken> = world.newID()
        let event: ID<AccountEvent> = world.newID()
        return try await desk.changeOffice { office in
            guard let owner = try office.signInAccount(emailKey: emailKey), owner.isActive,
                try office.account(owner.id, in: partnership) != nil
            else { return .refused([Problem("email", "Nobody with this email address has a role in the partnership")]) }
            try office.insertToken(
                id, draft: draft, owner: owner.id, partnership: partnership, hash: SecretHash.of(token: text))
            office.journal(
                "create-token", "api-token", id.text, by: nil, of: partnership, event: .collection,
                request: viewer.request, detail: TokenScope.text(draft.scopes))
            try office.note(
                .createToken, event, about: owner.id, by: viewer, of: partnership,
                detail: TokenScope.text(draft.scopes))
            return .done(
                CreatedToken(id: id, text: text, endsAt: office.moment.adding(days: Int64(draft.days))))
        }
    }

    /// Ends a token of the viewer's partnership. Throws `AccessError.denied` and `.notVisible`.
    package func endToken(_ id: ID<APIToken>, by viewer: Viewer) async throws {
        let partnership = try AccountDesk.administered(by: viewer)
        try await desk.changeOffice { office in
            guard let token = try office.token(id), token.partnership == partnership else {
                throw AccessError.notVisible
            }
            try office.end(token, by: viewer.person, request: viewer.request)
        }
    }

    /// Ends a token of one's own. Throws `AccessError.notVisible` for anybody else's.
    package func endOwnToken(_ id: ID<APIToken>, by person: ID<Person>, request: String) async throws {
        try await desk.changeOffice { office in
            guard let token = try office.token(id), token.owner == person else { throw AccessError.notVisible }
            try office.end(token, by: person, request: request)
        }
    }

    private func newTokenText() -> String { "ps_" + world.newToken() }
}

extension Office {
    fileprivate func end(_ token: TokenSummary, by person: ID<Person>?, request: String) throws {
        guard try endToken(token.id) else { return }
        journal("end-token", "api-token", token.id.text, by: person, of: token.partnership, request: request)
    }
}
