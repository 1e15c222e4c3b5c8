import HTML

/// A part of a page on its own ground, with a heading and what can be done about it beside the heading.
package struct Card: Component {
    let heading: String
    let id: String?
    let aside: Markup
    let content: Markup

    /// A part with a heading of the second rank; `aside` stands at the end of the heading's line.
    package init(
        _ heading: String, id: String? = nil, @MarkupBuilder aside: () -> Markup = { Markup() },
        @MarkupBuilder content: () -> Markup
    ) {
        self.heading = heading
        self.id = id
        self.aside = aside()
        self.content = content()
    }

    package var markup: Markup {
        section(.class("card"), id.map(Attribute.id) ?? .none) {
            if aside.isEmpty {
                h2 { heading }
            } else {
                div(.class("card-head")) {
                    h2 { heading }
                    div(.class("card-aside")) { aside }
                }
            }
            content
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                Card("What was seen", aside: { a(.href("/change")) { "Change" } }) {
                    p { "About fifty workers arrive by minibus before five and leave after seven." }
                }
            },
            Example(.long) { Card(Example.longText, aside: { Example.longText }) { p { Example.longText } } },
            Example(.hostile) { Card(Example.hostileText, id: Example.hostileText) { p { Example.hostileText } } },
        ]
    }
}

extension StyleSheet {
    static let cards = """
        .page-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: flex-start; \
        gap: .5rem 1.5rem; margin-bottom: 1.1rem; overflow-wrap: anywhere; }
        .page-head > :first-child { flex: 1 1 20rem; min-width: 0; } .page-head p { margin: 0; max-width: none; }
        .page-head h1:last-child { margin-bottom: .15em; }
        .split { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 0 1.5rem; align-items: start; }
        @media (max-width: 60rem) { .split { grid-template-columns: minmax(0, 1fr); } }
        .card { background: var(--paper); border: 1px solid var(--line-soft); border-radius: var(--radius); \
        padding: 1.1rem 1.25rem; margin-bottom: 1.25rem; overflow-wrap: anywhere; }
        .card > :last-child { margin-bottom: 0; }
        .card-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; \
        gap: .25rem 1rem; margin-bottom: .75rem; }
        .card-head h2 { margin: 0; } .card-aside { color: var(--ink-soft); }
        @media (max-width: 40rem) { .card { padding: .9rem 1rem; } }

        """
}
