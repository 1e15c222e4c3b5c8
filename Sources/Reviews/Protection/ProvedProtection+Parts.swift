import Disclosure

extension ProvedProtection {
    /// The parts are protected all at once, as if each of them were published, so that what is printed of one of them stays
    /// safe beside all others and the whole. Other breakdowns have nothing in common with this one but the totals of the
    /// parts, which are published, so that it is proved by itself.
    package func shown(_ counts: DividedCounts) -> DividedCounts.Shown? {
        let parts = counts.counts.first?.count ?? 0
        guard parts > 0, counts.counts.count == counts.shown.count, counts.counts.allSatisfy({ $0.count == parts }),
            counts.counts.joined().allSatisfy({ $0 >= 0 }), counts.counts.joined().reduce(0, +) <= Int(Int32.max)
        else { return nil }
        // Whatever keeps it from being proved keeps it from being shown.
        return try? protect(counts, parts: parts)
    }

    private func protect(_ counts: DividedCounts, parts: Int) throws(DisclosureProblem) -> DividedCounts.Shown {
        let number = { (value: Int) in String(repeating: "0", count: max(0, 6 - String(value).count)) + String(value) }
        let categories = try TableDimension(
            name: "category", labels: counts.counts.indices.map { "category " + number($0) },
            parents: counts.groups.isEmpty ? [] : [("group", counts.groups.map { "group " + number($0) })])
        let places = try TableDimension(name: "part", labels: (0..<parts).map { "part " + number($0) })
        let space = try CellSpace(
            dimensions: [categories, places],
            tables: [
                TableDesign(
                    name: "breakdown", rows: [.init(dimension: 0, levels: Array(0...categories.top))],
                    columns: [.init(dimension: 1, levels: [0, 1])], threshold: threshold)
            ])
        var counted: [UInt64: Int32] = [:]
        for (category, row) in counts.counts.enumerated() {
            for (part, count) in row.enumerated() where count > 0 {
                counted[UInt64(category) * space.leafStrides[0] + UInt64(part) * space.leafStrides[1]] = Int32(count)
            }
        }
        let records = RecordCombinations(space: space, counted: counted)
        let figures = records.figures()
        func offset(_ level: Int, _ isPart: Bool) -> Int? {
            space.views.first { $0.levels == [level, isPart ? 0 : 1] }?.offset
        }

        // What is decided: the whole, and the totals of the parts.
        var (told, known): (Set<Int>, Set<Int>) = ([], [])
        func decide(_ level: Int, _ shown: [Bool]) {
            guard let first = offset(level, false) else { return }
            for (place, isShown) in shown.enumerated() { if isShown { known.insert(first + place) } else { told.insert(first + place) } }
        }
        decide(0, counts.shown)
        if categories.top > 1 { decide(1, counts.groupsShown) }
        decide(categories.top, [true])
        if let first = offset(categories.top, true) { known.formUnion(first..<(first + parts)) }
        told.formUnion(sharedTraits(counts, parts: parts, first: offset(0, true) ?? 0))

        let suppression = try Suppression.least(
            records: records, figures: figures, primary: PrimarySuppression(figures, of: space, groupLimit: 0, isTold: told),
            width: { _ in threshold }, isShown: { known.contains($0) })
        _ = try ProtectionProof(suppression, records: records, figures: figures, width: { _ in threshold })
        guard known.allSatisfy({ !suppression.isHidden[$0] }) else {
            throw .unsafe("What is published of the whole would have to be hidden")
        }
        func cells(_ level: Int, _ count: Int) -> [[Bool]] {
            guard let first = offset(level, true) else { return [] }
            return (0..<count).map { category in (0..<parts).map { !suppression.isHidden[first + category * parts + $0] } }
        }
        return DividedCounts.Shown(
            counts: cells(0, counts.counts.count),
            groups: categories.top > 1 ? cells(1, categories.levels[1].labels.count) : [])
    }

    /// Small parts that are all of one kind: the figure would say it of each of their members, and so would the nought beside it.
    private func sharedTraits(_ counts: DividedCounts, parts: Int, first: Int) -> Set<Int> {
        var told: Set<Int> = []
        for part in 0..<parts {
            let own = counts.counts.map { $0[part] }
            let total = own.reduce(0, +)
            guard total >= threshold, total < 2 * threshold, let category = own.firstIndex(of: total), own.count > 1 else { continue }
            told.insert(first + category * parts + part)
            let others = counts.counts.indices.filter { $0 != category }
            if let beside = others.max(by: { (counts.counts[$0].reduce(0, +), $1) < (counts.counts[$1].reduce(0, +), $0) }) {
                told.insert(first + beside * parts + part)
            }
        }
        return told
    }
}
