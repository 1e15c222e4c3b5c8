import Access
import HTML
import Hummingbird
import Kernel
import Web

/// The pages of the partnership itself: for everybody its members, its agreement and the powers of entry; for its
/// administrator the forms that change them.
package struct PartnershipRoutes: Sendable {
    private let partnerships: PartnershipDesk
    private let lists: CodeLists
    private let powers: [PowerLine]

    /// - Parameter powers: the directory of powers of entry, in its own order.
    package init(desk: Desk, lists: CodeLists, powers: [PowerLine]) {
        partnerships = PartnershipDesk(desk: desk, lists: lists)
        self.lists = lists
        self.powers = powers
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("partnership", use: show)
        routes.get("partnership/powers", use: showPowers)
        routes.get("partnership/settings", use: askForSettings)
        routes.post("partnership/settings", use: changeSettings)
        routes.get("partnership/members/new", use: askForMember)
        routes.post("partnership/members/new", use: admit)
        routes.get("partnership/members/:organisation/leave", use: askToRelease)
        routes.post("partnership/members/:organisation/leave", use: release)
        routes.post("partnership/members/:organisation/return", use: admitAgain)
        return routes
    }

    private func links(_ context: SignedIn) -> PartnershipLinks { PartnershipLinks(context.place.slug) }
    private var today: Day { partnerships.world.now().day }

    // MARK: Reading

    @Sendable private func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        let notice: String? =
            switch request.query.text("done") {
            case "settings": "The settings are kept."
            case "unchanged": "The settings were like this already."
            case "admitted": "The organisation is a member. Its people get their accounts under Accounts."
            case "member-already": "The organisation is a member already."
            case "returned": "The organisation is a member again. Look through its accounts: the roles count again."
            case "left": "The organisation has left. Its people have no access from their next page on."
            default: nil
            }
        return .page(try await page(context, notice: notice))
    }

    private func page(_ context: SignedIn, problems: [Problem] = [], notice: String? = nil) async throws -> Markup {
        PartnershipPage(
            context: context, overview: try await partnerships.overview(for: context.viewer), lists: lists,
            today: today, token: partnerships.world.newToken(), problems: problems, notice: notice
        ).markup
    }

    @Sendable private func showPowers(_ request: Request, _ context: SignedIn) async throws -> Response {
        let kind = request.query.text("kind")
        return .page(
            PowersPage(
                context: context, powers: powers, kind: lists["organisation_kind"].contains(kind) ? kind : "",
                lists: lists, today: today
            ).markup)
    }

    // MARK: Settings

    @Sendable private func askForSettings(_ request: Request, _ context: SignedIn) async throws -> Response {
        let settings = try await partnerships.settings(by: context.viewer)
        let token = partnerships.world.newToken()
        return .page(SettingsPage(context: context, settings: settings, form: Form(), token: token).markup)
    }

    @Sendable private func changeSettings(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let seen = PartnershipSettings(
            agreement: data.text(SettingsFields.seenAgreement), validUntil: Day(data.text(SettingsFields.seenUntil)),
            scopingHours: data.number(SettingsFields.seenHours) ?? 0)
        let wanted = PartnershipSettings(
            agreement: data.text("agreement"), validUntil: data.date("until").day,
            scopingHours: data.number("hours") ?? 0)
        func again(
            _ problems: [Problem], beside settings: PartnershipSettings, isChangedMeanwhile: Bool = false
        ) -> Response {
            let form = Form(data, problems: problems)
            return .unprocessable(
                SettingsPage(
                    context: context, settings: settings, form: form, token: form.token(partnerships.world),
                    isChangedMeanwhile: isChangedMeanwhile
                ).markup)
        }
        guard data.date("until") != .unreadable else {
            let present = try await partnerships.settings(by: context.viewer)
            let unreadable = Problem("until", "Enter a day that the calendar has, such as 31 3 2027, or leave it empty")
            return again(
                PartnershipDesk.problems(wanted, insteadOf: present) + [unreadable], beside: seen)
        }
        let outcome = try await partnerships.changeSettings(
            to: wanted, seen: seen, by: context.viewer, key: data.idempotencyKey)
        switch outcome {
        case .refused(let problems): return again(problems, beside: seen)
        case .done(.changedMeanwhile(let present)):
            return again([], beside: present, isChangedMeanwhile: true)
        case .done(.kept(_, let isChanged)):
            return .seeOther(links(context).start.query("done", isChanged ? "settings" : "unchanged"))
        }
    }

    // MARK: Members

    @Sendable private func askForMember(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await newMemberPage(context, Form()))
    }

    private func newMemberPage(_ context: SignedIn, _ form: Form) async throws -> Markup {
        NewMemberPage(
            context: context, known: try await partnerships.outsiders(by: context.viewer),
            kinds: lists["organisation_kind"].current(on: today), form: form, token: form.token(partnerships.world)
        ).markup
    }

    @Sendable private func admit(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let member = NewMember(known: data.id("known"), name: data.text("name"), kind: data.text("kind"))
        switch try await partnerships.admit(member, by: context.viewer, key: data.idempotencyKey) {
        case .refused(let problems):
            return .unprocessable(try await newMemberPage(context, Form(data, problems: problems)))
        case .done(let isNew):
            return .seeOther(links(context).start.query("done", isNew ? "admitted" : "member-already"))
        }
    }

    @Sendable private func askToRelease(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await releasePage(context, Form()))
    }

    private func releasePage(_ context: SignedIn, _ form: Form) async throws -> Markup {
        let organisation = try context.id("organisation", of: Organisation.self)
        return ReleasePage(
            context: context, member: try await partnerships.member(organisation, by: context.viewer), form: form,
            token: form.token(partnerships.world)
        ).markup
    }

    @Sendable private func release(_ request: Request, _ context: SignedIn) async throws -> Response {
        let organisation = try context.id("organisation", of: Organisation.self)
        let data = try await request.form(context)
        switch try await partnerships.release(organisation, by: context.viewer, key: data.idempotencyKey) {
        case .refused(let problems):
            return .unprocessable(try await releasePage(context, Form(data, problems: problems)))
        case .done:
            return .seeOther(links(context).start.query("done", "left"))
        }
    }

    @Sendable private func admitAgain(_ request: Request, _ context: SignedIn) async throws -> Response {
        let organisation = try context.id("organisation", of: Organisation.self)
        let data = try await request.form(context)
        let known = try await partnerships.member(organisation, by: context.viewer).organisation.id
        switch try await partnerships.admit(NewMember(known: known), by: context.viewer, key: data.idempotencyKey) {
        case .refused(let problems):
            return .unprocessable(try await page(context, problems: problems))
        case .done(let isNew):
            return .seeOther(links(context).start.query("done", isNew ? "returned" : "member-already"))
        }
    }
}
