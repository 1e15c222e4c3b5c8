import HTML

/// The end of every page: help in the same place everywhere, the accessibility statement, the version.
package struct SiteFooter: Sendable {
    let help: Link
    let accessibility: Link
    let privacy: Link?
    let version: String

    package init(help: Link, accessibility: Link, privacy: Link? = nil, version: String) {
        self.help = help
        self.accessibility = accessibility
        self.privacy = privacy
        self.version = version
    }

    var markup: Markup {
        footer(.class("foot")) {
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
