import Disclosure

/// Withholds counts below the threshold and those from which they could be worked out, with the suppression of `Disclosure`,
/// and gives nothing unless its proof holds over all breakdowns of a unit at once.
///
/// The records of a document are known breakdown by breakdown. Whoever reads it knows no more, so the proof is about any records
/// that give these breakdowns: they are made by counting through all of them side by side. For each withheld count other such
/// records are shown to give the same document and to differ in it by the threshold.
package struct ProvedProtection: FigureProtection {
    package let threshold: Int

    /// - Parameter threshold: at least 2.
    package init(threshold: Int = 5) {
        self.threshold = max(2, threshold)
    }

    package var method: String {
        "Counts from 1 to \(threshold - 1) are not shown; [c] stands for them. Where one of them could be worked out from a "
            + "total, another count is withheld too. That nobody can narrow a withheld count to fewer than \(threshold + 1) values "
            + "from all tables together was proved before this was written."
    }

    package func shown(_ counts: LinkedCounts) -> LinkedCounts.Shown? {
        guard counts.total >= 0, counts.breakdowns.allSatisfy({ isWhole($0, counts.total) }) else { return nil }
        do {
            let parts = try counts.breakdowns.map { try Part($0, threshold: threshold) }
            try prove(parts, total: counts.total)
            return LinkedCounts.Shown(
                total: counts.total == 0 || counts.total >= threshold, counts: parts.map(\.shown), groups: parts.map(\.groupsShown))
        } catch {
            return nil
        }
    }

    private func isWhole(_ breakdown: LinkedCounts.Breakdown, _ total: Int) -> Bool {
        breakdown.counts.allSatisfy { $0 >= 0 } && breakdown.counts.reduce(0, +) == total && total <= Int(Int32.max)
            && (breakdown.groups.isEmpty || breakdown.groups.count == breakdown.counts.count)
    }

    /// One breakdown as a table of one dimension, protected by itself.
    private struct Part {
        let dimension: TableDimension
        let counts: [Int32]
        let space: CellSpace
        let suppression: Suppression

        init(_ breakdown: LinkedCounts.Breakdown, threshold: Int) throws(DisclosureProblem) {
            let number = { (value: Int) in String(repeating: "0", count: max(0, 6 - String(value).count)) + String(value) }
            dimension = try TableDimension(
                name: "breakdown", labels: breakdown.counts.indices.map { "category " + number($0) },
                parents: breakdown.groups.isEmpty ? [] : [("group", breakdown.groups.map { "group " + number($0) })])
            counts = breakdown.counts.map { Int32($0) }
            space = try CellSpace(
                dimensions: [dimension],
                tables: [
                    TableDesign(
                        name: "breakdown", rows: [.init(dimension: 0, levels: Array(0...dimension.top))], columns: [], threshold: threshold)
                ])
            var counted: [UInt64: Int32] = [:]
            for (category, count) in counts.enumerated() where count > 0 { counted[UInt64(category)] = count }
            let records = RecordCombinations(space: space, counted: counted)
            let figures = records.figures()
            let top = dimension.top
            // The total stands in many tables, and is not given up for one of them.
            let total = space.views.first { $0.levels == [top] }?.offset
            suppression = try Suppression.least(
                records: records, figures: figures, primary: PrimarySuppression(figures, of: space, groupLimit: 0),
                width: { _ in threshold }, isShown: { $0 == total && figures[$0] >= threshold })
        }

        /// What of a level is shown.
        func isShown(_ level: Int) -> [Bool] {
            guard let view = space.views.first(where: { $0.levels == [level] }) else { return [] }
            return (view.offset..<(view.offset + view.count)).map { !suppression.isHidden[$0] }
        }

        var shown: [Bool] { isShown(0) }
        var groupsShown: [Bool] { dimension.top > 1 ? isShown(1) : [] }
    }

    // MARK: The proof

    /// Throws `DisclosureProblem.unsafe` where it does not hold.
    ///
    /// Breakdowns that are too many for one space are proved in several: they have nothing in common but the total.
    private func prove(_ parts: [Part], total: Int) throws(DisclosureProblem) {
        var batch: [Part] = []
        var combinations = 1.0
        for part in parts {
            let size = Double(max(1, part.counts.count))
            if batch.count == 50 || combinations * size > 0x1p60 {
                try proveTogether(batch, total: total)
                (batch, combinations) = ([], 1)
            }
            batch.append(part)
            combinations *= size
        }
        try proveTogether(batch, total: total)
    }

    private func proveTogether(_ parts: [Part], total: Int) throws(DisclosureProblem) {
        guard !parts.isEmpty, total > 0 else { return }
        let space = try CellSpace(
            dimensions: parts.map(\.dimension),
            tables: parts.indices.map { index in
                TableDesign(
                    name: "breakdown", rows: [.init(dimension: index, levels: Array(0...parts[index].dimension.top))], columns: [],
                    threshold: threshold)
            })
        let truth = parts.map(\.counts)
        let counted = ProvedProtection.records(truth, space)
        let records = RecordCombinations(space: space, counted: counted)
        let figures = records.figures()
        var isHidden = [Bool](repeating: false, count: space.cellCount)
        for view in space.views {
            let index = parts.indices.first { view.levels[$0] < parts[$0].dimension.top }
            let level = index.map { view.levels[$0] } ?? parts[0].dimension.top
            for (place, isShown) in parts[index ?? 0].isShown(level).enumerated() { isHidden[view.offset + place] = !isShown }
        }
        var witnesses: [Witness] = []
        for (index, part) in parts.enumerated() {
            for witness in part.suppression.witnesses {
                var margins = truth
                var added: Int32 = 0
                for change in witness.changes {
                    margins[index][Int(change.key)] += change.by
                    added += change.by
                }
                for other in parts.indices where other != index && added != 0 {
                    ProvedProtection.add(added, to: &margins[other])
                }
                let others = ProvedProtection.records(margins, space)
                let changes = Set(counted.keys).union(others.keys).sorted().compactMap { key -> Witness.Change? in
                    let by = (others[key] ?? 0) - (counted[key] ?? 0)
                    return by == 0 ? nil : Witness.Change(key: key, by: by)
                }
                witnesses.append(Witness(changes: changes))
            }
        }
        let primary = PrimarySuppression(figures, of: space, groupLimit: 0)
        _ = try ProtectionProof(
            Suppression(primary: primary, isHidden: isHidden, witnesses: witnesses), records: records, figures: figures,
            width: { _ in threshold })
    }

    /// Records that give these breakdowns: counted through side by side, in the order of the categories.
    private static func records(_ margins: [[Int32]], _ space: CellSpace) -> [UInt64: Int32] {
        var place = [Int](repeating: 0, count: margins.count)
        var left = margins
        var found: [UInt64: Int32] = [:]
        while true {
            var key: UInt64 = 0
            var least = Int32.max
            for index in margins.indices {
                while place[index] < left[index].count, left[index][place[index]] <= 0 { place[index] += 1 }
                guard place[index] < left[index].count else { return found }
                key += UInt64(place[index]) * space.leafStrides[index]
                least = min(least, left[index][place[index]])
            }
            found[key, default: 0] += least
            for index in margins.indices { left[index][place[index]] -= least }
        }
    }

    /// More or fewer in categories that have some: where the total is withheld, all of them are.
    private static func add(_ added: Int32, to counts: inout [Int32]) {
        var rest = added
        for category in counts.indices where counts[category] > 0 && rest != 0 {
            let by = max(rest, -counts[category])
            counts[category] += by
            rest -= by
        }
    }
}
