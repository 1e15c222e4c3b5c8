/// Something that a person has to put right before their entry can be accepted: data for them, not an error of ours.
package struct Problem: Hashable, Sendable, Codable, Error {
    /// The name of the form field or API member it belongs to; empty when it belongs to the whole entry.
    package let field: String
    /// What is wrong and what to do, in plain English, as a sentence without a full stop.
    package let message: String

    package init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}

/// What came of asking for a change: it was done, or it was refused with every reason at once.
package enum Outcome<Result: Sendable>: Sendable {
    case done(Result)
    case refused([Problem])

    /// The result, or nil when refused.
    package var result: Result? {
        if case .done(let result) = self { result } else { nil }
    }

    /// The reasons of a refusal; empty when done.
    package var problems: [Problem] {
        if case .refused(let problems) = self { problems } else { [] }
    }
}
