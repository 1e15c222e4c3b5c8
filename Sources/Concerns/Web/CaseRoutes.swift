import Access
import Design
import HTML
import Hummingbird
import Kernel
import Partnerships
import Store
import Web

/// The pages on which a case is worked after it was raised: circle, strands, tasks, danger, duplicates, closing.
package struct CaseRoutes: Sendable {
    let concerns: ConcernDesk

    package init(concerns: ConcernDesk) {
        self.concerns = concerns
    }

    /// Adds the pages to those of the feature, in one glance.
    package func add(to routes: RouteCollection<SignedIn>) {
        routes.get("concerns/to-check", use: toCheck)
        routes.get("concerns/:concern/check", use: askToCheck)
        routes.post("concerns/:concern/check", use: check)
        routes.get("concerns/:concern/circle", use: showCircle)
        routes.post("concerns/:concern/circle", use: changeCircle)
        routes.get("concerns/:concern/strands/:kind", use: showStrand)
        routes.post("concerns/:concern/strands/:kind", use: saveStrand)
        routes.get("concerns/:concern/tasks/new", use: askForTask)
        routes.post("concerns/:concern/tasks/new", use: addTask)
        routes.get("concerns/:concern/tasks/:task", use: showTask)
        routes.post("concerns/:concern/tasks/:task", use: finishTask)
        routes.get("concerns/:concern/danger", use: askForDanger)
        routes.post("concerns/:concern/danger", use: noteDanger)
        routes.get("concerns/:concern/close", use: askToClose)
        routes.post("concerns/:concern/close", use: close)
        routes.get("concerns/:concern/reopen", use: askToReopen)
        routes.post("concerns/:concern/reopen", use: reopen)
        routes.get("concerns/:concern/compare", use: findSame)
        routes.get("concerns/:concern/compare/:other", use: compare)
        routes.post("concerns/:concern/compare/:other/join", use: join)
        routes.post("concerns/:concern/compare/:other/not-the-same", use: keepApart)
        routes.get("concerns/:concern/separate", use: askToSeparate)
        routes.post("concerns/:concern/separate", use: separate)
        routes.get("concerns/:concern/timeline", use: timeline)
        routes.get("concerns/:concern/journal", use: journal)
        routes.get("concerns/:concern/amend", use: askToAmend)
        routes.post("concerns/:concern/amend", use: amend)
    }

    var desk: Desk { concerns.desk }

    func links(_ context: SignedIn) -> ConcernLinks { ConcernLinks(context.place.slug) }

    /// Pages that only a coordinator can finish are refused before they are filled in.
    func requireCoordinator(_ context: SignedIn) throws {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
    }

    func done(_ id: ID<Concern>, _ word: String, _ context: SignedIn) -> Response {
        .seeOther(links(context).concern(id).query("done", word))
    }

    func concern(_ id: ID<Concern>, _ context: SignedIn, for verb: String) async throws -> ConcernDetail {
        try await desk.read(as: context.viewer, Consultation(verb, "concerns", id.text)) { try $0.concern(id) }
    }

    // MARK: The timeline

    @Sendable func timeline(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let cursor = TimelineCursor(request.query.text("after"))
        let lists = concerns.lists
        let (concern, listing) = try await desk.read(
            as: context.viewer, Consultation("read-timeline", "concerns", id.text)
        ) { reading in
            (try reading.concern(id), try reading.timeline(of: id, lists: lists, before: cursor, size: 50))
        }
        let page = TimelinePage(concern: concern, listing: listing, isFirst: cursor == nil, now: desk.world.now())
        return .page(page.markup(context))
    }

    // MARK: Who has looked at it

    @Sendable func journal(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let cursor = JournalLine.Cursor(request.query.text("after"))
        let journal = try await concerns.journal(of: id, before: cursor, by: context.viewer)
        return .page(JournalPage(id: id, journal: journal, isFirst: cursor == nil).markup(context))
    }

    // MARK: Reports to check

    @Sendable func toCheck(_ request: Request, _ context: SignedIn) async throws -> Response {
        try requireCoordinator(context)
        let query = ConcernQuery(stage: .awaitingCheck, after: ConcernQuery.Cursor(request.query.text("after")))
        let listing = try await desk.read(
            as: context.viewer, Consultation("list-concerns", "concerns", detail: query.stage.rawValue)
        ) { try $0.concerns(matching: query) }
        let notice = Self.notices[request.query.text("done")]
        return .page(ToCheckPage(listing: listing, lists: concerns.lists, notice: notice).markup(context))
    }

    private static let notices = [
        "accepted": "The report is accepted as a concern.", "declined": "The report is closed.",
        "circle": "Who sees the concern was changed.", "strand": "The strand is saved.",
    ]

    private func checkPage(_ id: ID<Concern>, _ form: Form, _ context: SignedIn) async throws -> Markup {
        let (concern, quote) = try await desk.read(as: context.viewer, Consultation("check-report-form", "concerns", id.text)) {
            reading in (try reading.concern(id), try reading.publicQuote(of: id))
        }
        try requireCoordinator(context)
        return CheckPage(
            concern: concern, quote: quote, lists: concerns.lists, form: form, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askToCheck(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await checkPage(try context.id("concern"), Form(), context))
    }

    @Sendable func check(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context)
        let draft = CheckReport.Draft(
            decision: data.text("decision"), reason: data.text("reason"), note: data.text("note"))
        let outcome = try await concerns.check(id, draft, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil {
            return .seeOther(links(context).toCheck.query("done", draft.accepts ? "accepted" : "declined"))
        }
        return .unprocessable(try await checkPage(id, Form(data, problems: outcome.problems), context))
    }

    // MARK: The circle

    private func circlePage(_ id: ID<Concern>, _ form: Form, _ context: SignedIn, notice: String? = nil) async throws
        -> Markup
    {
        let place = context.place.id
        let today = desk.world.now().day
        let token = form.token(desk.world)
        let page = try await desk.read(as: context.viewer, Consultation("open-circle", "concerns", id.text)) { reading in
            CirclePage(
                concern: try reading.concern(id), circle: try reading.circle(of: id),
                members: try reading.members(of: place), readers: try reading.circleReaders(of: place),
                partnership: try reading.partnership(id: place), today: today, form: form, token: token, notice: notice)
        }
        return page.markup(context)
    }

    @Sendable func showCircle(_ request: Request, _ context: SignedIn) async throws -> Response {
        let notice = Self.notices[request.query.text("done")]
        return .page(try await circlePage(try context.id("concern"), Form(), context, notice: notice))
    }

    @Sendable func changeCircle(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context)
        guard let step = ChangeCircle.Step(rawValue: data.text("step")) else {
            let problem = Problem("", "Choose what to do: add an organisation, change what one sees, or remove one")
            return .unprocessable(try await circlePage(id, Form(data, problems: [problem]), context))
        }
        let suffix = step == .add ? "" : "-\(data.text("organisation"))"
        let draft = ChangeCircle.Draft(
            step: step, organisation: data.id("organisation"), seesAnswers: data.has("sees_answers\(suffix)", "yes"),
            seesVictims: data.has("sees_victims\(suffix)", "yes"), reason: data.text("reason\(suffix)"))
        let outcome = try await concerns.changeCircle(id, draft, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).circle(id).query("done", "circle")) }
        let problems = outcome.problems.map { $0.field == "reason" ? Problem("reason\(suffix)", $0.message) : $0 }
        return .unprocessable(try await circlePage(id, Form(data, problems: problems), context))
    }

    // MARK: Strands

    private func kind(_ context: SignedIn) throws -> StrandKind {
        guard let kind = StrandKind(rawValue: context.parameters.get("kind") ?? "") else { throw AccessError.notVisible }
        return kind
    }

    private func strandPage(_ given: Form?, _ context: SignedIn, notice: String? = nil) async throws -> Markup {
        let id: ID<Concern> = try context.id("concern")
        let kind = try kind(context)
        let place = context.place.id
        let today = desk.world.now().day
        let fresh = desk.world.newToken()
        let page = try await desk.read(as: context.viewer, Consultation("open-strand-page", "concerns", id.text)) { reading in
            let strand = try reading.strands(of: id).first { $0.kind == kind }
            let form = given ?? Form(strand.map(StrandDraft.fields) ?? FormData())
            let sent = form.value(FormFields.token)
            return StrandPage(
                concern: try reading.concern(id), kind: kind, strand: strand, members: try reading.members(of: place),
                readers: try reading.circleReaders(of: place), tasks: try reading.tasks(of: id), form: form,
                token: sent.isEmpty ? fresh : sent, today: today, notice: notice)
        }
        if page.strand == nil { try requireCoordinator(context) }
        return page.markup(context)
    }

    @Sendable func showStrand(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await strandPage(nil, context, notice: Self.notices[request.query.text("done")]))
    }

    @Sendable func saveStrand(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .concerns, stale: { try await staleStrand($0, context) }, save: { try await saveStrand($0, context) })
    }

    private func saveStrand(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let kind = try kind(context)
        let draft = StrandDraft(data)
        let strand = try await desk.read(as: context.viewer, Consultation("open-strand-page", "concerns", id.text)) {
            try $0.strands(of: id).first { $0.kind == kind }
        }
        let problems: [Problem]
        if let strand, data.version != nil {
            problems = try await concerns.changeStrand(
                strand.id, kind: kind, draft, by: context.viewer, expecting: data.version, key: data.idempotencyKey
            ).problems
        } else {
            problems = try await concerns.openStrand(
                kind, of: id, draft, by: context.viewer, key: data.idempotencyKey
            ).problems
        }
        if problems.isEmpty { return .seeOther(links(context).strand(id, kind).query("done", "strand")) }
        return .unprocessable(try await strandPage(Form(data, problems: problems), context))
    }

    private func staleStrand(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let id: ID<Concern> = try context.id("concern")
        let kind = try kind(context)
        let place = context.place.id
        let (concern, found, members) = try await desk.read(
            as: context.viewer, Consultation("open-strand-page", "concerns", id.text)
        ) { reading in
            (
                try reading.concern(id), try reading.strands(of: id).first { $0.kind == kind },
                try reading.members(of: place)
            )
        }
        guard let strand = found else { throw AccessError.notVisible }
        let names = Dictionary(members.map { ($0.id.text, $0.name) }) { first, _ in first }
        var labels: [StaleEditPage.Label] = [
            .init("plan", "Plan"), .init("outcome", "Outcome"),
            .init("status", "Where it stands") { StrandStatus(rawValue: $0)?.label ?? $0 },
        ]
        if context.viewer.isCoordinator {
            labels += [
                .init("lead", "Led by") { names[$0] ?? $0 }, .init("team", "Team") { names[$0] ?? $0 },
            ]
        }
        return StaleEditPage(
            mine: data, theirs: StrandDraft.fields(strand), labels: labels, version: strand.version,
            what: "the \(kind.label.lowercased()) strand of \(concern.reference)",
            action: links(context).strand(id, kind), token: desk.world.newToken())
    }

    // MARK: Tasks

    private func addTaskPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let id: ID<Concern> = try context.id("concern")
        let place = context.place.id
        let viewer = context.viewer
        let token = form.token(desk.world)
        let page = try await desk.read(as: viewer, Consultation("add-task-form", "concerns", id.text)) { reading in
            let concern = try reading.concern(id)
            let circle = try reading.circle(of: id)
            let own = try reading.strands(of: id).filter { viewer.isCoordinator || $0.lead == viewer.organisation }
            guard viewer.isCoordinator || !own.isEmpty else { throw AccessError.denied }
            let inCircle = Set(circle.filter(\.isCurrent).map(\.organisation))
            let members = try reading.members(of: place).filter { viewer.isCoordinator || inCircle.contains($0.id) }
            return AddTaskPage(
                concern: concern, strands: own, organisations: members, circle: circle, form: form, token: token)
        }
        return page.markup(context)
    }

    @Sendable func askForTask(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await addTaskPage(Form(), context))
    }

    @Sendable func addTask(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context)
        let day: DecideResponse.Draft.DayEntry =
            switch data.date("due_on") {
            case .missing: .missing
            case .unreadable: .unreadable
            case .day(let day): .day(day)
            }
        let strand = data.text("strand")
        let draft = TaskDraft(
            title: data.text("title"), organisation: data.id("organisation"), dueOn: day,
            strand: strand == "none" ? "" : strand)
        let outcome = try await concerns.addTask(to: id, draft, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return done(id, "saved", context) }
        return .unprocessable(try await addTaskPage(Form(data, problems: outcome.problems), context))
    }

    private func taskPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let id: ID<Concern> = try context.id("concern")
        let task: ID<WorkTask> = try context.id("task")
        let token = form.token(desk.world)
        let page = try await desk.read(as: context.viewer, Consultation("open-task", "tasks", task.text)) { reading in
            let detail = try reading.task(task)
            guard detail.concern == id else { throw AccessError.notVisible }
            return TaskPage(concern: try reading.concern(id), task: detail, form: form, token: token)
        }
        return page.markup(context)
    }

    @Sendable func showTask(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await taskPage(Form(), context))
    }

    @Sendable func finishTask(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let task: ID<WorkTask> = try context.id("task")
        let data = try await request.form(context)
        let strand = try await desk.read(as: context.viewer, Consultation("open-task", "tasks", task.text)) {
            try $0.task(task).strand
        }
        do {
            let outcome = try await concerns.finishTask(
                task, strand: strand, result: data.text("result"), by: context.viewer, expecting: data.version,
                key: data.idempotencyKey)
            if outcome.result != nil { return done(id, "saved", context) }
            return .unprocessable(try await taskPage(Form(data, problems: outcome.problems), context))
        } catch AccessError.changedMeanwhile(let version) {
            let problem = Problem("", "Somebody changed this task meanwhile. What you typed is kept below")
            let form = Form(data.setting(FormFields.version, "\(version)"), problems: [problem])
            return .conflict(try await taskPage(form, context))
        }
    }

    // MARK: Immediate danger

    private func dangerPage(_ given: Form?, _ context: SignedIn) async throws -> Markup {
        let concern = try await concern(try context.id("concern"), context, for: "note-danger-form")
        let form = given ?? Form(FormData(fields: [("police_incident", concern.policeIncident ?? "")]))
        return DangerPage(concern: concern, form: form, token: form.token(desk.world)).markup(context)
    }

    @Sendable func askForDanger(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await dangerPage(nil, context))
    }

    @Sendable func noteDanger(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context)
        let draft = NoteDanger.Draft(
            isInDanger: !data.has("danger", "no"), policeIncident: data.text("police_incident"), note: data.text("note"))
        let outcome = try await concerns.noteDanger(id, draft, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return done(id, "saved", context) }
        return .unprocessable(try await dangerPage(Form(data, problems: outcome.problems), context))
    }
}

extension StrandDraft {
    init(_ data: FormData) {
        let status = data.text("status")
        self.init(
            lead: data.id("lead"), team: data.texts("team").compactMap { ID($0) }, plan: data.text("plan"),
            status: status.isEmpty ? StrandStatus.open.rawValue : status, outcome: data.text("outcome"),
            reason: data.text("reason"))
    }

    /// A strand as its form holds it.
    static func fields(_ strand: StrandDetail) -> FormData {
        FormData(
            fields: [
                ("lead", strand.lead?.text ?? ""), ("plan", strand.plan), ("status", strand.status.rawValue),
                ("outcome", strand.outcome),
            ] + strand.team.map { ("team", $0.id.text) })
    }
}
