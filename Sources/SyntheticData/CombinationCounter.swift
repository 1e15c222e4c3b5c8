/// Counts how often each combination of values of a few columns appears.
///
/// Each choice of columns has an array with one place for each possible combination, in mixed radix (the last column moves
/// fastest). Several choices share a pass over the rows: a wider choice is counted and the narrower ones are added up from it
/// where the wider array stays small (Gray and others, Data Cube: a relational aggregation operator, 1997, with the smallest-parent rule).
package struct CombinationCounter: Sendable {
    private let table: MicrodataTable
    private let sizes: [Int]

    /// The most places that one array may have.
    package static let mostPlaces = 1 << 26

    package init(_ table: MicrodataTable) {
        self.table = table
        sizes = table.sizes
    }

    /// The number of combinations that these columns can have.
    package func places(_ columns: [Int]) -> Int {
        var product = 1
        for column in columns {
            let (next, overflow) = product.multipliedReportingOverflow(by: sizes[column])
            if overflow { return .max }
            product = next
        }
        return product
    }

    /// The counts of one choice of columns.
    package func counts(_ columns: [Int]) -> [UInt32] {
        let rowCount = table.rowCount
        return [UInt32](unsafeUninitializedCapacity: places(columns)) { counts, filled in
            counts.initialize(repeating: 0)
            filled = counts.count
            guard rowCount > 0 else { return }
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: rowCount) { keys in
                keys.initialize(repeating: 0)
                for column in columns { Self.extend(keys, table.columns[column].codes, UInt32(sizes[column])) }
                for key in keys { counts[Int(key)] &+= 1 }
            }
        }
    }

    private static func extend(_ keys: UnsafeMutableBufferPointer<UInt32>, _ codes: [UInt16], _ size: UInt32) {
        codes.withUnsafeBufferPointer { codes in
            for row in 0..<keys.count { keys[row] = keys[row] &* size &+ UInt32(codes[row]) }
        }
    }

    /// Tells `body` the counts of every choice of one to `length` columns (three at the most); the array stands during the call.
    package func eachChoice(upTo length: Int, _ body: ([Int], UnsafeBufferPointer<UInt32>) -> Void) {
        precondition((1...3).contains(length))
        let count = sizes.count
        guard count > 0 else { return }
        let plan = CountingPlan(sizes: sizes, length: min(length, count))
        let rowCount = table.rowCount
        let keys = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: max(rowCount, 1) * 2)
        defer { keys.deallocate() }
        let prefix = UnsafeMutableBufferPointer(rebasing: keys[..<rowCount])
        var prefixColumns: [Int] = []
        for group in plan.groups {
            let places = group.columns.reduce(1) { $0 * sizes[$1] }
            let shared = Array(group.columns.dropLast())
            if shared != prefixColumns {
                prefix.initialize(repeating: 0)
                for column in shared { Self.extend(prefix, table.columns[column].codes, UInt32(sizes[column])) }
                prefixColumns = shared
            }
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: places) { counts in
                counts.initialize(repeating: 0)
                let last = group.columns[group.columns.count - 1]
                let size = UInt32(sizes[last])
                table.columns[last].codes.withUnsafeBufferPointer { codes in
                    for row in 0..<rowCount { counts[Int(prefix[row] &* size &+ UInt32(codes[row]))] &+= 1 }
                }
                for choice in group.choices {
                    if choice == group.columns {
                        body(choice, UnsafeBufferPointer(counts))
                    } else {
                        reduce(UnsafeBufferPointer(counts), group.columns, to: choice, body)
                    }
                }
            }
        }
    }

    /// Adds up the counts of `columns` for some of them.
    private func reduce(
        _ counts: UnsafeBufferPointer<UInt32>, _ columns: [Int], to choice: [Int],
        _ body: ([Int], UnsafeBufferPointer<UInt32>) -> Void
    ) {
        // Columns are folded away one at a time, the last first, so that most of the work is done on long runs.
        var current = Array(counts)
        var left = columns
        for position in columns.indices.reversed() where !choice.contains(columns[position]) {
            let inner = left[(position + 1)...].reduce(1) { $0 * sizes[$1] }
            let middle = sizes[left[position]]
            let outer = left[..<position].reduce(1) { $0 * sizes[$1] }
            var folded = [UInt32](repeating: 0, count: outer * inner)
            folded.withUnsafeMutableBufferPointer { folded in
                current.withUnsafeBufferPointer { current in
                    for high in 0..<outer {
                        for value in 0..<middle {
                            let from = (high * middle + value) * inner
                            let to = high * inner
                            for low in 0..<inner { folded[to + low] &+= current[from + low] }
                        }
                    }
                }
            }
            current = folded
            left.remove(at: position)
        }
        current.withUnsafeBufferPointer { body(choice, $0) }
    }
}

/// Which choices of columns are counted together.
struct CountingPlan {
    struct Group {
        /// What is counted row by row.
        var columns: [Int]
        /// What is told from it; `columns` itself may be among them.
        var choices: [[Int]]
    }

    private(set) var groups: [Group] = []

    /// An array of so many places stays in the nearest memory and is folded quickly.
    private static let handy = 6_000

    init(sizes: [Int], length: Int) {
        var open = Set(ColumnSubsets.choices(of: sizes.count, length: length))
        let order = sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
        func places(_ columns: [Int]) -> Int { columns.reduce(1) { $0 * sizes[$1] } }
        for choice in open.sorted(by: { (places($0), $0.description) > (places($1), $1.description) }) where open.contains(choice) {
            // Take in the columns that bring most choices which are still open, as long as the array stays handy.
            var columns = choice
            while true {
                var best: (column: Int, gain: Double)?
                for column in order where !columns.contains(column) && places(columns) * sizes[column] <= Self.handy {
                    let pairs = ColumnSubsets.choices(of: columns.count, length: length - 1)
                    let gain = pairs.count { open.contains(($0.map { columns[$0] } + [column]).sorted()) }
                    let value = Double(gain) / Double(sizes[column])
                    if gain > 0, value > best?.gain ?? 0 { best = (column, value) }
                }
                guard let best else { break }
                columns.append(best.column)
            }
            columns.sort()
            let covered = ColumnSubsets.choices(of: columns.count, length: length).map { $0.map { columns[$0] } }
                .filter { open.remove($0) != nil }
            groups.append(Group(columns: columns, choices: covered))
        }
        // The shorter choices are told from one of the length above.
        for shorter in stride(from: length - 1, to: 0, by: -1) {
            for choice in ColumnSubsets.choices(of: sizes.count, length: shorter) {
                let least = groups.indices.filter { Set(groups[$0].columns).isSuperset(of: choice) }
                    .min { places(groups[$0].columns) < places(groups[$1].columns) }
                if let least { groups[least].choices.append(choice) }
            }
        }
        groups.sort { $0.columns.lexicographicallyPrecedes($1.columns) }
    }
}
