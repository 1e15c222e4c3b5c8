import HTML

/// The lines of work on one concern, beside each other.
package struct StrandGrid: Component {
    /// One line of work.
    package struct Strand: Sendable {
        let name: String
        let isOpen: Bool
        let content: Markup

        package init(_ name: String, isOpen: Bool, @MarkupBuilder content: () -> Markup) {
            self.name = name
            self.isOpen = isOpen
            self.content = content()
        }
    }

    let strands: [Strand]

    package init(_ strands: [Strand]) {
        self.strands = strands
    }

    package var markup: Markup {
        div(.class("strands")) {
            for strand in strands {
                section(.class("strand"), .classes("opened", if: strand.isOpen)) {
                    h3 { strand.name }
                    strand.content
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                StrandGrid([
                    Strand("Location", isOpen: false) {
                        p(.class("soft")) { "Not opened. Suggested lead: Fire service." }
                    },
                    Strand("Offenders", isOpen: false) { p(.class("soft")) { "Not opened." } },
                    Strand("Victims", isOpen: true) { p { "Opened by the charity, 9 February. Two people named." } },
                ])
            },
            Example(.long) { StrandGrid([Strand(Example.longText, isOpen: true) { p { Example.longText } }]) },
            Example(.hostile) { StrandGrid([Strand(Example.hostileText, isOpen: true) { p { Example.hostileText } }]) },
        ]
    }
}

extension StyleSheet {
    static let strands = """
        .strands { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 1rem; \
        margin-bottom: 1.25rem; }
        .strand { border: 1px solid var(--line-soft); border-top: 4px solid var(--line); background: var(--paper); \
        border-radius: 0 0 var(--radius) var(--radius); padding: .9rem 1.1rem; overflow-wrap: anywhere; min-width: 0; }
        .strand.opened { border-top-color: var(--lead); }
        .strand > :last-child { margin-bottom: 0; }

        """
}
