import Access
import HTML
import Hummingbird
import Kernel
import Web

/// The accounts of a partnership, below /{slug}; every handler asks `AccountDesk`, which refuses all but administrators.
struct AdministrationRoutes: Sendable {
    let accounts: AccountDesk

    var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("accounts", use: list)
        routes.post("accounts/second-factor", use: requireSecondFactor)
        routes.get("accounts/new", use: askForPerson)
        routes.post("accounts/new", use: addPerson)
        routes.get("accounts/waiting", use: waitingRoles)
        routes.post("accounts/waiting/:person", use: decideRoles)
        routes.get("accounts/tokens", use: tokens)
        routes.get("accounts/tokens/new", use: askForToken)
        routes.post("accounts/tokens/new", use: prepareToken)
        routes.post("accounts/tokens/:token/end", use: endToken)
        routes.get("accounts/people/:person", use: show)
        routes.post("accounts/people/:person/roles", use: changeRoles)
        routes.post("accounts/people/:person/close") { request, context in
            try await change(request, context, "closed") { try await accounts.setActive(false, of: $0, by: $1) }
        }
        routes.post("accounts/people/:person/open") { request, context in
            try await change(request, context, "opened") { try await accounts.setActive(true, of: $0, by: $1) }
        }
        routes.post("accounts/people/:person/end-sessions") { request, context in
            try await change(request, context, "sessions") { try await accounts.endSessions(of: $0, by: $1) }
        }
        routes.post("accounts/people/:person/second-factor") { request, context in
            try await change(request, context, "second-step") { try await accounts.resetSecondFactor(of: $0, by: $1) }
        }
        routes.post("accounts/people/:person/password", use: resetPassword)
        return routes
    }

    private func links(_ context: SignedIn) -> AdministrationLinks { AdministrationLinks(slug: context.place.slug) }

    // MARK: People

    @Sendable private func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        let people = try await accounts.accounts(by: context.viewer)
        let notice: String? =
            switch request.query.text("done") {
            case "added": "The person can work here now, with the password that they have."
            case "waits": "The person is added. A coordinator confirms the roles that open cases."
            case "out": "The person has no role here any more."
            case "required": "Everybody is asked for a second step from their next page on."
            case "not-required": "The second step is everybody's own choice now."
            default: nil
            }
        return .page(
            AccountsPage(
                context: context, accounts: people,
                requiresSecondFactor: try await accounts.requiresSecondFactor(by: context.viewer),
                moment: accounts.world.now(), token: accounts.newSecret(), notice: notice
            ).markup)
    }

    @Sendable private func requireSecondFactor(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let isRequired = data.text("required") == "yes"
        try await accounts.requireSecondFactor(isRequired, by: context.viewer)
        return .seeOther(links(context).people.query("done", isRequired ? "required" : "not-required"))
    }

    @Sendable private func askForPerson(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await addPersonPage(context, Form()))
    }

    private func addPersonPage(_ context: SignedIn, _ form: Form) async throws -> Markup {
        let choices = try await accounts.choices(by: context.viewer)
        return AddPersonPage(context: context, choices: choices, form: form, token: form.token(accounts.world)).markup
    }

    @Sendable private func addPerson(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let draft = NewPerson(
            name: data.text("name"), email: data.text("email"), organisation: data.id("organisation"),
            roles: roles(data), town: data.id("town"))
        switch try await accounts.addPerson(draft, by: context.viewer, key: data.idempotencyKey) {
        case .refused(let problems):
            return .unprocessable(try await addPersonPage(context, Form(data, problems: problems)))
        case .done(let added):
            guard let password = added.temporaryPassword else {
                return .seeOther(links(context).people.query("done", added.waiting.isEmpty ? "added" : "waits"))
            }
            return .page(
                TemporaryPasswordPage(
                    context: context, name: draft.name, password: password, waits: !added.waiting.isEmpty
                ).markup)
        }
    }

    // MARK: Roles that wait for a coordinator

    @Sendable private func waitingRoles(_ request: Request, _ context: SignedIn) async throws -> Response {
        let notice: String? =
            switch request.query.text("done") {
            case "confirmed": "The roles are confirmed. They count from the next page that this person opens."
            case "declined": "The roles are declined. The administrator sees that they were not given."
            default: nil
            }
        return .page(try await waitingPage(context, notice: notice))
    }

    private func waitingPage(_ context: SignedIn, problems: [Problem] = [], notice: String? = nil) async throws -> Markup {
        WaitingRolesPage(
            context: context, waiting: try await accounts.waitingRoles(by: context.viewer), token: accounts.newSecret(),
            problems: problems, notice: notice
        ).markup
    }

    @Sendable private func decideRoles(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person = try context.id("person", of: Person.self)
        let data = try await request.form(context)
        let decision = data.text("decision")
        guard decision == "confirm" || decision == "decline" else {
            return .unprocessable(try await waitingPage(context, problems: [Problem("", "Choose whether to confirm the roles")]))
        }
        let outcome = try await accounts.decideRoles(
            of: person, code: data.text("roles"), confirms: decision == "confirm", by: context.viewer,
            key: data.idempotencyKey)
        switch outcome {
        case .refused(let problems): return .unprocessable(try await waitingPage(context, problems: problems))
        case .done(let confirms):
            return .seeOther(
                PageLinks.waitingRoles(context.place.slug).query("done", confirms ? "confirmed" : "declined"))
        }
    }

    private func roles(_ data: FormData) -> Set<Role> { Set(data.texts("roles").compactMap(Role.init(rawValue:))) }

    @Sendable private func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        let notice: String? =
            switch request.query.text("done") {
            case "roles": "The roles are changed. They count from the next page that this person opens."
            case "closed": "The account is closed. All its sessions are ended."
            case "opened": "The account is open again."
            case "sessions": "This person is signed out everywhere."
            case "second-step": "The second step is removed. This person can set it up anew after signing in."
            default: nil
            }
        return .page(try await personPage(context, Form(), notice: notice))
    }

    private func personPage(_ context: SignedIn, _ form: Form, notice: String? = nil) async throws -> Markup {
        let person = try context.id("person", of: Person.self)
        let account = try await accounts.account(person, by: context.viewer)
        let choices = try await accounts.choices(by: context.viewer)
        return PersonPage(
            context: context, account: account, choices: choices, form: form, moment: accounts.world.now(),
            token: accounts.newSecret(), notice: notice
        ).markup
    }

    @Sendable private func changeRoles(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person = try context.id("person", of: Person.self)
        let data = try await request.form(context)
        let isLeaving = data.has("none", "yes")
        let wanted = isLeaving ? [] : roles(data)
        if wanted.isEmpty, !isLeaving {
            let form = Form(data, problems: [Problem("roles", "Choose at least one role")])
            return .unprocessable(try await personPage(context, form))
        }
        let outcome = try await accounts.changeRoles(
            of: person, to: wanted, town: data.id("town"), by: context.viewer)
        switch outcome {
        case .refused(let problems):
            return .unprocessable(try await personPage(context, Form(data, problems: problems)))
        case .done:
            let links = links(context)
            return .seeOther(
                isLeaving ? links.people.query("done", "out") : links.person(person).query("done", "roles"))
        }
    }

    private func change(
        _ request: Request, _ context: SignedIn, _ done: String,
        _ body: (ID<Person>, Viewer) async throws -> Outcome<Bool>
    ) async throws -> Response {
        let person = try context.id("person", of: Person.self)
        _ = try await request.form(context)
        switch try await body(person, context.viewer) {
        case .refused(let problems):
            return .unprocessable(try await personPage(context, Form(problems: problems)))
        case .done:
            return .seeOther(links(context).person(person).query("done", done))
        }
    }

    @Sendable private func resetPassword(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person = try context.id("person", of: Person.self)
        _ = try await request.form(context)
        switch try await accounts.resetPassword(of: person, by: context.viewer) {
        case .refused(let problems):
            return .unprocessable(try await personPage(context, Form(problems: problems)))
        case .done(let password):
            let account = try await accounts.account(person, by: context.viewer)
            return .page(TemporaryPasswordPage(context: context, name: account.name, password: password, waits: false).markup)
        }
    }

    // MARK: API tokens

    @Sendable private func tokens(_ request: Request, _ context: SignedIn) async throws -> Response {
        let notice: String? =
            switch request.query.text("done") {
            case "prepared": "The token is prepared. Its owner finds it on the page of their own account."
            case "ended": "The token is ended."
            default: nil
            }
        return .page(
            TokensPage(
                context: context, tokens: try await accounts.tokens(by: context.viewer),
                moment: accounts.world.now(), token: accounts.newSecret(), notice: notice
            ).markup)
    }

    @Sendable private func askForToken(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await newTokenPage(context, Form()))
    }

    private func newTokenPage(_ context: SignedIn, _ form: Form) async throws -> Markup {
        let people = try await accounts.accounts(by: context.viewer)
        return NewTokenPage(context: context, accounts: people, form: form, token: form.token(accounts.world)).markup
    }

    @Sendable private func prepareToken(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let draft = NewToken(
            label: data.text("label"), scopes: Set(data.texts("scope").compactMap(TokenScope.init(rawValue:))),
            days: data.number("days") ?? 0)
        guard let owner = data.id("owner", of: Person.self) else {
            let problems = [Problem("owner", "Choose the owner of the token")] + AccountDesk.problems(draft)
            return .unprocessable(try await newTokenPage(context, Form(data, problems: problems)))
        }
        let outcome = try await accounts.prepareToken(
            draft, for: owner, by: context.viewer, key: data.idempotencyKey)
        switch outcome {
        case .refused(let problems):
            return .unprocessable(try await newTokenPage(context, Form(data, problems: problems)))
        case .done:
            return .seeOther(links(context).tokens.query("done", "prepared"))
        }
    }

    @Sendable private func endToken(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id = try context.id("token", of: APIToken.self)
        _ = try await request.form(context)
        try await accounts.endToken(id, by: context.viewer)
        return .seeOther(links(context).tokens.query("done", "ended"))
    }
}
