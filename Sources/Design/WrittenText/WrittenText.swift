import HTML

/// What somebody wrote at length: each of its lines is a paragraph.
package struct WrittenText: Component {
    let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var markup: Markup {
        Markup { for line in text.split(separator: "\n", omittingEmptySubsequences: true) { p { String(line) } } }
    }

    package static var examples: [Example] {
        [
            Example(.usual) { WrittenText("The van comes before six.\nNobody leaves with it.") },
            Example(.long) { WrittenText(Example.longText) },
            Example(.hostile) { WrittenText(Example.hostileText) },
        ]
    }
}
