import Access
import Kernel

/// Somebody who is to get an account, or roles for the account that they have.
package struct NewPerson: Sendable {
    package var name: String
    package var email: String
    package var organisation: ID<Organisation>?
    package var roles: Set<Role>
    /// The town of a town lead.
    package var town: ID<Term>?
    /// Nil for a temporary password that the account's owner replaces at the first sign-in.
    package var password: String?

    package init(
        name: String, email: String, organisation: ID<Organisation>?, roles: Set<Role>, town: ID<Term>? = nil,
        password: String? = nil
    ) {
        self.name = name
        self.email = email
        self.organisation = organisation
        self.roles = roles
        self.town = town
        self.password = password
    }
}

/// What came of adding somebody.
package struct AddedPerson: Sendable {
    package let id: ID<Person>
    /// To be told to its owner; nil when they have a password.
    package let temporaryPassword: String?
    /// Whether they had an account already, which now has these roles as well.
    package let wasKnown: Bool
    /// Roles that count once a coordinator has confirmed them.
    package var waiting: Set<Role> = []
}

extension AccountDesk {
    /// The longest name of a person, in characters.
    package static let longestName = 200

    /// What is wrong with a new account, apart from its password.
    static func problems(_ draft: NewPerson, choices: AccountChoices) -> [Problem] {
        var problems: [Problem] = []
        if draft.name.isEmpty { problems.append(Problem("name", "Enter the name")) }
        if draft.name.count > longestName {
            problems.append(Problem("name", "Use at most \(longestName) characters for the name"))
        }
        if draft.email.isEmpty {
            problems.append(Problem("email", "Enter the email address"))
        } else if EmailAddress(draft.email) == nil {
            problems.append(Problem("email", "Enter an email address in the form name@organisation.uk"))
        }
        if !choices.organisations.contains(where: { $0.id == draft.organisation }) {
            problems.append(Problem("organisation", "Choose an organisation that is a member of the partnership"))
        }
        return problems + AccountDesk.problems(draft.roles, town: draft.town, choices: choices)
    }

    /// What is wrong with a choice of roles.
    static func problems(_ roles: Set<Role>, town: ID<Term>?, choices: AccountChoices) -> [Problem] {
        if roles.isEmpty { return [Problem("roles", "Choose at least one role")] }
        if roles.contains(.townLead), !choices.towns.contains(where: { $0.id == town }) {
            return [Problem("town", "Choose the town whose figures the town lead sees")]
        }
        return []
    }

