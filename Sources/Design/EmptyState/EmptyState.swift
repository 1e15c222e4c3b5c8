import HTML

/// Stands where a list would be: what would fill it, and how.
package struct EmptyState: Component {
    let words: String
    let content: Markup

    package init(_ words: String, @MarkupBuilder content: () -> Markup = { Markup() }) {
        self.words = words
        self.content = content()
    }

    package var markup: Markup {
        div(.class("empty-state")) {
            p { words }
            content
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                EmptyState("No concern is open. New ones appear here as soon as they are recorded.") {
                    Actions { ButtonLink("Record a concern", to: "/sandwell/concerns/new") }
                }
            },
            Example(.long) { EmptyState(Example.longText) },
            Example(.hostile) { EmptyState(Example.hostileText) { Example.hostileText } },
        ]
    }
}
