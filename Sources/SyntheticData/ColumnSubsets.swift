/// The choices of so many columns out of all, in lexical order.
package enum ColumnSubsets {
    /// All choices of `length` columns.
    package static func choices(of count: Int, length: Int) -> [[Int]] {
        guard length > 0 else { return [[]] }
        var all: [[Int]] = []
        func extend(_ chosen: [Int]) {
            if chosen.count == length {
                all.append(chosen)
                return
            }
            for next in ((chosen.last ?? -1) + 1)..<max(count, (chosen.last ?? -1) + 1) { extend(chosen + [next]) }
        }
        extend([])
        return all
    }
}
