import HTML

/// A value that somebody takes over into another system: it can be read, selected and printed, and with the script
/// ``Enhancement/copyValues`` a button beside it copies it. The button is not shown without the script and not on paper.
package struct CopyValue: Component {
    let id: String
    let what: String
    let text: String

    /// - Parameters:
    ///   - id: identifies the value on its page.
    ///   - what: names the value for whoever hears the page: "Copy" alone says nothing there.
    ///   - text: the value, copied exactly as it stands, with its line breaks.
    package init(id: String, what: String, text: String) {
        self.id = id
        self.what = what
        self.text = text
    }

    package var markup: Markup {
        div(.class("copy-value")) {
            pre(.id(id)) { text }
            button(.class("button second"), .type("button"), .data("copy", id), .hidden()) {
                "Copy"
                span(.class("unseen")) { " \(what)" }
            }
        }
    }

    /// Stands once on a page with such values: says that something was copied, also to assistive technology.
    package static var status: Markup {
        p(.class("unseen"), .data("copy-status", ""), .role("status")) {}
    }

    package static var examples: [Example] {
        [
            Example(.usual) { CopyValue(id: "town", what: "the town", text: "Smethwick") },
            Example(.long) { CopyValue(id: "a", what: Example.longText, text: Example.longText) },
            Example(.hostile) {
                CopyValue(id: Example.hostileText, what: Example.hostileText, text: Example.hostileText)
            },
        ]
    }
}

extension StyleSheet {
    static let copyValues = """
        .copy-value { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: flex-start; justify-content: space-between; } \
        .copy-value pre { margin: 0; flex: 1 1 16rem; min-width: 0; } .copy-value .button { flex: none; }
        @media print { .copy-value .button { display: none; } }

        """
}
