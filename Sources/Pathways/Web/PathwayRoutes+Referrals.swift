import Access
import Design
import HTML
import Hummingbird
import Kernel
import ReferralForm
import Web

/// The pages of referrals: from the first answer to the reference that comes back.
extension PathwayRoutes {
    func addReferrals(to routes: RouteCollection<SignedIn>) {
        routes.get("referrals", use: listReferrals)
        routes.get("quality", use: showQuality)
        routes.get(":victim/referrals/new", use: askForReferral)
        routes.post(":victim/referrals/new", use: startReferral)
        routes.get(":victim/referrals/:referral", use: showReferral)
        routes.get(":victim/referrals/:referral/parts/:part", use: askForPart)
        routes.post(":victim/referrals/:referral/parts/:part", use: savePart)
        routes.get(":victim/referrals/:referral/parts/:part/told", use: backToPart)
        routes.post(":victim/referrals/:referral/parts/:part/told", use: putToldIn)
        routes.get(":victim/referrals/:referral/check", use: checkReferral)
        routes.post(":victim/referrals/:referral/check", use: sendForReview)
        routes.get(":victim/referrals/:referral/review", use: askForReview)
        routes.post(":victim/referrals/:referral/review", use: review)
        routes.post(":victim/referrals/:referral/reopen", use: reopenReferral)
        routes.post(":victim/referrals/:referral/set-aside", use: setAsideReferral)
        routes.post(":victim/referrals/:referral/reroute", use: rerouteReferral)
        routes.get(":victim/referrals/:referral/pack", use: showPack)
        routes.get(":victim/referrals/:referral/submission", use: askForSubmission)
        routes.post(":victim/referrals/:referral/submission", use: recordSubmission)
    }

    // MARK: Lists

    @Sendable func listReferrals(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let query = ReferralQuery(
            stage: ReferralQuery.Stage(rawValue: request.query.text("stage")) ?? .drafts,
            after: ReferralQuery.Cursor(request.query.text("after")))
        let listing = try await desk.read(
            as: context.viewer, Consultation("list-referrals", "referrals", detail: query.stage.rawValue)
        ) { try $0.referrals(query) }
        return .page(ReferralListPage(listing: listing, query: query).markup(context))
    }

    @Sendable func showQuality(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let first = QualityTrends.firstDay(before: today)
        let lines = try await desk.read(as: context.viewer, Consultation("read-referral-quality", "referrals")) {
            try $0.qualityLines(since: first)
        }
        return .page(QualityPage(trends: QualityTrends(lines), since: first).markup(context))
    }

    // MARK: Beginning

    private func startPage(_ context: SignedIn, problems: [Problem], token: String) async throws -> Markup {
        let file = try await pathways.one(try context.id("victim"), as: context.viewer)
        return StartReferralPage(file: file, problems: problems, helpline: pathways.helpline, token: token).markup(context)
    }

    @Sendable func askForReferral(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        return .page(try await startPage(context, problems: [], token: desk.world.newToken()))
    }

    @Sendable func startReferral(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let victim: ID<PotentialVictim> = try context.id("victim")
        let data = try await request.form(context)
        switch try await pathways.startReferral(for: victim, by: context.viewer, key: data.idempotencyKey) {
        case .done(let id): return to(id, of: victim, .started, context)
        case .refused(let problems):
            return .unprocessable(try await startPage(context, problems: problems, token: Form(data).token(desk.world)))
        }
    }

    // MARK: One referral

    func to(_ id: ID<Referral>, of victim: ID<PotentialVictim>, _ notice: ReferralNotice, _ context: SignedIn) -> Response {
        .seeOther(links(context).referral(victim, id).query("done", notice.rawValue))
    }

    func ids(_ context: SignedIn) throws -> (ID<Referral>, ID<PotentialVictim>) {
        (try context.id("referral"), try context.id("victim"))
    }

