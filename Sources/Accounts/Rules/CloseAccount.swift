import Access
import Kernel

extension AccountDesk {
    /// Closes an account, or opens it again. Closing ends every session and every use of its API tokens at once.
    ///
    /// Throws `AccessError.denied` and `.notVisible`.
    package func setActive(_ isActive: Bool, of person: ID<Person>, by viewer: Viewer) async throws -> Outcome<Bool> {
        if person == viewer.person { return .refused([AccountDesk.notYourself]) }
        return try await change(isActive ? .openAccount : .closeAccount, of: person, by: viewer) { office in
            try office.setActive(isActive, of: person)
            if isActive { try office.keep(Lockout(), of: person) } else { try office.endSessions(of: person) }
        }
    }

    /// Ends every session of somebody in the viewer's partnership.
    package func endSessions(of person: ID<Person>, by viewer: Viewer) async throws -> Outcome<Bool> {
        let partnership = try AccountDesk.administered(by: viewer)
        return try await desk.changeOffice { office in
            guard try office.account(person, in: partnership) != nil else { throw AccessError.notVisible }
            try office.endSessions(of: person)
            office.journal(
                "end-sessions", "person", person.text, by: viewer.person, of: partnership, request: viewer.request)
            return .done(true)
        }
    }

    /// Removes the second factor of somebody who has lost their telephone and their recovery codes.
    package func resetSecondFactor(of person: ID<Person>, by viewer: Viewer) async throws -> Outcome<Bool> {
        if person == viewer.person { return .refused([AccountDesk.notYourself]) }
        return try await change(.resetSecondFactor, of: person, by: viewer) { office in
            try office.removeSecondFactor(of: person)
            try office.endSessions(of: person)
        }
    }

    /// Gives somebody a temporary password in place of a forgotten one; the answer is to be told to them.
    ///
    /// Whoever reads the answer could come in with it, so the reset is told to the account's owner when they sign in, and
    /// to the coordinators on the page of their partnership. Throws `AccessError.denied` and `.notVisible`.
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
        let outcome = try await change(.resetPassword, of: person, by: viewer) { office in
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
        let what: AccountEvent.What = isRequired ? .requireSecondFactor : .allowWithoutSecondFactor
        let event: ID<AccountEvent> = world.newID()
        try await desk.changeOffice { office in
            try office.setRequiresSecondFactor(isRequired, partnership)
            office.journal(
                what.rawValue, "partnership", partnership.text, by: viewer.person, of: partnership,
                request: viewer.request)
            try office.note(what, event, about: nil, by: viewer, of: partnership)
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
        _ what: AccountEvent.What, of person: ID<Person>, by viewer: Viewer,
        _ body: @escaping @Sendable (Office) throws -> Void
    ) async throws -> Outcome<Bool> {
        let partnership = try AccountDesk.administered(by: viewer)
        let event: ID<AccountEvent> = world.newID()
        return try await desk.changeOffice { office in
            guard try office.account(person, in: partnership) != nil else { throw AccessError.notVisible }
            if try office.rolesElsewhere(of: person, but: partnership) > 0 {
                return .refused([AccountDesk.worksElsewhere])
            }
            try body(office)
            office.journal(
                what.rawValue, "person", person.text, by: viewer.person, of: partnership, request: viewer.request)
            try office.note(what, event, about: person, by: viewer, of: partnership)
            return .done(true)
        }
    }
}
