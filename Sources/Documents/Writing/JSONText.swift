/// JSON as text: members in the order in which they are given, one a line.
package indirect enum JSONText: Sendable {
    case string(String)
    case number(Int)
    case truth(Bool)
    case list([JSONText])
    case members([(name: String, value: JSONText)])

    /// A value of words alone.
    package static func texts(_ texts: [String]) -> JSONText { .list(texts.map(JSONText.string)) }

    /// Members by their names, in the order of these.
    package static func members(_ members: [String: JSONText]) -> JSONText {
        .members(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    package var bytes: [UInt8] { Array((written(inset: "") + "\n").utf8) }

    private func written(inset: String) -> String {
        let inner = inset + "  "
        func block(_ open: String, _ items: [String], _ close: String) -> String {
            items.isEmpty ? open + close : "\(open)\n\(items.map { inner + $0 }.joined(separator: ",\n"))\n\(inset)\(close)"
        }
        switch self {
        case .string(let text): return JSONText.quoted(text)
        case .number(let number): return String(number)
        case .truth(let isTrue): return isTrue ? "true" : "false"
        case .list(let items): return block("[", items.map { $0.written(inset: inner) }, "]")
        case .members(let members):
            return block("{", members.map { "\(JSONText.quoted($0.name)) : \($0.value.written(inset: inner))" }, "}")
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
