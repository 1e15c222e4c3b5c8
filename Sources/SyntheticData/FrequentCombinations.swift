/// Which combinations of up to four values appear so often that they may be told.
///
/// A missing value is no value: a combination is made of the values that a row has. Where columns have so many values that the
/// possible combinations do not fit into memory, the ones that are frequent are listed instead.
package struct FrequentCombinations: Sendable {
    private enum Choice {
        /// A bit for each possible combination.
        case bits([UInt64])
        /// The frequent ones in order.
        case listed([UInt64])
    }

    private let length: Int
    private let sizes: [Int]
    private var choices: [Int: Choice] = [:]

    package init(_ table: MicrodataTable, atLeast resolution: Int, upTo length: Int) {
        self.length = min(length, table.columns.count)
        sizes = table.sizes
        let counter = CombinationCounter(table)
        for length in 1...max(1, self.length) {
            for columns in ColumnSubsets.choices(of: sizes.count, length: length) {
                let places = counter.places(columns)
                if places <= 1 << 23 {
                    let counts = counter.counts(columns)
                    var bits = [UInt64](repeating: 0, count: (places + 63) / 64)
                    for (place, count) in counts.enumerated() where count >= resolution { bits[place / 64] |= 1 << UInt64(place % 64) }
                    choices[Self.key(columns)] = .bits(bits)
                } else {
                    choices[Self.key(columns)] = .listed(Self.list(table, columns, sizes, resolution))
                }
            }
        }
    }

    /// Whether all combinations of up to four values of a row that `column` is part of are frequent, if it had this value.
    package func allow(_ row: UnsafePointer<Int32>, _ column: Int, _ value: Int) -> Bool {
        if value == 0 { return true }
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: sizes.count) { others in
            var count = 0
            for other in sizes.indices where other != column && row[other] != 0 {
                others[count] = other
                count += 1
            }
            func code(_ other: Int) -> Int { other == column ? value : Int(row[other]) }
            func isFrequent(_ columns: Int...) -> Bool {
                var sorted = columns
                sorted.sort()
                var place = UInt64(0)
                for column in sorted {
                    let (product, overflow) = place.multipliedReportingOverflow(by: UInt64(sizes[column]))
                    guard !overflow else { return false }
                    place = product + UInt64(code(column))
                }
                switch choices[Self.key(sorted)] {
                case .bits(let bits): return bits[Int(place / 64)] >> (place % 64) & 1 == 1
                case .listed(let places): return Self.holds(places, place)
                case nil: return false
                }
            }
            guard isFrequent(column) else { return false }
            if length < 2 { return true }
            for one in 0..<count {
                guard isFrequent(column, others[one]) else { return false }
                if length < 3 { continue }
                for two in 0..<one {
                    guard isFrequent(column, others[one], others[two]) else { return false }
                    if length < 4 { continue }
                    for three in 0..<two {
                        guard isFrequent(column, others[one], others[two], others[three]) else { return false }
                    }
                }
            }
            return true
        }
    }

    private static func key(_ columns: [Int]) -> Int { columns.reduce(1) { $0 << 6 | $1 } }

    /// The frequent combinations of columns with very many values: the rows' keys in order, and their runs. A product that does
    /// not fit into 64 bits has none.
    private static func list(_ table: MicrodataTable, _ columns: [Int], _ sizes: [Int], _ resolution: Int) -> [UInt64] {
        var product: UInt64 = 1
        for column in columns {
            let (next, overflow) = product.multipliedReportingOverflow(by: UInt64(sizes[column]))
            if overflow { return [] }
            product = next
        }
        var keys = [UInt64](repeating: 0, count: table.rowCount)
        for column in columns {
            let codes = table.columns[column].codes
            for row in keys.indices { keys[row] = keys[row] * UInt64(sizes[column]) + UInt64(codes[row]) }
        }
        keys.sort()
        var frequent: [UInt64] = []
        var start = 0
        for row in keys.indices where row + 1 == keys.count || keys[row + 1] != keys[row] {
            if row + 1 - start >= resolution { frequent.append(keys[row]) }
            start = row + 1
        }
        return frequent
    }

    private static func holds(_ places: [UInt64], _ place: UInt64) -> Bool {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low] == place
    }
}
