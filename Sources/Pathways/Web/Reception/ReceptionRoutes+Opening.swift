import Access
import HTML
import Hummingbird
import Kernel
import Web

/// What happens at an open centre: the door, the register, the checklist, the roles, the end.
extension ReceptionRoutes {
    @Sendable func showOpening(_ request: Request, _ context: SignedIn) async throws -> Response {
        let notice = ReceptionRoutes.notices[request.query.text("done")]
        return .page(try await registerPage(Form(), context, query: ReceptionRoutes.query(request.query), notice: notice))
    }

    private static func query(_ data: FormData) -> ArrivalQuery {
        ArrivalQuery(filter: ArrivalQuery.Filter(rawValue: data.text("show")) ?? .all, after: data.number("after"))
    }

    private func registerPage(
        _ form: Form, _ context: SignedIn, query: ArrivalQuery = ArrivalQuery(), notice: String? = nil
    ) async throws -> Markup {
        let file = try await reception.opening(try context.id("opening"), query, as: context.viewer)
        return RegisterPage(
            file: file, query: query, form: form, lists: lists, notice: notice, token: form.token(desk.world)
        ).markup(context)
    }

    /// Where somebody arrives who opens the address of a form that stands on the register's own page.
    @Sendable func backToOpening(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await reception.opening(try context.id("opening"), as: context.viewer)
        return .seeOther(links(context).opening(file.opening.id))
    }

    // MARK: The door

    @Sendable func showDoor(_ request: Request, _ context: SignedIn) async throws -> Response {
        let wristband = request.query.number("entered")
        return .page(
            try await doorPage(
                Form(), context, notice: wristband.map { "Wristband \($0) is entered" }, entered: wristband))
    }

