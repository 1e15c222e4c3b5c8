import Access
import HTML
import Hummingbird
import Kernel
import Partnerships
import Web

/// The pages of the directory of services, below `/{partnership}/pathways/services`.
package struct ServiceRoutes: Sendable {
    let services: ServiceDesk

    package init(services: ServiceDesk) {
        self.services = services
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("", use: list)
        routes.get("new", use: askForNew)
        routes.post("new", use: propose)
        routes.get("gaps", use: gaps)
        routes.get("gaps.csv", use: gapsTable)
        routes.get(":service", use: show)
        routes.get(":service/change", use: askForChange)
        routes.post(":service/change", use: change)
        routes.get(":service/places", use: back)
        routes.post(":service/places", use: tellPlaces)
        routes.get(":service/decide", use: back)
        routes.post(":service/decide", use: decide)
        routes.get(":service/address", use: back)
        routes.post(":service/address", use: openAddress)
        routes.get(":service/assess", use: askToAssess)
        routes.post(":service/assess", use: assess)
        routes.get(":service/assessments/:assessment", use: showAssessment)
        return routes
    }

    private var desk: Desk { services.desk }
    private var today: Day { desk.world.now().day }

    private func links(_ context: SignedIn) -> ServiceLinks { ServiceLinks(context.place.slug) }

    // MARK: Reading

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let query = ServiceListPage.query(request.query)
        let directory = try await services.list(query, as: context.viewer)
        return .page(ServiceListPage(directory: directory, query: query, lists: services.lists, today: today).markup(context))
    }

    @Sendable func gaps(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        return .page(ServiceGapsPage(gaps: try await services.gaps(by: axis(request), as: context.viewer)).markup(context))
    }

    @Sendable func gapsTable(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let gaps = try await services.gaps(by: axis(request), as: context.viewer)
        return .csv(gaps.csv, name: "\(context.place.slug)-support-by-\(gaps.axis.rawValue).csv")
    }

    private func axis(_ request: Request) -> ServiceGaps.Axis { ServiceGaps.Axis(rawValue: request.query.text("by")) ?? .area }

    @Sendable func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await page(Form(), context, notice: ServiceRoutes.notices[request.query.text("done")]))
    }

    /// Where somebody arrives who opens the address of a form that stands on the service's own page.
    @Sendable func back(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try await services.one(try context.id("service"), as: context.viewer)
        return .seeOther(links(context).service(try context.id("service")))
    }

    private func page(
        _ form: Form, _ context: SignedIn, address: String? = nil, notice: String? = nil
    ) async throws -> Markup {
        let file = try await services.one(try context.id("service"), as: context.viewer)
        return ServicePage(
            file: file, address: address, form: form, lists: services.lists, today: today, notice: notice,
            token: form.token(desk.world)
        ).markup(context)
    }

    private static let notices = [
        "proposed": "The service is proposed. The coordinator decides", "saved": "Saved", "places": "The places are told",
        "decided": "Decided", "assessed": "The assessment is kept",
    ]

    // MARK: Entering and changing

    @Sendable func askForNew(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        var data = FormData()
        if !context.viewer.isCoordinator { data = data.setting("organisation", context.viewer.organisation?.text ?? "") }
        return .page(try await newPage(Form(data), context))
    }

    @Sendable func propose(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let data = try await request.form(context)
        let entry = ServiceForm(data, today: today)
        var problems = entry.problems
        if problems.isEmpty {
            let draft = ProposeService.Draft(facts: entry.facts, address: entry.address)
            switch try await services.propose(draft, by: context.viewer, key: data.idempotencyKey) {
            case .done(let service): return done(service, "proposed", context)
            case .refused(let refusals): problems = refusals
            }
        } else {
            problems.addMissing(try await standing(entry, address: entry.address, context))
        }
        return .unprocessable(try await newPage(Form(data, problems: problems), context))
    }

    /// What else is wrong with a form in which something could not be read: everything is told at once.
    private func standing(_ entry: ServiceForm, address: String, _ context: SignedIn) async throws -> [Problem] {
        ProposeService.problems(
            entry.facts, address: address, ground: try await services.ground(as: context.viewer), lists: services.lists)
    }

    private func newPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        EditServicePage(
            form: form, ground: try await services.ground(as: context.viewer), service: nil, lists: services.lists,
            today: today, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askForChange(_ request: Request, _ context: SignedIn) async throws -> Response {
        let service = try await services.one(try context.id("service"), as: context.viewer).service
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        return .page(try await changePage(Form(ServiceForm.data(of: service.facts)), service, context))
    }

    @Sendable func change(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .pathways, stale: { try await stale($0, context) }, save: { try await save($0, context) })
    }

    private func save(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let service = try await services.one(try context.id("service"), as: context.viewer).service
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let entry = ServiceForm(data, today: today)
        var problems = entry.problems
        if problems.isEmpty {
            let outcome = try await services.change(
                service.id, to: entry.facts, address: entry.addressChange, version: data.version ?? service.version,
                by: context.viewer, key: data.idempotencyKey)
            if outcome.result != nil { return done(service.id, "saved", context) }
            problems = outcome.problems
        } else {
            var typed = ""
            if case .replace(let text) = entry.addressChange { typed = text }
            problems.addMissing(try await standing(entry, address: typed, context))
        }
        return .unprocessable(try await changePage(Form(data, problems: problems), service, context))
    }

    private func changePage(_ form: Form, _ service: ServiceDetail, _ context: SignedIn) async throws -> Markup {
        EditServicePage(
            form: form, ground: try await services.ground(as: context.viewer), service: service, lists: services.lists,
            today: today, token: form.token(desk.world)
        ).markup(context)
    }

    private func stale(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let service = try await services.one(try context.id("service"), as: context.viewer).service
        let ground = try await services.ground(as: context.viewer)
        return StaleEditPage(
            mine: data, theirs: ServiceForm.data(of: service.facts), labels: ServiceForm.labels(services.lists, ground: ground),
            version: service.version, what: "this service", action: links(context).change(service.id),
            token: desk.world.newToken())
    }

    @Sendable func tellPlaces(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await services.tellPlaces(
            data.number("places_free"), of: try context.id("service"), by: context.viewer, key: data.idempotencyKey)
        return try await answer(outcome, data, "places", context)
    }

    @Sendable func decide(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await services.decide(
            ServiceStatus(rawValue: data.text("status")), reason: data.text("reason"), on: try context.id("service"),
            by: context.viewer, key: data.idempotencyKey)
        return try await answer(outcome, data, "decided", context)
    }

    @Sendable func openAddress(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await services.openAddress(
            of: try context.id("service"), purpose: data.text("purpose"), by: context.viewer)
        switch outcome {
        case .done(let address): return .page(try await page(Form(), context, address: address))
        case .refused(let problems): return .unprocessable(try await page(Form(data, problems: problems), context))
        }
    }

    // MARK: The checklist

    @Sendable func askToAssess(_ request: Request, _ context: SignedIn) async throws -> Response {
        let service = try await services.one(try context.id("service"), as: context.viewer).service
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let draft = try await DraftRoutes.load(AssessServicePage.draft(service.id), context, from: desk)
        return .page(assessPage(draft ?? Form(), service, context))
    }

    @Sendable func assess(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let service = try await services.one(try context.id("service"), as: context.viewer).service
        let draft = AssessServicePage.draft(data, lists: services.lists, today: today)
        let outcome = try await services.assess(service.id, draft, by: context.viewer, key: data.idempotencyKey)
        guard outcome.result != nil else {
            return .unprocessable(assessPage(Form(data, problems: outcome.problems), service, context))
        }
        try await DraftRoutes.forget(AssessServicePage.draft(service.id), context, from: desk)
        return done(service.id, "assessed", context)
    }

    private func assessPage(_ form: Form, _ service: ServiceDetail, _ context: SignedIn) -> Markup {
        AssessServicePage(
            service: service, form: form, lists: services.lists, today: today, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func showAssessment(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<ServiceAssessment> = try context.id("assessment")
        let file = try await services.one(try context.id("service"), as: context.viewer)
        guard let assessment = file.assessments.first(where: { $0.id == id }) else { throw AccessError.notVisible }
        let notes = try await services.openNotes(of: id, by: context.viewer)
        let points = services.lists["accommodation_essential"].values + services.lists["accommodation_further"].values
        return .page(
            AssessmentNotesPage(
                service: file.service, assessment: assessment, notes: notes,
                points: points.filter { assessment.answers[$0.code] != nil }
            ).markup(context))
    }

    // MARK: Answers

    private func answer(
        _ outcome: Outcome<ID<SupportService>>, _ data: FormData, _ notice: String, _ context: SignedIn
    ) async throws -> Response {
        switch outcome {
        case .done(let service): return done(service, notice, context)
        case .refused(let problems): return .unprocessable(try await page(Form(data, problems: problems), context))
        }
    }

    private func done(_ service: ID<SupportService>, _ notice: String, _ context: SignedIn) -> Response {
        .seeOther(links(context).service(service).query("done", notice))
    }
}
