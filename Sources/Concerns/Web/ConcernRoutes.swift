import Access
import Design
import HTML
import Hummingbird
import Kernel
import Partnerships
import Web

/// The pages of the feature, in one glance.
package struct ConcernRoutes: Sendable {
    let concerns: ConcernDesk
    let parts: ConcernPageParts
    let search: SearchParts
    let known: KnownParts?

    /// - Parameters:
    ///   - parts: what other parts of the product show on a concern's page.
    ///   - search: what other parts of the product find.
    ///   - known: what is known already of what somebody types.
    package init(
        concerns: ConcernDesk, parts: ConcernPageParts = ConcernPageParts(), search: SearchParts = SearchParts(),
        known: KnownParts? = nil
    ) {
        self.concerns = concerns
        self.parts = parts
        self.search = search
        self.known = known
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("concerns", use: list)
        routes.get("search", use: find)
        routes.get("concerns/new") { try await askToRaise($0, $1, isCall: false) }
        routes.post("concerns/new") { try await raise($0, $1, isCall: false) }
        routes.get("concerns/call") { try await askToRaise($0, $1, isCall: true) }
        routes.post("concerns/call") { try await raise($0, $1, isCall: true) }
        routes.get("concerns/:concern", use: show)
        routes.get("concerns/:concern/triage", use: askToTriage)
        routes.post("concerns/:concern/triage", use: triage)
        routes.get("concerns/:concern/ask", use: askWhomToAsk)
        routes.post("concerns/:concern/ask", use: ask)
        routes.get("concerns/:concern/close-round", use: askToCloseRound)
        routes.post("concerns/:concern/close-round", use: closeRound)
        routes.get("concerns/:concern/decide", use: askToDecide)
        routes.post("concerns/:concern/decide", use: decide)
        routes.get("concerns/:concern/plan", use: askToPlan)
        routes.post("concerns/:concern/plan", use: plan)
        routes.get("concerns/:concern/identities", use: askToReveal)
        routes.post("concerns/:concern/identities", use: reveal)
        routes.get("answers/:request", use: askToAnswer)
        routes.post("answers/:request", use: answer)
        routes.post("answers/:request/remind", use: remind)
        return routes
    }

    var desk: Desk { concerns.desk }

    func links(_ context: SignedIn) -> ConcernLinks { ConcernLinks(context.place.slug) }

    /// Pages that only a coordinator can finish are refused before they are filled in.
    func requireCoordinator(_ context: SignedIn) throws {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
    }

    // MARK: Lists

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = request.query
        let query = ConcernQuery(
            stage: ConcernQuery.Stage(rawValue: data.text("stage")) ?? .open, town: data.id("town"),
            after: ConcernQuery.Cursor(data.text("after")))
        return try await page(query, request, context, searches: false)
    }

    @Sendable func find(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = request.query
        let query = ConcernQuery(
            stage: .all, search: String(data.text("q").prefix(200)), after: ConcernQuery.Cursor(data.text("after")))
        return try await page(query, request, context, searches: true)
    }

    func page(
        _ query: ConcernQuery, _ request: Request, _ context: SignedIn, searches: Bool
    ) async throws -> Response {
        let lists = concerns.lists
        let consultation = Consultation(
            searches ? "search-concerns" : "list-concerns", "concerns",
            detail: searches ? desk.blindKey(of: query.search) : query.stage.rawValue)
        let page = try await desk.read(as: context.viewer, consultation, keeping: context.keptKey(request)) { reading in
            let isEmptySearch = searches && query.search.isEmpty
            let found =
                searches && !isEmptySearch && query.after == nil ? try search.find(reading, query.search, context) : Markup()
            let listing = isEmptySearch ? Listing(items: [], next: nil) : try reading.concerns(matching: query)
            let page = ConcernListPage(
                listing: listing, query: query,
                towns: searches ? [] : try reading.terms(of: context.place.id, kind: "town"), lists: lists,
                searches: searches, found: found,
                reportsToCheck: searches || !context.viewer.isCoordinator ? nil : try reading.reportsToCheck())
            return PageBody(page.markup(context))
        }
        return .page(page)
    }

    // MARK: Raising

    func askToRaise(_ request: Request, _ context: SignedIn, isCall: Bool) async throws -> Response {
        if isCall { try requireCoordinator(context) }
        guard RaiseConcern.permits(context.viewer) else { throw AccessError.denied }
        let draft = try await DraftRoutes.load(isCall ? "call" : "concern", context, from: desk)
        let form = draft ?? Form(FormData(fields: [("reporter_contact", "yes"), ("children_present", "unknown")]))
        return .page(try await raisePage(form, context, isCall: isCall, hasDraft: draft != nil))
    }

    func raisePage(
        _ form: Form, _ context: SignedIn, isCall: Bool, hasDraft: Bool = false, known found: Markup = Markup()
    ) async throws -> Markup {
        let concerns = concerns
        let today = desk.world.now().day
        let choices = try await desk.readOffice { office in
            try office.concernChoices(of: context.place.id, desk: concerns, today: today)
        }
        return RaiseConcernPage(
            form: form, choices: choices, isCall: isCall, token: form.token(desk.world), hasDraft: hasDraft,
            known: found, canLook: known != nil
        ).markup(context)
    }

    func raise(_ request: Request, _ context: SignedIn, isCall: Bool) async throws -> Response {
        let data = try await request.form(context)
        var problems: [Problem] = []
        let draft = ConcernDraft(data, today: desk.world.now().day, problems: &problems)
        if let known, data.has("look", "yes") {
            guard RaiseConcern.permits(context.viewer) else { throw AccessError.denied }
            let found = try await known.find(draft, context)
            // The script sends what was typed into one field and shows what was found beside it.
            if request.isFetchedByScript { return .page(found) }
            return .page(try await raisePage(Form(data), context, isCall: isCall, known: found))
        }
        if problems.isEmpty {
            let outcome = try await concerns.raise(
                draft, channel: isCall ? .telephone : .agencyForm, by: context.viewer, key: data.idempotencyKey)
            if let id = outcome.result {
                try await DraftRoutes.forget(isCall ? "call" : "concern", context, from: desk)
                let reads = context.viewer.isCoordinator || context.viewer.has(.member)
                let next = reads ? links(context).concern(id) : PageLinks.myWork(context.place.slug)
                return .seeOther(next.query("done", "raised"))
            }
            problems = outcome.problems
        }
        return .unprocessable(try await raisePage(Form(data, problems: problems), context, isCall: isCall))
    }

    // MARK: One concern

    @Sendable func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let concerns = concerns
        let now = desk.world.now()
        let notice = Notice.text(request.query.text("done"))
        let world = desk.world
        let parts = parts
        let consultation = Consultation("open-concern", "concerns", id.text)
        let page = try await desk.read(as: context.viewer, consultation, keeping: context.keptKey(request)) { reading in
            let concern = try reading.concern(id)
            let extra = try parts.read(reading, concern, context, now)
            let rounds = try reading.scopingRounds(of: id)
            let answers = rounds.flatMap(\.requests).filter { $0.answer != nil }
            let page = ConcernPage(
                concern: concern, rounds: rounds, answerFiles: try reading.fileCounts(ofAnswers: answers.map(\.id)),
                earlier: try reading.concernsLike(concern),
                decisions: try reading.responseDecisions(of: id), team: try reading.responseTeam(of: id).map(\.name),
                circleCount: try reading.circleCount(of: id), lists: concerns.lists, indicators: concerns.indicators,
                now: now, notice: notice, mainSections: extra.main, sideSections: extra.side,
                token: world.newToken())
            return PageBody(page.markup(context))
        }
        return .page(page)
    }

    func concern(_ id: ID<Concern>, _ context: SignedIn, for verb: String) async throws -> ConcernDetail {
        try await desk.read(as: context.viewer, Consultation(verb, "concerns", id.text)) { try $0.concern(id) }
    }

    // MARK: Triage

    @Sendable func askToTriage(_ request: Request, _ context: SignedIn) async throws -> Response {
        let concern = try await concern(try context.id("concern"), context, for: "screen-concern-form")
        try requireCoordinator(context)
        var form = Form(TriageForm.fields(concern))
        if let draft = try await DraftRoutes.load("triage-\(concern.id.text)", context, from: desk) {
            // The draft may be older than the record: what others changed since then must not be overwritten.
            let stale = staleTriage(draft.data, concern, context)
            if stale.needsChoice { return .conflict(stale.markup(context, section: .concerns)) }
            form = Form(stale.merged)
        }
        return .page(triagePage(concern, form, context))
    }

    private func staleTriage(_ data: FormData, _ concern: ConcernDetail, _ context: SignedIn) -> StaleEditPage {
        StaleEditPage(
            mine: data, theirs: TriageForm.fields(concern), labels: TriageForm.labels(concerns.lists),
            version: concern.version, what: "the screening of \(concern.reference)",
            action: links(context).triage(concern.id), token: desk.world.newToken())
    }

    func triagePage(_ concern: ConcernDetail, _ form: Form, _ context: SignedIn) -> Markup {
        TriagePage(concern: concern, form: form, lists: concerns.lists, token: form.token(desk.world)).markup(context)
    }

    @Sendable func triage(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .concerns,
            stale: { staleTriage($0, try await concern(id, context, for: "screen-concern-form"), context) },
            save: { try await saveTriage($0, id, context) })
    }

    private func saveTriage(_ data: FormData, _ id: ID<Concern>, _ context: SignedIn) async throws -> Response {
        let draft = TriageConcern.Draft(
            thrive: Thrive(
                threat: data.text("threat"), harm: data.text("harm"), risk: data.text("risk"),
                investigation: data.text("investigation"), vulnerability: data.text("vulnerability"),
                engagement: data.text("engagement")),
            immediateDanger: data.has("immediate_danger", "yes"), policeIncident: data.text("police_incident"))
        let outcome = try await concerns.triage(
            id, draft, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
        if outcome.result != nil {
            try await DraftRoutes.forget("triage-\(id.text)", context, from: desk)
            return .seeOther(links(context).concern(id).query("done", "screened"))
        }
        let concern = try await concern(id, context, for: "screen-concern-form")
        return .unprocessable(triagePage(concern, Form(data, problems: outcome.problems), context))
    }

    // MARK: The response

    /// What a decision starts from: the concern, what is known of it, the decision as it stands, and who may be chosen.
    private struct DecisionGround: Sendable {
        let concern: ConcernDetail
        let known: ResponseCriteria
        let stored: FormData
        let members: [OrganisationSummary]
    }

    private func decisionGround(_ id: ID<Concern>, _ context: SignedIn) async throws -> DecisionGround {
        try await desk.read(as: context.viewer, Consultation("decide-response-form", "concerns", id.text)) { reading in
            let concern = try reading.concern(id)
            let known = ResponseCriteria(concern: concern, rounds: try reading.scopingRounds(of: id))
            return DecisionGround(
                concern: concern, known: known,
                stored: DecideForm.stored(
                    concern, known, team: try reading.responseTeam(of: id).map(\.id.text),
                    newest: try reading.responseDecisions(of: id).first),
                members: try reading.members(of: context.place.id))
        }
    }

    func decidePage(_ id: ID<Concern>, _ given: Form?, _ context: SignedIn) async throws -> Markup {
        let ground = try await decisionGround(id, context)
        try requireCoordinator(context)
        let form = given ?? Form(DecideForm.fresh(ground.stored))
        let criteria = ResponseCriteria(form.data, agenciesHolding: ground.known.agenciesHolding)
        return DecidePage(
            concern: ground.concern, stored: ground.stored, criteria: criteria, form: form, members: ground.members,
            lists: concerns.lists, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askToDecide(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await decidePage(try context.id("concern"), nil, context))
    }

    @Sendable func decide(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context).settled
        if data.has("again", "yes") { return .page(try await decidePage(id, Form(data), context)) }
        return try await context.saving(
            data, section: .concerns,
            stale: { data in
                let ground = try await decisionGround(id, context)
                return StaleEditPage(
                    mine: data, theirs: ground.stored,
                    labels: DecideForm.labels(concerns.lists, members: ground.members), version: ground.concern.version,
                    what: "the response to \(ground.concern.reference)", action: links(context).decide(id),
                    token: desk.world.newToken())
            }, save: { try await saveDecision($0, id, context) })
    }

    private func saveDecision(_ data: FormData, _ id: ID<Concern>, _ context: SignedIn) async throws -> Response {
        let rounds = try await desk.read(as: context.viewer, Consultation("decide-response-form", "concerns", id.text)) {
            try $0.scopingRounds(of: id)
        }
        let holding = rounds.flatMap(\.requests).compactMap(\.answer).count { $0 != .nothingHeld }
        let day: DecideResponse.Draft.DayEntry =
            switch data.date("report_back_on") {
            case .missing: .missing
            case .unreadable: .unreadable
            case .day(let day): .day(day)
            }
        let draft = DecideResponse.Draft(
            grade: data.text("response"), criteria: ResponseCriteria(data, agenciesHolding: holding),
            rationale: data.text("rationale"), approver: data.text("approver"), lead: data.id("lead"),
            reportBackOn: day, team: data.texts("team").compactMap { ID($0) })
        let outcome = try await concerns.decide(
            id, draft, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).concern(id).query("done", "decided")) }
        return .unprocessable(try await decidePage(id, Form(data, problems: outcome.problems), context))
    }

    @Sendable func askToPlan(_ request: Request, _ context: SignedIn) async throws -> Response {
        let concern = try await concern(try context.id("concern"), context, for: "plan-significant-form")
        try requireCoordinator(context)
        let form = Form(PlanForm.fields(concern))
        return .page(PlanPage(concern: concern, form: form, token: form.token(desk.world)).markup(context))
    }

    @Sendable func plan(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .concerns,
            stale: { data in
                let concern = try await concern(id, context, for: "plan-significant-form")
                return StaleEditPage(
                    mine: data, theirs: PlanForm.fields(concern), labels: PlanForm.labels, version: concern.version,
                    what: "the plan of \(concern.reference)", action: links(context).plan(id), token: desk.world.newToken())
            }, save: { try await savePlan($0, id, context) })
    }

    private func savePlan(_ data: FormData, _ id: ID<Concern>, _ context: SignedIn) async throws -> Response {
        let outcome = try await concerns.planSignificant(
            id, meeting: data.date("planning_meeting_on").day, notes: data.text("planning_meeting_notes"),
            plan: data.text("tactical_plan"), by: context.viewer, expecting: data.version, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).concern(id).query("done", "planned")) }
        let concern = try await concern(id, context, for: "plan-significant-form")
        let form = Form(data, problems: outcome.problems)
        return .unprocessable(PlanPage(concern: concern, form: form, token: form.token(desk.world)).markup(context))
    }

    // MARK: Sealed names

    @Sendable func askToReveal(_ request: Request, _ context: SignedIn) async throws -> Response {
        let concern = try await concern(try context.id("concern"), context, for: "reveal-identities-form")
        try requireCoordinator(context)
        return .page(RevealPage(concern: concern, form: Form(), names: nil, token: desk.world.newToken()).markup(context))
    }

    @Sendable func reveal(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context)
        let outcome = try await concerns.reveal(id, reason: data.text("reason"), by: context.viewer)
        let concern = try await concern(id, context, for: "reveal-identities-form")
        let page = RevealPage(
            concern: concern, form: Form(data, problems: outcome.problems), names: outcome.result,
            token: desk.world.newToken())
        return outcome.result == nil ? .unprocessable(page.markup(context)) : .page(page.markup(context))
    }
}

