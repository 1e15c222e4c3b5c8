import Access
import Concerns
import HTML
import Hummingbird
import Kernel
import Web

/// The pages of the feature, in one glance.
package struct SubjectRoutes: Sendable {
    let subjects: SubjectDesk

    package init(subjects: SubjectDesk) {
        self.subjects = subjects
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("subjects", use: list)
        routes.get("subjects/proposals", use: proposals)
        routes.get("subjects/proposals/:proposal", use: showProposal)
        routes.post("subjects/proposals/:proposal", use: settle)
        routes.post("subjects/look", use: look)
        routes.get("subjects/hot-spots", use: hotSpots)
        routes.get("subjects/mentions/:mention", use: showMention)
        routes.post("subjects/mentions/:mention", use: keep)
        routes.get("subjects/merges/:merge", use: askToUndo)
        routes.post("subjects/merges/:merge", use: undo)
        ComparisonRoutes(subjects: subjects).add(to: routes)
        PlaceRoutes(subjects: subjects).add(to: routes)
        routes.get("subjects/:subject", use: show)
        routes.post("subjects/:subject/mentions/:mention", use: detach)
        routes.get("concerns/:concern/links", use: showLinks)
        routes.post("concerns/:concern/links/ask", use: ask)
        routes.post("concerns/:concern/links/blind-answers", use: switchBlindAnswers)
        return routes
    }

    private var desk: Desk { subjects.desk }

    private func links(_ context: SignedIn) -> SubjectLinks { SubjectLinks(context.place.slug) }

    /// Whoever sees no record of a case has no business here.
    private func requireCases(_ context: SignedIn) throws {
        guard context.viewer.roles.contains(where: \.opensCases) else { throw AccessError.denied }
    }

    // MARK: Lists

    @Sendable private func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCases(context)
        let data = request.query
        let query = SubjectQuery(
            kind: MentionedKind(rawValue: data.text("kind")), search: String(data.text("words").prefix(100)))
        let page = try await desk.read(
            as: context.viewer,
            Consultation("list-subjects", "subjects", detail: query.search.isEmpty ? "" : desk.blindKey(of: query.search))
        ) { reading in
            SubjectListPage(lines: try reading.subjects(matching: query), query: query, open: try reading.openProposals())
        }
        return .page(page.markup(context))
    }

    @Sendable private func proposals(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCases(context)
        let status = ProposalStatus(rawValue: request.query.text("show")) ?? .open
        let notice = Notices.text(request.query.text("done"))
        let token = desk.world.newToken()
        let page = try await desk.read(as: context.viewer, Consultation("list-proposals", "subject_proposals")) { reading in
            ProposalListPage(
                proposals: try reading.proposals(status), status: status, open: try reading.openProposals(), notice: notice, token: token)
        }
        return .page(page.markup(context))
    }

    @Sendable private func hotSpots(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCases(context)
        let asked = MentionedKind(rawValue: request.query.text("kind")) ?? .premises
        let kind = asked.isKnownByItsKey ? asked : .premises
        let page = try await desk.read(as: context.viewer, Consultation("list-hot-spots", "subject_mentions", detail: kind.rawValue)) {
            reading in HotSpotsPage(kind: kind, spots: try reading.hotSpots(kind), open: try reading.openProposals())
        }
        return .page(page.markup(context))
    }

    // MARK: One mention, one subject

    @Sendable private func showMention(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Mention> = try context.id("mention")
        let token = desk.world.newToken()
        let canKeep = KeepSubject.permits(context.viewer)
        let page = try await desk.read(as: context.viewer, Consultation("open-mention", "subject_mentions", id.text)) { reading in
            let mention = try reading.mention(id)
            return MentionPage(
                mention: mention, alike: mention.kind.isKnownByItsKey ? try reading.mentions(sameAs: [id]) : [], canKeep: canKeep,
                token: token)
        }
        return .page(page.markup(context))
    }

    @Sendable private func keep(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Mention> = try context.id("mention")
        let data = try await request.form(context)
        let outcome = try await subjects.keepSubject(of: id, by: context.viewer, key: data.idempotencyKey)
        guard let subject = outcome.result else { return .seeOther(links(context).mention(id)) }
        return .seeOther(links(context).subject(subject).query("done", "kept"))
    }

    private func page(_ id: ID<Subject>, _ problems: [Problem], _ notice: String?, _ context: SignedIn) async throws -> Markup {
        let token = desk.world.newToken()
        let lists = subjects.lists
        let page = try await desk.read(as: context.viewer, Consultation("open-subject", "subjects", id.text)) { reading in
            let subject = try reading.subject(id)
            let place = subject.kind == .premises ? try reading.history(of: subject) : nil
            let premises = subject.kind == .person || subject.kind == .company ? try reading.premises(of: id) : []
            return SubjectPage(
                subject: subject, place: place.map { PlaceCards(place: id, history: $0, lists: lists, token: token) }, premises: premises,
                problems: problems, notice: notice, token: token)
        }
        return page.markup(context)
    }

    @Sendable private func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await page(try context.id("subject"), [], Notices.text(request.query.text("done")), context))
    }

    @Sendable private func detach(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Subject> = try context.id("subject")
        let mention: ID<Mention> = try context.id("mention")
        let data = try await request.form(context)
        let outcome = try await subjects.detach(mention, from: id, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).subject(id).query("done", "detached")) }
        return .unprocessable(try await page(id, outcome.problems, nil, context))
    }

    // MARK: Proposals

    private func proposalPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let id: ID<SubjectProposal> = try context.id("proposal")
        let proposal = try await desk.read(as: context.viewer, Consultation("open-proposal", "subject_proposals", id.text)) {
            try $0.proposal(id)
        }
        return ProposalPage(proposal: proposal, form: form, token: form.token(desk.world)).markup(context)
    }

    @Sendable private func showProposal(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await proposalPage(Form(), context))
    }

    @Sendable private func settle(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<SubjectProposal> = try context.id("proposal")
        let data = try await request.form(context)
        let outcome = try await subjects.settle(
            id, ProposalStatus(rawValue: data.text("answer")), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).proposals.query("done", "answered")) }
        return .unprocessable(try await proposalPage(Form(data, problems: outcome.problems), context))
    }

    @Sendable private func look(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try await request.form(context)
        _ = try await subjects.link(most: 200, by: context.viewer)
        return .seeOther(links(context).proposals.query("done", "looked"))
    }

    private func undoPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let id: ID<SubjectMerge> = try context.id("merge")
        let merge = try await desk.read(as: context.viewer, Consultation("undo-merge-form", "subject_merges", id.text)) {
            try $0.merge(id)
        }
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        return UndoMergePage(merge: merge.line, id: id, kept: merge.kept, form: form, token: form.token(desk.world)).markup(context)
    }

    @Sendable private func askToUndo(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await undoPage(Form(), context))
    }

    @Sendable private func undo(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<SubjectMerge> = try context.id("merge")
        let data = try await request.form(context)
        let outcome = try await subjects.undo(id, reason: data.text("reason"), by: context.viewer, key: data.idempotencyKey)
        if let subject = outcome.result { return .seeOther(links(context).subject(subject).query("done", "undone")) }
        return .unprocessable(try await undoPage(Form(data, problems: outcome.problems), context))
    }

    // MARK: A concern's links

    @Sendable private func showLinks(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let notice = Notices.text(request.query.text("done"))
        let token = desk.world.newToken()
        let viewer = context.viewer
        let page = try await desk.read(as: viewer, Consultation("open-concern-links", "concerns", id.text)) { reading in
            let concern = try reading.concern(id)
            return ConcernLinksPage(
                concern: concern, chart: try reading.chart(of: id, reference: concern.reference),
                heard: try reading.heardBlindly(of: id), told: try reading.toldBlindly(of: id),
                givesBlindAnswers: try reading.givesBlindAnswers(id), canSwitch: SwitchBlindAnswers.isAllowed(concern, to: viewer),
                canAsk: AskBlindly.permits(viewer) && !viewer.isCoordinator, notice: notice, token: token)
        }
        return .page(page.markup(context))
    }

    @Sendable private func ask(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        _ = try await request.form(context)
        _ = try await subjects.askBlindly(of: id, by: context.viewer)
        return .seeOther(links(context).chart(id).query("done", "asked"))
    }

    @Sendable private func switchBlindAnswers(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context)
        _ = try await subjects.switchBlindAnswers(
            of: id, on: data.text("blind_answers") == "on", by: context.viewer, key: data.idempotencyKey)
        return .seeOther(links(context).chart(id).query("done", "switched"))
    }
}

/// What is said on the page after something was done; the address holds only a word.
private enum Notices {
    static func text(_ word: String) -> String? {
        switch word {
        case "kept": "It is kept as a subject."
        case "detached": "The mention is no longer part of it."
        case "answered": "Your answer is saved."
        case "looked": "What is new was read. What was found stands here."
        case "licence": "The licence or order is saved."
        case "party": "It is saved who that is to the place."
        case "untied": "They are no longer named here."
        case "undone": "The two are parted again."
        case "asked": "The others were asked. What they said stands here."
        case "switched": "Your change is saved."
        default: nil
        }
    }
}
