/// What a report's texts of several lines say, as hashes of every eight words that follow each other. Texts can be compared
/// by it and not be read from it; it still belongs under seal, because a guessed sentence can be looked for in it.
package struct TextFingerprint: Sendable, Hashable, Codable {
    /// How many words make one shingle.
    package static let shingleLength = 8

    /// One hash for each run of eight words, each once, in order.
    package let shingles: [UInt64]

    init(shingles: Set<UInt64>) { self.shingles = shingles.sorted() }

    /// Reads back what ``text`` wrote; hashes that are damaged are left out.
    package init(text: String) {
        self.init(shingles: Set(text.split(separator: " ").compactMap { UInt64($0, radix: 36) }))
    }

    /// For keeping: the hashes in order, parted by blanks.
    package var text: String { shingles.map { String($0, radix: 36) }.joined(separator: " ") }

    /// How much of this text stands in the other word for word, from 0 to 1.
    package func containment(in other: TextFingerprint) -> Double {
        if shingles.isEmpty { return 0 }
        var (here, there, both) = (0, 0, 0)
        while here < shingles.count, there < other.shingles.count {
            let (one, another) = (shingles[here], other.shingles[there])
            if one == another { both += 1 }
            if one <= another { here += 1 }
            if another <= one { there += 1 }
        }
        return Double(both) / Double(shingles.count)
    }
}
