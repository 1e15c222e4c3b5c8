import Kernel

/// A form as a page shows it: what was typed, and what is wrong with it. An error never costs what was typed.
package struct Form: Sendable {
    package var data: FormData
    package var problems: [Problem]

    package init(_ data: FormData = FormData(), problems: [Problem] = []) {
        self.data = data
        self.problems = problems
    }

    package func value(_ name: String) -> String { data.text(name) }
    package func isChosen(_ name: String, _ value: String) -> Bool { data.has(name, value) }

    /// The first problem of this field.
    package func problem(_ name: String) -> String? { problems.first { $0.field == name }?.message }
}
