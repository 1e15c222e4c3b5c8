import Access
import Accounts
import Concerns
import Design
import HTML
import Hummingbird
import Kernel
import Pathways
import Subjects
import Visits
import Web

/// The first page after sign-in: what waits for the viewer, from every feature, by due time.
struct MyWorkRoutes: Sendable {
    let installation: Installation

    var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("", use: start)
        routes.get("my-work", use: show)
        return routes
    }

    /// The bare address of a partnership leads to the first page that the viewer has.
    @Sendable private func start(_ request: Request, _ context: SignedIn) async throws -> Response {
        let slug = context.place.slug
        let roles = context.viewer.roles
        if roles.contains(.coordinator) || roles.contains(.member) || roles.contains(.visitTeam) {
            return .seeOther(PageLinks.myWork(slug))
        }
        if roles.contains(.analyst) || roles.contains(.townLead) { return .seeOther(PageLinks.figures(slug)) }
        return .seeOther(roles.contains(.administrator) ? PageLinks.accounts(slug) : PageLinks.partnership(slug))
    }

    @Sendable private func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        let roles = context.viewer.roles
        guard roles.contains(.coordinator) || roles.contains(.member) || roles.contains(.visitTeam) else {
            throw AccessError.denied
        }
        let slug = context.place.slug
        let lists = installation.lists
        let now = installation.desk.world.now()
        let work = ConcernWork(lists: lists)
        let person = context.person.id
        let courseRules = installation.courses.rules
        let partnership = context.place.id
        let waiting =
            context.viewer.isCoordinator ? try await installation.accounts.waitingRoles(by: context.viewer) : []
        let decisions = waiting.filter { $0.person != person && $0.askedBy != person }
            .map { WorkItem($0, slug: slug) }
        let drafts = try await installation.desk.readOffice { office in try office.drafts(of: person, in: partnership) }
        let page = try await installation.desk.read(as: context.viewer, Consultation("open-my-work", "concerns")) {
            reading in
            let items =
                try work.items(reading, slug: slug) + reading.visitWork().map { WorkItem($0, slug: slug) }
                + reading.courseWork(courseRules).map { WorkItem($0, slug: slug) } + decisions
                + reading.referralWork().map { WorkItem($0, slug: slug) }
                + reading.supportWork().map { WorkItem($0, lists: lists, slug: slug, today: now.day) }
                + reading.pathwayWork().map { WorkItem($0, slug: slug) }
                + WorkItem.proposals(reading, of: context.viewer, slug: slug)
                + reading.comparisonWork().map { WorkItem($0, slug: slug) }
            return MyWorkPage(
                items: items.sorted { ($0.isDanger ? 0 : 1, $0.due) < ($1.isDanger ? 0 : 1, $1.due) },
                open: try reading.concerns(matching: ConcernQuery(size: 12)), week: try work.week(reading, now: now),
                drafts: drafts.map { ($0.form, $0.savedAt) }, lists: lists, now: now,
                notice: request.query.text("done") == "raised" ? "The concern is recorded. The coordinator sees it now." : nil)
        }
        return .page(page.markup(context))
    }
}

extension WorkItem {
    /// Somebody who is to see cases.
    init(_ waiting: WaitingRoles, slug: String) {
        self.init(
            due: waiting.askedAt, isTimed: false, what: "Confirm the roles of \(waiting.name)",
            link: PageLinks.waitingRoles(slug), about: "\(waiting.roleText), \(waiting.organisationName)",
            from: "Accounts")
    }

    /// What the linking found and a coordinator has to answer: one line, however many there are.
    static func proposals(_ reading: Reading, of viewer: Viewer, slug: String) throws -> [WorkItem] {
        guard viewer.isCoordinator, let since = try reading.oldestProposal() else { return [] }
        let count = try reading.openProposals()
        return [
            WorkItem(
                due: since, isTimed: false, since: since.day,
                what: count == 1 ? "Say whether two mentions are the same" : "Say of \(count) pairs of mentions whether they are the same",
                link: SubjectLinks(slug).proposals, about: "Perhaps the same", from: "Links")
        ]
    }

    /// What an agency has to do in a blind comparison.
    init(_ item: ComparisonWork, slug: String) {
        self.init(
            due: item.since, isTimed: false, since: item.since.day, what: item.what, link: SubjectLinks(slug).comparison(item.id),
            about: item.reference, from: "Links")
    }

    /// What waits after a referral; its words say nothing of the person.
    init(_ item: CourseWorkItem, slug: String) {
        self.init(
            due: Moment(day: item.due, hour: 17), isTimed: false, what: item.need.title, link: item.link(slug),
            about: item.victimReference, from: "Pathways")
    }

    /// A referral that is not sent yet; its words say nothing of the person.
    init(_ item: ReferralWorkItem, slug: String) {
        self.init(
            due: Moment(day: item.since, hour: 17), isTimed: false, since: item.since, what: item.need.title,
            detail: item.isNotification ? "A duty to notify report: it is sent as soon as is practicable" : "",
            link: item.link(slug), about: item.victimReference, from: "Pathways")
    }

    /// A visit's need as the list of work shows it.
    init(_ item: VisitWorkItem, slug: String) {
        self.init(
            due: item.due, isTimed: item.need == .readBriefing || item.need == .makeReady, what: item.title,
            link: item.link(slug), about: item.place, from: item.source)
    }

    /// What waits at services and pathways, as the list of work shows it.
    init(_ item: PathwayWorkItem, slug: String) {
        self.init(
            due: Moment(day: item.dueOn, hour: 17), isTimed: false, what: item.what, link: item.link(slug), about: item.about,
            from: item.source)
    }
}
