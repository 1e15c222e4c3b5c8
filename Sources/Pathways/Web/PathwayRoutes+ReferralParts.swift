import Access
import Design
import HTML
import Hummingbird
import Kernel
import ReferralForm
import Web

/// The parts of a referral, its key-in pack, and the reference that comes back.
extension PathwayRoutes {
    private func heading(_ context: SignedIn) throws -> FormHeading {
        guard let heading = FormHeading(rawValue: context.parameters.get("part") ?? "") else { throw AccessError.notVisible }
        return heading
    }

    // MARK: Parts

    /// - Parameter typed: a form that came back, with what is wrong; nil for what is kept.
    private func partPage(
        _ context: SignedIn, typed: Form? = nil, query: FormData = FormData()
    ) async throws -> Response {
        let heading = try heading(context)
        let file = try await opened(context)
        let line = file.referral.line
        let pages = ReferralForm.questions(under: heading, file.opened.answers)
        if typed == nil, pages.isEmpty || line.status != .draft {
            return .seeOther(links(context).referral(line.victim, line.id))
        }
        let section = ReferralSectionForm(pages.flatMap { $0 })
        let base = section.data(file.opened.answers)
        var form: Form
        var version = line.version
        var isDraft = false
        let draftName = ReferralSectionPage.draft(line.id, heading)
        let colleague = typed == nil ? try await DraftRoutes.loadColleagues(draftName, context, from: desk) : nil
        let takesOver = colleague != nil && query.has("typed", "theirs")
        if let typed {
            form = typed
            version = typed.data.version ?? version
        } else if takesOver, let colleague {
            form = colleague.form
            version = 0
        } else if let draft = try await DraftRoutes.load(draftName, context, from: desk) {
            form = draft
            isDraft = true
            // What somebody else saved since is found by the form as it was when it was opened.
            version = 0
        } else {
            form = Form(base)
        }
        let progress = ReferralProgress(file.opened, victim: file.victim, today: today)
        if typed == nil, !isDraft, !takesOver {
            form.problems = progress.problems(of: section.fields.map(\.code), isChecked: query.has("check", "yes"))
        }
        let page = ReferralSectionPage(
            file: file, heading: heading, pages: pages, form: form, base: base, version: version, isDraft: isDraft,
            colleague: colleague.map { ReferralSectionPage.Colleague(name: $0.writer, savedAt: $0.savedAt, isShown: takesOver) },
            notice: ReferralNotice(rawValue: query.text("done")), today: today, token: form.token(desk.world))
        return typed == nil ? .page(page.markup(context)) : .unprocessable(page.markup(context))
    }

    @Sendable func askForPart(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await partPage(context, query: request.query)
    }

