import HTML

/// Where the page stands: the pages above it as links, then itself.
package struct Breadcrumbs: Component {
    let steps: [(name: String, link: Link)]
    let current: String

    package init(_ steps: [(name: String, link: Link)], current: String) {
        self.steps = steps
        self.current = current
    }

    package var markup: Markup {
        nav(.class("crumbs"), .aria("label", "Where this page stands")) {
            ol {
                for step in steps { li { a(.href(step.link)) { step.name } } }
                li(.aria("current", "page")) { current }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) { Breadcrumbs([("Concerns", "/sandwell/concerns")], current: "SW-0168") },
            Example(.long) { Breadcrumbs([(Example.longText, "/a"), ("Round 1", "/b")], current: Example.longText) },
            Example(.hostile) { Breadcrumbs([(Example.hostileText, "/a")], current: Example.hostileText) },
        ]
    }
}

/// A link to the page before, for questions that follow each other.
package struct BackLink: Component {
    let words: String
    let link: Link

    package init(to link: Link, _ words: String = "Back") {
        self.link = link
        self.words = words
    }

    package var markup: Markup {
        a(.class("back"), .href(link)) { words }
    }

    package static var examples: [Example] {
        [
            Example(.usual) { BackLink(to: "/sandwell/concerns") },
            Example(.long) { BackLink(to: "/sandwell/concerns", Example.longText) },
            Example(.hostile) { BackLink(to: "/sandwell/concerns", Example.hostileText) },
        ]
    }
}
