/// Compares names by their numbers and remembers what it found: most pairs of names come again.
///
/// Spelling is compared by optimal string alignment (Damerau 1964, Levenshtein 1966) and by Jaro and Winkler's similarity
/// (Winkler 1990).
struct NameComparison: Sendable {
    private let shift: UInt64
    private var keys: [UInt64]
    private var found: [UInt64]
    private var edits = EditDistance()

    /// Remembers up to so many pairs of names, a power of two.
    init(places: Int = 1 << 16) {
        shift = UInt64(64 - places.trailingZeroBitCount)
        keys = Array(repeating: 0, count: places)
        found = Array(repeating: 0, count: places)
    }

    /// How alike names `a` and `b` of the table are; symmetric.
    mutating func agreement(_ a: UInt32, _ b: UInt32, in names: NameView) -> NameAgreement {
        if a == 0 || b == 0 { return NameAgreement(level: .missing, unit: 0) }
        if a == b { return NameAgreement(level: .exact, unit: names.entries[Int(a)].unit) }
        let first = names.entries[Int(a)]
        let second = names.entries[Int(b)]
        if first.skeletonUnit == second.skeletonUnit { return NameAgreement(level: .variant, unit: first.skeletonUnit) }
        if (first.letters | second.letters) & NameTable.needsWords == 0, Self.cannotBeSimilar(first, second) {
            return NameAgreement(level: .different, unit: 0)
        }
        let key = a < b ? UInt64(a) << 32 | UInt64(b) : UInt64(b) << 32 | UInt64(a)
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        if keys[place] == key {
            let entry = found[place]
            return NameAgreement(
                level: NameAgreement.Level(rawValue: UInt8(truncatingIfNeeded: entry)) ?? .different, unit: UInt32(entry >> 32))
        }
        let agreement = a < b ? compare(first, second, in: names) : compare(second, first, in: names)
        keys[place] = key
        found[place] = UInt64(agreement.level.rawValue) | UInt64(agreement.unit) << 32
        return agreement
    }

    /// Whether so many letters of one name are not in the other that no similarity counts: at most the other letters can match, and
    /// Jaro's similarity of 0.7, to which a common beginning adds 0.12, needs 1.1 as the sum of the shares that do.
    private static func cannotBeSimilar(_ first: NameTable.Entry, _ second: NameTable.Entry) -> Bool {
        let lengths = (Int(first.length), Int(second.length))
        if min(lengths.0, lengths.1) < 2 { return false }
        let most = min(
            lengths.0 - (first.letters & ~second.letters).nonzeroBitCount, lengths.1 - (second.letters & ~first.letters).nonzeroBitCount)
        return 10 * most * (lengths.0 + lengths.1) < 11 * lengths.0 * lengths.1
    }

    private mutating func compare(_ first: NameTable.Entry, _ second: NameTable.Entry, in names: NameView) -> NameAgreement {
        if let shared = sharedWord(first, second, in: names) { return shared }
        let spelling = edits.compare(names.spelling(first), names.spelling(second))
        let shorter = min(first.length, second.length)
        if shorter == 1 {
            return NameAgreement(
                level: names.spelling(first)[0] == names.spelling(second)[0] ? .initial : .different, unit: 0)
        }
        if spelling.distance == 1, shorter > 3 { return NameAgreement(level: .near, unit: 0) }
        if spelling.similarity >= 0.92 { return NameAgreement(level: .near, unit: 0) }
        if spelling.similarity >= 0.82 { return NameAgreement(level: .similar, unit: 0) }
        return NameAgreement(level: .different, unit: 0)
    }

    /// The agreement of names that are in one family or of which one holds every word of the other; nil for others.
    private func sharedWord(_ first: NameTable.Entry, _ second: NameTable.Entry, in names: NameView) -> NameAgreement? {
        if first.words == 0 || second.words == 0 { return nil }
        let leading = names.words[Int(first.firstWord)]
        let otherLeading = names.words[Int(second.firstWord)]
        for place in 0..<4 where leading.families[place] != .max {
            for match in 0..<4 where otherLeading.families[match] == leading.families[place] {
                return NameAgreement(level: .variant, unit: leading.families[place])
            }
        }
        if first.words == 1, second.words == 1 { return nil }
        let (shorter, longer) = first.words <= second.words ? (first, second) : (second, first)
        var isSpeltAlike = true
        for i in Int(shorter.firstWord)..<(Int(shorter.firstWord) + Int(shorter.words)) {
            let word = names.words[i]
            if word.length < 2 { return nil }
            var isFound = false
            var isSame = false
            for j in Int(longer.firstWord)..<(Int(longer.firstWord) + Int(longer.words)) {
                let other = names.words[j]
                if word.unit == other.unit { isSame = true }
                if word.skeletonUnit == other.skeletonUnit { isFound = true }
            }
            if !isFound, !isSame { return nil }
            if !isSame { isSpeltAlike = false }
        }
        return NameAgreement(level: .part, unit: isSpeltAlike ? shorter.unit : shorter.skeletonUnit)
    }
}
