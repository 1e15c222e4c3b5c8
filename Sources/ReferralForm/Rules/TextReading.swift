/// What one pass over a text finds: how many words and dates it has, and what its words point to.
struct TextReading: Sendable {
    private(set) var words = 0
    private(set) var dates = 0
    private(set) var signs: TextSigns = []

    init() {}

    init(_ text: String) {
        var text = text
        text.withUTF8 { read($0) }
    }

    /// Whether it says that nothing is known, in a few words and without a reason.
    var isUnexplained: Bool {
        guard !signs.contains(.reason) else { return false }
        return words == 0 || words <= 8 && (signs.contains(.unknown) || signs.isSuperset(of: [.not, .known]))
    }

    /// Takes another text in.
    mutating func add(_ other: TextReading) {
        words += other.words
        dates += other.dates
        signs.formUnion(other.signs)
    }

    /// For how many words a "not" counts.
    private static let reachOfDenial = 3

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var hash = SignTable.emptyHash
        var length = 0
        var figures = 0
        var number = 0
        var isMonthOpen = false
        var untilAffirmed = 0
        var documents = KeptDocuments()
        var all: TextSigns = []
        let table = TextSigns.table
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
        var index = 0
        while index <= bytes.count {
            var byte = index < bytes.count ? bytes[index] : 0x20
            index += 1
            // A curly apostrophe ends a word as a straight one does: "the boss’s".
            if byte == 0xE2, index + 1 < bytes.count, bytes[index] == 0x80, bytes[index + 1] == 0x99 {
                byte = 0x27
                index += 2
            }
            if isLetter(byte) {
                hash = SignTable.hash(hash, byte < 0x80 ? byte | 0x20 : byte)
                length += 1
            } else if (0x30...0x39).contains(byte) {
                hash = SignTable.hash(hash, byte)
                length += 1
                figures += 1
                number = (number &* 10 &+ Int(byte - 0x30)) % 1_000_000
            } else if length > 0 {
                words += 1
                if figures == length {
                    // "March 2019" is one date, and so is 2019-03-04.
                    if figures == 4, (1900...2100).contains(number) {
                        if !isMonthOpen { dates += 1 }
                        isMonthOpen = false
                    }
                } else {
                    var found = table[hash]
                    documents.read(found)
                    // "Never beaten" and "no debt" tell of no force and of no debt.
                    if untilAffirmed > 0 { found.subtract(TextSigns.deniable) }
                    untilAffirmed = found.contains(.not) ? TextReading.reachOfDenial : max(0, untilAffirmed - 1)
                    isMonthOpen = found.contains(.month)
                    if isMonthOpen || found.contains(.ago) { dates += 1 }
                    all.formUnion(found)
                }
                hash = SignTable.emptyHash
                length = 0
                figures = 0
                number = 0
            }
            switch byte {
            case 0x2E, 0x21, 0x3F, 0x3B, 0x0A: documents.endSentence()
            case 0x2C: documents.pause()
            default: break
            }
        }
        documents.endSentence()
        if documents.isTold { all.insert(.documentsKept) }
        signs = all
    }
}
