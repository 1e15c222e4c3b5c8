import Access
import Kernel
import Web

extension AccountDesk {
    /// Everybody with a role in the viewer's partnership. Throws `AccessError.denied`.
    package func accounts(by viewer: Viewer) async throws -> [AccountSummary] {
        let partnership = try AccountDesk.administered(by: viewer)
        return try await desk.readOffice { office in try office.accounts(in: partnership) }
    }

    /// One of them. Throws `AccessError.denied` and `.notVisible`.
    package func account(_ person: ID<Person>, by viewer: Viewer) async throws -> AccountSummary {
        let partnership = try AccountDesk.administered(by: viewer)
        return try await desk.readOffice { office in
            guard let account = try office.account(person, in: partnership) else { throw AccessError.notVisible }
            return account
        }
    }

    /// The API tokens of the viewer's partnership, newest first. Throws `AccessError.denied`.
    package func tokens(by viewer: Viewer) async throws -> [TokenSummary] {
        let partnership = try AccountDesk.administered(by: viewer)
        return try await desk.readOffice { office in try office.tokens(of: partnership) }
    }

    /// Whether everybody in the viewer's partnership needs a second factor. Throws `AccessError.denied`.
    package func requiresSecondFactor(by viewer: Viewer) async throws -> Bool {
        let partnership = try AccountDesk.administered(by: viewer)
        return try await desk.readOffice { office in try office.requiresSecondFactor(partnership) }
    }

    /// What somebody sees of their own account; `token` is that of the session that asks.
    package func ownAccount(of person: ID<Person>, token: String) async throws -> OwnAccount {
        let hash = SecretHash.of(token: token)
        let settings = settings
        return try await desk.readOffice { office in
            guard let account = try office.signInAccount(id: person) else { throw AccessError.notVisible }
            return OwnAccount(
                email: account.email,
                sessions: try office.sessions(of: person, thisOne: hash, at: office.moment, settings: settings),
                recoveryCodesLeft: try office.recoveryCodesLeft(of: person),
                needsSecondFactor: try office.needsSecondFactor(person),
                tokens: try office.tokens(ofOwner: person), towns: try office.townLabels(of: person))
        }
    }

    /// Ends every session of somebody but the one that asks, and says how many there were.
    package func endOtherSessions(of person: ID<Person>, token: String, request: String) async throws -> Int {
        let hash = SecretHash.of(token: token)
        return try await desk.changeOffice { office in
            let count = try office.endSessions(of: person, but: hash)
            if count > 0 {
                office.journal("end-other-sessions", "person", person.text, by: person, request: request)
            }
            return count
        }
    }

    /// Who comes with this API token, with the roles that its owner has now; nil when it is unknown, ended or its owner
    /// has no role left. The viewer may change something only when one of the scopes does.
    package func tokenViewer(bearer: String, request: String) async throws -> (viewer: Viewer, scopes: Set<TokenScope>)? {
        guard bearer.hasPrefix("ps_"), bearer.utf8.count == 46 else { return nil }
        let hash = SecretHash.of(token: bearer)
        let found = try await desk.readOffice { office in try office.token(hash: hash, at: office.moment) }
        guard let found, let place = found.person.places.first, let scopes = TokenScope.list(found.scope) else {
            return nil
        }
        let person = found.person
        let viewer = Viewer(
            person: person.id, name: person.name, organisation: person.organisation,
            organisationName: person.organisationName, partnership: place.id, roles: place.roles, town: place.town,
            agreementInForce: place.agreementInForce, request: request, mayChange: scopes.contains(where: \.isWriting))
        return (viewer, scopes)
    }
}