    private func doorPage(
        _ form: Form, _ context: SignedIn, notice: String? = nil, entered wristband: Int? = nil
    ) async throws -> Markup {
        // With two doors, or a number typed by hand, the highest wristband is not the one that was entered here.
        let query = ArrivalQuery(after: wristband.map { $0 &+ 1 }, size: 1)
        let file = try await reception.opening(try context.id("opening"), query, as: context.viewer)
        return DoorPage(
            file: file, form: form, last: file.listing.items.first { $0.wristband == wristband }, lists: lists, today: today,
            notice: notice, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func record(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let opening: ID<ReceptionActivation> = try context.id("opening")
        let typed = data.text("wristband")
        let draft = RecordArrival.Draft(
            wristband: typed.isEmpty ? nil : Int(typed) ?? 0, facts: ArrivalQuestions.facts(data, lists: lists),
            identity: ArrivalIdentity(name: data.text("name"), note: data.text("note")))
        let outcome = try await reception.record(draft, at: opening, by: context.viewer, key: data.idempotencyKey)
        switch outcome {
        case .done(let entered): return .seeOther(links(context).door(opening).query("entered", entered.wristband))
        case .refused(let problems): return .unprocessable(try await doorPage(Form(data, problems: problems), context))
        }
    }

    // MARK: Checklist and roles

    @Sendable func tick(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await reception.tick(
            data.texts("checks").compactMap { Int($0) }, at: try context.id("opening"), by: context.viewer,
            key: data.idempotencyKey)
        return try await answer(outcome, data, "ticked", context)
    }

    @Sendable func fillRole(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let draft = FillReceptionRole.Draft(
            role: data.text("role"), organisation: data.id("organisation"), contact: data.text("contact"),
            isEnded: data.has("do", "end"))
        let outcome = try await reception.fillRole(
            draft, at: try context.id("opening"), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil, draft.isEnded, draft.organisation == context.viewer.organisation, !context.viewer.isCoordinator {
            // With its last role an agency loses sight of the register.
            return .seeOther(links(context).list)
        }
        return try await answer(outcome, data, "role", context)
    }

    private func answer(
        _ outcome: Outcome<ID<ReceptionActivation>>, _ data: FormData, _ notice: String, _ context: SignedIn
    ) async throws -> Response {
        switch outcome {
        case .done(let opening): return .seeOther(links(context).opening(opening).query("done", notice))
        case .refused(let problems): return .unprocessable(try await registerPage(Form(data, problems: problems), context))
        }
    }

    // MARK: One entry

    @Sendable func showArrival(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await arrivalFile(context)
        let form = Form(ArrivalPage.data(of: file.arrival, lists: lists))
        return .page(arrivalPage(file, form, context, notice: ReceptionRoutes.notices[request.query.text("done")]))
    }

    private func arrivalFile(_ context: SignedIn) async throws -> ArrivalFile {
        try await reception.arrival(try context.id("arrival"), at: try context.id("opening"), as: context.viewer)
    }

    private func arrivalPage(
        _ file: ArrivalFile, _ form: Form, _ context: SignedIn, identity: ArrivalIdentity? = nil, notice: String? = nil
    ) -> Markup {
        ArrivalPage(
            file: file, identity: identity, form: form, lists: lists, today: today, notice: notice, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func backToArrival(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await arrivalFile(context)
        return .seeOther(links(context).arrival(file.arrival.id, at: file.opening.id))
    }

    @Sendable func changeArrival(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .pathways, stale: { try await staleArrival($0, context) },
            save: { try await saveArrival($0, context) })
    }

    private func saveArrival(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let file = try await arrivalFile(context)
        let outcome = try await reception.change(
            file.arrival.id, at: file.opening.id, to: ArrivalPage.draft(data, lists: lists),
            version: data.version ?? file.arrival.version, by: context.viewer, key: data.idempotencyKey)
        switch outcome {
        case .done: return .seeOther(links(context).arrival(file.arrival.id, at: file.opening.id).query("done", "saved"))
        case .refused(let problems): return .unprocessable(arrivalPage(file, Form(data, problems: problems), context))
        }
    }

    private func staleArrival(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let file = try await arrivalFile(context)
        return StaleEditPage(
            mine: data, theirs: ArrivalPage.data(of: file.arrival, lists: lists),
            labels: ArrivalPage.labels(lists, services: file.services), version: file.arrival.version,
            what: "wristband \(file.arrival.wristband)", action: links(context).arrival(file.arrival.id, at: file.opening.id),
            token: desk.world.newToken())
    }

    @Sendable func openIdentity(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let file = try await arrivalFile(context)
        let outcome = try await reception.openIdentity(
            of: file.arrival.id, purpose: data.text("purpose"), by: context.viewer)
        var fields = ArrivalPage.data(of: file.arrival, lists: lists)
        switch outcome {
        case .done(let identity): return .page(arrivalPage(file, Form(fields), context, identity: identity))
        case .refused(let problems):
            fields = fields.setting("purpose", data.text("purpose"))
            return .unprocessable(arrivalPage(file, Form(fields, problems: problems), context))
        }
    }

    // MARK: The end

    @Sendable func askToStandDown(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await standDownPage(Form(), context))
    }

    @Sendable func standDown(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await reception.standDown(
            try context.id("opening"), debrief: data.text("debrief"), lessons: data.text("lessons"), by: context.viewer,
            key: data.idempotencyKey)
        switch outcome {
        case .done(let opening): return .seeOther(links(context).opening(opening).query("done", "closed"))
        case .refused(let problems): return .unprocessable(try await standDownPage(Form(data, problems: problems), context))
        }
    }

    private func standDownPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let file = try await reception.opening(try context.id("opening"), as: context.viewer)
        return StandDownPage(file: file, form: form, token: form.token(desk.world)).markup(context)
    }

    @Sendable func showDebrief(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await reception.opening(try context.id("opening"), as: context.viewer)
        let debrief = try await reception.openDebrief(of: file.opening.id, by: context.viewer)
        return .page(ReceptionDebriefPage(opening: file.opening, debrief: debrief).markup(context))
    }
}
