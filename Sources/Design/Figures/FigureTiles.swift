import HTML

/// The few numbers that matter most, large, each with the words that say what is counted.
package struct FigureTiles: Component {
    /// One number.
    package struct Tile: Sendable {
        let figure: String
        let words: String
        let link: Link?

        /// A number and what it counts; `link` leads to the records behind it.
        package init(_ figure: Int, _ words: String, link: Link? = nil) {
            self.init(shown: figure.grouped, words, link: link)
        }

        /// A figure that is not a plain number, such as "19 hours".
        package init(shown figure: String, _ words: String, link: Link? = nil) {
            self.figure = figure
            self.words = words
            self.link = link
        }
    }

    let tiles: [Tile]

    package init(_ tiles: [Tile]) {
        self.tiles = tiles
    }

    package var markup: Markup {
        ul(.class("figures")) {
            for tile in tiles {
                li(.class("figure")) {
                    b { tile.figure }
                    " "
                    if let link = tile.link { a(.href(link)) { tile.words } } else { span { tile.words } }
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                FigureTiles([
                    Tile(171, "concerns raised, 47 the year before", link: "/sandwell/concerns"),
                    Tile(98, "multi-agency visits"),
                    Tile(468, "interventions: one for each agency at each visit"),
                    Tile(1406, "people screened: 261 male, 145 female"),
                ])
            },
            Example(.empty) { FigureTiles([]) },
            Example(.long) { FigureTiles([Tile(.max, Example.longText), Tile(.min, "fewer")]) },
            Example(.hostile) { FigureTiles([Tile(shown: Example.hostileText, Example.hostileText)]) },
        ]
    }
}

extension StyleSheet {
    static let figures = """
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: 1rem; \
        margin: 0 0 1.25rem; padding: 0; list-style: none; }
        .figure { background: var(--paper); border: 1px solid var(--line-soft); border-radius: var(--radius); \
        padding: 1rem 1.2rem; overflow-wrap: anywhere; }
        .figure b { display: block; font-size: 2.25rem; line-height: 1.1; font-variant-numeric: tabular-nums; \
        letter-spacing: -.02em; }
        .figure span { color: var(--ink-soft); }
        @media (max-width: 24rem) { .figure { padding: .7rem 1rem; } .figure b { font-size: 1.75rem; } }

        """
}
