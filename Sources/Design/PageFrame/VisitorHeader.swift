import HTML

/// The top of a page that anybody can open: no marking, no names, and a way to leave at once.
package struct VisitorHeader: Sendable {
    /// Where somebody goes who does not want to be seen here.
    static let exit = ExternalLink("https://www.bbc.co.uk/weather")

    let home: Link
    let partnership: String?
    let canExit: Bool
    let signIn: Link?

    /// The top; `canExit` shows "Exit this page", which every page for people in danger has.
    package init(home: Link, partnership: String? = nil, canExit: Bool = false, signIn: Link? = nil) {
        self.home = home
        self.partnership = partnership
        self.canExit = canExit
        self.signIn = signIn
    }

    func markup(demonstration: Markup) -> Markup {
        Markup {
            demonstration
            div(.class("top-in")) {
                a(.class("brand"), .href(home)) {
                    EyeSign.markup
                    "Plainsight "
                    if let partnership { span { partnership } }
                }
                if let signIn { a(.class("sign-in"), .href(signIn)) { "Sign in" } }
            }
        }
    }

    /// The way to leave at once; it stays in sight while the page is scrolled.
    var exitLink: Markup {
        nav(.class("exit"), .aria("label", "Leave this site")) {
            a(.class("button grave"), .href(VisitorHeader.exit), .rel("nofollow noreferrer"), .data("exit", "")) {
                "Exit this page"
            }
        }
    }
}
