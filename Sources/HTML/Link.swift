/// The address of a page of this site: a path that begins with exactly one slash, or a part of the present page. Literals
/// are taken as they stand and every value put into them is percent-encoded, so no run-time string can name another site
/// or a script: `"/\(slug)/concerns/\(id)"`.
package struct Link: Sendable, Hashable {
    /// The address as it stands in a page or a `Location` header: ASCII, percent-encoded.
    package let text: String

    private init(unchecked text: String) {
        self.text = text
    }

    /// A path written in the source.
    package init(path: StaticString) {
        self.init(unchecked: Link.rooted(path.description))
    }

    /// A part of the present page by its identifier.
    package init(fragment id: String) {
        self.init(unchecked: "#" + PercentEncoding.encoded(id))
    }

    /// A path that came back from a browser, such as the page to return to after signing in; nil unless it is a path of
    /// this site in the form that this type writes.
    package init?(returned text: String) {
        let bytes = text.utf8
        guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/"), bytes.count <= 2000,
            bytes.allSatisfy(PercentEncoding.isReturnable)
        else { return nil }
        self.init(unchecked: text)
    }

    /// The same address with an item in its query; a nil value leaves it as it is.
    package func query(_ name: String, _ value: String?) -> Link {
        guard let value else { return self }
        let item = PercentEncoding.encoded(name) + "=" + PercentEncoding.encoded(value)
        let (address, fragment) = parts
        return Link(unchecked: address + (address.contains("?") ? "&" : "?") + item + fragment)
    }

    /// The same address with an item in its query.
    package func query(_ name: String, _ number: Int) -> Link {
        query(name, String(number))
    }

    /// The same page, at the part with this identifier.
    package func fragment(_ id: String) -> Link {
        Link(unchecked: parts.address + "#" + PercentEncoding.encoded(id))
    }

    /// The path without query and fragment.
    package var path: String {
        String(text.prefix { $0 != "?" && $0 != "#" })
    }

    private var parts: (address: String, fragment: String) {
        guard let mark = text.firstIndex(of: "#") else { return (text, "") }
        return (String(text[..<mark]), String(text[mark...]))
    }

    private static func rooted(_ text: String) -> String {
        if text.hasPrefix("?") || text.hasPrefix("#") { return text }
        return "/" + text.drop { $0 == "/" || $0 == "\\" }
    }
}

extension Link: ExpressibleByStringInterpolation {
    package init(stringLiteral path: StaticString) {
        self.init(path: path)
    }

    package init(stringInterpolation pieces: StringInterpolation) {
        self.init(unchecked: Link.rooted(pieces.text))
    }

    /// Collects the pieces of an address.
    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            text += literal.description
        }

        /// One value, percent-encoded, slashes too. As a step of the path a value that is empty or only dots becomes "-",
        /// which names nothing, because browsers would take it for a step up or another site.
        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            let encoded = PercentEncoding.encoded(value.description)
            let isStep = text.utf8.last == UInt8(ascii: "/") && !text.utf8.contains(UInt8(ascii: "?"))
            text += isStep && encoded.utf8.allSatisfy { $0 == UInt8(ascii: ".") } ? "-" : encoded
        }

        /// An address that the new one goes on from.
        package mutating func appendInterpolation(_ base: Link) {
            text += base.text
        }
    }
}
