import HTML

/// The first line of a page: what it is, who sees it, and what can be done next.
package struct PageHeading: Component {
    let heading: String
    let lead: Markup
    let actions: Markup

    /// The heading of the page, a soft line beneath it and the buttons beside it.
    package init(
        _ heading: String, @MarkupBuilder lead: () -> Markup = { Markup() },
        @MarkupBuilder actions: () -> Markup = { Markup() }
    ) {
        self.heading = heading
        self.lead = lead()
        self.actions = actions()
    }

    package var markup: Markup {
        div(.class("page-head")) {
            div {
                h1 { heading }
                if !lead.isEmpty { p(.class("soft")) { lead } }
            }
            if !actions.isEmpty { Actions { actions } }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                PageHeading("SW-0168 Factory, Oldbury") {
                    "Raised 8 February 2020 by Environmental health · seen by 6 organisations"
                } actions: {
                    ButtonLink("Decide the response", to: "/decide")
                    ButtonLink("Add what you know", to: "/add", .second)
                }
            },
            Example(.long) { PageHeading(Example.longText) { Example.longText } },
            Example(.hostile) { PageHeading(Example.hostileText) { Example.hostileText } },
        ]
    }
}
