import Concerns
import Kernel

/// What one value of a file of published statistics means.
enum StatisticValue {
    case total
    case number(Int, mark: UInt8)
    case code(Int32)
    case quarter(year: Int?, number: Int?, mark: UInt8)
    case wrong(String)

    static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// A text and the mark behind it: "2023 Q3 [p]".
    private static func marked(_ text: String) -> (text: String, mark: UInt8)? {
        guard text.utf8.last == UInt8(ascii: "]"), let open = text.lastIndex(of: "[") else { return (text, 0) }
        let word = text[text.index(after: open)...].dropLast()
        guard word.utf8.count == 1, let mark = word.utf8.first, "preb".utf8.contains(mark) else { return nil }
        return (trimmed(String(text[..<open])), mark)
    }

    static func count(of text: String) -> StatisticValue {
        if text.isEmpty { return .wrong("The number is missing. Write 0 where nobody was counted") }
        guard let (plain, mark) = marked(text) else {
            return .wrong(
                "\(ImportText.quoted(text)) is not a number with a mark that can be kept: [p] provisional, [r] revised, [b] break, [e] estimated. Figures that were hidden cannot be added up"
            )
        }
        var digits = plain.replacing(",", with: "")
        if let point = digits.firstIndex(of: "."), digits[digits.index(after: point)...].allSatisfy({ $0 == "0" }) {
            digits = String(digits[..<point])
        }
        if digits.hasPrefix("-"), Int(digits) != nil {
            return .wrong("\(ImportText.quoted(text)) is below zero. A count is 0 or more")
        }
        guard digits.utf8.count <= 9, !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits)
        else { return .wrong("\(ImportText.quoted(text)) is not a whole number of people or reports") }
        return .number(number, mark: mark)
    }

    static func year(of text: String) -> StatisticValue {
        let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        guard digits.utf8.count == 4, let year = Int(digits), (2000...2100).contains(year) else {
            return .wrong(
                text.isEmpty ? "The year is missing. Write it as 2023" : "\(ImportText.quoted(text)) is no year. Write it as 2023")
        }
        return .number(year, mark: 0)
    }

    static func quarter(of text: String, standsAlone: Bool) -> StatisticValue {
        let advice = standsAlone ? "Write it as 2023 Q3" : "Write it as Q3, or Total for the whole year"
        if text.isEmpty { return .wrong("The quarter is missing. \(advice)") }
        guard let (plain, mark) = marked(text) else {
            return .wrong("The mark of \(ImportText.quoted(text)) is not known. Known are [p], [r], [b] and [e]")
        }
        let words = FoldedText(plain).words
        if !standsAlone, words == ["total"] { return .quarter(year: nil, number: nil, mark: mark) }
        var year: Int?
        if standsAlone {
            guard words.count == 2, words[0].utf8.count == 4, let read = Int(words[0]), (2000...2100).contains(read) else {
                return .wrong("\(ImportText.quoted(text)) is no quarter. \(advice)")
            }
            year = read
        } else if words.count != 1 {
            return .wrong("\(ImportText.quoted(text)) is no quarter. \(advice)")
        }
        let last = words.last ?? ""
        guard let number = Int(last.hasPrefix("q") ? last.dropFirst() : last), (1...4).contains(number) else {
            return .wrong("\(ImportText.quoted(text)) is no quarter. \(advice)")
        }
        return .quarter(year: year, number: number, mark: mark)
    }
}
