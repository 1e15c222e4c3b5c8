import Access
import Design
import HTML
import Hummingbird
import Kernel
import Web

/// A whole page about somebody's own account, which belongs to no partnership: whoever works in one keeps its navigation.
struct OwnPage {
    let markup: Markup

    init(
        _ context: WebContext, _ person: SignedInPerson, title: String, problems: [Problem] = [], notice: String? = nil,
        scripts: [Asset] = [], @MarkupBuilder content: () -> Markup
    ) {
        if let inside = OwnPage.inside(context, person) {
            markup =
                SignedInPage(
                    inside, section: .none, title: title, problems: problems, notice: notice, layout: .narrow,
                    scripts: scripts, content: content
                ).markup
            return
        }
        let header = SignedInHeader(
            partnership: "", home: Landing.link(for: person), navigation: [],
            account: AccountMenu(
                name: person.name, organisation: person.organisationName, account: PageLinks.account,
                partnerships: person.places.isEmpty ? nil : PageLinks.partnerships, signOut: PageLinks.signOut,
                hidden: [HiddenInput(name: FormFields.secret, value: person.formSecret, purpose: .session)]))
        let content = content()
        markup =
            PageFrame(
                title, hasProblems: !problems.isEmpty, place: .signedIn(header), layout: .narrow,
                notice: notice.map { NotificationBanner($0) },
                isDemonstration: person.places.contains(where: \.isDemonstration), scripts: scripts,
                footer: SiteFooter(
                    help: PageLinks.help, accessibility: PageLinks.accessibility, privacy: PageLinks.privacy,
                    version: ProductVersion.text)
            ) {
                if !problems.isEmpty { ErrorSummary(problems.map { .init($0.field, $0.message) }) }
                content
            }.markup
    }

    /// The context of the only partnership, where there is one and it is open.
    private static func inside(_ context: WebContext, _ person: SignedInPerson) -> SignedIn? {
        guard person.places.count == 1, let slug = person.places.first?.slug,
            let (viewer, place) = person.viewer(in: slug, request: context.id),
            !place.requiresSecondFactor || person.passedSecondFactor
        else { return nil }
        var context = context
        context.pass(person, as: viewer, in: place)
        return try? SignedIn(context: context)
    }
}

/// A form about one's own account.
struct OwnForm: Component {
    let markup: Markup

    init(_ person: SignedInPerson, action: Link, @MarkupBuilder content: () -> Markup) {
        markup = form(.method(.post), .action(action), .novalidate) {
            HiddenInput(name: FormFields.secret, value: person.formSecret, purpose: .session)
            content()
        }
    }
}
