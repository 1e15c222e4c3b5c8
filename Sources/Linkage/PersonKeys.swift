/// The words by which somebody is looked for again: who shares one with somebody else is worth comparing.
///
/// The same idea as the blocking rules of `CandidatePairs`, as texts that a caller may turn into keyed keys: two parts of a name
/// as they sound, in either order, and one part with the day of birth.
package enum PersonKeys {
    /// At most so many parts of a name are used.
    private static let mostParts = 4

    /// The words for a name, and for a date of birth as year, month and day where it is known; none where there is no name.
    package static func words(name: String, bornOn: String = "") -> [String] {
        var folded: [UInt8] = []
        var name = name
        name.withUTF8 { _ = LatinFolding.fold($0, into: &folded) }
        let parts = folded.split(separator: UInt8(ascii: " ")).filter { $0.count > 1 }.prefix(mostParts)
            .map { String(decoding: ConsonantSkeleton.of($0), as: UTF8.self) }
        let sounds = Set(parts).sorted()
        guard let only = sounds.first else { return [] }
        var words = sounds.count == 1 ? [only] : []
        for (place, one) in sounds.enumerated() {
            for other in sounds[(place + 1)...] { words.append("\(one) \(other)") }
        }
        let digits = bornOn.filter(\.isNumber)
        // Day and month are often exchanged: the key is the same either way.
        if digits.count == 8 { words += sounds.map { "\($0) \(digits.prefix(4)) \(String(digits.dropFirst(4).sorted()))" } }
        return words
    }
}
