import HTML

/// How the answers of a question stand.
package enum PickLayout: String, Sendable {
    /// Beside each other as far as there is room; for short answers.
    case grid
    /// Below each other; for long answers and for hints.
    case list
    /// Beside each other with room for a name, which is not broken.
    case names
}

/// One answer out of a few, none chosen beforehand.
package struct Radios: Component {
    let frame: FieldFrame
    let choices: [Choice]
    let chosen: String?
    let layout: PickLayout
    let attributes: [Attribute]

    /// A question with its answers.
    package init(
        _ legend: String, name: String, choices: [Choice], chosen: String? = nil, hint: String? = nil,
        problem: String? = nil, layout: PickLayout = .grid, isPageHeading: Bool = false, attributes: [Attribute] = []
    ) {
        frame = FieldFrame(label: legend, name: name, hint: hint, problem: problem, isPageHeading: isPageHeading)
        self.choices = choices
        self.chosen = chosen
        self.layout = layout
        self.attributes = attributes
    }

    package var markup: Markup {
        frame.several(
            Picks(kind: "radio", name: frame.name, choices: choices, layout: layout) { $0 == chosen }.markup,
            .role("radiogroup"), frame.invalid, .all(attributes))
    }

    package static var examples: [Example] {
        let genders = [
            Choice("female", "Woman"), Choice("male", "Man"), Choice("other", "Other"), Choice("unknown", "Not known"),
        ]
        return [
            Example(.usual) { Radios("Gender", name: "gender", choices: genders, chosen: "female") },
            Example(.usual) {
                Radios(
                    "How are people to be told?", name: "tell",
                    choices: [Choice("work", "At work", hint: "Between 9 and 5"), Choice("never", "Not at all")],
                    layout: .list, isPageHeading: true)
            },
            Example(.error) {
                Radios("Gender", name: "gender", choices: genders, problem: "Choose one of the answers")
            },
            Example(.empty) { Radios("Gender", name: "gender", choices: []) },
            Example(.long) {
                Radios(Example.longText, name: "a", choices: [Choice("a", Example.longText, hint: Example.longText)])
            },
            Example(.hostile) {
                Radios(
                    Example.hostileText, name: Example.hostileText,
                    choices: [Choice(Example.hostileText, Example.hostileText, hint: Example.hostileText)],
                    chosen: Example.hostileText, hint: Example.hostileText, problem: Example.hostileText)
            },
        ]
    }
}

/// Any number of answers out of several.
package struct Checkboxes: Component {
    let frame: FieldFrame
    let choices: [Choice]
    let chosen: Set<String>
    let layout: PickLayout
    let attributes: [Attribute]

    /// A question with its answers; all share one name.
    package init(
        _ legend: String, name: String, choices: [Choice], chosen: some Sequence<String> = [], hint: String? = nil,
        problem: String? = nil, layout: PickLayout = .grid, isPageHeading: Bool = false, attributes: [Attribute] = []
    ) {
        frame = FieldFrame(label: legend, name: name, hint: hint, problem: problem, isPageHeading: isPageHeading)
        self.choices = choices
        self.chosen = Set(chosen)
        self.layout = layout
        self.attributes = attributes
    }

    package var markup: Markup {
        frame.several(
            Picks(kind: "checkbox", name: frame.name, choices: choices, layout: layout) { chosen.contains($0) }.markup,
            .all(attributes))
    }

    package static var examples: [Example] {
        let seen = [
            Choice("pay", "Little or no pay"), Choice("leave", "Cannot leave"), Choice("papers", "Papers held"),
            Choice("injuries", "Injuries"), Choice("answers", "Someone answers for them"), Choice("told", "Told me"),
        ]
        return [
            Example(.usual) {
                Checkboxes(
                    "What did you notice?", name: "noticed", choices: seen, chosen: ["pay", "papers"],
                    hint: "Tick what you saw or were told")
            },
            Example(.error) {
                Checkboxes("What did you notice?", name: "noticed", choices: seen, problem: "Tick one at least")
            },
            Example(.empty) { Checkboxes("What did you notice?", name: "noticed", choices: []) },
            Example(.long) { Checkboxes(Example.longText, name: "a", choices: [Choice("a", Example.longText)]) },
            Example(.hostile) {
                Checkboxes(
                    Example.hostileText, name: Example.hostileText,
                    choices: [Choice(Example.hostileText, Example.hostileText)], chosen: [Example.hostileText],
                    problem: Example.hostileText)
            },
        ]
    }
}

/// A single box to tick, such as a confirmation; it sends "yes".
package struct TickBox: Component {
    let frame: FieldFrame
    let isTicked: Bool

    package init(_ label: String, name: String, isTicked: Bool = false, hint: String? = nil, problem: String? = nil) {
        frame = FieldFrame(label: label, name: name, hint: hint, problem: problem, isPageHeading: false)
        self.isTicked = isTicked
    }

    package var markup: Markup {
        div(.class("field"), .classes("wrong", if: frame.problem != nil)) {
            if let problem = frame.problem {
                p(.class("error"), .id("\(frame.name)-error")) {
                    span(.class("unseen")) { "Error: " }
                    problem
                }
            }
            div(.class("picks list")) {
                HTML.label {
                    input(
                        .type("checkbox"), .id(frame.name), .name(frame.name), .value("yes"), .checked(isTicked),
                        frame.described, frame.invalid)
                    span {
                        frame.label
                        if let hint = frame.hint { span(.class("hint"), .id("\(frame.name)-hint")) { hint } }
                    }
                }
            }
        }
    }

    package static var examples: [Example] {
        [
            Example(.usual) { TickBox("I have told the police", name: "told") },
            Example(.error) { TickBox("I have told the police", name: "told", problem: "Tell the police first") },
            Example(.long) { TickBox(Example.longText, name: "a", isTicked: true, hint: Example.longText) },
            Example(.hostile) {
                TickBox(
                    Example.hostileText, name: Example.hostileText, hint: Example.hostileText,
                    problem: Example.hostileText)
            },
        ]
    }
}

/// The boxes or circles of a question; the first has the field's name as its identifier.
struct Picks {
    let kind: StaticString
    let name: String
    let choices: [Choice]
    let layout: PickLayout
    let isChosen: (String) -> Bool

    var markup: Markup {
        div(.class(layout == .grid ? "picks" : "picks \(layout.rawValue)")) {
            for (position, choice) in choices.enumerated() {
                let id = position == 0 ? name : "\(name)-\(position + 1)"
                HTML.label {
                    input(
                        .type(kind), .id(id), .name(name), .value(choice.value), .checked(isChosen(choice.value)),
                        .aria("describedby", choice.hint == nil ? nil : "\(id)-choice"))
                    span {
                        choice.words
                        if let hint = choice.hint { span(.class("hint"), .id("\(id)-choice")) { hint } }
                    }
                }
            }
        }
    }
}
