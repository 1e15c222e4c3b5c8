import Access
import Design
import HTML
import Hummingbird
import Kernel
import Web

/// The pages of what follows a referral, below `/{partnership}/pathways`.
package struct CourseRoutes: Sendable {
    let courses: CourseDesk

    package init(courses: CourseDesk) {
        self.courses = courses
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("decisions", use: waiting)
        routes.get("crimes", use: discrepancies)
        routes.get(":victim/crime", use: showCrimesAlone)
        routes.post(":victim/crime", use: saveCrimeAlone)
        routes.get(":victim/referrals/:referral/course", use: course)
        routes.post(":victim/referrals/:referral/steps/:decision/note", use: readNote)
        routes.get(":victim/referrals/:referral/steps/:decision/void", use: askToVoid)
        routes.post(":victim/referrals/:referral/steps/:decision/void", use: void)
        routes.get(":victim/referrals/:referral/decision", use: askForDecision)
        routes.post(":victim/referrals/:referral/decision", use: record)
        routes.get(":victim/referrals/:referral/panel", use: showPanel)
        routes.post(":victim/referrals/:referral/panel", use: savePanel)
        routes.post(":victim/referrals/:referral/panel/stand-down", use: standDown)
        routes.post(":victim/referrals/:referral/panel/cancel", use: cancelPanel)
        routes.post(":victim/referrals/:referral/panel/record", use: readPanel)
        routes.get(":victim/referrals/:referral/crime", use: showCrimes)
        routes.post(":victim/referrals/:referral/crime", use: saveCrime)
        return routes
    }

    var desk: Desk { courses.desk }
    var today: Day { desk.world.now().day }

    func links(_ context: SignedIn) -> CourseLinks { CourseLinks(context.place.slug) }
    func victim(_ context: SignedIn) throws -> ID<PotentialVictim> { try context.id("victim") }
    func referral(_ context: SignedIn) throws -> ID<Referral> { try context.id("referral") }

    func file(_ context: SignedIn) async throws -> CourseFile {
        try await courses.file(try referral(context), of: try victim(context), as: context.viewer)
    }

    private func notice(_ request: Request) -> CourseNotice? { CourseNotice(rawValue: request.query.text("done")) }

    // MARK: Lists

    @Sendable func waiting(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let asked = request.query.text("authority")
        let query = WaitingQuery(
            isOverdue: request.query.text("show") != "all",
            authority: asked.isEmpty ? nil : asked == WaitingPage.unknown ? "" : asked,
            after: WaitingQuery.Cursor(request.query.text("after")))
        let (totals, listing) = try await courses.waiting(query, as: context.viewer)
        return .page(
            WaitingPage(
                totals: totals, listing: listing, query: query, lists: courses.lists, rules: courses.rules, today: today
            ).markup(context))
    }

    @Sendable func discrepancies(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let after = request.query.text("after")
        let query = DiscrepancyQuery(
            kind: CrimeDiscrepancy(rawValue: request.query.text("kind")) ?? .missing, after: after.isEmpty ? nil : after)
        let listing = try await courses.discrepancies(query, as: context.viewer)
        return .page(DiscrepancyPage(listing: listing, query: query, rules: courses.rules, today: today).markup(context))
    }

    // MARK: The course

    private func coursePage(
        _ context: SignedIn, notice: CourseNotice? = nil, problems: [Problem] = [],
        opened: (ID<ReferralDecision>, DecisionNote)? = nil
    ) async throws -> Markup {
        let form = Form(problems: problems)
        return CoursePage(
            file: try await file(context), lists: courses.lists, rules: courses.rules, today: today, form: form,
            token: desk.world.newToken(), notice: notice, opened: opened.map { ($0.0, $0.1) }
        ).markup(context)
    }

    @Sendable func course(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await coursePage(context, notice: notice(request)))
    }

    @Sendable func readNote(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try await request.form(context)
        let decision: ID<ReferralDecision> = try context.id("decision")
        let file = try await file(context)
        guard file.history.entries.contains(where: { $0.id == decision }) else { throw AccessError.notVisible }
        let outcome = try await courses.readNote(of: decision, by: context.viewer)
        return .page(try await coursePage(context, problems: outcome.problems, opened: outcome.result.map { (decision, $0) }))
    }

    private func decisionPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        DecisionPage(
            file: try await file(context), form: form, lists: courses.lists, rules: courses.rules, today: today,
            token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askForDecision(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await decisionPage(Form(), context))
    }

    @Sendable func record(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let (referral, victim) = (try referral(context), try victim(context))
        let (draft, unread) = DecisionPage.draft(data)
        var problems = unread
        if problems.isEmpty {
            let outcome = try await courses.record(
                draft, on: referral, of: victim, by: context.viewer, key: data.idempotencyKey)
            if outcome.result != nil { return try done(.recorded, context) }
            problems = outcome.problems
        } else {
            let standing = RecordDecision.Standing(try await file(context))
            problems.addMissing(
                RecordDecision.problems(draft, standing, rules: courses.rules, lists: courses.lists, today: today))
        }
        return .unprocessable(try await decisionPage(Form(data, problems: problems), context))
    }

    private func done(_ notice: CourseNotice, _ context: SignedIn) throws -> Response {
        .seeOther(
            links(context).course(try referral(context), of: try victim(context)).query("done", notice.rawValue))
    }

    private func voidPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let file = try await file(context)
        let decision: ID<ReferralDecision> = try context.id("decision")
        guard let entry = file.history.entries.first(where: { $0.id == decision }) else { throw AccessError.notVisible }
        return VoidDecisionPage(
            file: file, decision: entry, lists: courses.lists, form: form, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askToVoid(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await voidPage(Form(), context))
    }

    @Sendable func void(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await courses.void(
            try context.id("decision"), reason: data.text("reason"), on: try referral(context), of: try victim(context),
            by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return try done(.voided, context) }
        return .unprocessable(try await voidPage(Form(data, problems: outcome.problems), context))
    }

    // MARK: The panel

    private func panelPage(
        _ form: Form, _ context: SignedIn, notice: CourseNotice? = nil, opened: (ID<ChildPanel>, PanelRecord)? = nil
    ) async throws -> Markup {
        let world = desk.world
        return PanelPage(
            file: try await file(context), lists: courses.lists, rules: courses.rules, today: today, form: form,
            token: { world.newToken() }, notice: notice, opened: opened.map { ($0.0, $0.1) }
        ).markup(context)
    }

    @Sendable func showPanel(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await panelPage(Form(), context, notice: notice(request)))
    }

    private func panelDone(_ problems: [Problem], _ data: FormData, _ context: SignedIn) async throws -> Response {
        if problems.isEmpty {
            let page = links(context).panel(try referral(context), of: try victim(context))
            return .seeOther(page.query("done", CourseNotice.panel.rawValue))
        }
        return .unprocessable(try await panelPage(Form(data, problems: problems), context))
    }

    @Sendable func savePanel(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let (referral, victim, viewer, key) = (try referral(context), try victim(context), context.viewer, data.idempotencyKey)
        let problems: [Problem]
        switch PanelPage.Part(rawValue: data.text("part")) {
        case .convene:
            problems = try await courses.convene(
                meetsOn: data.date("meets_on").day, for: referral, of: victim, by: viewer, key: key
            ).problems
        case .seat:
            guard let panel = try await file(context).openPanel else {
                problems = [Problem("", "No panel is convened")]
                break
            }
            let draft = SeatPanelMember.Draft(
                agency: PanelAgency(rawValue: data.text("agency")), name: data.text("name"), isChair: data.has("is_chair", "yes"),
                isLeadWorker: data.has("is_lead_worker", "yes"), conflict: PanelConflict(rawValue: data.text("conflict")))
            problems = try await courses.seat(
                draft, on: panel.id, of: referral, victim: victim, by: viewer, key: key
            ).problems
        case .decide:
            let draft = DecidePanel.Draft(
                outcome: DecisionOutcome(rawValue: data.text("outcome")),
                conclusive: DecisionOutcome(rawValue: data.text("conclusive")), decidedOn: data.date("decided_on").day,
                reason: data.text(RecordDecision.reasonField("negative_reason")),
                evidence: data.text("evidence"), dissent: data.text("dissent"))
            problems = try await courses.decide(draft, on: referral, of: victim, by: viewer, key: key).problems
        case nil: problems = [Problem("", "Use one of the forms on this page")]
        }
        return try await panelDone(problems, data, context)
    }

    @Sendable func standDown(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        guard let member = data.id("member", of: ChildPanelMember.self) else { throw AccessError.notVisible }
        let outcome = try await courses.standDown(
            member, of: try referral(context), victim: try victim(context), by: context.viewer, key: data.idempotencyKey)
        return try await panelDone(outcome.problems, data, context)
    }

    @Sendable func cancelPanel(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        guard let panel = data.id("panel", of: ChildPanel.self) else { throw AccessError.notVisible }
        let outcome = try await courses.cancel(
            panel, of: try referral(context), victim: try victim(context), by: context.viewer, key: data.idempotencyKey)
        return try await panelDone(outcome.problems, data, context)
    }

    @Sendable func readPanel(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        guard let panel = data.id("panel", of: ChildPanel.self),
            try await file(context).panels.contains(where: { $0.id == panel })
        else { throw AccessError.notVisible }
        let outcome = try await courses.readPanel(panel, by: context.viewer)
        return .page(try await panelPage(Form(problems: outcome.problems), context, opened: outcome.result.map { (panel, $0) }))
    }

    // MARK: Crime records

    private func crimePage(_ form: Form, _ context: SignedIn, isAlone: Bool, notice: CourseNotice? = nil) async throws -> Markup {
        let world = desk.world
        let (file, person, crimes): (CourseFile?, VictimDetail, [CrimeRecord])
        if isAlone {
            file = nil
            (person, crimes) = try await courses.crimesAlone(of: try victim(context), as: context.viewer)
        } else {
            let found = try await self.file(context)
            (file, person, crimes) = (found, found.victim, found.crimes)
        }
        return CrimePage(
            file: file, victim: person, crimes: crimes, hours: courses.rules.recordingHours(in: person.facts.nation, on: today), form: form,
            token: { world.newToken() }, notice: notice
        ).markup(context)
    }

    @Sendable func showCrimes(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await crimePage(Form(), context, isAlone: false, notice: notice(request)))
    }

    @Sendable func showCrimesAlone(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await crimePage(Form(), context, isAlone: true, notice: notice(request)))
    }

    @Sendable func saveCrime(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await save(request, context, for: try referral(context))
    }

    @Sendable func saveCrimeAlone(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await save(request, context, for: nil)
    }

    private func save(_ request: Request, _ context: SignedIn, for referral: ID<Referral>?) async throws -> Response {
        let data = try await request.form(context)
        let victim = try victim(context)
        let page = referral.map { links(context).crime($0, of: victim) } ?? links(context).crime(of: victim)
        let problems: [Problem]
        var notice = CourseNotice.crime
        if let crime = data.id("remove", of: VictimCrime.self) {
            notice = .crimeRemoved
            problems = try await courses.removeCrime(crime, of: victim, by: context.viewer, key: data.idempotencyKey).problems
        } else {
            problems = try await courses.recordCrime(
                CrimePage.draft(data), for: referral, of: victim, forces: PoliceForces.all, by: context.viewer,
                key: data.idempotencyKey
            ).problems
        }
        if problems.isEmpty { return .seeOther(page.query("done", notice.rawValue)) }
        let form = Form(data, problems: CrimePage.placed(problems, data))
        return .unprocessable(try await crimePage(form, context, isAlone: referral == nil))
    }
}