/// What other parts show on a concern's page: they read in the same transaction.
package struct ConcernPageParts: Sendable {
    package typealias Read = @Sendable (Reading, ConcernDetail, SignedIn, Moment) throws -> (main: Markup, side: Markup)

    package let read: Read

    package init(read: @escaping Read = { _, _, _, _ in (Markup(), Markup()) }) {
        self.read = read
    }
}

/// What other parts of the product find by what was searched for: shown above the concerns that were found.
package struct SearchParts: Sendable {
    package typealias Find = @Sendable (Reading, String, SignedIn) throws -> Markup

    package let find: Find

    package init(find: @escaping Find = { _, _, _ in Markup() }) {
        self.find = find
    }
}

/// What is known already of what somebody types into the form of a concern, before it is saved.
package struct KnownParts: Sendable {
    package typealias Find = @Sendable (ConcernDraft, SignedIn) async throws -> Markup

    package let find: Find

    package init(find: @escaping Find) {
        self.find = find
    }
}

/// What is said on the page after something was done; the address holds only a word.
enum Notice {
    static func text(_ word: String) -> String? {
        switch word {
        case "raised": "The concern is recorded."
        case "screened": "The screening is saved."
        case "asked": "The question is sent. Each agency finds it in its own list."
        case "answered": "Your answer is sent. You can correct it while the round is open."
        case "reminded": "The agency is reminded."
        case "not-waiting": "This agency has answered, or the round is closed."
        case "round-closed": "The round is closed."
        case "decided": "The response is decided."
        case "planned": "The planning meeting is recorded."
        case "saved": "Your change is saved."
        case "closed": "The concern is closed."
        case "reopened": "The concern is open again."
        case "joined": "The two concerns are joined."
        default: nil
        }
    }
}
