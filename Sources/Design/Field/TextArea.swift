import HTML

/// A field for several lines.
package struct TextArea: Component {
    let frame: FieldFrame
    let value: String
    let lines: Int
    let limit: Int?
    let attributes: [Attribute]

    /// A field; `limit` is told in words and checked by the server, never by cutting what somebody types.
    package init(
        _ label: String, name: String, value: String = "", hint: String? = nil, problem: String? = nil, lines: Int = 5,
        limit: Int? = nil, isPageHeading: Bool = false, attributes: [Attribute] = []
    ) {
        let room = limit.map { "You can write up to \($0.grouped) characters." }
        let first = hint.map { room == nil || $0.last.map(".?!".contains) ?? true ? $0 : "\($0)." }
        let hints = [first, room].compactMap { $0 }
        frame = FieldFrame(
            label: label, name: name, hint: hints.isEmpty ? nil : hints.joined(separator: " "), problem: problem,
            isPageHeading: isPageHeading)
        self.value = value
        self.lines = lines
        self.limit = limit
        self.attributes = attributes
    }

    package var markup: Markup {
        frame.one(
            textarea(
                .class("input area"), .id(frame.name), .name(frame.name), .rows(lines), frame.described, frame.invalid,
                .all(attributes)
            ) { value })
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                TextArea(
                    "What was seen?", name: "seen", value: "Two vans.\nNo signs.", hint: "Only what was seen.",
                    limit: 4000)
            },
            Example(.error) { TextArea("What was seen?", name: "seen", problem: "Write what was seen", lines: 3) },
            Example(.long) { TextArea(Example.longText, name: "a", value: Example.longText) },
            Example(.hostile) {
                TextArea(
                    Example.hostileText, name: Example.hostileText, value: "</textarea>" + Example.hostileText,
                    hint: Example.hostileText, problem: Example.hostileText)
            },
        ]
    }
}
