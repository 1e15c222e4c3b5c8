import Access
import Crypto
import Documents
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Web

/// The pages of a partnership's publications, below `/{partnership}/publications`, for the coordinator and the chair of the
/// board. Sections stand in the other file.
package struct PublicationRoutes: Sendable {
    let publications: PublicationDesk

    package init(publications: PublicationDesk) {
        self.publications = publications
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("", use: list)
        routes.get("new", use: askForNew)
        routes.post("new", use: begin)
        routes.get(":publication", use: show)
        routes.get(":publication/change", use: askForChange)
        routes.post(":publication/change", use: change)
        routes.get(":publication/preview", use: preview)
        routes.get(":publication/lock", use: askToLock)
        routes.post(":publication/lock", use: lock)
        routes.get(":publication/unlock", use: backToPublication)
        routes.post(":publication/unlock", use: unlock)
        routes.get(":publication/sign", use: askToSign)
        routes.post(":publication/sign", use: sign)
        routes.get(":publication/correct", use: askToCorrect)
        routes.post(":publication/correct", use: correct)
        routes.get(":publication/give-up", use: backToPublication)
        routes.post(":publication/give-up", use: giveUp)
        routes.get("registered/:document/strike", use: askToStrike)
        routes.post("registered/:document/strike", use: strike)
        routes.get(":publication/withdraw", use: askToWithdraw)
        routes.post(":publication/withdraw", use: withdraw)
        routes.get(":publication/editions/:number", use: showEdition)
        routes.get(":publication/sections/new", use: askForSection)
        routes.post(":publication/sections/new", use: addSection)
        routes.get(":publication/sections/:section", use: showSection)
        routes.post(":publication/sections/:section", use: changeSection)
        routes.get(":publication/sections/:section/move", use: backToSection)
        routes.post(":publication/sections/:section/move", use: moveSection)
        routes.get(":publication/sections/:section/remove", use: backToSection)
        routes.post(":publication/sections/:section/remove", use: removeSection)
        routes.get(":publication/sections/:section/approve", use: backToSection)
        routes.post(":publication/sections/:section/approve", use: approveSection)
        return routes
    }

    var desk: Desk { publications.desk }

    func links(_ context: SignedIn) -> PublicationLinks { PublicationLinks(context.place.slug) }

    func requireCoordinator(_ context: SignedIn) throws {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
    }

    private func requirePublisher(_ context: SignedIn) throws {
        guard context.viewer.isCoordinator || context.viewer.has(.chair) else { throw AccessError.denied }
    }

    static let notices = [
        "begun": "The publication is begun", "saved": "Saved", "added": "The section is added", "removed": "The section is removed",
        "locked": "It is locked. Two people can sign it now", "unlocked": "It is a draft again. Its signatures are removed",
        "signed": "It is signed. Another person’s signature is missing", "published": "It is signed by two people, and out for everybody",
        "corrected": "The next edition is begun. What is out stays readable", "withdrawn": "It is withdrawn",
        "approved": "The case study is approved", "given-up": "The correction is given up. The edition before stays the newest",
        "struck": "It is struck out",
    ]

    func notice(_ request: Request) -> String? { PublicationRoutes.notices[request.query.text("done")] }

    // MARK: Reading

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requirePublisher(context)
        let lines = try await publications.list(as: context.viewer)
        let registered = try await publications.registered(as: context.viewer)
        return .page(PublicationListPage(lines: lines, registered: registered, notice: notice(request)).markup(context))
    }

    @Sendable func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await page(Form(), context, notice: notice(request)))
    }

    func page(_ form: Form, _ context: SignedIn, notice: String? = nil) async throws -> Markup {
        let file = try await publications.one(try context.id("publication"), as: context.viewer)
        return PublicationPage(file: file, form: form, notice: notice, token: form.token(desk.world)).markup(context)
    }

    /// Where somebody arrives who opens the address of a form that stands on another page.
    @Sendable func backToPublication(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await publications.one(try context.id("publication"), as: context.viewer)
        return .seeOther(links(context).publication(file.publication.id))
    }

    @Sendable func preview(_ request: Request, _ context: SignedIn) async throws -> Response {
        .document(try await publications.preview(try context.id("publication"), as: context.viewer))
    }

    @Sendable func showEdition(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard let number = context.parameters.get("number").flatMap({ Int($0) }) else { throw AccessError.notVisible }
        return .document(
            try await publications.edition(number, of: try context.id("publication"), as: context.viewer).document)
    }

    // MARK: What it is about

    @Sendable func askForNew(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCoordinator(context)
        let year = Period.financialYear(containing: desk.world.now().day.adding(days: -365))
        var fields: [(name: String, value: String)] = []
        if let first = year.from, let last = year.to {
            fields = PublicationForm.days("first", first) + PublicationForm.days("last", last)
        }
        return .page(try await factsPage(Form(FormData(fields: fields)), nil, context))
    }

    @Sendable func begin(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCoordinator(context)
        let data = try await request.form(context)
        let entry = PublicationForm(data)
        var problems = entry.problems
        if let facts = entry.facts {
            let outcome = try await publications.begin(facts, by: context.viewer, key: data.idempotencyKey)
            if let publication = outcome.result { return .seeOther(links(context).publication(publication).query("done", "begun")) }
            problems = outcome.problems
        }
        return .unprocessable(try await factsPage(Form(data, problems: problems), nil, context))
    }

    @Sendable func askForChange(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await publications.one(try context.id("publication"), as: context.viewer)
        try requireCoordinator(context)
        return .page(try await factsPage(Form(PublicationForm.data(of: file.publication)), file.publication, context))
    }

    @Sendable func change(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .publications, stale: { try await stale($0, context) }, save: { try await save($0, context) })
    }

    private func save(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let standing = try await publications.one(try context.id("publication"), as: context.viewer).publication
        try requireCoordinator(context)
        let entry = PublicationForm(data, kind: standing.facts.kind)
        var problems = entry.problems
        if let facts = entry.facts {
            let outcome = try await publications.change(
                standing.id, to: facts, keepsFigures: data.text("figures") == "kept", version: data.version ?? standing.version,
                by: context.viewer, key: data.idempotencyKey)
            if let publication = outcome.result { return .seeOther(links(context).publication(publication).query("done", "saved")) }
            problems = outcome.problems
        }
        return .unprocessable(try await factsPage(Form(data, problems: problems), standing, context))
    }

    private func stale(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let standing = try await publications.one(try context.id("publication"), as: context.viewer).publication
        return StaleEditPage(
            mine: data, theirs: PublicationForm.data(of: standing),
            labels: PublicationForm.labels(try await publications.towns(for: context.viewer)), version: standing.version,
            what: "this publication", action: links(context).change(standing.id), token: desk.world.newToken())
    }

    private func factsPage(_ form: Form, _ publication: PublicationDetail?, _ context: SignedIn) async throws -> Markup {
        PublicationFactsPage(
            form: form, publication: publication, towns: try await publications.towns(for: context.viewer), token: form.token(desk.world)
        ).markup(context)
    }

    // MARK: Locking and signing

    @Sendable func askToLock(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await lockPage(Form(), context)
    }

    @Sendable func lock(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let publication: ID<PartnershipPublication> = try context.id("publication")
        // Whether they may see it is asked before whether they may do this.
        _ = try await publications.one(publication, as: context.viewer)
        let outcome = try await publications.lock(publication, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).publication(publication).query("done", "locked")) }
        return try await lockPage(Form(data, problems: outcome.problems), context)
    }

    private func lockPage(_ form: Form, _ context: SignedIn) async throws -> Response {
        let file = try await publications.one(try context.id("publication"), as: context.viewer)
        try requireCoordinator(context)
        guard file.publication.state == .draft else {
            return form.problems.isEmpty
                ? .seeOther(links(context).publication(file.publication.id)) : .unprocessable(try await page(form, context))
        }
        let edition = try await publications.prepare(file.publication.id, as: context.viewer)
        // What stands on the page anyhow is not said twice.
        let reasons = Set(edition.reasons)
        var shown = form
        shown.problems =
            form.problems.allSatisfy(reasons.contains) && !form.problems.isEmpty
            ? [Problem("", "It cannot be locked like this: see below")] : form.problems
        let markup = LockPage(edition: edition, form: shown, token: form.token(desk.world)).markup(context)
        return form.problems.isEmpty ? .page(markup) : .unprocessable(markup)
    }

    @Sendable func unlock(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let publication: ID<PartnershipPublication> = try context.id("publication")
        let outcome = try await publications.unlock(publication, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).publication(publication).query("done", "unlocked")) }
        return .unprocessable(try await page(Form(data, problems: outcome.problems), context))
    }

    @Sendable func askToSign(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await signPage(Form(), context)
    }

    @Sendable func sign(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let publication: ID<PartnershipPublication> = try context.id("publication")
        let outcome = try await publications.sign(
            publication, edition: data.id("edition"), as: SigningRole(rawValue: data.text("role")), by: context.viewer,
            key: data.idempotencyKey)
        if let state = outcome.result {
            return .seeOther(links(context).publication(publication).query("done", state == .published ? "published" : "signed"))
        }
        return try await signPage(Form(data, problems: outcome.problems), context)
    }

    private func signPage(_ form: Form, _ context: SignedIn) async throws -> Response {
        let file = try await publications.one(try context.id("publication"), as: context.viewer)
        guard file.publication.state == .locked, let edition = file.current else {
            return form.problems.isEmpty
                ? .seeOther(links(context).publication(file.publication.id)) : .unprocessable(try await page(form, context))
        }
        let markup = SignPage(file: file, edition: edition, form: form, token: form.token(desk.world)).markup(context)
        return form.problems.isEmpty ? .page(markup) : .unprocessable(markup)
    }

    // MARK: Correcting and withdrawing

    @Sendable func askToCorrect(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await correctPage(Form(), context)
    }

    @Sendable func correct(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let publication: ID<PartnershipPublication> = try context.id("publication")
        let outcome = try await publications.correct(
            publication, because: data.text("reason"), keepsFigures: data.text("figures") != "live", by: context.viewer,
            key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).publication(publication).query("done", "corrected")) }
        return try await correctPage(Form(data, problems: outcome.problems), context)
    }

    private func correctPage(_ form: Form, _ context: SignedIn) async throws -> Response {
        let file = try await publications.one(try context.id("publication"), as: context.viewer)
        try requireCoordinator(context)
        let markup = ReasonPage.correcting(file.publication, links(context), form, token: form.token(desk.world)).markup(context)
        return form.problems.isEmpty ? .page(markup) : .unprocessable(markup)
    }

    @Sendable func giveUp(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let publication: ID<PartnershipPublication> = try context.id("publication")
        let outcome = try await publications.giveUpCorrection(of: publication, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).publication(publication).query("done", "given-up")) }
        return .unprocessable(try await page(Form(data, problems: outcome.problems), context))
    }

    // MARK: What was published otherwise

    @Sendable func askToStrike(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await strikePage(Form(), context)
    }

    @Sendable func strike(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await publications.strike(
            try context.id("document"), because: data.text("reason"), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).list.query("done", "struck")) }
        return try await strikePage(Form(data, problems: outcome.problems), context)
    }

    private func strikePage(_ form: Form, _ context: SignedIn) async throws -> Response {
        let id: ID<RegisteredDocument> = try context.id("document")
        guard let document = try await publications.registered(as: context.viewer).first(where: { $0.id == id }) else {
            throw AccessError.notVisible
        }
        try requireCoordinator(context)
        let markup = ReasonPage.striking(document, links(context), form, token: form.token(desk.world)).markup(context)
        return form.problems.isEmpty ? .page(markup) : .unprocessable(markup)
    }

    @Sendable func askToWithdraw(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await withdrawPage(Form(), context)
    }

    @Sendable func withdraw(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let publication: ID<PartnershipPublication> = try context.id("publication")
        let outcome = try await publications.withdraw(
            publication, because: data.text("reason"), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).publication(publication).query("done", "withdrawn")) }
        return try await withdrawPage(Form(data, problems: outcome.problems), context)
    }

    private func withdrawPage(_ form: Form, _ context: SignedIn) async throws -> Response {
        let file = try await publications.one(try context.id("publication"), as: context.viewer)
        let markup = ReasonPage.withdrawing(file.publication, links(context), form, token: form.token(desk.world)).markup(context)
        return form.problems.isEmpty ? .page(markup) : .unprocessable(markup)
    }
}

extension Response {
    /// A document as a page of its own, for those who write and sign it.
    static func document(_ document: Publication) -> Response {
        let page = HTMLDocument(document).bytes()
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
        headers[.contentSecurityPolicy] = documentPolicy(page)
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: page)))
    }

    /// A document brings one style sheet of its own, which is named by its digest, and nothing else: no script, no form, no
    /// address that it may ask.
    static func documentPolicy(_ page: [UInt8]) -> String {
        let text = String(decoding: page, as: UTF8.self)
        var styles = "'none'"
        if let start = text.range(of: "<style>"), let end = text.range(of: "</style>", range: start.upperBound..<text.endIndex) {
            let digest = SHA256.hash(data: Array(text[start.upperBound..<end.lowerBound].utf8))
            styles = "'sha256-\(Data(digest).base64EncodedString())'"
        }
        return "default-src 'none'; style-src \(styles); form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    }
}
