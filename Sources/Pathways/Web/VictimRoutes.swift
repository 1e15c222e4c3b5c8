import Access
import Concerns
import Design
import HTML
import Hummingbird
import Kernel
import Partnerships
import Web

/// The pages on which the record of one person is kept: what is known, who they are, safe contact, consent, what they
/// told, who works with them.
package struct VictimRoutes: Sendable {
    let pathways: PathwayDesk

    package init(pathways: PathwayDesk) {
        self.pathways = pathways
    }

    /// Adds the pages to those of the feature, in one glance.
    package func add(to routes: RouteCollection<SignedIn>) {
        routes.get(":victim/facts", use: askForFacts)
        routes.post(":victim/facts", use: changeFacts)
        routes.get(":victim/identity", use: askForIdentity)
        routes.post(":victim/identity", use: identity)
        routes.get(":victim/contact", use: askForContact)
        routes.post(":victim/contact", use: contact)
        routes.get(":victim/consent", use: askForConsent)
        routes.post(":victim/consent", use: recordConsent)
        routes.get(":victim/childrens-services", use: askForNotice)
        routes.post(":victim/childrens-services", use: recordNotice)
        routes.get(":victim/accounts", use: askForAccount)
        routes.post(":victim/accounts", use: account)
        routes.get(":victim/circle", use: askForCircle)
        routes.post(":victim/circle", use: changeCircle)
        routes.get(":victim/close", use: askToClose)
        routes.post(":victim/close", use: close)
        routes.get(":victim/journal", use: journal)
    }

    var desk: Desk { pathways.desk }
    var lists: CodeLists { pathways.lists }
    var today: Day { desk.world.now().day }

    func file(_ context: SignedIn) async throws -> VictimFile {
        try await pathways.one(try context.id("victim"), as: context.viewer)
    }

    func done(_ id: ID<PotentialVictim>, _ context: SignedIn) -> Response {
        .seeOther(PathwayLinks(context.place.slug).victim(id).query("done", PathwayNotice.saved.rawValue))
    }

    // MARK: What is known

    @Sendable func askForFacts(_ request: Request, _ context: SignedIn) async throws -> Response {
        let victim = try await file(context).victim
        var form = Form(VictimForm.data(of: victim.facts, lists: lists))
        if let draft = try await DraftRoutes.load("pathway-facts-\(victim.id.text)", context, from: desk) {
            // The draft may be older than the record: what others changed since then must not be overwritten.
            let stale = try await staleFacts(draft.data, victim, context)
            if stale.needsChoice { return .conflict(stale.markup(context, section: .pathways)) }
            form = Form(stale.merged)
        }
        return .page(try await factsPage(victim, form, context).markup(context))
    }

    private func factsPage(_ victim: VictimDetail, _ form: Form, _ context: SignedIn) async throws -> FactsPage {
        FactsPage(
            victim: victim, form: form, towns: try await pathways.ground(.alone, as: context.viewer).towns, lists: lists,
            today: today, token: form.token(desk.world))
    }

    @Sendable func changeFacts(_ request: Request, _ context: SignedIn) async throws -> Response {
        let victim = try await file(context).victim
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .pathways,
            stale: { try await staleFacts($0, try await file(context).victim, context) }, save: { try await saveFacts($0, victim, context) }
        )
    }

    private func staleFacts(_ data: FormData, _ current: VictimDetail, _ context: SignedIn) async throws -> StaleEditPage {
        StaleEditPage(
            mine: data, theirs: VictimForm.data(of: current.facts, lists: lists),
            labels: VictimForm.labels(lists, towns: try await pathways.ground(.alone, as: context.viewer).towns),
            version: current.version, what: current.reference, action: PathwayLinks(context.place.slug).facts(current.id),
            token: desk.world.newToken())
    }

    private func saveFacts(_ data: FormData, _ victim: VictimDetail, _ context: SignedIn) async throws -> Response {
        let entry = VictimForm(data, lists: lists)
        var problems = entry.problems
        if problems.isEmpty {
            let outcome = try await pathways.changeFacts(
                of: victim.id, entry.facts, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
            if outcome.result != nil {
                try await DraftRoutes.forget("pathway-facts-\(victim.id.text)", context, from: desk)
                return done(victim.id, context)
            }
            problems = outcome.problems
        } else {
            problems.addMissing(OpenPathway.problems(entry.facts, lists: lists))
        }
        return .unprocessable(try await factsPage(victim, Form(data, problems: problems), context).markup(context))
    }

    // MARK: Who they are

    @Sendable func askForIdentity(_ request: Request, _ context: SignedIn) async throws -> Response {
        let victim = try await file(context).victim
        return .page(identityPage(victim, Form(), isOpen: false).markup(context))
    }

    private func identityPage(_ victim: VictimDetail, _ form: Form, isOpen: Bool) -> VictimIdentityPage {
        VictimIdentityPage(
            victim: victim, form: form, isOpen: isOpen, lists: lists, today: today, token: form.token(desk.world))
    }

    @Sendable func identity(_ request: Request, _ context: SignedIn) async throws -> Response {
        let victim = try await file(context).victim
        let data = try await request.form(context).settled
        guard data.has("step", "keep") else {
            let opened = try await pathways.revealIdentity(of: victim.id, purpose: data.text("purpose"), by: context.viewer)
            guard let identity = opened.result else {
                let form = Form(data, problems: opened.problems)
                return .unprocessable(identityPage(victim, form, isOpen: false).markup(context))
            }
            let form = Form(VictimIdentityPage.data(of: identity))
            return .page(identityPage(victim, form, isOpen: true).markup(context))
        }
        return try await context.saving(
            data, section: .pathways, stale: { try await staleIdentity($0, context) },
            save: { try await saveIdentity($0, victim, context) })
    }

    private func saveIdentity(_ data: FormData, _ victim: VictimDetail, _ context: SignedIn) async throws -> Response {
        let bornOn = data.date("born_on")
        var problems: [Problem] = []
        if bornOn == .unreadable {
            problems.append(Problem("born_on", "Enter the date of birth as day, month and year, or leave it empty"))
        }
        let identity = VictimIdentity(
            firstName: data.text("first_name"), lastName: data.text("last_name"), otherNames: data.text("other_names"),
            bornOn: bornOn.day, homeOfficeReference: data.text("home_office_reference"))
        if problems.isEmpty {
            let outcome = try await pathways.keepIdentity(
                of: victim.id, identity, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
            if outcome.result != nil { return done(victim.id, context) }
            problems = outcome.problems
        }
        return .unprocessable(identityPage(victim, Form(data, problems: problems), isOpen: true).markup(context))
    }

    /// Both versions: the seal was open to whoever typed, and is opened anew, with an entry of its own in the journal.
    private func staleIdentity(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let victim = try await file(context).victim
        let opened = try await pathways.revealIdentity(
            of: victim.id, purpose: "To compare with what somebody else wrote meanwhile", by: context.viewer)
        return StaleEditPage(
            mine: data, theirs: VictimIdentityPage.data(of: opened.result ?? VictimIdentity()),
            labels: VictimIdentityPage.labels, version: victim.version, what: victim.reference,
            action: PathwayLinks(context.place.slug).identity(victim.id), token: desk.world.newToken())
    }

    // MARK: Safe contact

    @Sendable func askForContact(_ request: Request, _ context: SignedIn) async throws -> Response {
        let victim = try await file(context).victim
        return .page(contactPage(victim, Form(), isOpen: false).markup(context))
    }

    private func contactPage(_ victim: VictimDetail, _ form: Form, isOpen: Bool) -> SafeContactPage {
        SafeContactPage(victim: victim, form: form, isOpen: isOpen, token: form.token(desk.world))
    }

    @Sendable func contact(_ request: Request, _ context: SignedIn) async throws -> Response {
        let victim = try await file(context).victim
        let data = try await request.form(context).settled
        guard data.has("step", "keep") else {
            let opened = try await pathways.openSafeContact(of: victim.id, by: context.viewer)
            let form = Form(SafeContactPage.data(of: opened.result ?? SafeContact(), victim: victim))
            return .page(contactPage(victim, form, isOpen: true).markup(context))
        }
        return try await context.saving(
            data, section: .pathways, stale: { try await staleContact($0, context) },
            save: { try await saveContact($0, victim, context) })
    }

    private func saveContact(_ data: FormData, _ victim: VictimDetail, _ context: SignedIn) async throws -> Response {
        guard let draft = SafeContactPage.draft(data) else {
            let form = Form(data, problems: [Problem("rule", "Choose whether we may get in touch")])
            return .unprocessable(contactPage(victim, form, isOpen: true).markup(context))
        }
        let outcome = try await pathways.keepSafeContact(
            of: victim.id, draft, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
        if outcome.result != nil { return done(victim.id, context) }
        let form = Form(data, problems: outcome.problems)
        return .unprocessable(contactPage(victim, form, isOpen: true).markup(context))
    }

    private func staleContact(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let victim = try await file(context).victim
        let opened = try await pathways.openSafeContact(of: victim.id, by: context.viewer)
        return StaleEditPage(
            mine: data, theirs: SafeContactPage.data(of: opened.result ?? SafeContact(), victim: victim),
            labels: SafeContactPage.labels, version: victim.version, what: victim.reference,
            action: PathwayLinks(context.place.slug).contact(victim.id), token: desk.world.newToken())
    }

    // MARK: Consent

    @Sendable func askForConsent(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await file(context)
        return .page(consentPage(file, Form()).markup(context))
    }

    private func consentPage(_ file: VictimFile, _ form: Form) -> ConsentPage {
        ConsentPage(
            victim: file.victim, ledger: file.ledger, form: form, lists: lists, today: today, token: form.token(desk.world))
    }

    @Sendable func recordConsent(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await file(context)
        let data = try await request.form(context)
        let outcome = try await pathways.recordConsent(
            of: file.victim.id, ConsentPage.draft(data), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return done(file.victim.id, context) }
        return .unprocessable(consentPage(file, Form(data, problems: outcome.problems)).markup(context))
    }

    // MARK: What they told

    @Sendable func askForAccount(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await file(context)
        let draft = try await DraftRoutes.load(AccountsPage.draft(file.victim.id), context, from: desk)
        return .page(accountsPage(file, draft ?? Form(), opened: nil).markup(context))
    }

    private func accountsPage(_ file: VictimFile, _ form: Form, opened: [OpenedAccount]?) -> AccountsPage {
        AccountsPage(
            victim: file.victim, lines: file.accounts, opened: opened, form: form, lists: lists, today: today,
            token: form.token(desk.world))
    }

    @Sendable func account(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await file(context)
        let data = try await request.form(context)
        guard data.has("step", "write") else {
            let opened = try await pathways.readAccounts(of: file.victim.id, by: context.viewer)
            let draft = try await DraftRoutes.load(AccountsPage.draft(file.victim.id), context, from: desk)
            return .page(accountsPage(file, draft ?? Form(), opened: opened.result).markup(context))
        }
        let outcome = try await pathways.writeAccount(
            of: file.victim.id, AccountsPage.draft(data), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil {
            try await DraftRoutes.forget(AccountsPage.draft(file.victim.id), context, from: desk)
            return done(file.victim.id, context)
        }
        return .unprocessable(accountsPage(file, Form(data, problems: outcome.problems), opened: nil).markup(context))
    }

    // MARK: Who works with them

    @Sendable func askForCircle(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await circlePage(Form(), context).markup(context))
    }

    private func circlePage(_ form: Form, _ context: SignedIn) async throws -> VictimCirclePage {
        let file = try await file(context)
        let place = context.place.id
        let (members, readers) = try await desk.readOffice { office in
            (try office.members(of: place), try office.circleReaders(of: place))
        }
        return VictimCirclePage(
            victim: file.victim, circle: file.circle, members: members, readers: readers, form: form,
            token: form.token(desk.world))
    }

    @Sendable func changeCircle(_ request: Request, _ context: SignedIn) async throws -> Response {
        let victim: ID<PotentialVictim> = try context.id("victim")
        let data = try await request.form(context)
        let outcome = try await pathways.changeCircle(
            of: victim, ChangeVictimCircle.Step(rawValue: data.text("step")), data.id("organisation"), by: context.viewer,
            key: data.idempotencyKey)
        guard outcome.result != nil else {
            return .unprocessable(try await circlePage(Form(data, problems: outcome.problems), context).markup(context))
        }
        let links = PathwayLinks(context.place.slug)
        // Whoever removed their own organisation does not see the record any more.
        let isGone = data.has("step", "remove") && data.id("organisation") == context.viewer.organisation
        return .seeOther(isGone && !context.viewer.isCoordinator ? links.list : links.circle(victim))
    }

    // MARK: Closing, and the journal

    @Sendable func askToClose(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(closePage(try await file(context).victim, Form()).markup(context))
    }

    private func closePage(_ victim: VictimDetail, _ form: Form) -> ClosePathwayPage {
        ClosePathwayPage(victim: victim, form: form, lists: lists, today: today, token: form.token(desk.world))
    }

    @Sendable func close(_ request: Request, _ context: SignedIn) async throws -> Response {
        let victim = try await file(context).victim
        let data = try await request.form(context)
        let outcome =
            victim.isOpen
            ? try await pathways.close(
                victim.id, reason: data.text("reason"), note: data.text("note"), by: context.viewer, key: data.idempotencyKey)
            : try await pathways.reopen(victim.id, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return done(victim.id, context) }
        return .unprocessable(closePage(victim, Form(data, problems: outcome.problems)).markup(context))
    }

    @Sendable func journal(_ request: Request, _ context: SignedIn) async throws -> Response {
        let victim: ID<PotentialVictim> = try context.id("victim")
        let size = 50
        let cursor = JournalLine.Cursor(request.query.text("after"))
        let (detail, lines) = try await desk.readJournal(
            as: context.viewer, Consultation("read-journal", "potential_victims", victim.text), before: cursor,
            size: size + 1
        ) { reading in (try reading.victim(victim), try reading.recordsOf(victim)) }
        return .page(
            PathwayJournalPage(
                victim: detail, lines: Array(lines.prefix(size)),
                next: lines.count > size ? lines[size - 1].cursor.text : nil, isFirst: cursor == nil
            ).markup(context))
    }
}
