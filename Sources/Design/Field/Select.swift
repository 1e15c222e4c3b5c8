import HTML

/// A choice from a long list; use ``Radios`` for up to about eight choices.
package struct Select: Component {
    let frame: FieldFrame
    let choices: [Choice]
    let chosen: String
    let prompt: String?
    let width: FieldWidth
    let attributes: [Attribute]

    /// A list; `prompt` stands for no choice, with an empty value. A chosen value that is not in the list is kept as an
    /// entry of its own, so that nothing somebody sent is lost.
    package init(
        _ label: String, name: String, choices: [Choice], chosen: String = "", prompt: String? = "Choose one",
        hint: String? = nil, problem: String? = nil, width: FieldWidth = .long, isPageHeading: Bool = false,
        attributes: [Attribute] = []
    ) {
        frame = FieldFrame(label: label, name: name, hint: hint, problem: problem, isPageHeading: isPageHeading)
        self.choices = choices
        self.chosen = chosen
        self.prompt = prompt
        self.width = width
        self.attributes = attributes
    }

    package var markup: Markup {
        let isUnlisted = !chosen.isEmpty && !choices.contains { $0.value == chosen }
        return frame.one(
            select(
                .class(width.className), .id(frame.name), .name(frame.name), frame.described, frame.invalid,
                .all(attributes)
            ) {
                if let prompt { option(.value(""), .selected(chosen.isEmpty)) { prompt } }
                for choice in choices {
                    option(.value(choice.value), .selected(choice.value == chosen)) { choice.words }
                }
                if isUnlisted { option(.value(chosen), .selected()) { chosen } }
            })
    }

    package static var examples: [Example] {
        let towns = [Choice("oldbury", "Oldbury"), Choice("tipton", "Tipton")]
        return [
            Example(.usual) { Select("Town", name: "town", choices: towns, chosen: "tipton") },
            Example(.error) { Select("Town", name: "town", choices: towns, problem: "Choose the town") },
            Example(.empty) { Select("Town", name: "town", choices: []) },
            Example(.long) { Select(Example.longText, name: "a", choices: [Choice("a", Example.longText)]) },
            Example(.hostile) {
                Select(
                    Example.hostileText, name: Example.hostileText,
                    choices: [Choice(Example.hostileText, Example.hostileText)], chosen: Example.hostileText + "!",
                    prompt: Example.hostileText, hint: Example.hostileText, problem: Example.hostileText)
            },
        ]
    }
}
