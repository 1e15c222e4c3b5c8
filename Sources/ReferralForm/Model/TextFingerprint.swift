/// What a report's texts of several lines say, as hashes of every eight words that follow each other. Texts can be compared
/// by it and not be read from it; it still belongs under seal, because a guessed sentence can be looked for in it.
package struct TextFingerprint: Sendable, Hashable, Codable {
    /// How many words make one shingle.
    package static let shingleLength = 8

    /// One hash for each run of eight words, each once.
    package let shingles: Set<UInt64>

    init(shingles: Set<UInt64>) { self.shingles = shingles }

    /// Reads back what ``text`` wrote; hashes that are damaged are left out.
    package init(text: String) {
        shingles = Set(text.split(separator: " ").compactMap { UInt64($0, radix: 36) })
    }

    /// For keeping: the hashes in order, parted by blanks.
    package var text: String { shingles.sorted().map { String($0, radix: 36) }.joined(separator: " ") }

    /// How much of this text stands in the other word for word, from 0 to 1.
    package func containment(in other: TextFingerprint) -> Double {
        shingles.isEmpty ? 0 : Double(shingles.intersection(other.shingles).count) / Double(shingles.count)
    }
}
