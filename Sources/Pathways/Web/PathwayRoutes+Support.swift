import Access
import Design
import HTML
import Hummingbird
import Kernel
import Partnerships
import Web

/// Looking after somebody: the entries of every kind, what is due, and who was met again.
extension PathwayRoutes {
    func addSupport(to routes: RouteCollection<SignedIn>) {
        routes.get("due", use: showDue)
        routes.get(":victim/support", use: showSupport)
        // One place in a path has one name: here it holds the kind of a new entry.
        routes.get(":victim/support/:entry/new", use: askForSupport)
        routes.post(":victim/support/:entry/new", use: addSupport)
        routes.get(":victim/support/:entry", use: showEntry)
        routes.get(":victim/support/:entry/change", use: askToChangeEntry)
        routes.post(":victim/support/:entry/change", use: changeEntry)
        routes.get(":victim/support/:entry/address", use: backToEntry)
        routes.post(":victim/support/:entry/address", use: showAddress)
        routes.get(":victim/met-again", use: backToSupport)
        routes.post(":victim/met-again", use: linkMetAgain)
    }

    // MARK: Lists

    @Sendable private func showDue(_ request: Request, _ context: SignedIn) async throws -> Response {
        try context.requireCaseWorker()
        let query = SupportDueQuery(
            show: SupportDueQuery.Show(rawValue: request.query.text("show")) ?? .entries,
            after: SupportDueQuery.Cursor(request.query.text("after")))
        let isCoordinator = context.viewer.isCoordinator
        let (listing, count) = try await desk.read(as: context.viewer, Consultation("list-support-due", "support_entries")) {
            (try $0.supportDue(query), isCoordinator ? try $0.metAgainCount() : nil)
        }
        return .page(
            SupportDuePage(listing: listing, query: query, metAgain: count, lists: pathways.lists, today: today)
                .markup(context))
    }

