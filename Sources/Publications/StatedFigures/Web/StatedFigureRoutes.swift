import Access
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Web

/// The pages of figures from elsewhere, mounted below the address of a partnership at "figures/elsewhere".
package struct StatedFigureRoutes: Sendable {
    private let figures: StatedFigureDesk

    package init(_ figures: StatedFigureDesk) {
        self.figures = figures
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("", use: list)
        routes.get("new", use: askForNew)
        routes.post("new", use: record)
        routes.get("several", use: askForSeveral)
        routes.post("several", use: takeIn)
        routes.get("several/file", use: backToSeveral)
        routes.post("several/file", use: readFile)
        routes.get("checks", use: showChecks)
        routes.post("checks", use: settle)
        routes.get(":figure", use: show)
        routes.get(":figure/change", use: askForChange)
        routes.post(":figure/change", use: change)
        routes.get(":figure/withdraw", use: backToFigure)
        routes.post(":figure/withdraw", use: withdraw)
        return routes
    }

    private var desk: Desk { figures.desk }

    private func links(_ context: SignedIn) -> StatedFigureLinks { StatedFigureLinks(slug: context.place.slug) }

    private func requireCoordinator(_ context: SignedIn) throws {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
    }

    private static let notices = [
        "recorded": "The figure is recorded", "saved": "Saved. What it said before stays below", "withdrawn": "The figure is withdrawn",
        "taken": "The figures are taken in", "settled": "It is settled",
    ]

    private func notice(_ request: Request) -> String? { StatedFigureRoutes.notices[request.query.text("done")] }

    // MARK: Reading

    @Sendable private func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        let shelf = try await figures.shelf(as: context.viewer)
        return .page(
            StatedFigureListPage(
                shelf: shelf, measures: figures.choices, byCode: figures.measures, notice: notice(request)
            ).markup(context))
    }

    @Sendable private func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await page(Form(), context, notice: notice(request)))
    }

    private func page(_ form: Form, _ context: SignedIn, notice: String? = nil) async throws -> Markup {
        let file = try await figures.one(try context.id("figure"), as: context.viewer)
        return StatedFigurePage(
            file: file, measures: figures.measures, form: form, notice: notice, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable private func backToFigure(_ request: Request, _ context: SignedIn) async throws -> Response {
        .seeOther(links(context).figure(try await figures.one(try context.id("figure"), as: context.viewer).figure.id))
    }

    // MARK: Writing

    private func entry(_ data: FormData, standing: StatedFigureDraft? = nil) -> StatedFigureEntry {
        let open = Set(figures.choices.map(\.code))
        return StatedFigureEntry(
            measures: figures.measures, standing: standing?.key, mayChoose: { open.contains($0) || $0 == standing?.measure }
        ) { data.text($0.rawValue) }
    }

    @Sendable private func askForNew(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCoordinator(context)
        return .page(formPage(Form(), nil, context))
    }

    @Sendable private func record(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        try requireCoordinator(context)
        let entry = entry(data)
        var problems = entry.problems
        if let draft = entry.draft {
            let outcome = try await figures.record(draft, by: context.viewer, key: data.idempotencyKey)
            if let figure = outcome.result { return .seeOther(links(context).figure(figure).query("done", "recorded")) }
            problems = outcome.problems
        }
        return .unprocessable(formPage(Form(data, problems: problems), nil, context))
    }

    @Sendable private func askForChange(_ request: Request, _ context: SignedIn) async throws -> Response {
        let figure = try await figures.one(try context.id("figure"), as: context.viewer).figure
        try requireCoordinator(context)
        return .page(formPage(Form(StatedFigureForm.data(of: figure.draft)), figure, context))
    }

    @Sendable private func change(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .figures, stale: { try await stale($0, context) }, save: { try await save($0, context) })
    }

    private func save(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let figure = try await figures.one(try context.id("figure"), as: context.viewer).figure
        try requireCoordinator(context)
        let entry = entry(data, standing: figure.draft)
        var problems = entry.problems
        if let draft = entry.draft {
            let outcome = try await figures.change(
                figure.id, to: draft, because: data.text("reason"), version: data.version ?? figure.version, by: context.viewer,
                key: data.idempotencyKey)
            if let figure = outcome.result { return .seeOther(links(context).figure(figure).query("done", "saved")) }
            problems = outcome.problems
        }
        return .unprocessable(formPage(Form(data, problems: problems), figure, context))
    }

    private func stale(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let figure = try await figures.one(try context.id("figure"), as: context.viewer).figure
        return StaleEditPage(
            mine: data, theirs: StatedFigureForm.data(of: figure.draft), labels: StatedFigureForm.labels, version: figure.version,
            what: "this figure", action: links(context).change(figure.id), token: desk.world.newToken())
    }

    private func formPage(_ form: Form, _ figure: StatedFigureDetail?, _ context: SignedIn) -> Markup {
        StatedFigureFormPage(form: form, figure: figure, choices: figures.choices, token: form.token(desk.world)).markup(context)
    }

    @Sendable private func withdraw(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await figures.withdraw(
            try context.id("figure"), because: data.text("reason"), by: context.viewer, key: data.idempotencyKey)
        if let figure = outcome.result { return .seeOther(links(context).figure(figure).query("done", "withdrawn")) }
        return .unprocessable(try await page(Form(data, problems: outcome.problems), context))
    }

    // MARK: Several at once

    @Sendable private func askForSeveral(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCoordinator(context)
        return .page(severalPage(Form(), nil, context))
    }

    @Sendable private func backToSeveral(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCoordinator(context)
        return .seeOther(links(context).several)
    }

    @Sendable private func takeIn(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        try requireCoordinator(context)
        let text = data.text("rows")
        if data.has("then", "take") {
            let outcome = try await figures.takeIn(text, by: context.viewer, key: data.idempotencyKey)
            if outcome.result != nil { return .seeOther(links(context).list.query("done", "taken")) }
            return .unprocessable(severalPage(Form(data, problems: outcome.problems), nil, context))
        }
        return try await looked(at: text, context)
    }

    /// The rows of a text with what is wrong with them; nothing is kept.
    private func looked(at text: String, _ context: SignedIn) async throws -> Response {
        let read = try await figures.check(text, as: context.viewer)
        // Another form than the one that was sent: it has a token of its own.
        let form = Form(FormData(fields: [("rows", text)]), problems: read.problems)
        let markup = severalPage(form, read.rows, context)
        return read.problems.isEmpty ? .page(markup) : .unprocessable(markup)
    }

    private func severalPage(_ form: Form, _ rows: [StatedFigureDraft]?, _ context: SignedIn) -> Markup {
        SeveralFiguresPage(form: form, rows: rows, measures: figures.measures, token: desk.world.newToken()).markup(context)
    }

    /// The largest file, in bytes.
    private static let largestFile = 1024 * 1024

    /// Reads a file and shows its rows. The fields stand before the file, so that nothing of it is read before the form is known
    /// to be ours.
    @Sendable private func readFile(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCoordinator(context)
        func refused(_ words: String) -> Response {
            .unprocessable(severalPage(Form(problems: [Problem("file", words)]), nil, context))
        }
        guard let boundary = request.multipartBoundary else { return refused("Choose a CSV file") }
        var reader = MultipartReader(request.body.makeAsyncIterator(), boundary: boundary)
        do {
            guard try await reader.fields(of: request, context) != nil else { return refused("Choose a CSV file") }
            var bytes: [UInt8] = []
            while let more = try await reader.nextBytes() {
                bytes += more
                if bytes.count > StatedFigureRoutes.largestFile {
                    // A browser shows the answer only when it could send all.
                    try await reader.drain(limit: 8 * StatedFigureRoutes.largestFile)
                    return refused("The file is too large. Choose one of 1 MB or less")
                }
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                return refused("This is not UTF-8 text. Save the file as CSV UTF-8")
            }
            if text.isEmpty { return refused("Choose a CSV file that holds something") }
            return try await looked(at: text, context)
        } catch is MultipartError {
            return refused("The file did not arrive whole. Send it again")
        }
    }

    // MARK: Checks

    @Sendable private func showChecks(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await checksPage(Form(), context, notice: notice(request)))
    }

    private func checksPage(_ form: Form, _ context: SignedIn, notice: String? = nil) async throws -> Markup {
        StatedFigureChecksPage(
            findings: try await figures.findings(as: context.viewer), measures: figures.measures, form: form, notice: notice,
            token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable private func settle(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        try requireCoordinator(context)
        guard let one: ID<StatedFigure> = data.id("one"), let other: ID<StatedFigure> = data.id("other") else {
            throw AccessError.notVisible
        }
        let outcome = try await figures.settle(
            (one, data.number("one-version") ?? 0), (other, data.number("other-version") ?? 0),
            holds: FigureHolding(rawValue: data.text("holds")), because: data.text("reason"), by: context.viewer,
            key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).checks.query("done", "settled")) }
        return .unprocessable(try await checksPage(Form(data, problems: outcome.problems), context))
    }
}
