import HTML

/// A short state in words on a ground of its colour; the colour never says anything that the words do not.
package struct Tag: Component {
    /// What kind of state it is.
    package enum Tone: String, Sendable, CaseIterable {
        /// Danger, or late.
        case alert
        /// Due soon, or waiting.
        case warn
        /// Done, ready.
        case good
        /// Held back, sealed.
        case quiet
        /// Any other state.
        case plain
    }

    let words: String
    let tone: Tone

    package init(_ words: String, _ tone: Tone = .plain) {
        self.words = words
        self.tone = tone
    }

    package var markup: Markup {
        span(.class(tone == .plain ? "tag" : "tag \(tone.rawValue)")) { words }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                for tone in Tone.allCases { p { Tag(tone.rawValue, tone) } }
            },
            Example(.long) { Tag(Example.longText, .warn) },
            Example(.hostile) { Tag(Example.hostileText, .alert) },
        ]
    }
}

extension StyleSheet {
    static let tags = """
        .tag { display: inline-block; font-size: .8125rem; font-weight: 600; line-height: 1.45; padding: .05rem .5rem; \
        border-radius: 2px; background: var(--lead-tint); color: var(--lead-dark); overflow-wrap: anywhere; }
        .tag + .tag { margin-left: .35rem; }
        .tag.alert { background: var(--alert-tint); color: var(--alert); }
        .tag.warn { background: var(--warn-tint); color: var(--warn); }
        .tag.good { background: var(--good-tint); color: var(--good); }
        .tag.quiet { background: var(--quiet-tint); color: var(--quiet); }

        """
}
