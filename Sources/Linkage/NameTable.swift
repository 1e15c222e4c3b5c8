/// Every distinct name of the records, once, in the forms that comparing and blocking need.
///
/// A name is a forename or a surname of one or several words; both are in one table because records exchange them.
/// Name 0 is the missing name.
struct NameTable: Sendable {
    /// What is known of one name.
    struct Entry: Sendable {
        var start: UInt32
        var length: UInt8
        var words: UInt8
        /// The unit of the whole name, of its skeleton, and where its words' units begin in `wordUnits`.
        var unit: UInt32
        var skeletonUnit: UInt32
        var firstWord: UInt32
        /// Which letters occur in the name; the highest bit is set where it belongs to a family or has several words.
        var letters: UInt32
        /// Which sounds follow each other in the name, hashed to 64 bits.
        var signature: UInt64
    }

    /// A word of a name: its bytes and the units it stands for.
    struct Word: Sendable {
        var start: UInt32
        var length: UInt8
        var unit: UInt32
        var skeletonUnit: UInt32
        /// Up to four families that the word belongs to; `UInt32.max` where there are fewer.
        var families: SIMD4<UInt32>
    }

    /// The bit of `letters` that says that a name cannot be compared by its spelling alone.
    static let needsWords: UInt32 = 1 << 31
    static let mostWords = 6
    static let longestName = 120

    private(set) var entries: [Entry] = []
    private(set) var words: [Word] = []
    private(set) var bytes: [UInt8] = []
    private var keys = KeyTable()
    private var units = KeyTable()
    private var folded: [UInt8] = []

    /// How many different units there are: whole names, words, skeletons and families.
    var unitCount: Int { units.count }
    var count: Int { entries.count }

    init() {
        entries.append(
            Entry(start: 0, length: 0, words: 0, unit: units.insert(0).number, skeletonUnit: 0, firstWord: 0, letters: 0, signature: 0))
        _ = keys.insert(0)
    }

    /// The number of a name as it is written; 0 where nothing of it can be compared.
    mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        folded.removeAll(keepingCapacity: true)
        LatinFolding.fold(text, into: &folded)
        return insertFolded()
    }

    /// The number of a name that is written in several columns.
    mutating func insert(parts: [[UInt8]]) -> UInt32 {
        folded.removeAll(keepingCapacity: true)
        for part in parts {
            if !folded.isEmpty { folded.append(Self.space) }
            if part.withUnsafeBufferPointer({ LatinFolding.fold($0, into: &folded) }) == 0, folded.last == Self.space {
                folded.removeLast()
            }
        }
        return insertFolded()
    }

    /// From here on new names are tentative.
    mutating func begin() {
        keys.begin()
        units.begin()
    }

    /// Forgets the tentative names; `count` is how many there were before them.
    mutating func rollBack(to count: Int) {
        if count < entries.count {
            words.removeSubrange(Int(entries[count].firstWord)...)
            bytes.removeSubrange(Int(entries[count].start)...)
            entries.removeSubrange(count...)
        }
        keys.rollBack()
        units.rollBack()
    }

    private mutating func insertFolded() -> UInt32 {
        guard !folded.isEmpty else { return 0 }
        if folded.count > Self.longestName { folded.removeSubrange(Self.longestName...) }
        let digest = folded.withUnsafeBufferPointer { Digest.of($0) }
        let (number, isNew) = keys.insert(digest)
        if isNew { addEntry(folded, digest: digest) }
        return number
    }

    private mutating func addEntry(_ name: [UInt8], digest: UInt64) {
        let start = bytes.count
        bytes.append(contentsOf: name)
        let skeleton = ConsonantSkeleton.of(name[...])
        let firstWord = words.count
        var signature: UInt64 = 0
        var wordCount: UInt8 = 0
        var letters: UInt32 = 0
        var at = 0
        for word in name.split(separator: Self.space).prefix(Self.mostWords) {
            let sounds = ConsonantSkeleton.of(word)
            signature |= Self.signature(of: sounds)
            at = word.startIndex
            var families = SIMD4<UInt32>(repeating: .max)
            for (place, family) in NameFamily.families(of: word).prefix(4).enumerated() {
                letters |= Self.needsWords
                families[place] = units.insert(Digest.of(3, UInt64(family))).number
            }
            words.append(
                Word(
                    start: UInt32(start + at), length: UInt8(word.count), unit: unit(of: word, seed: 1),
                    skeletonUnit: unit(of: sounds[...], seed: 2), families: families))
            wordCount += 1
        }
        if wordCount > 1 { letters |= Self.needsWords }
        for byte in name where byte > Self.space { letters |= 1 << UInt32(byte & 31) % 31 }
        entries.append(
            Entry(
                start: UInt32(start), length: UInt8(name.count), words: wordCount, unit: unit(of: name[...], seed: 4),
                skeletonUnit: unit(of: skeleton[...], seed: 5), firstWord: UInt32(firstWord), letters: letters, signature: signature))
    }

    private mutating func unit(of bytes: ArraySlice<UInt8>, seed: UInt64) -> UInt32 {
        units.insert(Digest.of(bytes, seed: seed)).number
    }

    /// Every pair of neighbouring sounds sets one of 64 bits: names alike share most of their bits, others few.
    private static func signature(of sounds: [UInt8]) -> UInt64 {
        var signature: UInt64 = 0
        var last = UInt8(ascii: "^")
        for sound in sounds {
            signature |= 1 << (Digest.of(UInt64(last), UInt64(sound)) >> 58)
            last = sound
        }
        return signature
    }

    private static let space = UInt8(ascii: " ")
}
