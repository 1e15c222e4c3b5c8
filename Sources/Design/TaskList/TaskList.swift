import HTML

/// The parts of a longer piece of work, each with where it stands.
package struct TaskList: Component {
    /// One part.
    package struct Item: Sendable {
        /// Where a part stands.
        package enum Status: Sendable {
            case completed
            case incomplete
            case cannotStartYet
            /// Any other state in words.
            case other(String, Tag.Tone)
        }

        let name: String
        let hint: String?
        let link: Link?
        let status: Status

        /// A part; `link` leads to its page and is left out while it cannot start.
        package init(_ name: String, _ status: Status, link: Link?, hint: String? = nil) {
            self.name = name
            self.status = status
            self.link = link
            self.hint = hint
        }
    }

    let items: [Item]

    package init(_ items: [Item]) {
        self.items = items
    }

    package var markup: Markup {
        ul(.class("tasks")) {
            for (position, item) in items.enumerated() {
                let id = "task-\(position + 1)"
                li {
                    div {
                        if let link = item.link {
                            a(.href(link), .aria("describedby", id)) { item.name }
                        } else {
                            span { item.name }
                        }
                        if let hint = item.hint { div(.class("soft")) { hint } }
                    }
                    div(.class("task-status"), .id(id)) {
                        switch item.status {
                        case .completed: "Completed"
                        case .incomplete: Tag("Incomplete")
                        case .cannotStartYet: span(.class("soft")) { "Cannot start yet" }
                        case .other(let words, let tone): Tag(words, tone)
                        }
                    }
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                TaskList([
                    Item("Purpose, place and time", .completed, link: "/plan"),
                    Item(
                        "Agencies and powers of entry", .incomplete, link: "/agencies",
                        hint: "One has no power to enter"),
                    Item("Interpreters", .other("Waiting for an answer", .warn), link: "/interpreters"),
                    Item("Briefing sheet", .cannotStartYet, link: nil),
                ])
            },
            Example(.empty) { TaskList([]) },
            Example(.long) { TaskList([Item(Example.longText, .incomplete, link: "/a", hint: Example.longText)]) },
            Example(.hostile) {
                TaskList([
                    Item(Example.hostileText, .other(Example.hostileText, .alert), link: nil, hint: Example.hostileText)
                ])
            },
        ]
    }
}

extension StyleSheet {
    static let blocks = """
        .empty-state { border: 1px dashed var(--line); border-radius: var(--radius); padding: 1.1rem 1.25rem; \
        margin-bottom: 1.25rem; color: var(--ink-soft); overflow-wrap: anywhere; } .empty-state p { margin: 0; } \
        .empty-state > * + * { margin-top: .75rem; }
        summary { cursor: pointer; color: var(--lead); min-height: 24px; overflow-wrap: anywhere; } \
        summary:hover { color: var(--lead-dark); text-decoration: underline; }
        .more { margin: 0 0 1rem; } .more > summary { padding: .4rem 0; min-height: 44px; } \
        .more > div { border-left: 4px solid var(--line); padding: .2rem 0 .2rem 1rem; overflow-wrap: anywhere; } \
        .more > div > :last-child { margin-bottom: 0; } td .more { margin: 0; } \
        td .more > summary { padding: 0; min-height: 24px; white-space: nowrap; } .card > .more:last-child { margin-bottom: -.4rem; }
        .panel { background: var(--lead-dark); color: #fff; padding: 1.75rem 1.5rem; border-radius: var(--radius); \
        margin-bottom: 1.5rem; overflow-wrap: anywhere; } .panel p { margin: .75rem 0 0; font-size: var(--step-1); } \
        .panel h1 { margin: 0; } .panel strong { font-size: var(--step-2); letter-spacing: .02em; }
        .tasks { list-style: none; margin: 0 0 1.25rem; padding: 0; border-top: 1px solid var(--line); }
        .tasks li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; \
        padding: .7rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        .tasks li > :first-child { flex: 1 1 14rem; min-width: 0; } .tasks a { display: inline-block; min-height: 24px; }
        .task-status { max-width: 100%; }

        """
}
