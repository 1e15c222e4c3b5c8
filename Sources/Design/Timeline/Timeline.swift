import HTML

/// What happened, by time.
package struct Timeline: Component {
    /// One thing that happened.
    package struct Entry: Sendable {
        let when: String
        let iso: String?
        let content: Markup

        /// What happened; `when` is written, `iso` is the same moment or day for machines.
        package init(_ when: String, iso: String? = nil, @MarkupBuilder content: () -> Markup) {
            self.when = when
            self.iso = iso
            self.content = content()
        }
    }

    let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    package var markup: Markup {
        ol(.class("time")) {
            for entry in entries {
                li {
                    time(.datetime(entry.iso)) { entry.when }
                    div { entry.content }
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                Timeline([
                    Entry("Today 09:40", iso: "2020-02-10T09:40:00Z") { "Fire service answered" },
                    Entry("8 February", iso: "2020-02-08") { "Raised by Environmental health" },
                ])
            },
            Example(.empty) { Timeline([]) },
            Example(.long) { Timeline([Entry(Example.longText) { Example.longText }]) },
            Example(.hostile) {
                Timeline([Entry(Example.hostileText, iso: Example.hostileText) { Example.hostileText }])
            },
        ]
    }
}

extension StyleSheet {
    static let timelines = """
        .time { list-style: none; margin: 0; padding: 0; }
        .time li { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: .75rem; padding: .5rem 0; \
        border-top: 1px solid var(--line-soft); overflow-wrap: anywhere; }
        .time li:first-child { border-top: 0; padding-top: 0; }
        .time time { color: var(--ink-soft); font-variant-numeric: tabular-nums; font-size: .9375rem; }
        .time p { margin: 0 0 .25rem; } .time p.soft { font-size: .9375rem; } \
        .time .more { margin: 0; } .time .more > summary { padding: .1rem 0; min-height: 24px; }
        .split > :last-child .time li { grid-template-columns: minmax(0, 1fr); gap: 0; }
        @media (max-width: 24rem) { .time li { grid-template-columns: minmax(0, 1fr); gap: 0; } }

        """
}