    /// The referral of the address, opened; each opening is in the journal.
    func opened(_ context: SignedIn, comparing: Bool = false) async throws -> ReferralFile {
        let (id, victim) = try ids(context)
        return try await pathways.openReferral(id, of: victim, comparing: comparing, by: context.viewer)
    }

    func page(_ context: SignedIn, problems: [Problem] = [], notice: ReferralNotice? = nil) async throws -> Markup {
        ReferralPage(
            file: try await opened(context), today: today, problems: problems, notice: notice, token: desk.world.newToken()
        ).markup(context)
    }

    @Sendable func showReferral(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await page(context, notice: ReferralNotice(rawValue: request.query.text("done"))))
    }

    /// A step without a form of its own: done, or shown on the referral's page with the reasons why not.
    private func step(
        _ request: Request, _ context: SignedIn, _ notice: ReferralNotice,
        _ work: (ID<Referral>, FormData) async throws -> Outcome<ID<Referral>>
    ) async throws -> Response {
        let (id, victim) = try ids(context)
        let data = try await request.form(context)
        let outcome = try await work(id, data)
        if outcome.result != nil { return to(id, of: victim, notice, context) }
        return .unprocessable(try await page(context, problems: outcome.problems.map { Problem("", $0.message) }))
    }

    static let changed = Problem("", "Somebody else changed this referral meanwhile: look at it again, then go on")

    @Sendable func reopenReferral(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await step(request, context, .reopened) { id, data in
            try await pathways.reopenReferral(id, by: context.viewer, key: data.idempotencyKey)
        }
    }

    @Sendable func setAsideReferral(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await step(request, context, .setAside) { id, data in
            try await pathways.setAsideReferral(id, by: context.viewer, key: data.idempotencyKey)
        }
    }

    @Sendable func rerouteReferral(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await step(request, context, .rerouted) { id, data in
            try await pathways.rerouteReferral(id, by: context.viewer, key: data.idempotencyKey)
        }
    }

    // MARK: Checking and reviewing

    private func checkPage(_ context: SignedIn, problems: [Problem]) async throws -> Markup {
        ReferralCheckPage(
            file: try await opened(context, comparing: true), problems: problems, today: today, token: desk.world.newToken()
        ).markup(context)
    }

    @Sendable func checkReferral(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await checkPage(context, problems: []))
    }

    @Sendable func sendForReview(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (id, victim) = try ids(context)
        let data = try await request.form(context)
        let outcome = try await pathways.sendForReview(id, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return to(id, of: victim, .sent, context) }
        return .unprocessable(try await checkPage(context, problems: outcome.problems))
    }

    private func reviewPage(_ context: SignedIn, _ form: Form) async throws -> Markup {
        let file = try await opened(context, comparing: true)
        return ReferralReviewPage(
            file: file, form: form, isDrafter: file.referral.drafter == context.viewer.person, today: today,
            token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askForReview(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await reviewPage(context, Form()))
    }

    @Sendable func review(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (id, victim) = try ids(context)
        let data = try await request.form(context)
        let draft = ReviewReferral.Draft(decision: .init(rawValue: data.text("decision")), note: data.text("note"))
        do {
            let outcome = try await pathways.review(
                id, draft, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
            if outcome.result != nil {
                try await DraftRoutes.forget("review-\(id.text)", context, from: desk)
                return to(id, of: victim, draft.decision == .approve ? .approved : .returned, context)
            }
            let problems = outcome.problems.map { ["decision", "note"].contains($0.field) ? $0 : Problem("", $0.message) }
            return .unprocessable(try await reviewPage(context, Form(data, problems: problems)))
        } catch AccessError.changedMeanwhile {
            var kept = data
            kept.fields.removeAll { $0.name == FormFields.version || $0.name == FormFields.token }
            return .conflict(try await reviewPage(context, Form(kept, problems: [Self.changed])))
        }
    }
}
