/// What of every hidden figure nobody can tell, checked from the witnesses alone and not from how they were found.
///
/// A witness is a point that an attacker with linear programming has to admit: whole, nowhere negative, and with every
/// published figure as it was published. So the interval that an attacker can compute for a figure, however clever they are
/// and however many of these tables they combine, contains the figure of every witness and the truth.
package struct ProtectionProof: Sendable {
    /// For each figure how far below and above the truth it can lie for all that anybody can compute; 0 where it is published.
    package let below: [Int32]
    package let above: [Int32]

    /// Throws `DisclosureProblem.unsafe` where a witness contradicts the publication or a hidden figure is narrower than it
    /// has to be: then nothing may be published.
    package init(
        _ suppression: Suppression, records: RecordCombinations, figures: [Int32], width: (Int) -> Int
    ) throws(DisclosureProblem) {
        let space = records.space
        var below = [Int32](repeating: 0, count: space.cellCount)
        var above = below
        var changed = below
        var touched: [Int] = []
        for witness in suppression.witnesses {
            var seen: Set<UInt64> = []
            for change in witness.changes {
                guard seen.insert(change.key).inserted, records.count(change.key) + Int(change.by) >= 0 else {
                    throw .unsafe("The proof of protection does not hold: a set of records in it has fewer than none of a kind")
                }
                let leaves = records.leaves(change.key)
                for view in space.views.indices {
                    let cell = space.cell(view, of: leaves)
                    if changed[cell] == 0 { touched.append(cell) }
                    changed[cell] += change.by
                }
            }
            for cell in touched where changed[cell] != 0 {
                guard suppression.isHidden[cell] else {
                    throw .unsafe("The proof of protection does not hold: it changes the published figure of \(space.name(of: cell))")
                }
                below[cell] = max(below[cell], -changed[cell])
                above[cell] = max(above[cell], changed[cell])
                changed[cell] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }
        for view in space.views.indices {
            let needed = width(view)
            let range = space.views[view].offset..<(space.views[view].offset + space.views[view].count)
            for cell in range where suppression.isHidden[cell] && Int(below[cell] + above[cell]) < needed {
                throw .unsafe(
                    "The figure of \(space.name(of: cell)) cannot be hidden well enough: from what would be published it could be told to within \(below[cell] + above[cell] + 1)"
                )
            }
            // A hidden figure needs no proof where it need not be wide, but a small one is never shown.
            for cell in range where !suppression.isHidden[cell] && suppression.primary.reasons[cell] != .none {
                throw .unsafe("The figure of \(space.name(of: cell)) is too small to be shown")
            }
        }
        self.below = below
        self.above = above
    }
}
