import HTML

/// A field for one line.
package struct TextInput: Component {
    /// What is written, which decides the keyboard of a phone.
    package enum Kind: Sendable {
        case text
        case email
        case telephone
        case search
        /// Whole numbers.
        case digits
        /// Numbers with decimals.
        case decimal

        var attributes: [Attribute] {
            switch self {
            case .text: [.type("text")]
            case .email: [.type("email"), .spellcheck(false), .attribute("autocapitalize", "none")]
            case .telephone: [.type("tel")]
            case .search: [.type("search")]
            case .digits: [.type("text"), .inputmode("numeric"), .spellcheck(false)]
            case .decimal: [.type("text"), .inputmode("decimal"), .spellcheck(false)]
            }
        }
    }

    let frame: FieldFrame
    let value: String
    let kind: Kind
    let width: FieldWidth
    let autocomplete: StaticString?
    let attributes: [Attribute]

    /// A field; `value` is always shown as it was typed.
    package init(
        _ label: String, name: String, value: String = "", hint: String? = nil, problem: String? = nil,
        kind: Kind = .text, width: FieldWidth = .full, autocomplete: StaticString? = nil, isPageHeading: Bool = false,
        attributes: [Attribute] = []
    ) {
        frame = FieldFrame(label: label, name: name, hint: hint, problem: problem, isPageHeading: isPageHeading)
        self.value = value
        self.kind = kind
        self.width = width
        self.autocomplete = autocomplete
        self.attributes = attributes
    }

    package var markup: Markup {
        frame.one(
            input(
                .class(width.className), .id(frame.name), .name(frame.name), .value(value), .all(kind.attributes),
                .autocomplete(autocomplete), frame.described, frame.invalid, .all(attributes)))
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                TextInput("Nationality", name: "nationality", value: "Romanian", hint: "As they say it")
                TextInput("People seen", name: "people", value: "50", kind: .digits, width: .short)
            },
            Example(.error) {
                TextInput(
                    "Email address", name: "email", value: "amber@",
                    problem: "Enter an email address with a name and a place",
                    kind: .email, width: .long, autocomplete: "email")
            },
            Example(.long) { TextInput(Example.longText, name: "a", value: Example.longText, hint: Example.longText) },
            Example(.hostile) {
                TextInput(
                    Example.hostileText, name: Example.hostileText, value: Example.hostileText,
                    hint: Example.hostileText, problem: Example.hostileText)
            },
        ]
    }
}
