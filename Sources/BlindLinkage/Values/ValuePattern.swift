import Foundation

/// A regular expression that a value must match from end to end, written and meant as in Python's `re`.
struct ValuePattern {
    private let expression: NSRegularExpression

    /// Nil where the text is no regular expression.
    init?(_ text: String) {
        guard
            let expression = try? NSRegularExpression(
                pattern: "\\A(?:\(ValuePattern.translated(text)))\\z",
                // A full stop stands for everything but a line feed.
                options: .useUnixLineSeparators)
        else { return nil }
        self.expression = expression
    }

    func matches(_ value: String) -> Bool {
        expression.firstMatch(in: value, range: NSRange(value.startIndex..., in: value)) != nil
    }

    /// The text with what ICU writes or means otherwise: names of groups, the end of the text, and word characters, to which
    /// Python counts no combining marks.
    private static func translated(_ text: String) -> String {
        var result = ""
        var isInClass = false
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\\":
                guard let escaped = scalars.popFirst() else { return result + "\\" }
                switch escaped {
                case "w": result += isInClass ? "\\p{L}\\p{N}_" : "[\\p{L}\\p{N}_]"
                case "W": result += isInClass ? "\\W" : "[^\\p{L}\\p{N}_]"
                case "Z": result += "\\z"
                default: result += "\\\(escaped)"
                }
            case "[", "]":
                isInClass = scalar == "["
                result.unicodeScalars.append(scalar)
            case "(" where !isInClass && scalars.starts(with: "?P<".unicodeScalars):
                scalars.removeFirst(3)
                result += "(?<"
            case "(" where !isInClass && scalars.starts(with: "?P=".unicodeScalars):
                let name = scalars.dropFirst(3).prefix { $0 != ")" }
                scalars.removeFirst(min(scalars.count, 4 + name.count))
                result += "\\k<\(String(name))>"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
