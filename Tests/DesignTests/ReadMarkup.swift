import HTML

/// A plain reading of markup for the tests: its tags in order with their attributes, and every fault in how they nest.
struct ReadMarkup {
    struct Element {
        let name: String
        let attributes: [String: String]
    }

    private static let void: Set<String> = ["br", "hr", "img", "col", "input", "meta", "link"]

    private(set) var elements: [Element] = []
    private(set) var faults: [String] = []

    init(_ markup: Markup) {
        var rest = markup.string[...]
        var open: [String] = []
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            guard let end = rest.firstIndex(of: ">") else {
                faults.append("a tag is not ended")
                break
            }
            let tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                if open.popLast() != name { faults.append("</\(name)> ends something else") }
                continue
            }
            let element = ReadMarkup.element(tag)
            elements.append(element)
            if !ReadMarkup.void.contains(element.name) { open.append(element.name) }
        }
        if !open.isEmpty { faults.append("not ended: \(open)") }
    }

    /// The values of one attribute, wherever it stands.
    func values(of attribute: String) -> [String] {
        elements.compactMap { $0.attributes[attribute] }
    }

    /// The words of an attribute that lists several, wherever it stands.
    func words(of attribute: String) -> [String] {
        values(of: attribute).flatMap { $0.split(separator: " ").map(String.init) }
    }

    private static func element(_ tag: Substring) -> Element {
        let name = tag.prefix { $0 != " " }
        var attributes: [String: String] = [:]
        var rest = tag.dropFirst(name.count).drop { $0 == " " }
        while !rest.isEmpty {
            let key = rest.prefix { $0 != "=" && $0 != " " }
            rest = rest.dropFirst(key.count)
            var value = ""
            if rest.hasPrefix("=\"") {
                let quoted = rest.dropFirst(2).prefix { $0 != "\"" }
                value = String(quoted)
                rest = rest.dropFirst(quoted.count + 3)
            }
            attributes[String(key)] = value
            rest = rest.drop { $0 == " " }
        }
        return Element(name: String(name), attributes: attributes)
    }
}
