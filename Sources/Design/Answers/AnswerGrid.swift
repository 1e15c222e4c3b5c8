import HTML

/// What each of several agencies answered, beside each other.
package struct AnswerGrid: Component {
    /// One agency's answer.
    package struct Answer: Sendable {
        /// What kind of answer it is.
        package enum State: String, Sendable {
            /// The agency has something and tells it.
            case held
            /// The agency has nothing.
            case nothing
            /// The agency has something that it cannot share, or an operation of its own.
            case blocked
            /// No answer yet.
            case waiting
            /// No answer, and the time is over.
            case late

            var tone: Tag.Tone {
                switch self {
                case .held, .nothing, .waiting: .plain
                case .blocked: .quiet
                case .late: .warn
                }
            }
        }

        let agency: String
        let state: State
        let words: String
        let after: String
        let content: Markup

        /// An answer; `words` are the state as it is read, `after` how long it took.
        package init(
            _ agency: String, _ state: State, _ words: String, after: String = "",
            @MarkupBuilder content: () -> Markup = { Markup() }
        ) {
            self.agency = agency
            self.state = state
            self.words = words
            self.after = after
            self.content = content()
        }
    }

    let answers: [Answer]

    package init(_ answers: [Answer]) {
        self.answers = answers
    }

    package var markup: Markup {
        ul(.class("answers")) {
            for answer in answers {
                li(.class(answer.state.rawValue)) {
                    h3 { answer.agency }
                    Tag(answer.words, answer.state.tone)
                    if !answer.after.isEmpty {
                        " "
                        span(.class("soft")) { answer.after }
                    }
                    answer.content
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                AnswerGrid([
                    Answer("Police", .held, "Held", after: "14 hours") {
                        p { "Two calls in 2019 about shouting at night." }
                    },
                    Answer("Ambulance", .nothing, "Nothing held", after: "3 hours"),
                    Answer("GLAA", .blocked, "Held, cannot share") {
                        p { "Speak to the Midlands desk before any visit." }
                    },
                    Answer("Education", .waiting, "Waiting"),
                    Answer("HMRC", .late, "Late") { p { a(.href("/remind")) { "Remind" } } },
                ])
            },
            Example(.empty) { AnswerGrid([]) },
            Example(.long) {
                AnswerGrid([Answer(Example.longText, .held, Example.longText) { p { Example.longText } }])
            },
            Example(.hostile) {
                AnswerGrid([
                    Answer(Example.hostileText, .late, Example.hostileText, after: Example.hostileText) {
                        Example.hostileText
                    }
                ])
            },
        ]
    }
}

extension StyleSheet {
    static let answers = """
        .answers { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); \
        gap: .75rem; list-style: none; padding: 0; margin: 0; }
        .answers li { border: 1px solid var(--line-soft); border-top: 4px solid var(--line); \
        border-radius: var(--radius); padding: .7rem .85rem; overflow-wrap: anywhere; min-width: 0; }
        .answers .held { border-top-color: var(--lead); } .answers .blocked { border-top-color: var(--quiet); }
        .answers .late { border-top-color: var(--warn); }
        .answers p { margin: .35rem 0 0; font-size: .9375rem; }

        """
}
