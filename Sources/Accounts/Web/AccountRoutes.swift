import Access
import HTML
import Hummingbird
import Kernel
import Web

/// The pages of the feature: the door for everybody, the own account of whoever is signed in, and the accounts of a
/// partnership for its administrators.
package struct AccountRoutes: Sendable {
    let accounts: AccountDesk
    let isSecure: Bool
    private let door: SignInRoutes

    /// - Parameters:
    ///   - isSecure: whether browsers reach the server by HTTPS.
    ///   - demonstration: the accounts that the sign-in page offers where the records are a demonstration; empty for real ones.
    package init(accounts: AccountDesk, isSecure: Bool, demonstration: [DemonstrationSignIn] = []) {
        self.accounts = accounts
        self.isSecure = isSecure
        door = SignInRoutes(accounts: accounts, isSecure: isSecure, demonstration: demonstration)
    }

    /// /sign-in, /sign-out, /partnerships and /account: outside any partnership, behind `SessionMiddleware`.
    package func addPublicRoutes(to router: some RouterMethods<WebContext>) {
        door.add(to: router)
        router.get("account", use: show)
        router.get("account/changes", use: showNews)
        router.post("account/changes", use: readNews)
        router.get("account/password", use: askForPassword)
        router.post("account/password", use: changePassword)
        router.post("account/sessions/end", use: endOtherSessions)
        router.get("account/second-factor", use: showSecondFactor)
        router.post("account/second-factor", use: confirmSecondFactor)
        router.post("account/second-factor/begin", use: beginSecondFactor)
        router.post("account/second-factor/codes", use: renewRecoveryCodes)
        router.post("account/second-factor/remove", use: removeSecondFactor)
        router.post("account/tokens/:token/show", use: takeToken)
        router.post("account/tokens/:token/end", use: endToken)
    }

    /// Below /{slug}: the accounts of a partnership.
    package var routes: RouteCollection<SignedIn> { AdministrationRoutes(accounts: accounts).routes }

    /// For `ErrorPages`: keeps an entry that arrived after its session had ended.
    package func sessionEnded(_ request: Request, _ context: WebContext) async throws -> Response {
        try await door.sessionEnded(request, context)
    }

    // MARK: The own account

    private func person(_ context: WebContext) throws -> SignedInPerson {
        guard let person = context.signedIn else { throw SignInNeeded() }
        return person
    }

    private func own(_ person: SignedInPerson, _ request: Request) async throws -> OwnAccount {
        try await accounts.ownAccount(of: person.id, token: request.cookies[SessionCookie.name]?.value ?? "")
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        let notice: String? =
            switch request.query.text("done") {
            case "password": "Your password is changed. Everywhere else you are signed out."
            case "sessions": "You are signed out everywhere else."
            case "second-step-removed": "The second step is removed."
            case "token-ended": "The token is ended."
            default: nil
            }
        return .page(
            AccountPage(
                context: context, person: person, account: try await own(person, request),
                resets: try await accounts.recentResets(of: person.id), moment: accounts.world.now(), notice: notice
            ).markup)
    }

    @Sendable private func showNews(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        let returned = request.query.text(SignInFields.returned)
        let news = try await accounts.news(for: person.id)
        if news.resets.isEmpty { return .seeOther(Landing.link(for: person, returned: returned)) }
        return .page(AccountNewsPage(context: context, person: person, news: news, returned: returned).markup)
    }

    @Sendable private func readNews(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        let data = try await request.form(secret: person.formSecret)
        let shown = Moment(microseconds: Int64(data.text("read")) ?? 0)
        try await accounts.readNews(by: person.id, upTo: shown, request: context.id)
        return .seeOther(Landing.link(for: person, returned: data.text(SignInFields.returned)))
    }

    @Sendable private func askForPassword(_ request: Request, _ context: WebContext) async throws -> Response {
        .page(PasswordPage(context: context, person: try person(context), form: Form()).markup)
    }

    @Sendable private func changePassword(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        let data = try await request.form(secret: person.formSecret)
        let outcome = try await accounts.changePassword(
            from: data.text("current"), to: data.text("password"), of: person.id,
            passedSecondFactor: person.passedSecondFactor, request: context.id)
        switch outcome {
        case .refused(let problems):
            let form = Form(FormData(), problems: problems)
            return .unprocessable(PasswordPage(context: context, person: person, form: form).markup)
        case .done(let token):
            return withSession(token, .seeOther(PageLinks.account.query("done", "password")))
        }
    }

    @Sendable private func endOtherSessions(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        _ = try await request.form(secret: person.formSecret)
        _ = try await accounts.endOtherSessions(
            of: person.id, token: request.cookies[SessionCookie.name]?.value ?? "", request: context.id)
        return .seeOther(PageLinks.account.query("done", "sessions"))
    }

    // MARK: The second factor

    @Sendable private func showSecondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        .page(try await secondFactorPage(request, context, Form()))
    }

    private func secondFactorPage(_ request: Request, _ context: WebContext, _ form: Form) async throws -> Markup {
        let person = try person(context)
        let account = try await own(person, request)
        let waiting = person.hasSecondFactor ? nil : try await accounts.waitingSecondFactor(of: person.id)
        return SecondFactorPage(context: context, person: person, account: account, waiting: waiting, form: form).markup
    }

    @Sendable private func beginSecondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        _ = try await request.form(secret: person.formSecret)
        try await accounts.beginSecondFactor(of: person.id)
        return .seeOther(AccountLinks.secondFactor)
    }

    @Sendable private func confirmSecondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        let data = try await request.form(secret: person.formSecret)
        let outcome = try await accounts.confirmSecondFactor(
            code: data.text("code"), of: person.id, request: context.id)
        switch outcome {
        case .refused(let problems):
            return .unprocessable(try await secondFactorPage(request, context, Form(problems: problems)))
        case .done(let done):
            let now = try await accounts.signedIn(token: done.token) ?? person
            let page = RecoveryCodesPage(context: context, person: now, codes: done.recoveryCodes)
            return withSession(done.token, .page(page.markup))
        }
    }

    @Sendable private func renewRecoveryCodes(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        let data = try await request.form(secret: person.formSecret)
        let outcome = try await accounts.renewRecoveryCodes(
            of: person.id, password: data.text("password"), request: context.id)
        switch outcome {
        case .refused(let problems):
            return .unprocessable(try await secondFactorPage(request, context, Form(problems: problems)))
        case .done(let codes):
            return .page(RecoveryCodesPage(context: context, person: person, codes: codes).markup)
        }
    }

    @Sendable private func removeSecondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        let data = try await request.form(secret: person.formSecret)
        let outcome = try await accounts.removeSecondFactor(
            of: person.id, password: data.text("removal-password"), request: context.id)
        switch outcome {
        case .refused(let problems):
            let own = problems.map { $0.field == "password" ? Problem("removal-password", $0.message) : $0 }
            return .unprocessable(try await secondFactorPage(request, context, Form(problems: own)))
        case .done:
            return .seeOther(PageLinks.account.query("done", "second-step-removed"))
        }
    }

    // MARK: API tokens

    @Sendable private func takeToken(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        _ = try await request.form(secret: person.formSecret)
        let outcome = try await accounts.takeToken(
            try tokenID(context), by: person.id, passedSecondFactor: person.passedSecondFactor, request: context.id)
        switch outcome {
        case .done(let token):
            return .page(TokenTextPage(context: context, person: person, token: token).markup)
        case .refused(let problems):
            let page = AccountPage(
                context: context, person: person, account: try await own(person, request),
                resets: try await accounts.recentResets(of: person.id), moment: accounts.world.now(),
                notice: problems.first?.message)
            return .unprocessable(page.markup)
        }
    }

    @Sendable private func endToken(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try person(context)
        _ = try await request.form(secret: person.formSecret)
        try await accounts.endOwnToken(try tokenID(context), by: person.id, request: context.id)
        return .seeOther(PageLinks.account.query("done", "token-ended"))
    }

    private func tokenID(_ context: WebContext) throws -> ID<APIToken> {
        guard let id = ID<APIToken>(context.parameters.get("token") ?? "") else { throw AccessError.notVisible }
        return id
    }

    private func withSession(_ token: String, _ response: Response) -> Response {
        var response = response
        response.setCookie(SessionCookie.set(token, secure: isSecure))
        return response
    }
}
