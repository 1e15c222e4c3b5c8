import HTML

/// One way a component can look, for the gallery and for the tests that look at every component.
package struct Example: Sendable {
    /// The circumstances that every component is shown in.
    package enum Kind: String, Sendable, CaseIterable {
        case usual
        case empty
        case error
        case long
        case hostile
    }

    /// The circumstances.
    package let kind: Kind
    /// What is drawn.
    package let markup: Markup

    init(_ kind: Kind, @MarkupBuilder content: () -> Markup) {
        self.kind = kind
        markup = content()
    }

    /// What somebody might type to break a page.
    static let hostileText = "\"><script>alert('x')</script> & <img src=x onerror=alert(1)> \u{202E}txt.exe\u{0}"

    /// A text without a place to break, and one with many.
    static let longText =
        String(repeating: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", count: 3)
        + String(repeating: " and the yard behind the second unit on the left", count: 12)
}
