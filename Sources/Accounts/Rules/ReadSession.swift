import Access
import Kernel
import Web

extension AccountDesk: SessionReader {
    /// Whoever holds this session token now; nil when it is unknown, ended, expired or not finished.
    ///
    /// One statement; once a minute a second one notes that the session is in use.
    package func signedIn(token: String) async throws -> SignedInPerson? {
        guard let session = try await session(token: token), session.step == nil else { return nil }
        if world.now().seconds(since: session.seenAt) >= AccountSettings.seenSeconds {
            let hash = SecretHash.of(token: token)
            try await desk.changeOffice { office in try office.markSeen(tokenHash: hash) }
        }
        return session.person
    }

    /// The sign-in that was begun with this token and waits for its next step; nil when there is none.
    package func unfinishedSignIn(token: String) async throws -> UnfinishedSignIn? {
        guard let session = try await session(token: token), let step = session.step else { return nil }
        return UnfinishedSignIn(
            step: step, person: session.person.id, name: session.person.name, email: session.email,
            formSecret: session.person.formSecret, asPerson: session.person)
    }

    private func session(token: String) async throws -> Session? {
        guard (40...100).contains(token.utf8.count) else { return nil }
        let hash = SecretHash.of(token: token)
        let now = world.now()
        // Asked for once in a request, here where it begins: what is kept of its page counts by the same state.
        let state = try await desk.state()
        let key = KeptKey(reader: hash, subject: "session", at: state)
        let session = try await desk.readOffice(keeping: key) { try $0.session(tokenHash: hash, on: now.day) }
        guard var session, session.isValid(at: now, settings: settings) else { return nil }
        session.person.state = state
        return session
    }

    /// Removes sessions that have ended and limits that nobody uses; for the daily upkeep.
    package func sweep() async throws {
        let settings = settings
        try await desk.changeOffice { office in
            try office.deleteEndedSessions(settings: settings)
            try office.forgetRateLimits(before: office.moment.adding(days: -1))
        }
    }
}
