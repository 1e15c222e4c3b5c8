import HTML

/// The end of every page: help in the same place everywhere, the accessibility statement, the version.
package struct SiteFooter: Sendable {
    let markup: Markup

    /// The end of the pages of one site; made once, it stands on each of them.
    package init(help: Link, accessibility: Link, privacy: Link? = nil, version: String) {
        markup = footer(.class("foot")) {
            div(.class("foot-in")) {
                ul {
                    li { a(.href(help)) { "Help" } }
                    li { a(.href(accessibility)) { "Accessibility statement" } }
                    if let privacy { li { a(.href(privacy)) { "Privacy" } } }
                }
                span { "Plainsight \(version)" }
            }
        }
    }
}
