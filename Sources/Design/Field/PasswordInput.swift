import HTML

/// A field for a password; a script adds a button that shows it. Pasting and password managers work.
package struct PasswordInput: Component {
    let frame: FieldFrame
    let isNew: Bool

    /// A field; `isNew` asks a password manager to propose one. What was typed is never sent back.
    package init(
        _ label: String = "Password", name: String, isNew: Bool = false, hint: String? = nil, problem: String? = nil
    ) {
        frame = FieldFrame(label: label, name: name, hint: hint, problem: problem, isPageHeading: false)
        self.isNew = isNew
    }

    package var markup: Markup {
        frame.one(
            div(.class("password")) {
                input(
                    .class("input long"), .id(frame.name), .name(frame.name), .type("password"), .spellcheck(false),
                    .attribute("autocapitalize", "none"), .autocomplete(isNew ? "new-password" : "current-password"),
                    .data("password", ""), frame.described, frame.invalid)
            })
    }

    package static var examples: [Example] {
        [
            Example(.usual) { PasswordInput(name: "password") },
            Example(.error) {
                PasswordInput(
                    "New password", name: "password", isNew: true, hint: "At least 12 characters",
                    problem: "Enter a password")
            },
            Example(.long) { PasswordInput(Example.longText, name: "a") },
            Example(.hostile) {
                PasswordInput(Example.hostileText, name: Example.hostileText, problem: Example.hostileText)
            },
        ]
    }
}

/// A value that a form carries without showing it.
package struct HiddenInput: Component {
    /// What a hidden value is to the enhancement scripts.
    package enum Purpose: String, Sendable {
        /// The value proves that the form came from the present session; an entry sent later takes the present one.
        case session
        /// The value makes the entry unique, so that it is recorded once; every entry made without signal gets its own.
        case entry
    }

    let name: String
    let value: String
    let purpose: Purpose?

    package init(name: String, value: String, purpose: Purpose? = nil) {
        self.name = name
        self.value = value
        self.purpose = purpose
    }

    package var markup: Markup {
        input(.type("hidden"), .name(name), .value(value), .data("token", purpose?.rawValue))
    }
}
