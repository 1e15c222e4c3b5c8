/// Which figures say too much by themselves, before anybody adds or subtracts.
package struct PrimarySuppression: Sendable {
    /// The reason for each figure that is hidden.
    package enum Reason: UInt8, Sendable {
        case none = 0
        /// It counts at least one and fewer than the threshold.
        case small = 1
        /// A small group whose members all share what the figure says: all nine were women.
        case sharedTrait = 2
        /// It was hidden in an earlier release of the same records, or differs by too little from what was published then.
        case earlier = 3
    }

    package let reasons: [Reason]
    package let count: Int

    /// Hides small figures alone: one pass over the figures.
    package static func small(_ figures: [Int32], of space: CellSpace) -> [Bool] {
        var isHidden = [Bool](repeating: false, count: figures.count)
        isHidden.withUnsafeMutableBufferPointer { isHidden in
            figures.withUnsafeBufferPointer { figures in
                for view in space.views {
                    let width = UInt32(max(1, view.threshold) - 1)
                    for cell in view.offset..<(view.offset + view.count) {
                        // Zero wraps round to the largest number.
                        isHidden[cell] = UInt32(bitPattern: figures[cell] &- 1) < width
                    }
                }
            }
        }
        return isHidden
    }

    /// - Parameter groupLimit: a group of fewer than this, and no fewer than the threshold, is small: where all of it falls into
    ///   one category, that figure and with it the zeros beside it would say so of each member. No more than the threshold:
    ///   such groups are not looked for.
    /// - Parameter isTold: figures that have to be hidden because of what was published before.
    package init(_ figures: [Int32], of space: CellSpace, groupLimit: Int, isTold: Set<Int> = []) {
        var reasons = PrimarySuppression.small(figures, of: space).map { $0 ? Reason.small : .none }
        var byLevels: [[Int]: Int] = [:]
        for (index, view) in space.views.enumerated() { byLevels[view.levels] = index }
        for view in space.views where groupLimit > view.threshold {
            for dimension in space.dimensions.indices where view.levels[dimension] < space.dimensions[dimension].top {
                var levels = view.levels
                repeat { levels[dimension] += 1 } while byLevels[levels] == nil && levels[dimension] < space.dimensions[dimension].top
                guard let above = byLevels[levels].map({ space.views[$0] }) else { continue }
                let parents = PrimarySuppression.parents(
                    space.dimensions[dimension], from: view.levels[dimension], to: levels[dimension])
                // A group that cannot be split says nothing by not being split.
                var children = [Int](repeating: 0, count: 1 + (parents.max() ?? 0))
                for parent in parents { children[parent] += 1 }
                var alone = space.dimensions.map(\.top)
                alone[dimension] = view.levels[dimension]
                let whole = byLevels[alone].map { space.views[$0].offset }
                /// The category beside one that most records of all have.
                func beside(_ category: Int) -> Int {
                    var best = -1
                    for other in parents.indices where other != category && parents[other] == parents[category] {
                        if best < 0 || whole.map({ figures[$0 + other] > figures[$0 + best] }) ?? false { best = other }
                    }
                    return best
                }
                let stride = view.strides[dimension]
                let size = parents.count
                for cell in 0..<view.count {
                    let figure = Int(figures[view.offset + cell])
                    guard figure >= view.threshold, figure < groupLimit else { continue }
                    let category = cell / stride % size
                    guard children[parents[category]] > 1 else { continue }
                    var place = above.offset
                    for other in space.dimensions.indices where view.strides[other] > 0 {
                        let otherSize = space.dimensions[other].levels[view.levels[other]].labels.count
                        let code = cell / view.strides[other] % otherSize
                        place += (other == dimension ? parents[code] : code) * above.strides[other]
                    }
                    guard Int(figures[place]) == figure else { continue }
                    reasons[view.offset + cell] = .sharedTrait
                    // A zero beside it would say the same of whoever is in the group: the likeliest other one is hidden too.
                    let other = beside(category)
                    guard other >= 0 else { continue }
                    let sibling = view.offset + cell + (other - category) * stride
                    if reasons[sibling] == .none { reasons[sibling] = .sharedTrait }
                }
            }
        }
        for cell in isTold where reasons[cell] == .none { reasons[cell] = .earlier }
        self.reasons = reasons
        count = reasons.count { $0 != .none }
    }

    private static func parents(_ dimension: TableDimension, from level: Int, to parent: Int) -> [Int] {
        let own = dimension.levels[level]
        let above = dimension.levels[parent]
        var parents = [Int](repeating: 0, count: own.labels.count)
        for (leaf, code) in own.codes.enumerated() { parents[Int(code)] = Int(above.codes[leaf]) }
        return parents
    }
}
