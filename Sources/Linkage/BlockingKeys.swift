/// The keys of every record under every rule, 32 bits each; 0 stands for "none".
///
/// The two lowest bits of a key say how its block is treated.
struct BlockingKeys: Sendable {
    /// How the block of a key is treated, in the two lowest bits of the key.
    enum Treatment {
        /// Every pair is compared.
        static let all: UInt32 = 3
        /// So many records that only pairs are compared that agree in something else too.
        static let filtered: UInt32 = 2
        /// So many that more is asked of them.
        static let strict: UInt32 = 0
        static let mask: UInt32 = 3
    }

    /// Where the keys of a rule are in the row of a record.
    static let nameSlots = 0..<4
    static let dateSlot = 4
    static let yearSlots = 5..<7
    static let codeSlots = 7

    let stride: Int
    var keys: [UInt32] = []

    init(layout: RecordLayout) { stride = Self.codeSlots + layout.codes.count }

    /// Adds the keys of the record at `row` of the records.
    mutating func append(_ row: Int, of records: borrowing PersonRecords) {
        let start = row * records.stride
        let forename = records.cells[start + PersonRecords.Cell.forename]
        let surname = records.cells[start + PersonRecords.Cell.surname]
        var slots = SIMD4<UInt32>()
        if forename != 0, surname != 0 {
            let first = records.names.entries[Int(forename)]
            let last = records.names.entries[Int(surname)]
            var slot = 0
            for i in 0..<min(2, Int(first.words)) {
                for j in 0..<min(2, Int(last.words)) {
                    let one = records.names.words[Int(first.firstWord) + (i == 0 ? 0 : Int(first.words) - 1)].skeletonUnit
                    let other = records.names.words[Int(last.firstWord) + (j == 0 ? 0 : Int(last.words) - 1)].skeletonUnit
                    slots[slot] = Digest.short(Digest.of(UInt64(min(one, other)), UInt64(max(one, other))))
                    slot += 1
                }
            }
        }
        for slot in Self.nameSlots { keys.append(slots[slot]) }
        let date = CalendarDate(digits: records.cells[start + PersonRecords.Cell.date])
        keys.append(date == .missing ? 0 : Digest.short(Digest.of(UInt64(date.unordered), 2)))
        for name in [forename, surname] {
            guard name != 0, date != .missing else {
                keys.append(0)
                continue
            }
            let word = records.names.words[Int(records.names.entries[Int(name)].firstWord)]
            keys.append(Digest.short(Digest.of(UInt64(word.skeletonUnit), UInt64(date.year))))
        }
        for (index, table) in records.codeTables.enumerated() {
            let value = records.cells[start + PersonRecords.Cell.codes + index]
            keys.append(value == 0 || table.kind == .exact ? 0 : Digest.short(table.blockingKey(value)))
        }
    }
}
