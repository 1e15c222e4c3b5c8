import Access
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Signing in and out, and the choice between partnerships.
package struct SignInRoutes: Sendable {
    private let accounts: AccountDesk
    private let isSecure: Bool
    private let demonstration: [DemonstrationSignIn]

    /// - Parameters:
    ///   - isSecure: whether browsers reach the server by HTTPS.
    ///   - demonstration: the accounts that the sign-in page offers where the records are a demonstration; empty for real ones.
    package init(accounts: AccountDesk, isSecure: Bool, demonstration: [DemonstrationSignIn] = []) {
        self.accounts = accounts
        self.isSecure = isSecure
        self.demonstration = demonstration
    }

    private var flow: SignInFlow { SignInFlow(accounts: accounts, demonstration: demonstration) }

    package func add(to router: some RouterMethods<WebContext>) {
        router.get("sign-in", use: askToSignIn)
        router.post("sign-in", use: signIn)
        router.get("sign-in/code", use: askForStep)
        router.post("sign-in/code", use: giveCode)
        router.get("sign-in/password", use: askForStep)
        router.post("sign-in/password", use: choosePassword)
        router.post("sign-out", use: signOut)
        router.get("partnerships", use: partnerships)
    }

    /// The page for an entry that arrived after its session had ended: the sign-in, with the entry kept in it. What
    /// another site made the browser send is not kept.
    package func sessionEnded(_ request: Request, _ context: WebContext) async throws -> Response {
        let action = Link(returned: request.uri.string)
        let isForm = request.headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") ?? false
        var kept: KeptEntry?
        if let action, isForm, KeptEntry.isWorthKeeping(action), isFromHere(request) {
            do {
                kept = KeptEntry(posted: try await request.formUnchecked(), action: action)
            } catch is FormError {
                // An entry that could not have been read with a session either is not worth signing in for.
                kept = nil
            }
        }
        let secret = visitorSecret(request)
        let page = SignInPage(form: Form(), secret: secret, kept: kept, hasEnded: true, demonstration: demonstration)
        return withVisitor(secret, .page(page.markup, status: .unauthorized))
    }

    // MARK: Handlers

    @Sendable private func askToSignIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let returned = request.query.text(SignInFields.returned)
        if let person = context.signedIn { return .seeOther(Landing.link(for: person, returned: returned)) }
        let secret = visitorSecret(request)
        let form = Form(FormData(fields: [(SignInFields.returned, returned)]))
        return withVisitor(secret, .page(SignInPage(form: form, secret: secret, demonstration: demonstration).markup))
    }

    @Sendable private func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let data = try await request.publicForm()
        let reply = try await flow.password(
            data, secret: visitorSecret(request), address: context.remoteAddress, token: token(request),
            request: context.id)
        return response(reply)
    }

    @Sendable private func askForStep(_ request: Request, _ context: WebContext) async throws -> Response {
        let returned = request.query.text(SignInFields.returned)
        if let person = context.signedIn { return .seeOther(Landing.link(for: person, returned: returned)) }
        guard let token = token(request), let begun = try await accounts.unfinishedSignIn(token: token) else {
            return .seeOther(PageLinks.signIn)
        }
        let form = Form(FormData(fields: [(SignInFields.returned, returned)]))
        return .page(flow.page(begun, form: form))
    }

    @Sendable private func giveCode(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let token = token(request), let begun = try await accounts.unfinishedSignIn(token: token) else {
            return try await beginAgain(request, context)
        }
        let data = try await request.form(secret: begun.formSecret)
        return response(
            try await flow.code(data, begun: begun, token: token, request: context.id))
    }

    @Sendable private func choosePassword(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let token = token(request), let begun = try await accounts.unfinishedSignIn(token: token) else {
            return try await beginAgain(request, context)
        }
        let data = try await request.form(secret: begun.formSecret)
        return response(
            try await flow.newPassword(
                data, begun: begun, token: token, request: context.id))
    }

    /// A step that took too long: from the beginning, with the entry still kept.
    private func beginAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        guard isFromHere(request) else { return .seeOther(PageLinks.signIn) }
        let data = try await request.formUnchecked()
        let secret = visitorSecret(request)
        let returned = FormData(fields: [(SignInFields.returned, data.text(SignInFields.returned))])
        let page = SignInPage(
            form: Form(returned, problems: [AccountDesk.signInAgain]), secret: secret, kept: KeptEntry(carriedBy: data),
            demonstration: demonstration)
        return withVisitor(secret, .unprocessable(page.markup))
    }

    @Sendable private func signOut(_ request: Request, _ context: WebContext) async throws -> Response {
        if let token = token(request) {
            if let person = context.signedIn {
                _ = try await request.form(secret: person.formSecret)
            } else if !isFromHere(request) {
                return .seeOther(PageLinks.signIn)
            }
            try await accounts.signOut(token: token, request: context.id)
        }
        var response = Response.seeOther(PageLinks.signIn)
        response.setCookie(SessionCookie.cleared(secure: isSecure))
        return response
    }

    @Sendable private func partnerships(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let person = context.signedIn else { throw SignInNeeded() }
        return .page(PartnershipsPage(context: context, person: person).markup)
    }

    // MARK: Cookies

    private func token(_ request: Request) -> String? {
        request.cookies[SessionCookie.name].map(\.value)
    }

    /// The secret of the visitor's cookie, or a new one.
    private func visitorSecret(_ request: Request) -> String {
        if let secret = request.cookies[VisitorCookie.name]?.value, (40...100).contains(secret.utf8.count) {
            return secret
        }
        return accounts.newSecret()
    }

    private func withVisitor(_ secret: String, _ response: Response) -> Response {
        var response = response
        response.setCookie(VisitorCookie.set(secret, secure: isSecure))
        return response
    }

    private func response(_ reply: SignInReply) -> Response {
        var response: Response =
            switch reply.body {
            case .page(let markup): .page(markup)
            case .again(let markup): .unprocessable(markup)
            case .forward(let link): .seeOther(link)
            }
        if let token = reply.token { response.setCookie(SessionCookie.set(token, secure: isSecure)) }
        return response
    }

    /// Whether one of our own pages sent this, as far as the browser says: another site must not be able to lay an entry
    /// ready for somebody to send.
    private func isFromHere(_ request: Request) -> Bool {
        if let field = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[field] {
            return site == "same-origin"
        }
        guard let origin = request.headers[.origin] else { return true }
        let host = origin.split(separator: "/").last.map(String.init)
        return host != nil && host == request.head.authority
    }
}
