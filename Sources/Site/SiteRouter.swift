import Access
import Accounts
import Concerns
import Figures
import HTTPTypes
import Hummingbird
import Partnerships
import Pathways
import Publications
import Schema
import Subjects
import Visits
import Web

/// Every page and every API path, mounted: what is public stands in this file by name, everything else is behind the door.
package struct SiteRouter: Sendable {
    private let installation: Installation
    private let isSecure: Bool
    private let isBehindProxy: Bool
    private let isDemonstration: Bool
    private let counts: RequestCounts

    init(
        installation: Installation, isSecure: Bool, isBehindProxy: Bool = false, isDemonstration: Bool,
        counts: RequestCounts = RequestCounts()
    ) {
        self.installation = installation
        self.isSecure = isSecure
        self.isBehindProxy = isBehindProxy
        self.isDemonstration = isDemonstration
        self.counts = counts
    }

    /// The router with everything on it; throws when the reference data cannot be read.
    package func router() throws -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        let accounts = AccountRoutes(
            accounts: installation.accounts, isSecure: isSecure, demonstration: isDemonstration ? .demonstration : [])
        let helplines = try ReferenceData.helplines
        router.add(middleware: CountRequests(counts: counts))
        if isBehindProxy { router.add(middleware: ForwardedAddress()) }
        router.add(middleware: SecurityHeaders(isSecure: isSecure))
        router.add(middleware: ErrorPages(sessionEnded: accounts.sessionEnded))
        let wrongMethod = WrongMethod(sessions: installation.accounts)
        router.add(middleware: wrongMethod)
        HealthRoutes(engine: installation.engine).add(to: router)
        AssetRoutes.add(to: router)
        APIRoutes(installation: installation).add(to: router)

        let visitors = router.group().add(middleware: SessionMiddleware(sessions: installation.accounts))
        PublicPageRoutes(helplines: helplines, isDemonstration: isDemonstration).add(to: visitors)
        accounts.addPublicRoutes(to: visitors)
        PublicReportRoutes(
            concerns: installation.concerns,
            helplines: try .shipped(), isSecure: isSecure
        ).add(to: visitors)
        OpenRoutes(publications: installation.publications, isSecure: isSecure).add(to: visitors)

        let members = visitors.group(":partnership").add(middleware: PartnershipDoor())
            .group(context: SignedIn.self)
        members.addRoutes(MyWorkRoutes(installation: installation).routes)
        members.addRoutes(DraftRoutes(desk: installation.desk).routes)
        let concerns = ConcernRoutes(
            concerns: installation.concerns, parts: ConcernParts(concerns: installation.concerns).parts,
            search: ConcernParts.search, known: ConcernParts.known(installation.subjects)
        ).routes
        CaseRoutes(concerns: installation.concerns).add(to: concerns)
        FileRoutes(concerns: installation.concerns).add(to: concerns)
        members.addRoutes(concerns)
        members.addRoutes(VisitRoutes(desk: installation.visits).routes, atPath: "visits")
        members.addRoutes(PathwayRoutes(pathways: installation.pathways).routes, atPath: "pathways")
        members.addRoutes(CourseRoutes(courses: installation.courses).routes, atPath: "pathways")
        members.addRoutes(
            ServiceRoutes(services: ServiceDesk(desk: installation.desk, lists: installation.lists)).routes,
            atPath: "pathways/services")
        members.addRoutes(
            ReceptionRoutes(reception: ReceptionDesk(desk: installation.desk, lists: installation.lists)).routes,
            atPath: "pathways/reception")
        members.addRoutes(
            DefinitionRoutes(
                definitions: DefinitionDesk(desk: installation.desk, lists: installation.lists, templates: try .shipped())
            ).routes, atPath: "pathways/definitions")
        members.addRoutes(SubjectRoutes(subjects: installation.subjects).routes)
        members.addRoutes(FigureRoutes(installation.figures).routes, atPath: "figures")
        members.addRoutes(PublicationRoutes(publications: installation.publications).routes, atPath: "publications")
        members.addRoutes(
            PublishedRoutes(PublishedStatistics(desk: installation.desk, lists: installation.lists)).routes,
            atPath: "figures/published")
        members.addRoutes(
            StatedFigureRoutes(
                StatedFigureDesk(desk: installation.desk, figures: installation.figures, lists: installation.lists)
            ).routes,
            atPath: "figures/elsewhere")
        members.addRoutes(
            PartnershipRoutes(desk: installation.desk, lists: installation.lists, powers: try .shipped()).routes)
        members.addRoutes(accounts.routes)
        wrongMethod.learn(router)
        return router
    }
}
