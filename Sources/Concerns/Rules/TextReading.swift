import Kernel

/// A text made ready for looking things up in it, however they are spaced and punctuated.
struct TextReading {
    let words: [Substring]
    private let spaced: String

    init(_ text: String) {
        let folded = FoldedText(text)
        words = folded.words
        spaced = " \(folded.key) "
    }

    /// These words, one behind the other.
    func holds(words wanted: FoldedText) -> Bool {
        !wanted.key.isEmpty && spaced.contains(" \(wanted.key) ")
    }

    /// A mark or code of letters and digits, however it is broken into groups.
    func holds(mark: String) -> Bool {
        let wanted = FoldedText(mark).key.filter { $0 != " " }
        return wanted.count >= 3
            && holdsGroups {
                $0 == wanted
            } until: {
                $0.count >= wanted.count
            }
    }

    /// A telephone number by its key, however it is grouped and prefixed.
    func holds(phone key: String) -> Bool {
        !key.isEmpty
            && holdsGroups {
                $0.allSatisfy(\.isNumber) && MatchKeys.phone($0) == key
            } until: {
                $0.count > 18
            }
    }

    /// So many words in a row that stand in a row there too.
    func holdsRun(of count: Int, from source: [Substring]) -> Bool {
        guard source.count >= count else { return false }
        return source.indices.dropLast(count - 1).contains { start in
            spaced.contains(" \(source[start..<start + count].joined(separator: " ")) ")
        }
    }

    private func holdsGroups(_ matches: (String) -> Bool, until isLongEnough: (String) -> Bool) -> Bool {
        for start in words.indices {
            var group = ""
            for word in words[start...].prefix(8) {
                group += word
                if matches(group) { return true }
                if isLongEnough(group) { break }
            }
        }
        return false
    }
}
