import HTML

/// Leads through a list by key: what comes before and what comes after this page.
package struct Pager: Component {
    let previous: (words: String, link: Link)?
    let next: (words: String, link: Link)?

    /// The two links; an absent one is not shown, and nothing is when both are.
    package init(previous: (words: String, link: Link)? = nil, next: (words: String, link: Link)? = nil) {
        self.previous = previous
        self.next = next
    }

    /// Back to the newest and on to the older of a list that shows the newest first.
    package init(newest: Link?, older: Link?) {
        self.init(previous: newest.map { ("Back to the newest", $0) }, next: older.map { ("Older", $0) })
    }

    package var markup: Markup {
        if previous != nil || next != nil {
            nav(.class("pager"), .aria("label", "Pages of the list")) {
                if let previous {
                    a(.href(previous.link), .rel("prev")) {
                        span(.aria("hidden", "true")) { "← " }
                        previous.words
                    }
                }
                if let next {
                    a(.href(next.link), .rel("next")) {
                        next.words
                        span(.aria("hidden", "true")) { " →" }
                    }
                }
            }
        } else {
            Markup()
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) { Pager(newest: "/sandwell/concerns", older: "/sandwell/concerns?after=168") },
            Example(.empty) { Pager() },
            Example(.long) { Pager(next: (Example.longText, "/next")) },
            Example(.hostile) { Pager(previous: (Example.hostileText, "/previous")) },
        ]
    }
}
