/// The records of every block of one rule, blocks one after the other.
///
/// The greater a block, the less its key says, and its pairs grow with the square (Papadakis et al., "Blocking and filtering
/// techniques for entity resolution", 2020, call it block purging): more is asked of the pairs of a great block, and the
/// greatest are divided.
struct BlockTable: Sendable {
    let rule: BlockingRule
    /// Key in the upper half, record in the lower; sorted by key.
    private(set) var entries: [UInt64] = []
    /// Where each block of two records or more begins and ends in `entries`.
    private(set) var blocks: [Range<Int>] = []
    /// How many pairs lie in the blocks.
    private(set) var pairCount = 0
    /// How many records were in blocks so large that they were divided or left out.
    private(set) var guarded = 0

    /// Up to so many records share one name of two and a year of birth for this to be a reason to compare them.
    static let rareBlock = 8
    /// Up to so many records, every pair of a block is compared.
    static let smallBlock = 24
    /// Above so many records, chance brings so many names together that more is asked of them.
    static let largeBlock = 150
    /// Above so many records, a block says nothing any more and is divided.
    static let largestBlock = 3_000
    /// Above so many records, a part of such a block is left out: a million records that share one telephone cost 30 pairs each
    /// and no more.
    static let largestPart = 60

    /// Collects the blocks of a rule and writes into `keys` how each is treated.
    init(rule: BlockingRule, keys: inout BlockingKeys, records: borrowing PersonRecords, scratch: inout [UInt64]) {
        self.rule = rule
        let count = records.count
        if rule == .everything {
            entries = (0..<UInt64(count)).map { $0 }
            if count > 1 { blocks = [0..<count] }
            pairCount = max(0, count * (count - 1) / 2)
            return
        }
        let slots = Self.slots(of: rule)
        entries.reserveCapacity(count)
        for row in 0..<count {
            for slot in slots {
                let key = keys.keys[row * keys.stride + slot]
                if key == 0 { continue }
                var isRepeated = false
                for earlier in slots.lowerBound..<slot where keys.keys[row * keys.stride + earlier] == key { isRepeated = true }
                if !isRepeated { entries.append(UInt64(key) << 32 | UInt64(row)) }
            }
        }
        RadixSort.sortByUpperHalf(&entries, scratch: &scratch)
        var oversized: [Range<Int>] = []
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end] >> 32 == entries[start] >> 32 { end += 1 }
            if end - start > Self.largestBlock {
                if rule != .nameAndYear { oversized.append(start..<end) }
            } else if rule == .nameAndYear, end - start > Self.rareBlock {
                // A name that many of one year have says too little for the pairs that it costs.
            } else if end - start > 1 {
                blocks.append(start..<end)
                pairCount += (end - start) * (end - start - 1) / 2
            }
            if end - start > (rule == .nameAndYear ? Self.rareBlock : Self.smallBlock) {
                typealias Treatment = BlockingKeys.Treatment
                let isOversized = end - start > Self.largestBlock || rule == .nameAndYear
                let isLarge = end - start > Self.largeBlock
                for place in start..<end {
                    let row = Int(entries[place] & 0xFFFF_FFFF)
                    let key = UInt32(truncatingIfNeeded: entries[place] >> 32)
                    let treated = isOversized ? 0 : key & ~BlockingKeys.Treatment.mask | (isLarge ? Treatment.strict : Treatment.filtered)
                    for slot in slots where keys.keys[row * keys.stride + slot] == key {
                        keys.keys[row * keys.stride + slot] = treated
                    }
                }
            }
            start = end
        }
        for block in oversized { divide(block, records) }
    }

    static func slots(of rule: BlockingRule) -> Range<Int> {
        switch rule {
        case .names: BlockingKeys.nameSlots
        case .dateOfBirth: BlockingKeys.dateSlot..<(BlockingKeys.dateSlot + 1)
        case .code(let index): (BlockingKeys.codeSlots + index)..<(BlockingKeys.codeSlots + index + 1)
        case .nameAndYear: BlockingKeys.yearSlots
        case .everything: 0..<0
        }
    }

    /// Divides a block that is too large by something else that its records may share: what is still too large is left out.
    private mutating func divide(_ block: Range<Int>, _ records: borrowing PersonRecords) {
        guarded += block.count
        let members = entries[block].map { Int($0 & 0xFFFF_FFFF) }
        for divisor in 0..<2 {
            var parts: [UInt64] = []
            for row in members {
                let key = dividingKey(row, divisor, records)
                if key != 0 { parts.append(UInt64(key) << 32 | UInt64(row)) }
            }
            var scratch: [UInt64] = []
            RadixSort.sortByUpperHalf(&parts, scratch: &scratch)
            let offset = entries.count
            entries.append(contentsOf: parts)
            var start = 0
            while start < parts.count {
                var end = start + 1
                while end < parts.count, parts[end] >> 32 == parts[start] >> 32 { end += 1 }
                if end - start > 1, end - start <= Self.largestPart {
                    blocks.append((offset + start)..<(offset + end))
                    pairCount += (end - start) * (end - start - 1) / 2
                }
                start = end
            }
        }
    }

    private func dividingKey(_ row: Int, _ divisor: Int, _ records: borrowing PersonRecords) -> UInt32 {
        let start = row * records.stride
        switch rule {
        case .names:
            let date = CalendarDate(digits: records.cells[start + PersonRecords.Cell.date])
            if date == .missing { return 0 }
            return Digest.short(Digest.of(divisor == 0 ? UInt64(date.year) : UInt64(date.unordered & 0xFFFF), UInt64(divisor)))
        case .dateOfBirth, .code, .nameAndYear, .everything:
            let name = records.cells[start + (divisor == 0 ? PersonRecords.Cell.forename : PersonRecords.Cell.surname)]
            if name == 0 { return 0 }
            let word = records.names.words[Int(records.names.entries[Int(name)].firstWord)]
            return Digest.short(Digest.of(UInt64(word.skeletonUnit), UInt64(divisor)))
        }
    }
}
