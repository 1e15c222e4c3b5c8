import Access
import HTML
import Hummingbird
import Kernel
import Partnerships
import Web

/// The pages of reception centres, below `/{partnership}/pathways/reception`: the plans. What happens at an opening stands
/// in the other file.
package struct ReceptionRoutes: Sendable {
    let reception: ReceptionDesk

    package init(reception: ReceptionDesk) {
        self.reception = reception
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("", use: list)
        routes.get("new", use: askForNew)
        routes.post("new", use: plan)
        routes.get(":centre", use: show)
        routes.get(":centre/change", use: askForChange)
        routes.post(":centre/change", use: change)
        routes.get(":centre/address", use: backToCentre)
        routes.post(":centre/address", use: openAddress)
        routes.get(":centre/activate", use: backToCentre)
        routes.post(":centre/activate", use: activate)
        routes.get(":centre/plans/:number", use: showPlan)
        routes.get("openings/:opening", use: showOpening)
        routes.get("openings/:opening/door", use: showDoor)
        routes.post("openings/:opening/door", use: record)
        routes.get("openings/:opening/checks", use: backToOpening)
        routes.post("openings/:opening/checks", use: tick)
        routes.get("openings/:opening/roles", use: backToOpening)
        routes.post("openings/:opening/roles", use: fillRole)
        routes.get("openings/:opening/stand-down", use: askToStandDown)
        routes.post("openings/:opening/stand-down", use: standDown)
        routes.get("openings/:opening/debrief", use: showDebrief)
        routes.get("openings/:opening/arrivals/:arrival", use: showArrival)
        routes.post("openings/:opening/arrivals/:arrival", use: changeArrival)
        routes.get("openings/:opening/arrivals/:arrival/identity", use: backToArrival)
        routes.post("openings/:opening/arrivals/:arrival/identity", use: openIdentity)
        return routes
    }

    var desk: Desk { reception.desk }
    var lists: CodeLists { reception.lists }
    var today: Day { desk.world.now().day }

    func links(_ context: SignedIn) -> ReceptionLinks { ReceptionLinks(context.place.slug) }

    static let notices = [
        "saved": "Saved", "planned": "The plan is kept. Mark it ready when it can be opened",
        "ready": "The plan is kept, and the centre can be opened",
        "opened": "The centre is open. Fill the roles first",
        "ticked": "Ticked", "role": "The role is changed", "closed": "The centre is stood down",
    ]

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let query = CentreQuery(after: NameCursor(request.query.text("after")))
        let (centres, openings) = try await reception.list(query, as: context.viewer)
        return .page(ReceptionListPage(centres: centres, isFirst: query.after == nil, openings: openings).markup(context))
    }

    @Sendable func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await centrePage(Form(), context, notice: ReceptionRoutes.notices[request.query.text("done")]))
    }

    /// Where somebody arrives who opens the address of a form that stands on the centre's own page.
    @Sendable func backToCentre(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await reception.one(try context.id("centre"), as: context.viewer)
        return .seeOther(links(context).centre(file.centre.id))
    }

    func centrePage(_ form: Form, _ context: SignedIn, address: String? = nil, notice: String? = nil) async throws -> Markup {
        let file = try await reception.one(try context.id("centre"), as: context.viewer)
        return ReceptionCentrePage(
            file: file, address: address, form: form, lists: lists, notice: notice, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func showPlan(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard let number = context.parameters.get("number").flatMap({ Int($0) }) else { throw AccessError.notVisible }
        let found = try await reception.plan(number, of: try context.id("centre"), as: context.viewer)
        return .page(
            ReceptionPlanVersionPage(centre: found.centre, plan: found.plan, line: found.line, lists: lists).markup(context))
    }

    // MARK: Planning

    @Sendable func askForNew(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        return .page(try await newPage(Form(ReceptionPlanForm.proposal(lists, today: today)), context))
    }

    @Sendable func plan(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let data = try await request.form(context)
        let entry = ReceptionPlanForm(data)
        var problems = entry.problems
        if problems.isEmpty {
            let outcome = try await reception.plan(
                entry.facts, entry.plan, address: entry.typedAddress, by: context.viewer, key: data.idempotencyKey)
            if let centre = outcome.result {
                let done = entry.facts.status == .ready ? "ready" : "planned"
                return .seeOther(links(context).centre(centre).query("done", done))
            }
            problems = outcome.problems
        }
        return .unprocessable(try await newPage(Form(data, problems: problems), context))
    }

    private func newPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        EditReceptionPlanPage(
            form: form, standing: nil, towns: try await reception.towns(as: context.viewer), lists: lists, today: today,
            token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askForChange(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await reception.one(try context.id("centre"), as: context.viewer)
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        return .page(changePage(Form(ReceptionPlanForm.data(of: file.centre.facts, file.plan)), file, context))
    }

    @Sendable func change(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .pathways, stale: { try await stale($0, context) }, save: { try await save($0, context) })
    }

    private func save(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let file = try await reception.one(try context.id("centre"), as: context.viewer)
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let entry = ReceptionPlanForm(data)
        var problems = entry.problems
        if problems.isEmpty {
            let outcome = try await reception.change(
                file.centre.id, to: entry.facts, entry.plan, address: entry.address,
                version: data.version ?? file.centre.version, by: context.viewer, key: data.idempotencyKey)
            if let centre = outcome.result { return .seeOther(links(context).centre(centre).query("done", "saved")) }
            problems = outcome.problems
        }
        return .unprocessable(changePage(Form(data, problems: problems), file, context))
    }

    private func changePage(_ form: Form, _ file: CentreFile, _ context: SignedIn) -> Markup {
        EditReceptionPlanPage(
            form: form, standing: (file.centre, file.plan), towns: file.towns, lists: lists, today: today,
            token: form.token(desk.world)
        ).markup(context)
    }

    private func stale(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let file = try await reception.one(try context.id("centre"), as: context.viewer)
        return StaleEditPage(
            mine: data, theirs: ReceptionPlanForm.data(of: file.centre.facts, file.plan),
            labels: ReceptionPlanForm.labels(lists, towns: file.towns), version: file.centre.version, what: "this plan",
            action: links(context).change(file.centre.id), token: desk.world.newToken())
    }

    @Sendable func openAddress(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await reception.openAddress(
            of: try context.id("centre"), purpose: data.text("purpose"), by: context.viewer)
        switch outcome {
        case .done(let address): return .page(try await centrePage(Form(), context, address: address))
        case .refused(let problems): return .unprocessable(try await centrePage(Form(data, problems: problems), context))
        }
    }

    @Sendable func activate(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let draft = ActivateCentre.Draft(visit: data.text("visit"), concern: data.text("concern"))
        let outcome = try await reception.activate(
            try context.id("centre"), draft, by: context.viewer, key: data.idempotencyKey)
        switch outcome {
        case .done(let opening): return .seeOther(links(context).opening(opening).query("done", "opened"))
        case .refused(let problems): return .unprocessable(try await centrePage(Form(data, problems: problems), context))
        }
    }
}
