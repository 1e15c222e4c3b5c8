import HTML

/// How strongly a button calls: the lead is what to do next, and there is one of it at most on a page.
package enum ButtonRank: Sendable {
    case lead
    case second
    case danger

    var className: String {
        switch self {
        case .lead: "button"
        case .second: "button second"
        case .danger: "button grave"
        }
    }
}

/// A button that sends its form; the words begin with a verb.
package struct Button: Component {
    let words: String
    let rank: ButtonRank
    let attributes: [Attribute]

    /// A button; `name` and `value` are sent when this one of several is pressed, `to` sends the form elsewhere.
    package init(
        _ words: String, _ rank: ButtonRank = .lead, name: String? = nil, value: String? = nil, to link: Link? = nil,
        attributes: [Attribute] = []
    ) {
        self.words = words
        self.rank = rank
        self.attributes =
            [name.map(Attribute.name) ?? .none, .value(value), link.map(Attribute.formaction) ?? .none] + attributes
    }

    package var markup: Markup {
        button(.class(rank.className), .type("submit"), .all(attributes)) { words }
    }
}

/// A link that looks like a button, for starting something on another page.
package struct ButtonLink: Component {
    let words: String
    let link: Link
    let rank: ButtonRank

    package init(_ words: String, to link: Link, _ rank: ButtonRank = .lead) {
        self.words = words
        self.link = link
        self.rank = rank
    }

    package var markup: Markup {
        a(.class(rank.className), .href(link)) { words }
    }
}

/// Buttons beside each other; below each other where there is no room.
package struct Actions: Component {
    let content: Markup

    package init(@MarkupBuilder _ content: () -> Markup) {
        self.content = content()
    }

    package var markup: Markup {
        div(.class("actions")) { content }
    }
}

extension Button {
    package static var examples: [Example] {
        [
            Example(.usual) {
                Actions {
                    Button("Record a concern")
                    Button("Save as a draft", .second, name: "then", value: "draft", to: "/drafts")
                    Button("Close the concern", .danger)
                    ButtonLink("Log a call", to: "/calls/new", .second)
                }
            },
            Example(.long) { Actions { Button(Example.longText) } },
            Example(.hostile) { Button(Example.hostileText, name: Example.hostileText, value: Example.hostileText) },
        ]
    }
}

extension StyleSheet {
    static let buttons = """
        .button { display: inline-block; font: inherit; font-weight: 600; line-height: 1.35; padding: .6rem 1rem; \
        border-radius: var(--radius); border: 1px solid var(--lead); border-bottom: 3px solid var(--lead-dark); \
        background: var(--lead); color: #fff; text-decoration: none; cursor: pointer; min-height: 44px; \
        max-width: 100%; overflow-wrap: anywhere; }
        .button:hover { background: var(--lead-dark); color: #fff; }
        .button:active { border-bottom-width: 1px; margin-top: 2px; }
        .button.second { background: var(--paper); color: var(--lead-dark); border-color: var(--lead); }
        .button.second:hover { background: var(--lead-tint); color: var(--lead-dark); }
        .button.grave { background: var(--alert); border-color: var(--alert-dark); color: #fff; }
        .button.grave:hover { background: var(--alert-dark); }
        .actions { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
        form > .actions { margin-top: 1.5rem; } td > form > .actions { margin-top: 0; } .card > h2 + form > .actions { margin-top: 0; }
        .card > form + .actions, .card > .actions + .actions, .card > .actions + form { margin-top: .6rem; } \
        .card > .actions + .field { margin-top: 1.25rem; }
        table + p, .answers + p { margin-top: .75rem; } table + h3, .answers + h3 { margin-top: 1rem; } \
        table + .card { margin-top: 1.25rem; }
        .link-button { font: inherit; border: 0; padding: .3rem 0; min-height: 32px; background: none; \
        color: var(--lead); text-decoration: underline; text-underline-offset: .15em; cursor: pointer; }
        .link-button:hover { color: var(--lead-dark); text-decoration-thickness: 3px; }

        """
}
