import Access
import Kernel
import Web

extension AccountDesk: SessionReader {
    /// Whoever holds this session token now; nil when it is unknown, ended, expired or not finished.
    ///
    /// One statement. That the session is in use is written down when the minute is over, with all others of this server;
    /// where half of the idle time is over, at once: so another server never takes the session for idle.
    package func signedIn(token: String) async throws -> SignedInPerson? {
        try await writeUses(uses.takeDue(at: world.now()))
        guard let session = try await session(token: token), session.step == nil else { return nil }
        let now = world.now()
        let unwritten = now.seconds(since: session.seenAt)
        if unwritten >= settings.idleSeconds / 2 {
            try await writeUses([SecretHash.of(token: token): now])
        } else if unwritten >= AccountSettings.seenSeconds {
            uses.note(SecretHash.of(token: token), at: now)
        }
        return session.person
    }

    /// Writes down which sessions were in use at this server. To be called at the start of each minute, because nobody may
    /// ask this server again for a while, and before it stops.
    package func writeUses() async throws {
        try await writeUses(uses.takeAll())
    }

    /// Writes down when sessions were last in use; what cannot be written is tried again with the next request.
    private func writeUses(_ taken: [String: Moment]) async throws {
        guard !taken.isEmpty else { return }
        do {
            try await desk.changeOffice { office in try office.markSeen(taken) }
        } catch {
            uses.putBack(taken)
            throw error
        }
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
        try await writeUses()
        try await desk.changeOffice { office in
            try office.deleteEndedSessions(settings: settings)
            try office.forgetRateLimits(before: office.moment.adding(days: -1))
        }
    }
}
