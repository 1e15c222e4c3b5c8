import Kernel
import ReferralForm

/// By what somebody could be known, looked for in words that may not say who they are: a report without a name, a reference
/// that stands in a column which is not sealed (section 52(3), Modern Slavery Act 2015).
struct RevealingText {
    private let names: Set<String>
    private let birth: [String]
    private let numbers: [String]
    private let spellings: [(what: String, text: String)]

    init(_ identity: VictimIdentity?, _ contact: SafeContact?) {
        let words = [identity?.firstName, identity?.lastName, identity?.otherNames].compactMap { $0 }
        names = Set(words.flatMap { RevealingText.key($0).split(separator: " ").map(String.init) }.filter { $0.count >= 3 })
        birth = identity?.bornOn.map(RevealingText.spellings) ?? []
        numbers = [contact?.phone].compactMap { $0 }.map(RevealingText.digits).filter { $0.count >= 7 }.map { String($0.suffix(9)) }
        let lines = [("e-mail address", contact?.email), ("Home Office reference", identity?.homeOfficeReference)]
        let address = contact.map { PostalAddress($0.address) }
        spellings = (lines + [("postcode", address?.postcode), ("street", address?.street)]).compactMap { what, text in
            guard let text, case let key = RevealingText.closed(text), key.count >= 5 else { return nil }
            return (what, key)
        }
    }

    /// What of the person stands in a text: "name", "date of birth", …; nil where nothing does.
    func found(in text: String) -> String? {
        if text.isEmpty { return nil }
        let words = text.split(whereSeparator: { !$0.isLetter && !"'’".contains($0) })
        if words.contains(where: { isName($0) || isName($0.prefix { !"'’".contains($0) }) }) { return "name" }
        let folded = " \(FoldedText(text).key) "
        if birth.contains(where: folded.contains) { return "date of birth" }
        if case let figures = RevealingText.digits(text), numbers.contains(where: figures.contains) { return "telephone number" }
        let closed = RevealingText.closed(text)
        return spellings.first { closed.contains($0.text) }?.what
    }

    /// What is wrong with answers that may not tell who somebody is.
    func problems(_ answers: [String: ReferralAnswer]) -> [Problem] {
        answers.sorted { $0.key < $1.key }.compactMap { code, answer in
            guard case .text(let text) = answer, let what = found(in: text) else { return nil }
            return Problem(code, "Their \(what) stands here, and this report may not tell who they are: take it out")
        }
    }

    /// Short names are words of every day as well: they count as a name where they are written as one.
    private func isName(_ word: Substring) -> Bool {
        let key = RevealingText.key(String(word))
        return names.contains(key) && (key.count > 4 || word.first?.isUppercase == true)
    }

    /// Folded, with the letters that no accent is taken from, as people without them on their keyboard write them.
    private static func key(_ text: String) -> String {
        String(FoldedText(text).key.map { plain[$0] ?? $0 })
    }

    private static let plain: [Character: Character] = ["đ": "d", "ł": "l", "ø": "o", "ı": "i", "ħ": "h", "ŧ": "t"]

    private static func digits(_ text: String) -> String { text.filter { $0.isASCII && $0.isNumber } }

    /// Without blanks and signs, so that "B66 9QX" and "b669qx" are the same.
    private static func closed(_ text: String) -> String { FoldedText(text).key.filter { $0 != " " } }

    /// The ways in which people write a day, folded.
    private static func spellings(_ day: Day) -> [String] {
        let (year, month, date) = day.parts
        let full = monthNames[month - 1]
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let ending = [1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"][date] ?? "th"
        var found: [String] = [" \(year) \(two(month)) \(two(date)) "]
        for years in [String(year), two(year % 100)] {
            found += [" \(date) \(month) \(years) ", " \(two(date)) \(two(month)) \(years) "]
        }
        for name in [full, String(full.prefix(3))] {
            for date in ["\(date)", two(date), "\(date)\(ending)", "\(date)\(ending) of"] { found.append(" \(date) \(name) \(year) ") }
            found.append(" \(name) \(date) \(year) ")
        }
        return found
    }

    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
}
