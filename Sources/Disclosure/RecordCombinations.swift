/// The combinations of categories that records have, over all dimensions of a space, each with how many have it.
///
/// This is what is behind all figures: whoever knew it would know every table.
package struct RecordCombinations: Sendable {
    package let space: CellSpace
    /// The combinations' numbers, ascending.
    package let keys: [UInt64]
    package let counts: [Int32]
    let place: [UInt64: Int32]

    package init(space: CellSpace, columns: [CategoryColumn], records: CodedRecords) {
        var all = [UInt64](repeating: 0, count: records.rowCount)
        for (dimension, column) in columns.enumerated() {
            let stride = space.leafStrides[dimension]
            for row in all.indices { all[row] &+= UInt64(column.codes[row]) &* stride }
        }
        var found: [UInt64: Int32] = [:]
        for (row, key) in all.enumerated() {
            let count = records.counts?[row] ?? 1
            if count > 0 { found[key, default: 0] += count }
        }
        self.init(space: space, counted: found)
    }

    package init(space: CellSpace, counted: [UInt64: Int32]) {
        self.space = space
        keys = counted.keys.sorted()
        counts = keys.map { counted[$0] ?? 0 }
        var place: [UInt64: Int32] = [:]
        place.reserveCapacity(keys.count)
        for (index, key) in keys.enumerated() { place[key] = Int32(index) }
        self.place = place
    }

    /// How many records have a combination.
    package func count(_ key: UInt64) -> Int {
        place[key].map { Int(counts[Int($0)]) } ?? 0
    }

    /// The categories of level 0 of a combination.
    package func leaves(_ key: UInt64) -> [UInt16] {
        var rest = key
        return space.leafStrides.map { stride in
            let code = rest / stride
            rest -= code * stride
            return UInt16(code)
        }
    }

    /// The figure of every cell, added up from the combinations.
    package func figures() -> [Int32] {
        var figures = [Int32](repeating: 0, count: space.cellCount)
        for (index, key) in keys.enumerated() {
            let leaves = leaves(key)
            for view in space.views.indices { figures[space.cell(view, of: leaves)] += counts[index] }
        }
        return figures
    }
}
