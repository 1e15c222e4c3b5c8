/// Which figures of some tables are hidden, and the proof that they stay hidden.
package struct Suppression: Sendable {
    package let primary: PrimarySuppression
    package let isHidden: [Bool]
    /// The proof: for each hidden figure two of these (or one and the truth) differ in it by the width that was asked for.
    package let witnesses: [Witness]

    package var hiddenCount: Int { isHidden.count { $0 } }

    package init(primary: PrimarySuppression, isHidden: [Bool], witnesses: [Witness]) {
        self.primary = primary
        self.isHidden = isHidden
        self.witnesses = witnesses
    }

    /// The suppression that loses the least, of those that are found: figures over few dimensions are the most important ones.
    ///
    /// Throws `DisclosureProblem.unsafe` where a figure cannot be hidden, because too much was published before. Whoever uses
    /// the answer has it checked by `ProtectionProof`.
    ///
    /// - Parameter isShown: whether a figure cannot be hidden any more because it was published before.
    package static func least(
        records: RecordCombinations, figures: [Int32], primary: PrimarySuppression, width: (Int) -> Int, isShown: (Int) -> Bool
    ) throws(DisclosureProblem) -> Suppression {
        let exchanged = try SuppressionSearch(
            records: records, figures: figures, primary: primary, width: width, isShown: isShown
        ).search()
        let loss = exchanged.loss(in: records.space)
        guard loss.isCoarse, records.space.cellCount <= mostWalked, records.keys.count <= mostWalked / 16,
            let walked = walked(records, figures, primary, width, isShown)
        else { return exchanged }
        return walked.loss(in: records.space).weight < loss.weight ? walked : exchanged
    }

    /// So many figures are walked through at the most.
    private static let mostWalked = 400_000

    /// Fine figures given up first; nil where that does not suffice.
    private static func walked(
        _ records: RecordCombinations, _ figures: [Int32], _ primary: PrimarySuppression, _ width: (Int) -> Int, _ isShown: (Int) -> Bool
    ) -> Suppression? {
        let space = records.space
        let depths = space.views.map(\.mask.nonzeroBitCount)
        // Coarse are figures over so few dimensions that fewer than half of them are small.
        var count = [Int](repeating: 0, count: space.dimensions.count + 1)
        var small = count
        var needed = [Int32](repeating: 0, count: space.cellCount)
        for (index, view) in space.views.enumerated() {
            let wanted = Int32(width(index))
            for cell in view.offset..<(view.offset + view.count) {
                needed[cell] = wanted
                // No step makes somebody of nobody.
                if figures[cell] == 0, primary.reasons[cell] != .none { return nil }
                if figures[cell] > 0 { count[depths[index]] += 1 }
                if primary.reasons[cell] != .none { small[depths[index]] += 1 }
            }
        }
        guard let coarse = depths.filter({ 2 * small[$0] < count[$0] }).max() else { return nil }
        let walk = WitnessWalk(
            records: records, figures: figures, isHidden: primary.reasons.map { $0 != .none }, needed: needed
        ) { cell in
            if isShown(cell) { return 1_000_000 }
            let view = space.view(of: cell)
            let figure = Float(figures[cell])
            let importance = 0.7 + 0.05 * figure.squareRoot()
            switch coarse - depths[view] {
            case ..<0: return 0
            case 0: return figure < 2.4 * Float(needed[cell]) ? 0 : importance
            case 1: return 8 * importance
            default: return 64 * importance
            }
        }
        guard walk.explore(rounds: 200, steps: 60_000) else { return nil }
        return Suppression(primary: primary, isHidden: walk.isHidden, witnesses: walk.witnesses)
    }

    /// What hiding figures costs beyond those that say too much by themselves: eight times as much with each dimension that a
    /// figure sums up. `isCoarse` where a figure over one dimension or none is among them.
    private func loss(in space: CellSpace) -> (weight: Double, isCoarse: Bool) {
        let deepest = space.views.map(\.mask.nonzeroBitCount).max() ?? 0
        var sum = 0.0
        var isCoarse = false
        for view in space.views {
            let depth = view.mask.nonzeroBitCount
            var weight = 1.0
            for _ in depth..<deepest { weight *= 8 }
            let lost = (view.offset..<(view.offset + view.count)).count { isHidden[$0] && primary.reasons[$0] == .none }
            sum += weight * Double(lost)
            if depth < 2, depth < deepest, lost > 0 { isCoarse = true }
        }
        return (sum, isCoarse)
    }

    /// How much of each kind of margin is shown.
    package struct Kept: Hashable, Sendable {
        /// Over how many dimensions the figures are.
        package let dimensions: Int
        /// The figures above zero, those of them that say too much by themselves, and those that are shown.
        package let figures: Int
        package let small: Int
        package let shown: Int
    }

    /// What is shown of the figures over no dimension (the total of all), over one, and so on.
    package func kept(_ figures: [Int32], in space: CellSpace) -> [Kept] {
        (0...space.dimensions.count).compactMap { depth in
            let cells = space.views.filter { $0.mask.nonzeroBitCount == depth }
                .flatMap { $0.offset..<($0.offset + $0.count) }.filter { figures[$0] > 0 }
            guard !cells.isEmpty else { return nil }
            return Kept(
                dimensions: depth, figures: cells.count, small: cells.count { primary.reasons[$0] != .none },
                shown: cells.count { !isHidden[$0] })
        }
    }
}
