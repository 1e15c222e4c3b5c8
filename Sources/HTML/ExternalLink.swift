/// An address outside this site: a web address, a mailbox or a telephone number, written in the source.
package struct ExternalLink: Sendable, Hashable {
    /// The address as it stands in a page.
    package let text: String

    /// An address written in the source; it begins with `https://`, `mailto:` or `tel:`.
    package init(_ address: StaticString) {
        let text = address.description
        precondition(
            ["https://", "mailto:", "tel:"].contains { text.hasPrefix($0) }, "only https, mailto and tel lead away")
        self.text = text
    }

    /// A telephone number from reference data: its digits and a leading plus count, everything else is left out.
    package init(telephone number: String) {
        let digits = number.unicodeScalars.filter { ("0"..."9").contains($0) }
        text = "tel:" + (number.hasPrefix("+") ? "+" : "") + String(String.UnicodeScalarView(digits))
    }
}
