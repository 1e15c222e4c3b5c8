/// Streams the pairs that some blocking rule brings together, block by block: none is held, each is visited once.
///
/// Blocking as Christen surveys it ("A survey of indexing techniques for scalable record linkage and deduplication", 2012):
/// several rules, so that a slip in one field loses no pair. That a pair is visited by the first of its rules alone needs no
/// memory of the pairs, only the keys of both records (Kolb, Thor and Rahm, "Don't match twice", 2013).
struct CandidatePairs: Sendable {
    private(set) var tables: [BlockTable] = []
    private var keys: BlockingKeys
    private let signatures: [NameSignature]
    private let dates: [UInt32]
    /// Where there are two files, how many records the first has: only pairs across them are visited. 0 for one file.
    private let firstFile: Int

    init(_ records: borrowing PersonRecords, firstFile: Int) {
        self.firstFile = firstFile
        var keys = BlockingKeys(layout: records.layout)
        keys.keys.reserveCapacity(records.count * keys.stride)
        var signatures: [NameSignature] = []
        var dates: [UInt32] = []
        signatures.reserveCapacity(records.count)
        dates.reserveCapacity(records.count)
        for row in 0..<records.count {
            keys.append(row, of: records)
            let start = row * records.stride
            signatures.append(
                NameSignature(
                    records.names.entries[Int(records.cells[start + PersonRecords.Cell.forename])].signature
                        | records.names.entries[Int(records.cells[start + PersonRecords.Cell.surname])].signature))
            dates.append(records.cells[start + PersonRecords.Cell.date])
        }
        var scratch: [UInt64] = []
        var rules: [BlockingRule] = [.names, .dateOfBirth]
        for (index, column) in records.layout.codes.enumerated() where column.kind != .exact { rules.append(.code(index)) }
        rules.append(records.count > Self.fewRecords ? .nameAndYear : .everything)
        for rule in rules { tables.append(BlockTable(rule: rule, keys: &keys, records: records, scratch: &scratch)) }
        self.keys = keys
        self.signatures = signatures
        self.dates = dates
    }

    /// Up to so many records, each is compared with each.
    static let fewRecords = 1_500

    /// Whether two records may be of one person as far as their files tell.
    @inline(__always)
    func isAllowed(_ a: Int, _ b: Int) -> Bool { firstFile == 0 || (a < firstFile) != (b < firstFile) }

    /// Calls `visit` with every pair of the rule that no earlier rule has visited.
    func forEach(of table: BlockTable, _ visit: (Int, Int) -> Void) {
        var rows: [Int] = []
        var blockSignatures: [NameSignature] = []
        var blockDates: [UInt32] = []
        for block in table.blocks {
            rows.removeAll(keepingCapacity: true)
            for place in block { rows.append(Int(table.entries[place] & 0xFFFF_FFFF)) }
            let isSmall = block.count <= BlockTable.smallBlock || table.rule == .everything
            let isLarge = block.count > BlockTable.largeBlock
            let blockKey = UInt32(truncatingIfNeeded: table.entries[block.lowerBound] >> 32)
            if !isSmall {
                blockSignatures.removeAll(keepingCapacity: true)
                blockDates.removeAll(keepingCapacity: true)
                for row in rows {
                    blockSignatures.append(signatures[row])
                    blockDates.append(dates[row])
                }
            }
            for i in 1..<rows.count {
                for j in 0..<i {
                    if !isSmall {
                        switch table.rule {
                        case .names: if !Self.datesMayAgree(blockDates[i], blockDates[j]) { continue }
                        case .dateOfBirth: if !blockSignatures[i].mayAgree(with: blockSignatures[j], inLargeBlock: isLarge) { continue }
                        case .code:
                            if !blockSignatures[i].mayAgree(with: blockSignatures[j], inLargeBlock: isLarge),
                                !Self.datesMayAgree(blockDates[i], blockDates[j])
                            {
                                continue
                            }
                        case .nameAndYear, .everything: break
                        }
                    }
                    if isAllowed(rows[i], rows[j]), !wasVisited(rows[i], rows[j], before: table.rule, blockKey) { visit(rows[j], rows[i]) }
                }
            }
        }
    }

    /// Whether an earlier rule, or a lesser key of this rule, has brought the two together.
    private func wasVisited(_ a: Int, _ b: Int, before rule: BlockingRule, _ blockKey: UInt32) -> Bool {
        typealias Treatment = BlockingKeys.Treatment
        let nameLimit = rule == .names ? blockKey : UInt32.max
        let left = a * keys.stride
        let right = b * keys.stride
        for first in BlockingKeys.nameSlots {
            let key = keys.keys[left + first]
            if key == 0 || key | Treatment.mask >= nameLimit { continue }
            for second in BlockingKeys.nameSlots where keys.keys[right + second] == key {
                if key & Treatment.mask == Treatment.all || Self.datesMayAgree(dates[a], dates[b]) { return true }
            }
        }
        if rule == .names || rule == .dateOfBirth { return false }
        let date = keys.keys[left + BlockingKeys.dateSlot]
        if date != 0, date == keys.keys[right + BlockingKeys.dateSlot], isTreated(a, b, date, namesAlone: true) { return true }
        var codes = keys.stride - BlockingKeys.codeSlots
        if case .code(let index) = rule { codes = index }
        for earlier in 0..<codes {
            let key = keys.keys[left + BlockingKeys.codeSlots + earlier]
            if key != 0, key == keys.keys[right + BlockingKeys.codeSlots + earlier], isTreated(a, b, key, namesAlone: false) { return true }
        }
        guard rule == .nameAndYear else { return false }
        for first in BlockingKeys.yearSlots {
            let key = keys.keys[left + first]
            if key == 0 || key >= blockKey { continue }
            for second in BlockingKeys.yearSlots where keys.keys[right + second] == key { return true }
        }
        return false
    }

    /// Whether two records of the block of a key are compared.
    private func isTreated(_ a: Int, _ b: Int, _ key: UInt32, namesAlone: Bool) -> Bool {
        typealias Treatment = BlockingKeys.Treatment
        let treatment = key & Treatment.mask
        return treatment == Treatment.all || signatures[a].mayAgree(with: signatures[b], inLargeBlock: treatment == Treatment.strict)
            || (!namesAlone && Self.datesMayAgree(dates[a], dates[b]))
    }

    /// Whether two dates are so alike that one may be a slip of the other; decided on their digits.
    @inline(__always)
    static func datesMayAgree(_ a: UInt32, _ b: UInt32) -> Bool {
        if a == 0 || b == 0 { return false }
        let difference = a ^ b
        var digits = difference | difference >> 1
        digits = (digits | digits >> 2) & 0x1111_1111
        // At most two digits differ: clearing the lowest set bit twice leaves nothing.
        digits &= digits &- 1
        digits &= digits &- 1
        let first = CalendarDate(digits: a)
        let second = CalendarDate(digits: b)
        if digits != 0, difference >> 16 != 0 || !(first.isPlaceholder || second.isPlaceholder || first.unordered == second.unordered) {
            return false
        }
        let level = first.level(with: second)
        return level != .sameYear && level != .different
    }
}
