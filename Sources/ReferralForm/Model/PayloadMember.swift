/// A member of the case-work payload, and how an answer is written there.
package struct PayloadMember: Sendable, Hashable {
    /// How an answer is written.
    package enum Words: Sendable, Hashable, ExpressibleByDictionaryLiteral {
        case asTyped
        /// The words for each option code; "*" stands for any answer.
        case words([String: String])

        package init(dictionaryLiteral elements: (String, String)...) {
            self = .words(Dictionary(elements) { first, _ in first })
        }

        static let spoken: Words = [
            "yes": "Yes", "no": "No", "not-sure": "Not sure", "i-dont-know": "DontKnow", "true": "Yes",
        ]
    }

    package let key: String
    package let words: Words

    init(_ key: String, _ words: Words = .asTyped) {
        self.key = key
        self.words = words
    }

    /// The answer as the payload holds it.
    func text(of answer: String) -> String {
        switch words {
        case .asTyped: answer
        case .words(let words): words[answer] ?? words["*"] ?? answer
        }
    }
}
