/// The signs of each word, found by the hash of its letters: a table with open addressing, because every word of every
/// text is looked up in it.
struct SignTable: Sendable {
    private let keys: [UInt64]
    private let signs: [TextSigns]

    /// - Parameter words: each sign with its words in lower case, white space between them. A word may have several signs.
    init(_ words: [(TextSigns, String)]) {
        let size = 4_096
        var keys = [UInt64](repeating: 0, count: size)
        var signs = [TextSigns](repeating: [], count: size)
        for (sign, list) in words {
            for word in list.split(whereSeparator: \.isWhitespace) {
                let hash = word.utf8.reduce(SignTable.emptyHash) { SignTable.hash($0, $1) }
                var place = Int(truncatingIfNeeded: hash) & (size - 1)
                while keys[place] != 0, keys[place] != hash { place = (place + 1) & (size - 1) }
                keys[place] = hash
                signs[place].insert(sign)
            }
        }
        self.keys = keys
        self.signs = signs
    }

    /// The signs of the word with this hash.
    subscript(hash: UInt64) -> TextSigns {
        var place = Int(truncatingIfNeeded: hash) & (keys.count - 1)
        while keys[place] != 0 {
            if keys[place] == hash { return signs[place] }
            place = (place + 1) & (keys.count - 1)
        }
        return []
    }

    static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// FNV-1a, byte by byte.
    static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
