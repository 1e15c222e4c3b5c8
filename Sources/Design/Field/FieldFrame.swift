import HTML

/// What stands around every control: its label, its hint, and what is wrong with the answer. The control that an error
/// summary leads to has the field's name as its identifier.
struct FieldFrame {
    let label: String
    let name: String
    let hint: String?
    let problem: String?
    let isPageHeading: Bool

    /// The hint and the problem as descriptions of the control.
    var described: Attribute {
        let ids = [hint == nil ? nil : "\(name)-hint", problem == nil ? nil : "\(name)-error"].compactMap { $0 }
        return .aria("describedby", ids.isEmpty ? nil : ids.joined(separator: " "))
    }

    /// Whether the answer has to be put right.
    var invalid: Attribute { .aria("invalid", problem == nil ? nil : "true") }

    /// A field with one control.
    func one(_ control: Markup) -> Markup {
        div(.class("field"), .classes("wrong", if: problem != nil)) {
            if isPageHeading {
                h1(.class("question")) { HTML.label(.for(name)) { label } }
            } else {
                HTML.label(.for(name)) { label }
            }
            notes
            control
        }
    }

    /// A field with several controls that answer one question.
    func several(_ controls: Markup, _ attributes: Attribute...) -> Markup {
        fieldset(.class("field"), .classes("wrong", if: problem != nil), described, .all(attributes)) {
            if isPageHeading {
                legend { h1(.class("question")) { label } }
            } else {
                legend { label }
            }
            notes
            controls
        }
    }

    private var notes: Markup {
        Markup {
            if let hint { div(.class("hint"), .id("\(name)-hint")) { hint } }
            if let problem {
                p(.class("error"), .id("\(name)-error")) {
                    span(.class("unseen")) { "Error: " }
                    problem
                }
            }
        }
    }
}

/// How wide a field is, which tells how long an answer is expected.
package enum FieldWidth: String, Sendable {
    case full
    /// About thirty characters.
    case long
    /// About twelve characters.
    case medium
    /// About six characters.
    case short

    var className: String { self == .full ? "input" : "input \(rawValue)" }
}

/// One of the answers to choose from.
package struct Choice: Sendable {
    let value: String
    let words: String
    let hint: String?

    /// The value that is sent and the words that are read.
    package init(_ value: String, _ words: String, hint: String? = nil) {
        self.value = value
        self.words = words
        self.hint = hint
    }
}