    @Sendable func savePart(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .pathways, stale: { try await stalePart($0, context) }, save: { try await savePart($0, context) })
    }

    private func savePart(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let (id, victim) = try ids(context)
        let heading = try heading(context)
        // Whoever may not see the person's referral under this address saves nothing either.
        guard try await belongs(id, to: victim, context) else { throw AccessError.notVisible }
        let form = ReferralSectionForm(data)
        let draft = SaveReferralSection.Draft(
            heading: heading, asked: form.fields.map(\.code), typed: form.answers(data))
        switch try await pathways.saveSection(
            of: id, draft, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
        {
        case .done(let saved):
            try await DraftRoutes.forget(ReferralSectionPage.draft(id, heading), context, from: desk)
            if saved.isComplete { return to(id, of: victim, .complete, context) }
            return .seeOther(
                links(context).section(links(context).referral(victim, id), heading).query("done", ReferralNotice.saved.rawValue))
        case .refused(let problems): return try await partPage(context, typed: Form(data, problems: problems))
        }
    }

    // MARK: What they told

    @Sendable func backToPart(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (id, victim) = try ids(context)
        let heading = try heading(context)
        guard try await belongs(id, to: victim, context) else { throw AccessError.notVisible }
        return .seeOther(links(context).section(links(context).referral(victim, id), heading))
    }

    /// Puts an account into an answer as it was typed, and keeps the whole form for the writer: it is saved by them, once they
    /// have read it through. Sent twice it is put in once.
    @Sendable func putToldIn(_ request: Request, _ context: SignedIn) async throws -> Response {
        let heading = try heading(context)
        let data = try await request.form(context)
        let file = try await opened(context)
        let line = file.referral.line
        let own = links(context).referral(line.victim, line.id)
        guard line.status == .draft else { return .seeOther(own) }
        switch try await told(data, file, context) {
        case .refused(let problems): return try await partPage(context, typed: Form(data, problems: problems))
        case .done(let form):
            try await DraftRoutes.keep(form, ReferralSectionPage.draft(line.id, heading), context, from: desk)
            return .seeOther(links(context).section(own, heading).query("done", ReferralNotice.told.rawValue))
        }
    }

    /// The form with the account in the answer that was chosen.
    private func told(_ data: FormData, _ file: ReferralFile, _ context: SignedIn) async throws -> Outcome<FormData> {
        if let refusal = ReuseAccount.refusal(file.referral.line) { return .refused([refusal]) }
        guard let account = file.accounts.first(where: { $0.id.text == data.text(ToldAccounts.accountField) }) else {
            return .refused([Problem(ToldAccounts.accountField, "Choose an account from the list")])
        }
        let fields = ReferralSectionForm(data).fields.filter(ToldAccounts.takesAccounts)
        guard let field = fields.first(where: { $0.code == data.text(ToldAccounts.answerField) }) else {
            return .refused([Problem(ToldAccounts.answerField, "Choose the answer that it belongs to")])
        }
        let opened = try await pathways.readAccount(account, of: file.referral.line.victim, by: context.viewer)
        let before = data.text(field.code)
        let after = ReuseAccount.appended(opened, account, to: before)
        let problems = ReuseAccount.problems(field, from: before, to: after, account: opened)
        guard problems.isEmpty else { return .refused(problems) }
        var form = data.setting(field.code, after)
        form.fields.removeAll { ToldAccounts.ownFields.contains($0.name) }
        return .done(form)
    }

    private func belongs(_ id: ID<Referral>, to victim: ID<PotentialVictim>, _ context: SignedIn) async throws -> Bool {
        try await desk.read(as: context.viewer, Consultation("open-referral-page", "referrals", id.text)) {
            try $0.referral(id).line.victim == victim
        }
    }

    private func stalePart(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let heading = try heading(context)
        let file = try await opened(context)
        let line = file.referral.line
        let section = ReferralSectionForm(data)
        let own = links(context).referral(line.victim, line.id)
        return StaleEditPage(
            mine: data, theirs: section.data(file.opened.answers), labels: section.labels, version: line.version,
            what: "\(heading.title) of \(line.reference)", action: links(context).section(own, heading),
            token: desk.world.newToken())
    }

    // MARK: The pack

    @Sendable func showPack(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await opened(context)
        return .page(
            ReferralPackPage(file: file, today: today, moment: desk.world.now(), token: desk.world.newToken()).markup(context))
    }

    // MARK: The reference

    private func submissionPage(_ context: SignedIn, _ form: Form) async throws -> Markup {
        ReferralSubmissionPage(file: try await opened(context), form: form, token: form.token(desk.world)).markup(context)
    }

    @Sendable func askForSubmission(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await opened(context)
        let line = file.referral.line
        guard line.status == .ready || line.status == .submitted else {
            return .seeOther(links(context).referral(line.victim, line.id))
        }
        let (year, month, day) = (line.submittedOn ?? today).parts
        let form = Form(
            FormData(fields: [
                ("submitted_on-day", String(day)), ("submitted_on-month", String(month)), ("submitted_on-year", String(year)),
            ]))
        return .page(ReferralSubmissionPage(file: file, form: form, token: desk.world.newToken()).markup(context))
    }

    @Sendable func recordSubmission(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (id, victim) = try ids(context)
        let data = try await request.form(context)
        guard try await belongs(id, to: victim, context) else { throw AccessError.notVisible }
        guard let submittedOn = data.date("submitted_on").day else {
            let problem = Problem("submitted_on", "Enter the day as day, month and year, such as 27 3 2026")
            return .unprocessable(try await submissionPage(context, Form(data, problems: [problem])))
        }
        let draft = RecordSubmission.Draft(submittedOn: submittedOn, reference: data.text("reference"))
        let outcome = try await pathways.recordSubmission(of: id, draft, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return to(id, of: victim, .submitted, context) }
        return .unprocessable(try await submissionPage(context, Form(data, problems: outcome.problems)))
    }
}