    /// Makes an account with roles in the viewer's partnership, or gives the roles to an account of the same organisation
    /// that is not in the partnership yet.
    ///
    /// The second arrival of the same form makes no second account: it answers with another temporary password, because
    /// the first may never have been read. Throws `AccessError.denied`.
    package func addPerson(
        _ draft: NewPerson, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<AddedPerson> {
        let partnership = try AccountDesk.administered(by: viewer)
        let choices = try await choices(by: viewer)
        var problems = AccountDesk.problems(draft, choices: choices)
        if let password = draft.password {
            problems += policy.problems(password, name: draft.name, email: draft.email)
        }
        guard problems.isEmpty, let email = EmailAddress(draft.email), let organisation = draft.organisation else {
            return .refused(problems)
        }
        let temporary = draft.password == nil ? ReadableCode.make(groups: 4, world: world) : nil
        let id: ID<Person> = world.newID()
        let event: ID<AccountEvent> = world.newID()
        let asked: ID<AccountEvent> = world.newID()
        do {
            let hash = try await passwords.hash(draft.password ?? temporary ?? "")
            return try await desk.changeOffice { office in
                let end = office.moment.adding(days: AccountSettings.temporaryPasswordDays)
                let password = StoredPassword(hash: hash, temporaryUntil: temporary == nil ? nil : end)
                if let text = try office.repeated(key, by: viewer, verb: "add-person"), let made = ID<Person>(text) {
                    return try office.renewTemporaryPassword(of: made, password: password, temporary: temporary)
                }
                var added: AddedPerson
                if let known = try office.signInAccount(emailKey: email.key) {
                    let refusal = try office.refusal(ofKnown: known, organisation: organisation, in: partnership)
                    if let refusal { return .refused([refusal]) }
                    added = AddedPerson(id: known.id, temporaryPassword: nil, wasKnown: true)
                } else {
                    try office.insertPerson(
                        id, name: draft.name, email: email, organisation: organisation, password: password)
                    added = AddedPerson(id: id, temporaryPassword: temporary, wasKnown: false)
                }
                added.waiting = try office.giveRoles(
                    draft.roles, town: draft.town, to: added.id, in: partnership, by: viewer)
                let given = draft.roles.subtracting(added.waiting)
                try office.remember(key, by: viewer, verb: "add-person", result: added.id.text)
                office.journal(
                    "add-person", "person", added.id.text, by: viewer.person, of: partnership, event: .collection,
                    request: viewer.request, detail: AccountDesk.text(given))
                try office.note(
                    .addPerson, event, about: added.id, by: viewer, of: partnership, detail: AccountDesk.text(given))
                try office.noteWaiting(added.waiting, asked, about: added.id, by: viewer, of: partnership)
                return .done(added)
            }
        } catch is PasswordHasher.Busy {
            return .refused([AccountDesk.busy])
        } catch let repeated as RepeatedForm {
            return .refused([repeated.problem])
        }
    }

    /// The same in words, for the command line: the organisation and the town by name, in any case.
    ///
    /// The viewer is the operator of the partnership.
    package func addPerson(
        name: String, email: String, organisation: String, roles: Set<Role>, town: String?, password: String?,
        by viewer: Viewer
    ) async throws -> Outcome<AddedPerson> {
        let choices = try await choices(by: viewer)
        let organisationKey = FoldedText(organisation)
        let found = choices.organisations.first { FoldedText($0.name) == organisationKey }
        let townFound = town.flatMap { wanted in
            choices.towns.first { FoldedText($0.label) == FoldedText(wanted) }
        }
        if town != nil, townFound == nil {
            return .refused([Problem("town", "This partnership has no town of that name")])
        }
        return try await addPerson(
            NewPerson(
                name: name, email: email, organisation: found?.id, roles: roles, town: townFound?.id,
                password: password), by: viewer, key: nil)
    }

    /// What can be chosen for accounts of the viewer's partnership. Throws `AccessError.denied`.
    package func choices(by viewer: Viewer) async throws -> AccountChoices {
        let partnership = try AccountDesk.administered(by: viewer)
        return try await desk.readOffice { office in try office.accountChoices(in: partnership) }
    }

    /// The partnership with this slug, for the commands.
    package func partnership(slug: String) async throws -> ID<Partnership>? {
        try await desk.readOffice { office in try office.partnershipID(slug: slug) }
    }

    /// Roles as the journal notes them.
    static func text(_ roles: Set<Role>) -> String {
        Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: " ")
    }
}

extension Office {
    /// Why an account that exists cannot be taken into a partnership; nil when it can.
    fileprivate func refusal(
        ofKnown known: SignInAccount, organisation: ID<Organisation>, in partnership: ID<Partnership>
    ) throws -> Problem? {
        if try account(known.id, in: partnership) != nil {
            return Problem("email", "This email address has an account here already. Change its roles on its own page")
        }
        if known.organisation != organisation || !known.isActive {
            return Problem("email", "This email address cannot be used. Ask the person for another one")
        }
        return nil
    }

    fileprivate func renewTemporaryPassword(
        of person: ID<Person>, password: StoredPassword, temporary: String?
    ) throws -> Outcome<AddedPerson> {
        guard let account = try signInAccount(id: person) else { return .refused([RepeatedForm.otherUse.problem]) }
        guard let temporary, account.password?.temporaryUntil != nil else {
            return .done(AddedPerson(id: person, temporaryPassword: nil, wasKnown: true))
        }
        try replacePassword(of: person, with: password, insteadOf: account.password)
        return .done(AddedPerson(id: person, temporaryPassword: temporary, wasKnown: false))
    }
}
