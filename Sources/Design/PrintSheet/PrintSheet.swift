import HTML

/// A page made for paper, such as a briefing sheet: its marking, what it is, who it was made for, then its parts.
package struct PrintSheet: Component {
    let heading: String
    let marking: String
    let facts: [SummaryList.Fact]
    let madeFor: String
    let content: Markup

    /// A sheet; `madeFor` says when and for whom it was made, at its foot.
    package init(
        _ heading: String, marking: String = "OFFICIAL-SENSITIVE", facts: [SummaryList.Fact] = [], madeFor: String,
        @MarkupBuilder content: () -> Markup
    ) {
        self.heading = heading
        self.marking = marking
        self.facts = facts
        self.madeFor = madeFor
        self.content = content()
    }

    package var markup: Markup {
        article(.class("sheet")) {
            p(.class("sheet-marking")) { marking }
            h1 { heading }
            if !facts.isEmpty { SummaryList(facts) }
            content
            p(.class("sheet-foot")) {
                madeFor
                " "
                strong { marking }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                PrintSheet(
                    "Visit 97: Bakery, Smethwick",
                    facts: [.init("When", "14 February 2020 at 06:30"), .init("Lead", "Fire service")],
                    madeFor: "Made 13 February 2020 at 16:05 for Amber Holt, Sandwell Council."
                ) {
                    h2 { "Who does what" }
                    p { "Fire service enters first. Police wait at the rear." }
                }
            },
            Example(.long) { PrintSheet(Example.longText, madeFor: Example.longText) { p { Example.longText } } },
            Example(.hostile) {
                PrintSheet(Example.hostileText, marking: Example.hostileText, madeFor: Example.hostileText) {
                    Example.hostileText
                }
            },
        ]
    }
}

extension StyleSheet {
    static let sheets = """
        .sheet { background: var(--paper); border: 1px solid var(--line); padding: 1.5rem 2rem; max-width: 52rem; \
        margin: 0 auto 1.25rem; overflow-wrap: anywhere; }
        .sheet h2 { margin-top: 1.5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
        .sheet-marking { font-size: .8125rem; letter-spacing: .08em; font-weight: 600; text-align: center; \
        max-width: none; margin: 0 0 1rem; }
        .sheet-foot { margin: 2rem 0 0; padding-top: .6rem; border-top: 1px solid var(--line); \
        font-size: .875rem; color: var(--ink-soft); max-width: none; }
        @media (max-width: 40rem) { .sheet { padding: 1rem; } }

        """
}
