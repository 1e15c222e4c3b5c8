import Access
import HTML
import Hummingbird
import Kernel
import Partnerships
import Web

/// Closing, opening again, and duplicates.
extension CaseRoutes {
    // MARK: Closing

    private func closePage(_ given: Form?, _ context: SignedIn) async throws -> Markup {
        let id: ID<Concern> = try context.id("concern")
        let (concern, stillOpen, outcomes) = try await desk.read(
            as: context.viewer, Consultation("close-concern-form", "concerns", id.text)
        ) { reading in (try reading.concern(id), try reading.stillOpen(on: id), try reading.outcomes(of: id)) }
        try requireCoordinator(context)
        let stored = CloseForm.stored(concern, outcomes: outcomes)
        let form = given ?? Form(CloseForm.fresh(stored))
        return ClosePage(
            concern: concern, stored: stored, stillOpen: stillOpen, form: form, lists: concerns.lists, today: desk.world.now().day,
            token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askToClose(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await closePage(nil, context))
    }

    @Sendable func close(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .concerns, stale: { try await staleClosing($0, id, context) },
            save: { try await saveClosing($0, id, context) })
    }

    private func staleClosing(_ data: FormData, _ id: ID<Concern>, _ context: SignedIn) async throws -> StaleEditPage {
        let (concern, outcomes) = try await desk.read(
            as: context.viewer, Consultation("close-concern-form", "concerns", id.text)
        ) { reading in (try reading.concern(id), try reading.outcomes(of: id)) }
        return StaleEditPage(
            mine: data, theirs: CloseForm.stored(concern, outcomes: outcomes),
            labels: CloseForm.labels(concerns.lists, on: desk.world.now().day), version: concern.version,
            what: "the closing of \(concern.reference)", action: links(context).close(id), token: desk.world.newToken())
    }

    private func saveClosing(_ data: FormData, _ id: ID<Concern>, _ context: SignedIn) async throws -> Response {
        var outcomes: [String: String] = [:]
        for (name, value) in data.fields where name.hasPrefix("outcome_") && !value.isEmpty {
            outcomes[String(name.dropFirst("outcome_".count))] = value
        }
        let draft = CloseConcern.Draft(
            reason: data.text("reason"), summary: data.text("summary"), outcomes: outcomes,
            reportBack: data.text("report_back"), leftReason: data.text("left_reason"))
        let outcome = try await concerns.close(
            id, draft, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
        if outcome.result != nil { return done(id, "closed", context) }
        return .unprocessable(try await closePage(Form(data, problems: outcome.problems), context))
    }

    // MARK: Opening again

    private func reopenPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let concern = try await concern(try context.id("concern"), context, for: "reopen-concern-form")
        try requireCoordinator(context)
        return ReasonPage(
            concern: concern, heading: "Open the concern again",
            explanation: "It goes back to the stage that it had reached. Those who saw it see it as before.",
            label: "Why is it opened again?", button: "Open it again", action: links(context).reopen(concern.id),
            form: form, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askToReopen(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await reopenPage(Form(), context))
    }

    @Sendable func reopen(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context)
        let outcome = try await concerns.reopen(
            id, reason: data.text("reason"), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return done(id, "reopened", context) }
        return .unprocessable(try await reopenPage(Form(data, problems: outcome.problems), context))
    }

    // MARK: Duplicates

    @Sendable func findSame(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = request.query
        let reference = data.text("reference")
        let (concern, other) = try await desk.read(
            as: context.viewer, Consultation("compare-concerns", "concerns", id.text)
        ) { reading in
            (try reading.concern(id), reference.isEmpty ? nil : try reading.concern(reference: reference.uppercased()))
        }
        try requireCoordinator(context)
        if let other, other != id { return .seeOther(links(context).compare(id, other)) }
        if reference.isEmpty { return .page(FindSamePage(concern: concern, form: Form(data)).markup(context)) }
        let problem = Problem(
            "reference",
            other == id ? "This is the concern itself: enter another reference" : "No concern has this reference")
        return .unprocessable(FindSamePage(concern: concern, form: Form(data, problems: [problem])).markup(context))
    }

    private func comparePage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let id: ID<Concern> = try context.id("concern")
        let other: ID<Concern> = try context.id("other")
        guard id != other else { throw AccessError.notVisible }
        let place = context.place.id
        let lists = concerns.lists
        let token = form.token(desk.world)
        let page = try await desk.read(as: context.viewer, Consultation("compare-concerns", "concerns", id.text)) { reading in
            let concern = try reading.concern(id)
            let found = try reading.concernsLike(concern).first { $0.line.id == other }
            return ComparePage(
                concern: concern, other: try reading.concern(other), reasons: found?.reasons ?? [],
                areApart: try reading.areApart(id, other), newcomers: try reading.newcomers(from: id, to: other),
                readers: try reading.circleReaders(of: place), lists: lists, form: form, token: token)
        }
        return page.markup(context)
    }

    @Sendable func compare(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await comparePage(Form(), context))
    }

    @Sendable func join(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let other: ID<Concern> = try context.id("other")
        let data = try await request.form(context)
        let confirmed = Set(data.texts("confirmed").compactMap { ID<Organisation>($0) })
        let outcome = try await concerns.join(
            id, to: other, confirmed: confirmed, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return done(other, "joined", context) }
        return .unprocessable(try await comparePage(Form(data, problems: outcome.problems), context))
    }

    @Sendable func keepApart(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let other: ID<Concern> = try context.id("other")
        let data = try await request.form(context)
        let outcome = try await concerns.keepApart(id, other, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return done(id, "saved", context) }
        return .unprocessable(try await comparePage(Form(data, problems: outcome.problems), context))
    }

    private func separatePage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let concern = try await concern(try context.id("concern"), context, for: "separate-concern-form")
        try requireCoordinator(context)
        return ReasonPage(
            concern: concern, heading: "Separate it again",
            explanation:
                "It stands alone again, at the stage that it had reached. Whoever saw the other concern only because of the join no longer sees it.",
            label: "Why are the two not the same?", button: "Separate them",
            action: links(context).separate(concern.id), form: form, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askToSeparate(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await separatePage(Form(), context))
    }

    @Sendable func separate(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context)
        let outcome = try await concerns.separate(
            id, reason: data.text("reason"), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return done(id, "saved", context) }
        return .unprocessable(try await separatePage(Form(data, problems: outcome.problems), context))
    }
}
