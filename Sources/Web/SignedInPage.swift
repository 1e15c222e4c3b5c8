import Access
import Design
import HTML
import Kernel

/// The sections of the main navigation.
package enum Section: Sendable, CaseIterable {
    case myWork, concerns, visits, pathways, subjects, figures, publications, partnership, accounts, none
}

/// A whole page for somebody who is signed in: the furniture around what the page itself has to say.
///
/// The title never holds personal data; it is what a browser's history keeps.
package struct SignedInPage {
    package enum Layout: Sendable { case wide, narrow, phone }

    private let frame: PageFrame

    package init(
        _ context: SignedIn, section: Section, title: String, problems: [Problem] = [], notice: String? = nil,
        layout: Layout = .wide, scripts: [Asset] = [], @MarkupBuilder content: () -> Markup
    ) {
        let place = context.place
        let slug = place.slug
        let roles = place.roles
        var navigation: [SignedInHeader.NavigationLink] = []
        func add(_ name: String, _ link: Link, _ own: Section, _ shown: Bool) {
            if shown { navigation.append(.init(name, link, isCurrent: section == own)) }
        }
        let readsCases = roles.contains(.coordinator) || roles.contains(.member)
        let visits = readsCases || roles.contains(.visitTeam)
        let figures = readsCases || roles.contains(.analyst) || roles.contains(.townLead)
        add("My work", PageLinks.myWork(slug), .myWork, visits)
        add("Concerns", PageLinks.concerns(slug), .concerns, readsCases)
        add("Visits", PageLinks.visits(slug), .visits, visits)
        add("Pathways", PageLinks.pathways(slug), .pathways, readsCases)
        add("Links", PageLinks.subjects(slug), .subjects, readsCases)
        add("Figures", figures ? PageLinks.figures(slug) : PageLinks.publishedFigures(slug), .figures, true)
        let publishes = roles.contains(.coordinator) || roles.contains(.chair)
        add("Publications", PageLinks.publications(slug), .publications, publishes)
        add("Partnership", PageLinks.partnership(slug), .partnership, true)
        add("Accounts", PageLinks.accounts(slug), .accounts, roles.contains(.administrator))
        let home =
            visits
            ? PageLinks.myWork(slug)
            : figures ? PageLinks.figures(slug) : publishes ? PageLinks.publications(slug) : PageLinks.partnership(slug)
        let header = SignedInHeader(
            partnership: place.name, home: home, navigation: navigation,
            search: readsCases ? .init(to: PageLinks.search(slug), words: "") : nil,
            account: AccountMenu(
                name: context.person.name, organisation: context.person.organisationName,
                account: PageLinks.account,
                partnerships: context.person.places.count > 1 ? PageLinks.partnerships : nil,
                signOut: PageLinks.signOut,
                hidden: [HiddenInput(name: FormFields.secret, value: context.person.formSecret, purpose: .session)]))
        let frameLayout: PageFrame.Layout =
            switch layout {
            case .wide: .wide
            case .narrow: .narrow
            case .phone: .phone
            }
        frame = PageFrame(
            title, hasProblems: !problems.isEmpty, place: .signedIn(header), layout: frameLayout,
            notice: notice.map { NotificationBanner($0) }, isDemonstration: place.isDemonstration, scripts: scripts,
            footer: pageFooter
        ) {
            if !problems.isEmpty { ErrorSummary(problems.map { .init($0.field, $0.message) }) }
            content()
        }
    }

    package var markup: Markup { frame.markup }
}

/// A whole page for anybody.
package struct PublicPage {
    private let frame: PageFrame

    /// - Parameter canExit: whether the page has the button that leaves it at once.
    package init(
        title: String, problems: [Problem] = [], canExit: Bool = false, showsSignIn: Bool = true,
        isDemonstration: Bool = false, scripts: [Asset] = [], @MarkupBuilder content: () -> Markup
    ) {
        frame = PageFrame(
            title, hasProblems: !problems.isEmpty,
            place: .visitor(
                VisitorHeader(home: PageLinks.start, canExit: canExit, signIn: showsSignIn ? PageLinks.signIn : nil)),
            layout: .narrow, isDemonstration: isDemonstration, scripts: scripts, footer: pageFooter
        ) {
            if !problems.isEmpty { ErrorSummary(problems.map { .init($0.field, $0.message) }) }
            content()
        }
    }

    package var markup: Markup { frame.markup }
}

private let pageFooter = SiteFooter(
    help: PageLinks.help, accessibility: PageLinks.accessibility, privacy: PageLinks.privacy,
    version: ProductVersion.text)

/// A form of a signed-in person: carries the session's secret and a token of its own, so that it cannot be sent from
/// elsewhere and counts once however often it arrives.
package struct FormTag {
    package let markup: Markup

    /// - Parameters:
    ///   - token: made anew for a fresh form; after an error the one that was sent, so that a second try is the same form.
    ///   - version: of the record that the form was filled in from.
    package init(
        _ context: SignedIn, action: Link, token: String, version: Int? = nil, attributes: [Attribute] = [],
        @MarkupBuilder content: () -> Markup
    ) {
        markup = form(.method(.post), .action(action), .novalidate, .all(attributes)) {
            HiddenInput(name: FormFields.secret, value: context.person.formSecret, purpose: .session)
            HiddenInput(name: FormFields.token, value: token, purpose: .entry)
            if let version { HiddenInput(name: FormFields.version, value: String(version)) }
            content()
        }
    }
}

extension FormTag: Component {}

extension Form {
    /// The token of this form: the one it was sent with, or a new one.
    package func token(_ world: World) -> String {
        let sent = value(FormFields.token)
        return sent.isEmpty ? world.newToken() : sent
    }
}

extension FormData {
    /// The key that makes a second arrival of this form recognisable; a form without one is refused.
    package var idempotencyKey: IdempotencyKey { IdempotencyKey(text(FormFields.token)) ?? .missing }

    /// The version of the record that the form was filled in from.
    package var version: Int? { number(FormFields.version) }
}
