import Access
import HTML
import Hummingbird
import Kernel
import Partnerships
import Web

/// The pages of the pathways themselves, below `/{partnership}/pathways/definitions`. Tests and fixes stand in the other
/// file.
package struct DefinitionRoutes: Sendable {
    let definitions: DefinitionDesk

    package init(definitions: DefinitionDesk) {
        self.definitions = definitions
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("", use: list)
        routes.get("new", use: askForNew)
        routes.post("new", use: begin)
        routes.get(":definition", use: show)
        routes.get(":definition/draft", use: askForDraft)
        routes.post(":definition/draft", use: changeDraft)
        routes.get(":definition/publish", use: askToPublish)
        routes.post(":definition/publish", use: publish)
        routes.get(":definition/compare", use: compare)
        routes.get(":definition/versions/:number", use: showVersion)
        routes.get(":definition/versions/:number/read", use: backToVersion)
        routes.post(":definition/versions/:number/read", use: acknowledge)
        routes.get(":definition/versions/:number/test", use: askForTest)
        routes.post(":definition/versions/:number/test", use: logTest)
        routes.get(":definition/tests/:test", use: showTest)
        routes.get(":definition/tests/:test/fixes", use: backToTest)
        routes.post(":definition/tests/:test/fixes", use: addFix)
        routes.get(":definition/fixes/:fix", use: showFix)
        routes.post(":definition/fixes/:fix", use: finishFix)
        return routes
    }

    var desk: Desk { definitions.desk }
    var today: Day { desk.world.now().day }

    func links(_ context: SignedIn) -> DefinitionLinks { DefinitionLinks(context.place.slug) }

    func requireCoordinator(_ context: SignedIn) throws {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
    }

    /// The number in the path; anything else is a page that does not exist.
    func number(_ context: SignedIn) throws -> Int {
        guard let number = context.parameters.get("number").flatMap({ Int($0) }) else { throw AccessError.notVisible }
        return number
    }

    static let notices = [
        "begun": "The draft is begun. Nobody works by it yet", "saved": "The draft is saved", "published": "The version is published",
        "read": "Thank you: your organisation has read it", "tested": "The test is logged", "asked": "It is asked for",
        "fixed": "It is put right",
    ]

    func notice(_ request: Request) -> String? { DefinitionRoutes.notices[request.query.text("done")] }

    // MARK: Reading

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let query = DefinitionQuery(after: NameCursor(request.query.text("after")))
        let overview = try await definitions.list(query, as: context.viewer)
        return .page(
            DefinitionListPage(overview: overview, isFirst: query.after == nil, lists: definitions.lists, today: today)
                .markup(context))
    }

    @Sendable func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await page(Form(), context, notice: notice(request)))
    }

    private func page(_ form: Form, _ context: SignedIn, notice: String? = nil) async throws -> Markup {
        let file = try await definitions.one(try context.id("definition"), as: context.viewer)
        return DefinitionPage(
            file: file, form: form, lists: definitions.lists, today: today, notice: notice, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func showVersion(_ request: Request, _ context: SignedIn) async throws -> Response {
        let number = try number(context)
        let file = try await definitions.one(try context.id("definition"), as: context.viewer)
        guard let version = file.versions.first(where: { $0.number == number }) else { throw AccessError.notVisible }
        return .page(
            DefinitionVersionPage(definition: file.definition, version: version, isInForce: file.current == version)
                .markup(context))
    }

    /// Where somebody arrives who opens the address of a form that stands on another page.
    @Sendable func backToVersion(_ request: Request, _ context: SignedIn) async throws -> Response {
        let found = try await definitions.version(
            try number(context), of: try context.id("definition"), as: context.viewer)
        return .seeOther(links(context).version(found.version.number, of: found.definition.id))
    }

    @Sendable func compare(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await definitions.one(try context.id("definition"), as: context.viewer)
        func version(_ name: String) throws -> DefinitionVersionDetail {
            guard let found = file.versions.first(where: { $0.number == request.query.number(name) }) else {
                throw AccessError.notVisible
            }
            return found
        }
        return .page(
            CompareDefinitionPage(definition: file.definition, from: try version("from"), to: try version("to"))
                .markup(context))
    }

    @Sendable func acknowledge(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let definition: ID<PathwayDefinition> = try context.id("definition")
        let outcome = try await definitions.acknowledge(
            try number(context), of: definition, by: context.viewer, key: data.idempotencyKey)
        switch outcome {
        case .done: return .seeOther(links(context).definition(definition).query("done", "read"))
        case .refused(let problems): return .unprocessable(try await page(Form(data, problems: problems), context))
        }
    }

    // MARK: Writing

    @Sendable func askForNew(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCoordinator(context)
        return .page(try await newPage(Form(), context))
    }

    @Sendable func begin(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCoordinator(context)
        let data = try await request.form(context)
        var problems: [Problem] = []
        let facts = DefinitionForm.facts(data, &problems)
        let start = BeginDefinition.Start(data.text("start"))
        if start == nil { problems.append(Problem("start", "Choose what it starts from")) }
        if problems.isEmpty, let start {
            let outcome = try await definitions.begin(facts, from: start, by: context.viewer, key: data.idempotencyKey)
            if let definition = outcome.result { return .seeOther(links(context).definition(definition).query("done", "begun")) }
            problems = outcome.problems
        }
        return .unprocessable(try await newPage(Form(data, problems: problems), context))
    }

    private func newPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let ground = try await definitions.ground(as: context.viewer)
        return BeginDefinitionPage(
            form: form, towns: ground.towns, definitions: ground.definitions, lists: definitions.lists, today: today,
            token: form.token(desk.world)
        ).markup(context)
    }

    /// What a draft goes on from: itself, or the latest version.
    private func content(_ file: DefinitionFile) -> PathwayContent {
        file.definition.draft ?? file.versions.first?.content ?? PathwayContent()
    }

    @Sendable func askForDraft(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await definitions.one(try context.id("definition"), as: context.viewer)
        try requireCoordinator(context)
        let form = Form(DefinitionForm.data(of: file.definition.facts, content(file)))
        return .page(draftPage(form, file, context, notice: notice(request)))
    }

    @Sendable func changeDraft(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .pathways, stale: { try await stale($0, context) }, save: { try await save($0, context) })
    }

    private func save(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let file = try await definitions.one(try context.id("definition"), as: context.viewer)
        try requireCoordinator(context)
        let entry = DefinitionForm(data)
        var problems = entry.problems
        if problems.isEmpty {
            let outcome = try await definitions.changeDraft(
                of: file.definition.id, to: entry.facts, entry.content, version: data.version ?? file.definition.version,
                by: context.viewer, key: data.idempotencyKey)
            if let definition = outcome.result {
                let page = data.has("then", "more") ? links(context).draft(definition) : links(context).definition(definition)
                return .seeOther(page.query("done", "saved"))
            }
            problems = outcome.problems
        }
        return .unprocessable(draftPage(Form(data, problems: problems), file, context))
    }

    private func draftPage(_ form: Form, _ file: DefinitionFile, _ context: SignedIn, notice: String? = nil) -> Markup {
        EditDefinitionPage(
            form: form, definition: file.definition, content: content(file), towns: file.towns, lists: definitions.lists,
            today: today, notice: notice, token: form.token(desk.world)
        ).markup(context)
    }

    private func stale(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let file = try await definitions.one(try context.id("definition"), as: context.viewer)
        return StaleEditPage(
            mine: data, theirs: DefinitionForm.data(of: file.definition.facts, content(file)),
            labels: DefinitionForm.labels(definitions.lists, towns: file.towns), version: file.definition.version,
            what: "this draft", action: links(context).draft(file.definition.id), token: desk.world.newToken())
    }

    @Sendable func askToPublish(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await publishPage(Form(FormData(fields: DateFields.fields("valid_from", today))), context)
    }

    @Sendable func publish(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let definition: ID<PathwayDefinition> = try context.id("definition")
        let draft = PublishDefinition.Draft(
            validFrom: data.date("valid_from").day, validUntil: data.date("valid_until").day,
            changeNote: data.text("change_note"))
        if data.date("valid_until") == .unreadable {
            let problem = Problem("valid_until", "Enter the last day as day, month and year, or leave it empty")
            return try await publishPage(Form(data, problems: [problem]), context, isRefused: true)
        }
        let outcome = try await definitions.publish(definition, draft, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).definition(definition).query("done", "published")) }
        return try await publishPage(Form(data, problems: outcome.problems), context, isRefused: true)
    }

    private func publishPage(_ form: Form, _ context: SignedIn, isRefused: Bool = false) async throws -> Response {
        let file = try await definitions.one(try context.id("definition"), as: context.viewer)
        try requireCoordinator(context)
        let page = PublishDefinitionPage(
            definition: file.definition, before: file.versions.first, form: form, token: form.token(desk.world)
        ).markup(context)
        return isRefused ? .unprocessable(page) : .page(page)
    }
}