    @Sendable private func showSupport(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await supportPage(Form(), context, notice: SupportNotice(rawValue: request.query.text("done"))?.words))
    }

    private func supportPage(_ form: Form, _ context: SignedIn, notice: String? = nil) async throws -> Markup {
        let file = try await pathways.one(try context.id("victim"), as: context.viewer)
        return SupportPage(
            file: file, lists: pathways.lists, today: today, notice: notice, linkForm: form, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable private func backToSupport(_ request: Request, _ context: SignedIn) async throws -> Response {
        .seeOther(links(context).support(try await pathways.one(try context.id("victim"), as: context.viewer).victim.id))
    }

    // MARK: A new entry

    private func kind(_ context: SignedIn) throws -> SupportKind {
        guard let kind = context.coreContext.parameters.get("entry").flatMap(SupportKind.init) else {
            throw AccessError.notVisible
        }
        return kind
    }

    @Sendable private func askForSupport(_ request: Request, _ context: SignedIn) async throws -> Response {
        let kind = try kind(context)
        let id: ID<PotentialVictim> = try context.id("victim")
        var data = FormData(fields: [("status", kind.form.stages[0].status.rawValue)])
        if let draft = try await DraftRoutes.load(SupportFormPage.draft(kind, id), context, from: desk) { data = draft.data }
        if !request.query.text("code").isEmpty { data = data.setting("code", request.query.text("code")) }
        if data.text("organisation").isEmpty, kind.form.doer != nil, let own = context.viewer.organisation {
            data = data.setting("organisation", own.text)
        }
        return .page(try await newPage(kind, Form(data), context))
    }

    /// What the directory offers for a kind of entry; nothing where none is asked for.
    private func services(for kind: SupportKind, _ context: SignedIn) async throws -> [ServiceChoice] {
        guard let asked = kind.form.service else { return [] }
        let codes = asked.isPlace ? pathways.lists.accommodationCodes : nil
        return try await desk.read(as: context.viewer, Consultation("list-services", "support_services")) {
            try $0.serviceChoices(offering: codes)
        }
    }

    private func newPage(_ kind: SupportKind, _ form: Form, _ context: SignedIn) async throws -> Markup {
        let file = try await pathways.one(try context.id("victim"), as: context.viewer)
        var form = form
        // Whoever asks need not be one of those who work with the person: the coordinator.
        if form.problems.isEmpty, !file.circle.contains(where: { $0.organisation.text == form.value("organisation") }) {
            form.data = form.data.setting("organisation", "")
        }
        return SupportFormPage(
            kind: kind, victim: file.victim, circle: file.circle, services: try await services(for: kind, context), line: nil,
            stored: FormData(), form: form,
            lists: pathways.lists, today: today, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable private func addSupport(_ request: Request, _ context: SignedIn) async throws -> Response {
        let kind = try kind(context)
        let id: ID<PotentialVictim> = try context.id("victim")
        let data = try await request.form(context)
        let fields = SupportFields(data, kind: kind)
        var problems = fields.problems
        if problems.isEmpty {
            let outcome = try await pathways.addSupport(fields.draft, for: id, by: context.viewer, key: data.idempotencyKey)
            if outcome.result != nil {
                try await DraftRoutes.forget(SupportFormPage.draft(kind, id), context, from: desk)
                return .seeOther(links(context).support(id).query("done", SupportNotice.recorded.rawValue))
            }
            problems = outcome.problems
        }
        return .unprocessable(try await newPage(kind, Form(data, problems: problems), context))
    }

    // MARK: One entry

    /// The entry in the address, if it belongs to the person in the address.
    private func entry(_ context: SignedIn, _ verb: String) async throws -> (line: SupportLine, file: VictimFile) {
        let victim: ID<PotentialVictim> = try context.id("victim")
        let id: ID<SupportEntry> = try context.id("entry")
        let bodies = pathways.bodies
        return try await desk.read(as: context.viewer, Consultation(verb, "support_entries", id.text)) { reading in
            let line = try reading.supportLine(id)
            guard line.victim == victim else { throw AccessError.notVisible }
            return (line, try reading.victimFile(victim, bodies: bodies))
        }
    }

    private func entryPage(
        _ context: SignedIn, address: String? = nil, problems: [Problem] = [], notice: String? = nil
    ) async throws -> Markup {
        let (line, file) = try await entry(context, "open-support-page")
        let opened = try await pathways.openSupport(line.id, by: context.viewer)
        return SupportEntryPage(
            line: line, victim: file.victim, opened: opened, address: address, problems: problems, lists: pathways.lists,
            today: today, notice: notice, token: desk.world.newToken()
        ).markup(context)
    }

    @Sendable private func showEntry(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await entryPage(context, notice: SupportNotice(rawValue: request.query.text("done"))?.words))
    }

    @Sendable private func backToEntry(_ request: Request, _ context: SignedIn) async throws -> Response {
        let line = try await entry(context, "open-support-page").line
        return .seeOther(links(context).support(line.id, of: line.victim))
    }

    @Sendable private func showAddress(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try await request.form(context)
        let line = try await entry(context, "open-support-page").line
        switch try await pathways.openAddress(of: line.id, by: context.viewer) {
        case .done(let address): return .page(try await entryPage(context, address: address))
        case .refused(let problems): return .unprocessable(try await entryPage(context, problems: problems))
        }
    }

    // MARK: Changing and ending

    @Sendable private func askToChangeEntry(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await changePage(nil, context))
    }

    private func changePage(_ given: Form?, _ context: SignedIn) async throws -> Markup {
        let (line, file) = try await entry(context, "change-support-form")
        let stored = SupportFields.data(of: line, try await pathways.openSupportWords(line.id, by: context.viewer))
        let form = given ?? Form(stored)
        return SupportFormPage(
            kind: line.kind, victim: file.victim, circle: file.circle, services: try await services(for: line.kind, context), line: line,
            stored: stored, form: form,
            lists: pathways.lists, today: today, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable private func changeEntry(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .pathways, stale: { try await staleEntry($0, context) }, save: { try await saveEntry($0, context) })
    }

    private func saveEntry(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let line = try await entry(context, "change-support-form").line
        let fields = SupportFields(data, kind: line.kind)
        var problems = fields.problems
        if problems.isEmpty {
            let outcome = try await pathways.changeSupport(
                line.id, fields.draft, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
            if outcome.result != nil {
                return .seeOther(
                    links(context).support(line.id, of: line.victim).query("done", SupportNotice.saved.rawValue))
            }
            problems = outcome.problems
        }
        return .unprocessable(try await changePage(Form(data, problems: problems), context))
    }

    private func staleEntry(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let (line, file) = try await entry(context, "change-support-form")
        let words = try await pathways.openSupportWords(line.id, by: context.viewer)
        return StaleEditPage(
            mine: data, theirs: SupportFields.data(of: line, words),
            labels: SupportFields.labels(
                line.kind, lists: pathways.lists, circle: file.circle, services: try await services(for: line.kind, context)),
            version: line.version,
            what: "\(line.kind.form.one) of \(file.victim.reference)",
            action: links(context).changeSupport(line.id, of: line.victim), token: desk.world.newToken())
    }

    // MARK: Met again

    @Sendable private func linkMetAgain(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await pathways.one(try context.id("victim"), as: context.viewer)
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let data = try await request.form(context)
        let problems: [Problem]
        if let link = data.id("link", of: MetAgain.self) {
            guard file.support.metAgain.contains(where: { $0.id == link }) else { throw AccessError.notVisible }
            guard ["same", "two"].contains(data.text("is")) else {
                return .unprocessable(try await supportPage(Form(data, problems: [Problem("", "Choose one of the two")]), context))
            }
            problems = try await pathways.settleMetAgain(
                link, isSame: data.has("is", "same"), by: context.viewer, key: data.idempotencyKey
            ).problems
        } else {
            problems = try await pathways.linkMetAgain(
                file.victim.id, reference: data.text("reference"), by: context.viewer, key: data.idempotencyKey
            ).problems
        }
        if problems.isEmpty {
            return .seeOther(links(context).support(file.victim.id).query("done", SupportNotice.linked.rawValue))
        }
        return .unprocessable(try await supportPage(Form(data, problems: problems), context))
    }
}

/// What a page says after something was done.
enum SupportNotice: String {
    case recorded
    case saved
    case linked

    var words: String {
        switch self {
        case .recorded: "Recorded"
        case .saved: "Saved"
        case .linked: "Saved. Only those who see both pathways are shown the link"
        }
    }
}
