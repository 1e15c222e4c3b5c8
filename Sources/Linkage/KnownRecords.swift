import Foundation

/// Records in memory to ask one question of: is this person known?
///
/// An index by the same keys that bring candidates together, inverted: query-time linkage (Christen, Gayler and Hawking,
/// "Similarity-aware indexing for real-time entity resolution", 2009).
///
/// A value: a copy is a snapshot. Records are added at any time; the probabilities stay those of the model that it was made with,
/// so that an answer does not change with the order of arrival. A question leaves nothing behind in any table.
package struct KnownRecords: Sendable {
    /// A known record that may be the person asked for.
    package struct Match: Sendable {
        /// The place of the record, in the order in which records were added.
        package let record: Int
        /// The probability that both are one person, from 0 to 1.
        package let probability: Float
        /// Why: one contribution for each of the model's fields.
        package let contributions: [Contribution]
    }

    /// The records that share a key, as a chain through `next`.
    private struct Block {
        var newest: UInt32
        var count: UInt32
    }

    private static let end = UInt32.max

    package let model: FellegiSunterModel
    private var records: PersonRecords
    private let places: ColumnPlaces
    private var keys = KeyTable()
    private var blocks: [Block] = []
    /// For each record and slot, the next older record with that key.
    private var next: [UInt32] = []
    private var signatures: [NameSignature] = []
    private let slots: Int

    /// Makes the records known that a model was learnt from.
    package init(_ records: PersonRecords, model: FellegiSunterModel) {
        self.model = model
        self.records = records
        places = ColumnPlaces(of: records.layout.columns, in: records.layout)
        slots = BlockingKeys.codeSlots + records.layout.codes.count
        for row in 0..<records.count { index(row) }
    }

    package var count: Int { signatures.count }

    /// Adds a record, its values in the order of the layout's columns, and answers its place.
    @discardableResult
    package mutating func add(_ row: TextRow) -> Int {
        records.append(row, places)
        index(records.count - 1)
        return records.count - 1
    }

    /// The known records that are this person with at least this probability, the likeliest first.
    ///
    /// Blocks of more than 3,000 records (a hostel's phone) are not looked through: they would bring half the town.
    package mutating func known(_ row: TextRow, atLeast probability: Float = 0.5) -> [Match] {
        let (blocks, keys, next, signatures, model, slots) = (blocks, keys, next, signatures, model, slots)
        return records.withTemporary(row, places) { records, query in
            var wanted = BlockingKeys(layout: records.layout)
            wanted.append(query, of: records)
            let signature = Self.signature(of: query, in: records)
            let date = records.cells[query * records.stride + PersonRecords.Cell.date]
            var candidates: [UInt32] = []
            for slot in 0..<slots where wanted.keys[slot] != 0 {
                guard let number = keys.number(of: Self.key(wanted.keys[slot], slot)) else { continue }
                let block = blocks[Int(number)]
                if block.count > BlockTable.largestBlock { continue }
                let isSmall = block.count <= BlockTable.smallBlock
                let isLarge = block.count > BlockTable.largeBlock
                var at = block.newest
                while at != Self.end {
                    let record = Int(at) / slots
                    let mayAgree =
                        isSmall
                        || (slot >= BlockingKeys.dateSlot && signature.mayAgree(with: signatures[record], inLargeBlock: isLarge))
                        || (slot != BlockingKeys.dateSlot
                            && CandidatePairs.datesMayAgree(
                                date, records.cells[record * records.stride + PersonRecords.Cell.date]))
                    if mayAgree { candidates.append(UInt32(record)) }
                    at = next[Int(at)]
                }
            }
            candidates.sort()
            var names = NameComparison(places: 256)
            var matches: [Match] = []
            records.withView { view in
                var last = Self.end
                for candidate in candidates where candidate != last {
                    last = candidate
                    let evidence = model.evidence(Int(candidate), query, in: view, with: &names)
                    let found = model.probability(ofWeight: model.weight(of: evidence))
                    if found < probability { continue }
                    matches.append(
                        Match(record: Int(candidate), probability: found, contributions: model.contributions(of: evidence, support: 0)))
                }
            }
            return matches.sorted { ($0.probability, $1.record) > ($1.probability, $0.record) }
        }
    }

    private mutating func index(_ row: Int) {
        var own = BlockingKeys(layout: records.layout)
        own.append(row, of: records)
        signatures.append(Self.signature(of: row, in: records))
        for slot in 0..<slots {
            next.append(Self.end)
            if own.keys[slot] == 0 { continue }
            let (number, isNew) = keys.insert(Self.key(own.keys[slot], slot))
            let entry = UInt32(row * slots + slot)
            if isNew {
                blocks.append(Block(newest: entry, count: 1))
            } else {
                next[Int(entry)] = blocks[Int(number)].newest
                blocks[Int(number)] = Block(newest: entry, count: blocks[Int(number)].count + 1)
            }
        }
    }

    /// The keys of names are one space whatever their slot; every other slot has its own.
    private static func key(_ key: UInt32, _ slot: Int) -> UInt64 {
        UInt64(BlockingKeys.nameSlots.contains(slot) ? 0 : slot) << 32 | UInt64(key)
    }

    private static func signature(of row: Int, in records: borrowing PersonRecords) -> NameSignature {
        let start = row * records.stride
        return NameSignature(
            records.names.entries[Int(records.cells[start + PersonRecords.Cell.forename])].signature
                | records.names.entries[Int(records.cells[start + PersonRecords.Cell.surname])].signature)
    }
}
