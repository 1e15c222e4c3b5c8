import Access
import HTML
import Hummingbird
import Kernel
import Partnerships
import Web

/// The forms of what is known of a place.
struct PlaceRoutes: Sendable {
    let subjects: SubjectDesk

    func add(to routes: RouteCollection<SignedIn>) {
        routes.get("subjects/:subject/licences/new", use: beginLicence)
        routes.post("subjects/:subject/licences/new", use: recordLicence)
        routes.get("subjects/:subject/licences/:licence", use: openLicence)
        routes.post("subjects/:subject/licences/:licence", use: changeLicence)
        routes.get("subjects/:subject/parties/new", use: beginParty)
        routes.post("subjects/:subject/parties/new", use: tie)
        routes.post("subjects/:subject/parties/:party/remove", use: untie)
    }

    private var desk: Desk { subjects.desk }

    private func done(_ word: String, _ context: SignedIn) throws -> Response {
        .seeOther(SubjectLinks(context.place.slug).subject(try context.id("subject")).query("done", word))
    }

    // MARK: Licences and orders

    private func licencePage(_ id: ID<LicenceOrOrder>?, _ form: Form, _ context: SignedIn) async throws -> Markup {
        let place: ID<Subject> = try context.id("subject")
        let (lists, today, token) = (subjects.lists, desk.world.now().day, form.token(desk.world))
        let consultation =
            id.map { Consultation("open-licence", "licences_and_orders", $0.text) } ?? Consultation("licence-form", "subjects", place.text)
        guard RecordLicence.permits(context.viewer) else { throw AccessError.denied }
        let page = try await desk.read(as: context.viewer, consultation) { reading in
            guard let named = try reading.named([place])[place], named.kind == .premises else { throw AccessError.notVisible }
            return LicencePage(
                place: named, licence: try id.map { try reading.licence($0, at: place) }, parties: try reading.possibleParties(),
                lists: lists, today: today, form: form, token: token)
        }
        if let licence = page.licence, !ChangeLicence.isAllowed(licence.organisation, to: context.viewer) { throw AccessError.denied }
        return page.markup(context)
    }

    private func draft(_ data: FormData) -> LicenceDraft {
        var draft = LicenceDraft()
        draft.kind = data.text("kind")
        draft.number = data.text("number")
        draft.holder = data.text("holder")
        draft.holderSubject = data.id("party")
        draft.authority = data.text("authority")
        draft.from = data.date("from").day
        draft.until = data.date("until").day
        draft.unreadable = unreadable(data)
        draft.state = data.text("state")
        draft.source = data.text("source")
        return draft
    }

    private func unreadable(_ data: FormData) -> [String] { ["from", "until"].filter { data.date($0) == .unreadable || isHalf(data, $0) } }

    /// A date of which only a part was typed.
    private func isHalf(_ data: FormData, _ name: String) -> Bool {
        data.date(name) == .missing && ["day", "month", "year"].contains { !data.text("\(name)-\($0)").isEmpty }
    }

    @Sendable private func beginLicence(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await licencePage(nil, Form(), context))
    }

    @Sendable private func openLicence(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await licencePage(try context.id("licence"), Form(), context))
    }

    @Sendable private func recordLicence(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await subjects.record(
            draft(data), at: try context.id("subject"), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return try done("licence", context) }
        return .unprocessable(try await licencePage(nil, Form(data, problems: outcome.problems), context))
    }

    @Sendable private func changeLicence(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<LicenceOrOrder> = try context.id("licence")
        let data = try await request.form(context)
        return try await context.saving(data, section: .subjects) { mine in
            try await stale(id, mine, context)
        } save: { data in
            let outcome = try await subjects.change(
                id, at: try context.id("subject"), to: draft(data), by: context.viewer, expecting: data.version, key: data.idempotencyKey)
            if outcome.result != nil { return try done("licence", context) }
            return .unprocessable(try await licencePage(id, Form(data, problems: outcome.problems), context))
        }
    }

    /// Both versions of a licence that two people changed at once.
    private func stale(_ id: ID<LicenceOrOrder>, _ mine: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let place: ID<Subject> = try context.id("subject")
        let lists = subjects.lists
        let (licence, parties) = try await desk.read(
            as: context.viewer, Consultation("open-licence", "licences_and_orders", id.text)
        ) { reading in
            let parties = try reading.possibleParties()
            return (try reading.licence(id, at: place), Dictionary(parties.map { ($0.id.text, $0.reference) }) { first, _ in first })
        }
        func label(_ list: String) -> @Sendable (String) -> String { { lists[list].label($0) } }
        let day: @Sendable (String) -> String = { $0 }
        return StaleEditPage(
            mine: mine, theirs: LicencePage.fields(licence),
            labels: [
                .init("kind", "What is it?", words: label("licence_or_order")), .init("number", "Number"),
                .init("holder", "Company or body that holds it"),
                .init("party", "Person or company of ours") { parties[$0] ?? $0 }, .init("authority", "Authority or court"),
                .init(["from-day", "from-month", "from-year"], "From", words: day),
                .init(["until-day", "until-month", "until-year"], "Until", words: day),
                .init("state", "Where does it stand?", words: label("licence_state")), .init("source", "Where is this known from?"),
            ], version: licence.version, what: "The licence or order",
            action: SubjectLinks(context.place.slug).licence(id, at: place), token: desk.world.newToken())
    }

    // MARK: Owners and landlords

    private func partyPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let place: ID<Subject> = try context.id("subject")
        let (lists, today, token) = (subjects.lists, desk.world.now().day, form.token(desk.world))
        guard TieParty.permits(context.viewer) else { throw AccessError.denied }
        let page = try await desk.read(as: context.viewer, Consultation("party-form", "subjects", place.text)) { reading in
            guard let named = try reading.named([place])[place], named.kind == .premises else { throw AccessError.notVisible }
            return PartyPage(
                place: named, parties: try reading.possibleParties(), lists: lists, today: today, form: form, token: token)
        }
        return page.markup(context)
    }

    @Sendable private func beginParty(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await partyPage(Form(), context))
    }

    @Sendable private func tie(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        var draft = PartyDraft()
        draft.party = data.id("party")
        draft.role = data.text("role")
        draft.from = data.date("from").day
        draft.until = data.date("until").day
        draft.unreadable = unreadable(data)
        draft.source = data.text("source")
        let outcome = try await subjects.tie(draft, to: try context.id("subject"), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return try done("party", context) }
        return .unprocessable(try await partyPage(Form(data, problems: outcome.problems), context))
    }

    @Sendable private func untie(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        _ = try await subjects.untie(
            try context.id("party"), from: try context.id("subject"), by: context.viewer, key: data.idempotencyKey)
        return try done("untied", context)
    }
}
