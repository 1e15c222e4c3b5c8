import Kernel

/// The words of one partnership as PostgreSQL's index holds them: each begins with the end of the partnership's identifier,
/// so that a search meets the words of no other. Two partnerships with the same end cost time and nothing else, because
/// the partnership itself is compared too.
struct WordLexemes {
    private let beginning: [UInt8]
    /// What comes behind this many characters of a lexeme is left out; the index can hold no more than 2,046 bytes.
    private static let most = 250

    init(of partnership: ID<Partnership>) {
        beginning = Array(partnership.text.utf8.suffix(6))
    }

    /// The lexemes of all words of a text, with a space between them.
    func text(of words: String) -> String {
        let key = FoldedText(words).key
        guard !key.isEmpty else { return "" }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(key.utf8.count * 2)
        bytes += beginning
        var count = beginning.count
        for byte in key.utf8 {
            if byte == UInt8(ascii: " ") {
                bytes.append(byte)
                bytes += beginning
                count = beginning.count
                continue
            }
            // The further bytes of a character share its fate.
            if byte & 0xC0 != 0x80 { count += 1 }
            if count <= WordLexemes.most { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The question for concerns that hold, of one alternative, words that begin with each of these.
    func query(of search: WordSearch) -> String {
        search.alternatives.map { words in
            let parts = words.flatMap { text(of: $0).split(separator: " ") }.map { "'\($0)':*" }
            return "(\(parts.joined(separator: " & ")))"
        }.joined(separator: " | ")
    }
}
