/// The consonants of a name as they sound in the languages that clerks hear: spellings of one name by different hands share it.
///
/// A phonetic key in the line of Soundex (Russell 1918) and Metaphone (Philips 1990), kept coarse on purpose so that one key
/// serves Arabic, Vietnamese, Albanian, Romanian, Polish, Tigrinya and English names. Vowels and h go, but for a vowel at the
/// beginning; w and v, s and z, sh and s, c and k and q, j and y at the beginning are one sound each; doubled sounds are one. A
/// name with fewer than two consonants keeps its vowels, because almost nothing else would be left of it.
enum ConsonantSkeleton {
    /// The skeleton of a folded name, its words run together, of at most 24 sounds.
    static func of(_ name: ArraySlice<UInt8>) -> [UInt8] {
        var sounds: [UInt8] = []
        sounds.reserveCapacity(name.count)
        let letters = name.filter { $0 != space }
        var consonants = 0
        for (place, letter) in letters.enumerated() {
            let next = place + 1 < letters.count ? letters[place + 1] : 0
            let sound: UInt8
            switch letter {
            case a, e, o, u, i:
                if place == 0 { sounds.append(a) }
                continue
            case y, j:
                if place == 0 { sounds.append(j) }
                continue
            case h: continue
            case p: sound = next == h ? f : p
            case w: sound = v
            case z: sound = s
            case c, q: sound = k
            case x: sound = next == h ? j : s
            case d: sound = next == z ? s : d
            default: sound = letter
            }
            consonants += 1
            if sounds.last != sound { sounds.append(sound) }
            if sounds.count == 24 { break }
        }
        guard consonants < 2 else { return sounds }
        return letters.prefix(24).map { $0 == y ? i : $0 }
    }

    private static let space = UInt8(ascii: " ")
    private static let a = UInt8(ascii: "a")
    private static let c = UInt8(ascii: "c")
    private static let d = UInt8(ascii: "d")
    private static let e = UInt8(ascii: "e")
    private static let f = UInt8(ascii: "f")
    private static let h = UInt8(ascii: "h")
    private static let i = UInt8(ascii: "i")
    private static let j = UInt8(ascii: "j")
    private static let k = UInt8(ascii: "k")
    private static let o = UInt8(ascii: "o")
    private static let p = UInt8(ascii: "p")
    private static let q = UInt8(ascii: "q")
    private static let s = UInt8(ascii: "s")
    private static let u = UInt8(ascii: "u")
    private static let v = UInt8(ascii: "v")
    private static let w = UInt8(ascii: "w")
    private static let x = UInt8(ascii: "x")
    private static let y = UInt8(ascii: "y")
    private static let z = UInt8(ascii: "z")
}
