import HTML

/// What is known, as names and values; each can lead to the page that changes it.
package struct SummaryList: Component {
    /// One name with its value.
    package struct Fact: Sendable {
        let name: String
        let value: Markup
        let change: Link?

        /// A fact in words or markup; `change` leads to where it is changed.
        package init(_ name: String, _ value: Markup, change: Link? = nil) {
            self.name = name
            self.value = value
            self.change = change
        }

        /// A fact with a value made of several pieces.
        package init(_ name: String, change: Link? = nil, @MarkupBuilder value: () -> Markup) {
            self.init(name, value(), change: change)
        }
    }

    let facts: [Fact]
    let absent: String

    /// The facts in order; `absent` stands where a value is empty.
    package init(_ facts: [Fact], absent: String = "Not known") {
        self.facts = facts
        self.absent = absent
    }

    package var markup: Markup {
        let canChange = facts.contains { $0.change != nil }
        return dl(.class("facts"), .classes("changeable", if: canChange)) {
            for fact in facts {
                div {
                    dt { fact.name }
                    dd { if fact.value.isEmpty { span(.class("soft")) { absent } } else { fact.value } }
                    if let change = fact.change {
                        dd(.class("change")) {
                            a(.href(change)) {
                                "Change"
                                span(.class("unseen")) { " \(fact.name)" }
                            }
                        }
                    }
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                SummaryList([
                    Fact("Where", "Unit in an industrial estate, Oldbury"),
                    Fact("They live", ""),
                    Fact("Exploitation") { Tag("Labour") },
                ])
            },
            Example(.usual) {
                SummaryList([
                    Fact("Where", "Oldbury", change: "/change/where"), Fact("When", "", change: "/change/when"),
                ])
            },
            Example(.empty) { SummaryList([]) },
            Example(.long) { SummaryList([Fact(Example.longText, .text(Example.longText), change: "/change")]) },
            Example(.hostile) {
                SummaryList([Fact(Example.hostileText, .text(Example.hostileText), change: "/change")])
            },
        ]
    }
}

extension StyleSheet {
    static let summaryLists = """
        .facts { display: grid; grid-template-columns: fit-content(14rem) minmax(0, 1fr); gap: .35rem 1.25rem; \
        margin: 0 0 1rem; overflow-wrap: anywhere; }
        .facts > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; }
        .facts dt { color: var(--ink-soft); } .facts dd { margin: 0; } \
        .facts dd ul { list-style: none; margin: 0; padding: 0; } .facts dd li + li { margin-top: .2rem; }
        .facts.changeable { grid-template-columns: fit-content(16rem) minmax(0, 1fr) max-content; gap: 0 1.25rem; }
        .facts.changeable > div { border-bottom: 1px solid var(--line-soft); padding: .6rem 0; }
        @media (max-width: 40rem) { .facts, .facts.changeable { grid-template-columns: minmax(0, 1fr); gap: 0; } \
        .facts > div { margin-bottom: .6rem; } .facts dt { font-size: .9375rem; } }

        """
}
