import Access
import Kernel

extension AccountDesk {
    /// Closes an account, or opens it again. Closing ends every session and every use of its API tokens at once.
    ///
    /// Throws `AccessError.denied` and `.notVisible`.
    package func setActive(_ isActive: Bool, of person: ID<Person>, by viewer: Viewer) async throws -> Outcome<Bool> {
        if person == viewer.person { return .refused([AccountDesk.notYourself]) }
        return try await change(isActive ? "open-account" : "close-account", of: person, by: viewer) { office in
            try office.setActive(isActive, of: person)
            if isActive { try office.keep(Lockout(), of: person) } else { try office.endSessions(of: person) }
        }
    }

    /// Ends every session of somebody in the viewer's partnership.
    package func endSessions(of person: ID<Person>, by viewer: Viewer) async throws -> Outcome<Bool> {
        try await change("end-sessions", of: person, by: viewer, touchesOtherPartnerships: false) { office in
            try office.endSessions(of: person)
        }
    }

    /// Removes the second factor of somebody who has lost their telephone and their recovery codes.
    package func resetSecondFactor(of person: ID<Person>, by viewer: Viewer) async throws -> Outcome<Bool> {
        if person == viewer.person { return .refused([AccountDesk.notYourself]) }
        return try await change("reset-second-factor", of: person, by: viewer) { office in
            try office.removeSecondFactor(of: person)
            try office.endSessions(of: person)
        }
    }

    /// Gives somebody a temporary password in place of a forgotten one; the answer is to be told to them.
    package func resetPassword(of person: ID<Person>, by viewer: Viewer) async throws -> Outcome<String> {
        if person == viewer.person { return .refused([AccountDesk.notYourself]) }
        _ = try AccountDesk.administered(by: viewer)
        let temporary = ReadableCode.make(groups: 4, world: world)
        let hash: String
        do {
            hash = try await passwords.hash(temporary)
        } catch is PasswordHasher.Busy {
            return .refused([AccountDesk.busy])
        }
        let outcome = try await change("reset-password", of: person, by: viewer) { office in
            let end = office.moment.adding(days: AccountSettings.temporaryPasswordDays)
            try office.replacePassword(
                of: person, with: StoredPassword(hash: hash, temporaryUntil: end), insteadOf: nil)
            try office.keep(Lockout(), of: person)
            try office.endSessions(of: person)
        }
        switch outcome {
        case .done: return .done(temporary)
        case .refused(let problems): return .refused(problems)
        }
    }

    /// Says whether everybody in the viewer's partnership needs a second factor.
    package func requireSecondFactor(_ isRequired: Bool, by viewer: Viewer) async throws {
        let partnership = try AccountDesk.administered(by: viewer)
        try await desk.changeOffice { office in
            try office.setRequiresSecondFactor(isRequired, partnership)
            office.journal(
                isRequired ? "require-second-factor" : "allow-without-second-factor", "partnership", partnership.text,
                by: viewer.person, of: partnership, request: viewer.request)
        }
    }

    static let notYourself = Problem("", "You cannot do this to your own account. Another administrator can")
    static let worksElsewhere = Problem(
        "",
        "This person works in another partnership too, so the account is not yours alone to change. "
            + "Take their roles here instead")

    /// A change to an account that the viewer's partnership has to itself: what one administrator does must not reach
    /// into another partnership.
    private func change(
        _ verb: String, of person: ID<Person>, by viewer: Viewer, touchesOtherPartnerships: Bool = true,
        _ body: @escaping @Sendable (Office) throws -> Void
    ) async throws -> Outcome<Bool> {
        let partnership = try AccountDesk.administered(by: viewer)
        return try await desk.changeOffice { office in
            guard try office.account(person, in: partnership) != nil else { throw AccessError.notVisible }
            if touchesOtherPartnerships, try office.rolesElsewhere(of: person, but: partnership) > 0 {
                return .refused([AccountDesk.worksElsewhere])
            }
            try body(office)
            office.journal(
                verb, "person", person.text, by: viewer.person, of: partnership, request: viewer.request)
            return .done(true)
        }
    }
}
