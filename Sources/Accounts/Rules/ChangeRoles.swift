import Access
import Kernel

extension AccountDesk {
    /// Gives somebody exactly these roles in the viewer's partnership; none takes them out of it. It counts from their
    /// next request; what opens cases, once a coordinator has confirmed it (`confirmRoles`).
    ///
    /// Nobody changes their own roles: an administrator sees no cases, and must not come to see them by their own hand.
    /// Throws `AccessError.denied` and `.notVisible`.
    package func changeRoles(
        of person: ID<Person>, to roles: Set<Role>, town: ID<Term>?, by viewer: Viewer
    ) async throws -> Outcome<Bool> {
        let partnership = try AccountDesk.administered(by: viewer)
        if person == viewer.person { return .refused([AccountDesk.notYourOwnRoles]) }
        let event: ID<AccountEvent> = world.newID()
        let asked: ID<AccountEvent> = world.newID()
        return try await desk.changeOffice { office in
            guard try office.account(person, in: partnership) != nil else { throw AccessError.notVisible }
            let choices = try office.accountChoices(in: partnership)
            let problems = roles.isEmpty ? [] : AccountDesk.problems(roles, town: town, choices: choices)
            guard problems.isEmpty else { return .refused(problems) }
            let waiting = try office.giveRoles(roles, town: town, to: person, in: partnership, by: viewer)
            let given = AccountDesk.text(roles.subtracting(waiting))
            office.journal(
                "change-roles", "person", person.text, by: viewer.person, of: partnership, request: viewer.request,
                detail: given)
            try office.note(.changeRoles, event, about: person, by: viewer, of: partnership, detail: given)
            try office.noteWaiting(waiting, asked, about: person, by: viewer, of: partnership)
            return .done(true)
        }
    }

    /// The same in words, for the command line: the person by email address, the town by name, in any case.
    ///
    /// The viewer is the operator of the partnership; throws `AccessError.denied` for anybody else.
    package func changeRoles(
        email: String, to roles: Set<Role>, town: String?, by viewer: Viewer
    ) async throws -> Outcome<Bool> {
        guard viewer.door == .operator else { throw AccessError.denied }
        let partnership = try AccountDesk.administered(by: viewer)
        let choices = try await choices(by: viewer)
        let townFound = town.flatMap { wanted in
            choices.towns.first { FoldedText($0.label) == FoldedText(wanted) }
        }
        if town != nil, townFound == nil {
            return .refused([Problem("town", "This partnership has no town of that name")])
        }
        let emailKey = EmailAddress.key(email)
        let person = try await desk.readOffice { office -> ID<Person>? in
            guard let known = try office.signInAccount(emailKey: emailKey),
                try office.account(known.id, in: partnership) != nil
            else { return nil }
            return known.id
        }
        guard let person else {
            return .refused([Problem("email", "Nobody with this email address has a role in the partnership")])
        }
        return try await changeRoles(of: person, to: roles, town: townFound?.id, by: viewer)
    }

    static let notYourOwnRoles = Problem(
        "", "You cannot change your own roles. Another administrator can, or whoever runs the server")
}
