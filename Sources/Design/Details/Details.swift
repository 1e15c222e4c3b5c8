import HTML

/// What can be opened to read more; never something that everybody needs.
package struct Details: Component {
    let words: String
    let isOpen: Bool
    let content: Markup

    package init(_ words: String, isOpen: Bool = false, @MarkupBuilder content: () -> Markup) {
        self.words = words
        self.isOpen = isOpen
        self.content = content()
    }

    package var markup: Markup {
        details(.class("more"), .open(isOpen)) {
            summary { words }
            div { content }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) { Details("Who sees this concern?") { p { "Six organisations of the partnership." } } },
            Example(.usual) { Details("Who sees this concern?", isOpen: true) { p { "Six organisations." } } },
            Example(.long) { Details(Example.longText, isOpen: true) { p { Example.longText } } },
            Example(.hostile) { Details(Example.hostileText, isOpen: true) { Example.hostileText } },
        ]
    }
}
