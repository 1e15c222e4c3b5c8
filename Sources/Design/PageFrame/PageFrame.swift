import HTML

/// A whole document around the content of a page.
package struct PageFrame: Component {
    /// How wide a page is.
    package enum Layout: Sendable {
        /// Lists, records and charts.
        case wide
        /// Questions and long texts.
        case narrow
        /// Made for one hand: no navigation, one column.
        case phone
    }

    /// Who the page is for.
    package enum Place: Sendable {
        case signedIn(SignedInHeader)
        case visitor(VisitorHeader)
    }

    let title: String
    let hasProblems: Bool
    let place: Place
    let layout: Layout
    let notice: NotificationBanner?
    let isDemonstration: Bool
    let scripts: [Asset]
    let footer: SiteFooter
    let content: Markup

    /// A document. `title` says what the page is and holds nothing personal, because browsers keep titles; with
    /// `hasProblems` it begins with "Error:". `notice` tells of the change just made. The page works without its scripts.
    package init(
        _ title: String, hasProblems: Bool = false, place: Place, layout: Layout = .wide,
        notice: NotificationBanner? = nil, isDemonstration: Bool = false, scripts: [Asset] = [], footer: SiteFooter,
        @MarkupBuilder content: () -> Markup
    ) {
        self.title = title
        self.hasProblems = hasProblems
        self.place = place
        self.layout = layout
        self.notice = notice
        self.isDemonstration = isDemonstration
        self.scripts = scripts
        self.footer = footer
        self.content = content()
    }

    package var markup: Markup {
        Markup {
            Markup.raw(trusted: "<!doctype html>")
            html(.lang("en-GB")) {
                documentHead
                body(.classes("leavable", if: exit != nil)) {
                    a(.class("skip"), .href(Link(fragment: "main"))) { "Skip to main content" }
                    exit
                    header(.class("top")) {
                        switch place {
                        case .signedIn(let header): header.markup(layout, demonstration: demonstration)
                        case .visitor(let header): header.markup(demonstration: demonstration)
                        }
                    }
                    main(.class(pageClass), .id("main"), .tabindex(-1)) {
                        notice
                        content
                    }
                    footer.markup
                }
            }
        }
    }

    private var exit: Markup? {
        if case .visitor(let header) = place, header.canExit { header.exitLink } else { nil }
    }

    private var documentHead: Markup {
        head {
            PageFrame.commonHead
            HTML.title { "\(hasProblems ? "Error: " : "")\(title) – Plainsight" }
            for asset in allScripts { script(.src(asset.link), .defer()) {} }
        }
    }

    /// What the heads of all pages have in common.
    private static let commonHead = Markup {
        meta(.charset("utf-8"))
        meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
        meta(.name("color-scheme"), .content("light"))
        link(.rel("stylesheet"), .href(Asset.styleSheet.link))
        link(.rel("icon"), .type("image/svg+xml"), .href(Asset.icon.link))
    }

    private var allScripts: [Asset] {
        exit == nil ? scripts : [.exitPage] + scripts
    }

    private var pageClass: String {
        switch layout {
        case .wide: "page"
        case .narrow: "page narrow"
        case .phone: "page phone"
        }
    }

    private var demonstration: Markup {
        isDemonstration
            ? p(.class("demonstration")) {
                "This is a demonstration. Every person and address in it is invented."
            } : Markup()
    }

    package static var examples: [Example] {
        let footer = SiteFooter(help: "/help", accessibility: "/accessibility", privacy: "/privacy", version: "1.0")
        let signedIn = SignedInHeader(
            partnership: "Sandwell partnership", home: "/sandwell",
            navigation: [
                .init("My work", "/sandwell", isCurrent: true), .init("Concerns", "/sandwell/concerns"),
                .init("Visits", "/sandwell/visits"), .init("People and places", "/sandwell/places"),
                .init("Figures", "/sandwell/figures"), .init("Partnership", "/sandwell/about"),
            ],
            search: .init(to: "/sandwell/search"),
            account: AccountMenu(
                name: "Amber Holt", organisation: "Sandwell Council", account: "/account",
                partnerships: "/partnerships", signOut: "/sign-out", hidden: [HiddenInput(name: "token", value: "x")]))
        let hostile = Example.hostileText
        let hostileHeader = SignedInHeader(
            partnership: hostile, home: "/", navigation: [.init(hostile, "/")],
            search: .init(to: "/search", words: hostile),
            account: AccountMenu(
                name: hostile, organisation: hostile, signOut: "/sign-out",
                hidden: [HiddenInput(name: hostile, value: hostile)]), marking: hostile)
        return [
            Example(.usual) {
                PageFrame(
                    "My work", place: .signedIn(signedIn), notice: NotificationBanner("Concern SW-0174 is recorded."),
                    isDemonstration: true, scripts: [.drafts], footer: footer
                ) { h1 { "My work" } }
            },
            Example(.usual) {
                PageFrame(
                    "Tell us what worries you",
                    place: .visitor(VisitorHeader(home: "/", canExit: true, signIn: "/sign-in")),
                    layout: .narrow, footer: footer
                ) { h1 { "Tell us what worries you" } }
            },
            Example(.usual) {
                PageFrame("Who did you meet?", place: .signedIn(signedIn), layout: .phone, footer: footer) {
                    h1 { "Who did you meet?" }
                }
            },
            Example(.error) {
                PageFrame("Record a concern", hasProblems: true, place: .signedIn(signedIn), footer: footer) {
                    ErrorSummary([.init("town", "Choose the town")])
                }
            },
            Example(.hostile) {
                PageFrame(
                    hostile, place: .signedIn(hostileHeader), notice: NotificationBanner(hostile),
                    footer: SiteFooter(help: "/help", accessibility: "/accessibility", version: hostile)
                ) { hostile }
            },
        ]
    }
}
