import HTML

/// The end of a long piece of work: what was done, and the reference to quote.
package struct Panel: Component {
    let heading: String
    let reference: String?
    let referenceName: String

    /// The heading of a confirmation page, as its first heading.
    package init(_ heading: String, reference: String? = nil, referenceName: String = "Your reference") {
        self.heading = heading
        self.reference = reference
        self.referenceName = referenceName
    }

    package var markup: Markup {
        div(.class("panel")) {
            h1 { heading }
            if let reference {
                p {
                    referenceName
                    br()
                    strong { reference }
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) { Panel("Thank you. We have what you told us.", reference: "K7M-42P") },
            Example(.long) { Panel(Example.longText, reference: Example.longText) },
            Example(.hostile) { Panel(Example.hostileText, reference: Example.hostileText) },
        ]
    }
}
