/// Figures rounded to multiples of a base so that every total is still the sum of its parts, in all tables at once.
///
/// Each combination of categories goes up or down to one of the two multiples beside it, and every figure is the sum of these:
/// so no total tells more than the combinations themselves (Cox 1987; here for many linked tables, by local search). Which way
/// each goes is chosen so that the totals stay near the truth. The same records give the same figures each time, so that
/// repeating a release averages nothing out.
package struct ControlledRounding: Sendable {
    package let figures: [Int32]
    /// The sum of how far all figures are from the truth.
    package let valueLost: Int

    package init(records: RecordCombinations, figures truth: [Int32], base: Int) {
        let space = records.space
        let base = Int32(max(1, base))
        let viewCount = space.views.count
        var cells = [Int32](repeating: 0, count: records.keys.count * viewCount)
        for (index, key) in records.keys.enumerated() {
            let leaves = records.leaves(key)
            for view in 0..<viewCount { cells[index * viewCount + view] = Int32(space.cell(view, of: leaves)) }
        }
        var rounded = records.counts.map { $0 / base * base }
        var error = [Int32](repeating: 0, count: space.cellCount)
        func shift(_ index: Int, _ by: Int32) {
            for view in 0..<viewCount { error[Int(cells[index * viewCount + view])] += by }
        }
        for index in rounded.indices { shift(index, rounded[index] - records.counts[index]) }
        /// By how much the sum of squares changes.
        func gain(_ index: Int, _ by: Int32) -> Int {
            var sum = 0
            for view in 0..<viewCount {
                sum += Int(by) * (2 * Int(error[Int(cells[index * viewCount + view])]) + Int(by))
            }
            return sum
        }
        let movable = rounded.indices.filter { records.counts[$0] % base != 0 }
        for _ in 0..<30 {
            var moves = 0
            for index in movable {
                let by = rounded[index] > records.counts[index] ? -base : base
                guard gain(index, by) < 0 else { continue }
                rounded[index] += by
                shift(index, by)
                moves += 1
            }
            if moves == 0 { break }
        }
        figures = truth.indices.map { truth[$0] + error[$0] }
        valueLost = error.reduce(0) { $0 + Int(abs($1)) }
    }
}
