import HTML

/// The work in the main column and what bears on it beside; below each other where there is no room.
package struct Split: Component {
    let main: Markup
    let side: Markup

    package init(@MarkupBuilder main: () -> Markup, @MarkupBuilder side: () -> Markup) {
        self.main = main()
        self.side = side()
    }

    package var markup: Markup {
        div(.class("split")) {
            div { main }
            div { side }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                Split {
                    Card("What was seen") { p { "About fifty workers arrive by minibus." } }
                } side: {
                    Card("Suggested response") { Tag("Significant", .warn) }
                }
            },
            Example(.long) {
                Split {
                    Example.longText
                } side: {
                    Example.longText
                }
            },
            Example(.hostile) {
                Split {
                    Example.hostileText
                } side: {
                    Example.hostileText
                }
            },
        ]
    }
}
