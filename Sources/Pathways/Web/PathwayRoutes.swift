import Access
import Design
import HTML
import Hummingbird
import Kernel
import Partnerships
import Web

/// The pages of pathways, below `/{partnership}/pathways`.
package struct PathwayRoutes: Sendable {
    let pathways: PathwayDesk

    package init(pathways: PathwayDesk) {
        self.pathways = pathways
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("", use: list)
        routes.get("new", use: askForNew)
        routes.post("new", use: open)
        routes.get(":victim", use: show)
        VictimRoutes(pathways: pathways).add(to: routes)
        addReferrals(to: routes)
        addSupport(to: routes)
        return routes
    }

    var desk: Desk { pathways.desk }
    var today: Day { desk.world.now().day }

    func links(_ context: SignedIn) -> PathwayLinks { PathwayLinks(context.place.slug) }

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let query = VictimQuery(
            stage: VictimQuery.Stage(rawValue: request.query.text("stage")) ?? .open,
            after: VictimQuery.Cursor(request.query.text("after")))
        let listing = try await pathways.list(query, as: context.viewer)
        return .page(PathwayListPage(listing: listing, query: query, lists: pathways.lists).markup(context))
    }

    @Sendable func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await pathways.one(try context.id("victim"), as: context.viewer)
        let notice = PathwayNotice(rawValue: request.query.text("done"))
        return .page(
            VictimPage(file: file, lists: pathways.lists, helpline: pathways.helpline, today: today, notice: notice)
                .markup(context))
    }

    @Sendable func askForNew(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let query = request.query
        let origin = origin(query)
        let ground = try await pathways.ground(origin, as: context.viewer)
        var data = FormData()
        if let draft = try await DraftRoutes.load(OpenPathwayPage.draft(origin), context, from: desk) {
            data = draft.data
        } else if let facts = ground.facts {
            data = VictimForm.data(of: facts, lists: pathways.lists)
            if !ground.isAgeScreened { data.fields.removeAll { $0.name == "age_basis" || $0.name == "age_group" } }
        }
        for name in ["screening", "concern"] {
            data.fields.removeAll { $0.name == name }
            if !query.text(name).isEmpty { data = data.setting(name, query.text(name)) }
        }
        return .page(openPage(Form(data), origin, ground).markup(context))
    }

    @Sendable func open(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let data = try await request.form(context)
        let entry = VictimForm(data, lists: pathways.lists)
        var problems = entry.problems
        let draft = OpenPathway.Draft(
            facts: entry.facts, identity: entry.identity, screening: data.id("screening"), concern: data.id("concern"))
        if problems.isEmpty {
            switch try await pathways.open(draft, by: context.viewer, key: data.idempotencyKey) {
            case .done(let victim):
                try await DraftRoutes.forget(OpenPathwayPage.draft(origin(data)), context, from: desk)
                return done(victim, .opened, context)
            case .refused(let refusals): problems = refusals
            }
        } else {
            problems.addMissing(OpenPathway.problems(draft, lists: pathways.lists, today: today))
        }
        let ground = try await pathways.ground(origin(data), as: context.viewer)
        return .unprocessable(openPage(Form(data, problems: problems), origin(data), ground).markup(context))
    }

    private func origin(_ data: FormData) -> PathwayOrigin {
        if let screening = data.id("screening", of: Screening.self) { return .screening(screening) }
        return data.id("concern", of: Concern.self).map(PathwayOrigin.concern) ?? .alone
    }

    private func openPage(_ form: Form, _ origin: PathwayOrigin, _ ground: PathwayGround) -> OpenPathwayPage {
        OpenPathwayPage(
            form: form, origin: origin, ground: ground, lists: pathways.lists, today: today, token: form.token(desk.world))
    }

    func done(_ id: ID<PotentialVictim>, _ notice: PathwayNotice, _ context: SignedIn) -> Response {
        .seeOther(links(context).victim(id).query("done", notice.rawValue))
    }
}

/// What a page says after something was done.
package enum PathwayNotice: String, Sendable {
    case opened
    case saved

    var words: String {
        switch self {
        case .opened: "The pathway is begun. Your organisation leads it"
        case .saved: "Saved"
        }
    }
}
