/// A header such as `form-data; name="file"; filename="a.jpg"`: its value and its parameters.
package struct HeaderParameters: Sendable {
    package let value: String
    private let parameters: [String: String]

    package init(_ text: String) {
        var parts: [String] = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        func trimmed(_ text: some StringProtocol) -> String {
            var kept = text[...]
            while let first = kept.first, first.isWhitespace { kept.removeFirst() }
            while let last = kept.last, last.isWhitespace { kept.removeLast() }
            return String(kept)
        }
        value = trimmed(parts[0])
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            var content = trimmed(part[part.index(after: equals)...])
            if content.count >= 2, content.hasPrefix("\""), content.hasSuffix("\"") {
                content = String(content.dropFirst().dropLast())
            }
            parameters[trimmed(part[..<equals]).lowercased()] = content
        }
        self.parameters = parameters
    }

    package subscript(_ name: String) -> String? { parameters[name] }
}
