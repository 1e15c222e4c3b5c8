import HTML

/// Everything that has to be put right, above the form; it takes the focus, and each line leads to its field.
package struct ErrorSummary: Component {
    /// One thing to put right.
    package struct Entry: Sendable {
        let field: String
        let message: String

        /// The message, in the same words as beside the field; an empty `field` belongs to the whole entry.
        package init(_ field: String, _ message: String) {
            self.field = field
            self.message = message
        }
    }

    let entries: [Entry]
    let heading: String

    /// Nothing is drawn when there is nothing to put right.
    package init(_ entries: [Entry], heading: String = "There is a problem") {
        self.entries = entries
        self.heading = heading
    }

    package var markup: Markup {
        if entries.isEmpty {
            Markup()
        } else {
            div(.class("error-summary"), .role("alert"), .tabindex(-1), .autofocus()) {
                h2 { heading }
                ul {
                    for entry in entries {
                        li {
                            if entry.field.isEmpty {
                                entry.message
                            } else {
                                a(.href(Link(fragment: entry.field))) { entry.message }
                            }
                        }
                    }
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.error) {
                ErrorSummary([
                    Entry("town", "Choose the town"), Entry("", "Somebody else has changed this concern meanwhile"),
                ])
            },
            Example(.empty) { ErrorSummary([]) },
            Example(.long) { ErrorSummary([Entry("town", Example.longText)]) },
            Example(.hostile) { ErrorSummary([Entry(Example.hostileText, Example.hostileText)]) },
        ]
    }
}
