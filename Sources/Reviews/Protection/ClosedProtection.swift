/// Withholds counts below the threshold, and as many others as it takes for no withheld count to be worked out from the sums
/// of its own table. Where that cannot be reached, or a sum does not hold, it gives nothing.
///
/// It holds for one table at a time, and for sums in which no two lead round in a circle: a month in a quarter in a year. For
/// tables that cross it is no proof.
package struct ClosedProtection: FigureProtection {
    package let threshold: Int

    /// - Parameter threshold: at least 2.
    package init(threshold: Int = 5) {
        self.threshold = max(2, threshold)
    }

    package var method: String {
        "Counts from 1 to \(threshold - 1) are not shown; [c] stands for them. Where one of them could be worked out from a "
            + "total, another count is withheld too."
    }

    package func shown(_ table: CountTable) -> [Bool]? {
        guard table.sums.allSatisfy({ sum in table.cells[sum.total] == sum.parts.reduce(0) { $0 + table.cells[$1] } }) else {
            return nil
        }
        var shown = table.cells.map { $0 == 0 || $0 >= threshold }
        for _ in 0...table.cells.count {
            guard let exposed = exposedCell(table, shown) else { return shown }
            guard let more = sacrifice(for: exposed, table, shown) else { return nil }
            shown[more] = false
        }
        return nil
    }

    /// What a reader can find out of each cell that is not shown: it is at least 1, and the sums hold.
    func knowable(_ table: CountTable, _ shown: [Bool]) -> [ClosedRange<Int>] {
        let unlimited = 1 << 40
        var low = table.cells.indices.map { shown[$0] ? table.cells[$0] : 1 }
        var high = table.cells.indices.map { shown[$0] ? table.cells[$0] : unlimited }
        var changed = true
        var rounds = 0
        while changed, rounds < 64 {
            changed = false
            rounds += 1
            for sum in table.sums {
                let (lows, highs) = (sum.parts.map { low[$0] }.reduce(0, +), sum.parts.map { high[$0] }.reduce(0, +))
                func narrow(_ cell: Int, _ least: Int, _ most: Int) {
                    if least > low[cell] { (low[cell], changed) = (least, true) }
                    if most < high[cell] { (high[cell], changed) = (most, true) }
                }
                narrow(sum.total, lows, highs)
                for part in sum.parts {
                    narrow(part, low[sum.total] - (highs - high[part]), high[sum.total] - (lows - low[part]))
                }
            }
        }
        return table.cells.indices.map { min(low[$0], high[$0])...max(low[$0], high[$0]) }
    }

    private func exposedCell(_ table: CountTable, _ shown: [Bool]) -> Int? {
        let knowable = knowable(table, shown)
        return table.cells.indices.first { cell in
            !shown[cell]
                && (knowable[cell].upperBound < threshold
                    || knowable[cell].upperBound - knowable[cell].lowerBound < threshold - 1)
        }
    }

    /// The smallest count that shares a sum with the cell and may be given up.
    private func sacrifice(for cell: Int, _ table: CountTable, _ shown: [Bool]) -> Int? {
        func smallest(_ cells: [Int]) -> Int? {
            cells.filter { shown[$0] && table.cells[$0] > 0 && !table.stated.contains($0) }
                .min { (table.cells[$0], $0) < (table.cells[$1], $1) }
        }
        let sums = table.sums.filter { $0.total == cell || $0.parts.contains(cell) }
        return smallest(sums.flatMap(\.parts).filter { $0 != cell }) ?? smallest(sums.map(\.total).filter { $0 != cell })
    }
}
