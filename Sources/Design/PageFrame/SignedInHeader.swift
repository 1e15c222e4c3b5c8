import HTML

/// The top of every page behind the door: marking, partnership, navigation, search and account.
package struct SignedInHeader: Sendable {
    /// A page in the main navigation.
    package struct NavigationLink: Sendable {
        let name: String
        let link: Link
        let isCurrent: Bool

        /// A page; it is current when the present page is it or stands beneath it.
        package init(_ name: String, _ link: Link, isCurrent: Bool = false) {
            self.name = name
            self.link = link
            self.isCurrent = isCurrent
        }
    }

    /// The field that searches the partnership's records.
    package struct SearchForm: Sendable {
        let link: Link
        let words: String

        /// A search at `link` with the words in `q`.
        package init(to link: Link, words: String = "") {
            self.link = link
            self.words = words
        }
    }

    let partnership: String
    let home: Link
    let navigation: [NavigationLink]
    let search: SearchForm?
    let account: AccountMenu
    let marking: String?

    /// The top; on the phone layout only `partnership`, which may name the visit instead, and the account are shown.
    package init(
        partnership: String, home: Link, navigation: [NavigationLink], search: SearchForm? = nil, account: AccountMenu,
        marking: String? = "OFFICIAL-SENSITIVE"
    ) {
        self.partnership = partnership
        self.home = home
        self.navigation = navigation
        self.search = search
        self.account = account
        self.marking = marking
    }

    func markup(_ layout: PageFrame.Layout, demonstration: Markup) -> Markup {
        Markup {
            if let marking { div(.class("marking")) { marking } }
            demonstration
            div(.class("top-in")) {
                a(.class("brand"), .href(home)) {
                    EyeSign.markup
                    "Plainsight "
                    span { partnership }
                }
                if layout != .phone, let search { form(for: search) }
                account.markup
            }
            if layout != .phone, !navigation.isEmpty { mainNavigation }
        }
    }

    private var mainNavigation: Markup {
        nav(.class("nav"), .aria("label", "Main")) {
            ul {
                for page in navigation {
                    li { a(.href(page.link), .aria("current", page.isCurrent ? "page" : nil)) { page.name } }
                }
            }
        }
    }

    private static let lens = SVG.drawing(viewBox: "0 0 20 20", .aria("hidden", "true")) {
        SVG.circle(x: 8.5, y: 8.5, radius: 5.5)
        SVG.line(x1: 12.7, y1: 12.7, x2: 18, y2: 18)
    }

    private func form(for search: SearchForm) -> Markup {
        HTML.form(.class("search"), .role("search"), .method(.get), .action(search.link)) {
            label(.class("unseen"), .for("q")) { "Search this partnership" }
            input(.id("q"), .name("q"), .type("search"), .value(search.words), .attribute("placeholder", "Search"))
            button(.type("submit")) {
                span(.class("unseen")) { "Search" }
                SignedInHeader.lens
            }
        }
    }
}

/// Who is signed in, for which organisation, and how to change or end that.
package struct AccountMenu: Sendable {
    let name: String
    let organisation: String
    let account: Link?
    let partnerships: Link?
    let signOut: Link
    let hidden: [HiddenInput]

    /// The menu; `hidden` holds what the form for signing out has to carry, such as the token of the session.
    package init(
        name: String, organisation: String, account: Link? = nil, partnerships: Link? = nil, signOut: Link,
        hidden: [HiddenInput]
    ) {
        self.name = name
        self.organisation = organisation
        self.account = account
        self.partnerships = partnerships
        self.signOut = signOut
        self.hidden = hidden
    }

    var markup: Markup {
        details(.class("account")) {
            summary {
                span(.class("unseen")) { "Account: " }
                name
                span(.class("organisation")) { " \(organisation)" }
            }
            div(.class("menu")) {
                if let account { a(.href(account)) { "Your account" } }
                if let partnerships { a(.href(partnerships)) { "Switch partnership" } }
                form(.method(.post), .action(signOut), .data("sign-out", "")) {
                    for field in hidden { field }
                    button(.class("link-button"), .type("submit")) { "Sign out" }
                }
            }
        }
    }
}
