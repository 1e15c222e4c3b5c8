import HTML

/// A field for a file; its form needs `.multipart`.
package struct FileInput: Component {
    let frame: FieldFrame
    let accepted: String?
    let isSeveral: Bool

    /// A field; `accepted` is what the chooser offers (".jpg,.pdf"), which the server has to check by the content.
    package init(
        _ label: String, name: String, accepted: String? = nil, isSeveral: Bool = false, hint: String? = nil,
        problem: String? = nil
    ) {
        frame = FieldFrame(label: label, name: name, hint: hint, problem: problem, isPageHeading: false)
        self.accepted = accepted
        self.isSeveral = isSeveral
    }

    package var markup: Markup {
        frame.one(
            input(
                .class("file"), .id(frame.name), .name(frame.name), .type("file"), .accept(accepted),
                .multiple(isSeveral), frame.described, frame.invalid))
    }

    package static var examples: [Example] {
        [
            Example(.usual) { FileInput("Photograph", name: "file", accepted: ".jpg,.png,.pdf", hint: "Up to 25 MB") },
            Example(.error) { FileInput("Photograph", name: "file", problem: "Choose a file of 25 MB or less") },
            Example(.long) { FileInput(Example.longText, name: "a") },
            Example(.hostile) {
                FileInput(
                    Example.hostileText, name: Example.hostileText, accepted: Example.hostileText,
                    problem: Example.hostileText)
            },
        ]
    }
}
