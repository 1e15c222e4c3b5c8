import Access
import HTML
import Kernel
import Web

/// What the browser gets after a step of signing in.
struct SignInReply {
    enum Body {
        case page(Markup)
        /// A form to be put right.
        case again(Markup)
        case forward(Link)
    }

    let body: Body
    /// The token of a new session, for the cookie.
    var token: String?
}

/// The steps of signing in, from a form to what the browser gets: password, code, password of one's own, and at the end
/// the page that was asked for or the entry that was kept.
struct SignInFlow: Sendable {
    let accounts: AccountDesk
    /// The accounts that the sign-in page offers where the records are a demonstration; empty for real ones.
    var demonstration: [DemonstrationSignIn] = []

    /// - Parameters:
    ///   - secret: of the visitor's cookie, for the form if it has to be shown again.
    ///   - token: of the session that the browser had before.
    func password(
        _ data: FormData, secret: String, address: String, token: String?, request: String
    ) async throws -> SignInReply {
        let kept = KeptEntry(carriedBy: data)
        let result = try await accounts.signIn(
            SignInAttempt(
                email: data.text("email"), password: data.text("password"), address: address, previousToken: token,
                request: request))
        return try await reply(to: result, data, kept) { problem in
            SignInPage(
                form: Form(data, problems: [problem]), secret: secret, kept: kept, demonstration: demonstration
            ).markup
        }
    }

    func code(_ data: FormData, begun: UnfinishedSignIn, token: String, request: String) async throws -> SignInReply {
        let kept = KeptEntry(carriedBy: data)
        let result = try await accounts.giveCode(data.text("code"), token: token, request: request)
        return try await reply(to: result, data, kept) { problem in
            CodePage(begun: begun, form: Form(data, problems: [problem]), kept: kept).markup
        }
    }

    func newPassword(
        _ data: FormData, begun: UnfinishedSignIn, token: String, request: String
    ) async throws -> SignInReply {
        let kept = KeptEntry(carriedBy: data)
        let result = try await accounts.chooseFirstPassword(data.text("password"), token: token, request: request)
        return try await reply(to: result, data, kept) { problem in
            NewPasswordPage(begun: begun, form: Form(data, problems: [problem]), kept: kept).markup
        }
    }

    /// The page of the step that an unfinished sign-in waits for.
    func page(_ begun: UnfinishedSignIn, form: Form, kept: KeptEntry? = nil) -> Markup {
        switch begun.step {
        case .code: CodePage(begun: begun, form: form, kept: kept).markup
        case .newPassword: NewPasswordPage(begun: begun, form: form, kept: kept).markup
        }
    }

    private func reply(
        to result: SignInResult, _ data: FormData, _ kept: KeptEntry?, again: (Problem) -> Markup
    ) async throws -> SignInReply {
        let returned = data.text(SignInFields.returned)
        switch result {
        case .refused(let problem):
            return SignInReply(body: .again(again(problem)))
        case .unfinished(let token, let step):
            // Without an entry to carry, the next step has an address of its own, so that going back and reloading work.
            guard let kept, let begun = try await accounts.unfinishedSignIn(token: token) else {
                let link = step == .code ? AccountLinks.code : AccountLinks.newPassword
                let wanted = returned.isEmpty ? nil : returned
                return SignInReply(body: .forward(link.query(SignInFields.returned, wanted)), token: token)
            }
            let form = Form(FormData(fields: [(SignInFields.returned, returned)]))
            return SignInReply(body: .page(page(begun, form: form, kept: kept)), token: token)
        case .complete(let token):
            guard let person = try await accounts.signedIn(token: token) else {
                return SignInReply(body: .forward(PageLinks.signIn))
            }
            let news = try await accounts.news(for: person.id)
            if let kept {
                let page = EntryKeptPage(person: person, kept: kept, news: news)
                return SignInReply(body: .page(page.markup), token: token)
            }
            if !news.resets.isEmpty {
                let wanted = returned.isEmpty ? nil : returned
                return SignInReply(
                    body: .forward(AccountLinks.news.query(SignInFields.returned, wanted)), token: token)
            }
            return SignInReply(body: .forward(Landing.link(for: person, returned: returned)), token: token)
        }
    }
}
