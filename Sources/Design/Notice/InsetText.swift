import HTML

/// Words set apart: a quotation, a condition, an explanation.
package struct InsetText: Component {
    let content: Markup

    package init(@MarkupBuilder _ content: () -> Markup) {
        self.content = content()
    }

    package var markup: Markup {
        div(.class("inset")) { content }
    }

    package static var examples: [Example] {
        [
            Example(.usual) { InsetText { "Seen by 6 organisations under the sharing agreement of 1 April 2019." } },
            Example(.long) { InsetText { Example.longText } },
            Example(.hostile) { InsetText { Example.hostileText } },
        ]
    }
}

/// Something to know before going on, because it cannot be undone or has a consequence in law.
package struct WarningText: Component {
    let content: Markup

    package init(@MarkupBuilder _ content: () -> Markup) {
        self.content = content()
    }

    package var markup: Markup {
        div(.class("warning")) {
            span(.class("warning-mark"), .aria("hidden", "true")) { "!" }
            div {
                span(.class("unseen")) { "Warning: " }
                content
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) { WarningText { "No agency on this visit has a power to enter." } },
            Example(.long) { WarningText { Example.longText } },
            Example(.hostile) { WarningText { Example.hostileText } },
        ]
    }
}

extension StyleSheet {
    static let notices = """
        .danger { border-left: 6px solid var(--alert); background: var(--alert-tint); padding: .8rem 1.1rem; \
        margin-bottom: 1.25rem; border-radius: 0 var(--radius) var(--radius) 0; overflow-wrap: anywhere; }
        .danger strong:first-child { color: var(--alert); }
        .danger > :last-child { margin-bottom: 0; }
        .notice { border-left: 6px solid var(--good); background: var(--good-tint); padding: .8rem 1.1rem; \
        margin-bottom: 1.25rem; border-radius: 0 var(--radius) var(--radius) 0; overflow-wrap: anywhere; }
        .notice strong { color: var(--good); }
        .inset { border-left: 4px solid var(--line); padding: .2rem 0 .2rem 1rem; margin: 0 0 1rem; \
        max-width: var(--measure); overflow-wrap: anywhere; }
        .inset > :last-child, .warning > div > :last-child { margin-bottom: 0; }
        .warning { display: flex; gap: .75rem; align-items: flex-start; margin: 0 0 1rem; font-weight: 600; \
        max-width: var(--measure); overflow-wrap: anywhere; }
        .warning > div { padding-top: .2rem; min-width: 0; }
        .warning-mark { flex: none; width: 2rem; height: 2rem; border-radius: 50%; background: var(--ink); \
        color: #fff; font-size: 1.25rem; line-height: 2rem; text-align: center; }

        """
}
