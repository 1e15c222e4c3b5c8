import HTML

/// The pages about one thing, beside each other; each is a link to a page of its own.
package struct Tabs: Component {
    /// One of the pages.
    package struct Tab: Sendable {
        let name: String
        let count: Int?
        let link: Link
        let isCurrent: Bool

        /// A page; `count` says how many things are on it.
        package init(_ name: String, _ link: Link, isCurrent: Bool = false, count: Int? = nil) {
            self.name = name
            self.link = link
            self.isCurrent = isCurrent
            self.count = count
        }
    }

    let name: String
    let tabs: [Tab]

    /// The pages in order; `name` tells assistive technology what they are about.
    package init(_ name: String, _ tabs: [Tab]) {
        self.name = name
        self.tabs = tabs
    }

    package var markup: Markup {
        nav(.class("tabs"), .aria("label", name)) {
            ul {
                for tab in tabs {
                    li {
                        a(.href(tab.link), .aria("current", tab.isCurrent ? "page" : nil)) {
                            tab.name
                            if let count = tab.count { span(.class("count")) { " \(count.grouped)" } }
                        }
                    }
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                Tabs(
                    "This concern",
                    [
                        Tab("Overview", "/overview", isCurrent: true), Tab("Agencies", "/agencies", count: 5),
                        Tab("Visits", "/visits", count: 0), Tab("Files", "/files"),
                    ])
            },
            Example(.empty) { Tabs("This concern", []) },
            Example(.long) {
                Tabs(Example.longText, [Tab(Example.longText, "/a"), Tab("Files", "/b", isCurrent: true)])
            },
            Example(.hostile) { Tabs(Example.hostileText, [Tab(Example.hostileText, "/a")]) },
        ]
    }
}

extension StyleSheet {
    static let navigation = """
        .crumbs ol { list-style: none; display: flex; flex-wrap: wrap; margin: 0 0 .6rem; padding: 0; \
        color: var(--ink-soft); overflow-wrap: anywhere; }
        .crumbs li + li::before { content: "/"; padding: 0 .5rem; color: var(--ink-soft); }
        .crumbs a, .back { display: inline-block; min-height: 24px; max-width: 100%; overflow-wrap: anywhere; }
        .back { margin-bottom: .75rem; padding: .25rem 0; } .back::before { content: "← "; }
        .pager { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; padding: .5rem 0; }
        .pager a { display: inline-block; padding: .6rem 0; min-height: 44px; overflow-wrap: anywhere; } \
        .pager [rel=next] { margin-left: auto; }
        .tabs { margin: 0 0 1.25rem; border-bottom: 1px solid var(--line); }
        .tabs ul { display: flex; flex-wrap: wrap; list-style: none; margin: 0; padding: 0; gap: 0 .25rem; }
        .tabs a { display: block; padding: .6rem .7rem .5rem; min-height: 44px; color: var(--ink); \
        text-decoration: none; border-bottom: 4px solid transparent; margin-bottom: -1px; overflow-wrap: anywhere; }
        .tabs a:hover { border-color: var(--ink-soft); }
        .tabs a[aria-current] { border-color: var(--lead); font-weight: 600; color: var(--lead-dark); }
        .count { color: var(--ink-soft); font-weight: 400; font-variant-numeric: tabular-nums; }

        """
}
