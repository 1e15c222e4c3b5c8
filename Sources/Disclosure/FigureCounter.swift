/// Counts the figures of all views of a space.
///
/// A view that another view refines is added up from the smallest such view, where that is less work than reading the records
/// again: one pass over the records serves many tables. Records are numbered in blocks that stay in the processor's cache.
package struct FigureCounter {
    private let space: CellSpace
    private let columns: [CategoryColumn]
    private let counts: [Int32]?
    private let rowCount: Int

    /// - Parameter columns: for each dimension of the space the column that its level 0 numbers; the categories are the same.
    package init(space: CellSpace, columns: [CategoryColumn], records: CodedRecords) {
        self.space = space
        self.columns = columns
        counts = records.counts
        rowCount = records.rowCount
    }

    /// The figure of every cell.
    package func figures() -> [Int32] {
        var figures = [Int32](repeating: 0, count: space.cellCount)
        let order = space.views.indices.sorted { space.views[$0].count > space.views[$1].count }
        var done: [Int] = []
        figures.withUnsafeMutableBufferPointer { figures in
            for view in order {
                let source = done.filter { refines($0, view) }.min { space.views[$0].count < space.views[$1].count }
                if let source, space.views[source].count < rowCount * 2 {
                    addUp(source, into: view, figures)
                } else {
                    count(view, figures)
                }
                done.append(view)
            }
        }
        return figures
    }

    private func refines(_ fine: Int, _ coarse: Int) -> Bool {
        zip(space.views[fine].levels, space.views[coarse].levels).allSatisfy { $0 <= $1 }
            && zip(space.dimensions, zip(space.views[fine].levels, space.views[coarse].levels)).allSatisfy { dimension, levels in
                levels.0 == levels.1 || levels.0 == 0 || levels.1 == dimension.top
            }
    }

    private func count(_ view: Int, _ figures: UnsafeMutableBufferPointer<Int32>) {
        let offset = Int32(space.views[view].offset)
        let active = space.activeDimensions[view]
        let blockSize = 4096
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: blockSize) { places in
            var start = 0
            while start < rowCount {
                let length = min(blockSize, rowCount - start)
                for index in 0..<length { places[index] = offset }
                for dimension in active {
                    let isLeaf = space.views[view].levels[dimension] == 0
                    let stride = Int32(space.views[view].strides[dimension])
                    columns[dimension].codes.withUnsafeBufferPointer { codes in
                        if isLeaf {
                            for index in 0..<length { places[index] &+= Int32(codes[start + index]) &* stride }
                        } else {
                            space.contributions[view][dimension].withUnsafeBufferPointer { contribution in
                                for index in 0..<length { places[index] &+= contribution[Int(codes[start + index])] }
                            }
                        }
                    }
                }
                if let counts {
                    for index in 0..<length { figures[Int(places[index])] += counts[start + index] }
                } else {
                    for index in 0..<length { figures[Int(places[index])] &+= 1 }
                }
                start += length
            }
        }
    }

    private func addUp(_ source: Int, into view: Int, _ figures: UnsafeMutableBufferPointer<Int32>) {
        let fine = space.views[source]
        let active = space.activeDimensions[source]
        // What each category of the finer view adds to the place in the coarser one.
        let steps: [[Int32]] = active.map { dimension in
            let levels = space.dimensions[dimension].levels
            let own = levels[fine.levels[dimension]]
            let stride = Int32(space.views[view].strides[dimension])
            guard stride > 0 else { return [Int32](repeating: 0, count: own.labels.count) }
            let coarse = levels[space.views[view].levels[dimension]]
            var step = [Int32](repeating: 0, count: own.labels.count)
            for leaf in own.codes.indices { step[Int(own.codes[leaf])] = coarse.codes[leaf] * stride }
            return step
        }
        guard let inner = steps.last else {
            figures[space.views[view].offset] += figures[fine.offset]
            return
        }
        var places = [Int](repeating: 0, count: steps.count)
        var from = fine.offset
        let isSummed = inner.allSatisfy { $0 == 0 }
        let isCopied = inner.indices.allSatisfy { Int(inner[$0]) == $0 }
        let end = fine.offset + fine.count
        inner.withUnsafeBufferPointer { inner in
            while from < end {
                var base = space.views[view].offset
                for index in 0..<(steps.count - 1) { base += Int(steps[index][places[index]]) }
                if isSummed {
                    var sum: Int32 = 0
                    for index in inner.indices { sum &+= figures[from + index] }
                    figures[base] &+= sum
                } else if isCopied {
                    for index in inner.indices { figures[base + index] &+= figures[from + index] }
                } else {
                    for index in inner.indices { figures[base + Int(inner[index])] &+= figures[from + index] }
                }
                from += inner.count
                var index = steps.count - 2
                while index >= 0 {
                    places[index] += 1
                    if places[index] < steps[index].count { break }
                    places[index] = 0
                    index -= 1
                }
            }
        }
    }
}
