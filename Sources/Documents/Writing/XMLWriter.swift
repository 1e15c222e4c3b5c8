/// Writes markup, escaped. What it writes is read alike as XML and as HTML.
package struct XMLWriter {
    private(set) var text = ""

    /// An element with what stands in it.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: (inout XMLWriter) -> Void
    ) {
        open(name, attributes)
        text.append(">")
        content(&self)
        text.append("</\(name)>")
    }

    /// An element that holds words alone.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], words: String) {
        element(name, attributes) { $0.words(words) }
    }

    /// An element that holds nothing.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        open(name, attributes)
        text.append("/>")
    }

    mutating func words(_ words: String) { text += XMLWriter.escaped(words) }

    /// Markup that this target wrote itself.
    mutating func markup(_ markup: String) { text += markup }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        text.append("<\(name)")
        for (name, value) in attributes {
            guard let value else { continue }
            text.append(" \(name)=\"\(XMLWriter.escaped(value))\"")
        }
    }

    /// Text with the characters that mean markup replaced, and those that no document may hold left out.
    package static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
