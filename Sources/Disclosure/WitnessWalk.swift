/// Walks through the sets of records that give the same coarse figures as the true ones, and keeps some of them as witnesses.
///
/// Where nearly every fine figure is small, they are hidden anyway, and it is the coarse figures that matter. So here the fine
/// ones are given up first, and sets of records are looked for in which they differ and the coarse ones do not. A step takes two
/// records that exchange some of their categories (Dalenius and Reiss 1982, data swapping), which no figure notices that sees
/// only these categories or none of them; steps are taken by Metropolis's rule, towards what still needs a width and away from
/// what a coarse figure would notice. Where a figure cannot be hidden so, the cheapest coarse ones are given up for it.
///
/// No step leaves the combinations that records have, so figures of zero stay.
final class WitnessWalk {
    private let space: CellSpace
    private let records: RecordCombinations
    private let leafCount: Int
    private let viewCount: Int
    private let truth: [Int32]
    private let needed: [Int32]
    /// The figures of each combination, view by view.
    private let cells: [Int32]

    /// The views with figures to be kept, and the place of each figure of theirs in the arrays below.
    private let coarseViews: [Int]
    private let coarseCells: [Int32]
    private let placeOfCell: [Int32]
    private let cellOfPlace: [Int32]
    /// What it costs that a kept figure differs; 0 where it is hidden.
    private var price: [Float]
    private var change: [Int32]
    private var held: [Int32]

    private(set) var isHidden: [Bool]
    private var low: [Int32]
    private var high: [Int32]
    private(set) var witnesses: [Witness] = []

    private struct Grouping {
        let set: UInt64
        /// The combinations that agree in all other dimensions, and those that agree in these.
        let byRest: Groups
        let bySet: Groups
    }
    private struct Groups {
        var order: [Int32]
        var start: [Int32]
        var length: [Int32]
    }
    private var groupings: [Grouping] = []
    private var leafOfKey: [UInt64: Int32] = [:]
    private let denseLeaf: [Int32]
    private let keys: [UInt64]
    private let partial: [[UInt64]]
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// By how much each combination draws records.
    private var gain: [Float]
    /// The combinations that each figure counts.
    private let members: [[Int32]]

    init(
        records: RecordCombinations, figures: [Int32], isHidden: [Bool], needed: [Int32], keptPrice: (Int) -> Float
    ) {
        let space = records.space
        self.space = space
        self.records = records
        leafCount = records.keys.count
        viewCount = space.views.count
        truth = figures
        self.needed = needed
        self.isHidden = isHidden
        keys = records.keys
        var cells = [Int32](repeating: 0, count: leafCount * viewCount)
        for (leaf, key) in records.keys.enumerated() {
            let leaves = records.leaves(key)
            for view in 0..<viewCount { cells[leaf * viewCount + view] = Int32(space.cell(view, of: leaves)) }
        }
        self.cells = cells
        low = [Int32](repeating: 0, count: space.cellCount)
        high = low
        held = records.counts
        gain = [Float](repeating: 0, count: leafCount)
        // Kept figures.
        var place = [Int32](repeating: -1, count: space.cellCount)
        var coarse: [Int] = []
        var order: [Int32] = []
        var prices: [Float] = []
        for (index, view) in space.views.enumerated() {
            let own = (view.offset..<(view.offset + view.count)).filter { figures[$0] > 0 }
            guard own.contains(where: { keptPrice($0) > 0 }) else { continue }
            coarse.append(index)
            for cell in own {
                place[cell] = Int32(order.count)
                order.append(Int32(cell))
                prices.append(isHidden[cell] ? 0 : keptPrice(cell))
            }
        }
        coarseViews = coarse
        placeOfCell = place
        cellOfPlace = order
        price = prices
        change = [Int32](repeating: 0, count: order.count)
        var coarseCells: [Int32] = []
        coarseCells.reserveCapacity(leafCount * coarse.count)
        for leaf in 0..<leafCount {
            for view in coarse { coarseCells.append(place[Int(cells[leaf * viewCount + view])]) }
        }
        self.coarseCells = coarseCells
        // The combinations by what they have in common.
        let dimensions = space.dimensions.count
        var sets: [UInt64] = []
        for first in 0..<dimensions {
            sets.append(1 << UInt64(first))
            for second in 0..<first { sets.append(1 << UInt64(first) | 1 << UInt64(second)) }
        }
        let sizes = space.dimensions.map { UInt64($0.levels[0].labels.count) }
        let product = sizes.reduce(UInt64(1)) { $0 &* max(1, $1) }
        if product <= 1 << 22 {
            var dense = [Int32](repeating: -1, count: Int(product))
            for (leaf, key) in records.keys.enumerated() { dense[Int(key)] = Int32(leaf) }
            denseLeaf = dense
        } else {
            denseLeaf = []
            for (leaf, key) in records.keys.enumerated() { leafOfKey[key] = Int32(leaf) }
        }
        let leavesOf = records.keys.map { records.leaves($0) }
        var partial: [[UInt64]] = []
        for set in sets {
            let part = leavesOf.map { leaves in
                var sum: UInt64 = 0
                for dimension in 0..<dimensions where set >> UInt64(dimension) & 1 == 1 {
                    sum += UInt64(leaves[dimension]) * space.leafStrides[dimension]
                }
                return sum
            }
            partial.append(part)
            groupings.append(
                Grouping(
                    set: set, byRest: WitnessWalk.groups(zip(records.keys, part).map { $0 - $1 }), bySet: WitnessWalk.groups(part)))
        }
        self.partial = partial
        var members = [[Int32]](repeating: [], count: space.cellCount)
        for leaf in 0..<leafCount {
            for view in 0..<viewCount { members[Int(cells[leaf * viewCount + view])].append(Int32(leaf)) }
        }
        self.members = members
    }

    private static func groups(_ values: [UInt64]) -> Groups {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var start = [Int32](repeating: 0, count: values.count)
        var length = start
        var from = 0
        while from < order.count {
            var end = from
            while end < order.count, values[order[end]] == values[order[from]] { end += 1 }
            for index in from..<end {
                start[order[index]] = Int32(from)
                length[order[index]] = Int32(end - from)
            }
            from = end
        }
        return Groups(order: order.map { Int32($0) }, start: start, length: length)
    }

    // MARK: Numbers

    private func random() -> UInt32 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let mixed = (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }

    private func below(_ limit: Int) -> Int { Int((UInt64(random()) &* UInt64(limit)) >> 32) }

    private func chance() -> Float { Float(random() >> 8) / Float(1 << 24) }

    // MARK: Steps

    private struct Step {
        var from = 0
        var to = 0
        /// The other record, which goes from `back` to `there`; -1 where one alone changes.
        var back = -1
        var there = -1
    }

    private func leaf(_ key: UInt64) -> Int {
        denseLeaf.isEmpty ? Int(leafOfKey[key] ?? -1) : Int(denseLeaf[Int(key)])
    }

    /// A step that takes a record from a combination or brings one to it; nil where none was found at the first try.
    private func propose(_ leaf: Int, arriving: Bool) -> Step? {
        let index = below(groupings.count)
        let rest = groupings[index].byRest
        let length = Int(rest.length[leaf])
        guard length > 1 else { return nil }
        let other = Int(rest.order[Int(rest.start[leaf]) + below(length)])
        guard other != leaf else { return nil }
        let from = arriving ? other : leaf
        let to = arriving ? leaf : other
        guard held[from] > 0 else { return nil }
        if random() & 15 == 0 { return Step(from: from, to: to) }
        let same = groupings[index].bySet
        let back = Int(same.order[Int(same.start[to]) + below(Int(same.length[to]))])
        guard held[back] > 0, back != to else { return nil }
        let part = partial[index]
        let there = self.leaf(keys[back] - part[back] + part[from])
        guard there >= 0, there != from else { return nil }
        return Step(from: from, to: to, back: back, there: there)
    }

    private static func cost(_ change: Int32) -> Float { change == 0 ? 0 : 0.7 + 0.3 * Float(abs(change)) }

    /// What a step costs in kept figures.
    private func cost(_ step: Step) -> Float {
        var sum: Float = 0
        let count = coarseViews.count
        coarseCells.withUnsafeBufferPointer { cells in
            change.withUnsafeBufferPointer { change in
                price.withUnsafeBufferPointer { price in
                    func add(_ place: Int32, _ by: Int32) {
                        let place = Int(place)
                        let worth = price[place]
                        if worth > 0 { sum += worth * (WitnessWalk.cost(change[place] + by) - WitnessWalk.cost(change[place])) }
                    }
                    for view in 0..<count {
                        let from = cells[step.from * count + view]
                        let to = cells[step.to * count + view]
                        if from == to { continue }
                        if step.back < 0 {
                            add(from, -1)
                            add(to, 1)
                            continue
                        }
                        let there = cells[step.there * count + view]
                        if from == there { continue }
                        add(from, -1)
                        add(to, 1)
                        add(cells[step.back * count + view], -1)
                        add(there, 1)
                    }
                }
            }
        }
        return sum
    }

    private func take(_ step: Step) {
        put(step.from, -1)
        put(step.to, 1)
        guard step.back >= 0 else { return }
        put(step.back, -1)
        put(step.there, 1)
    }

    private func put(_ leaf: Int, _ by: Int32) {
        held[leaf] += by
        let count = coarseViews.count
        for view in 0..<count { change[Int(coarseCells[leaf * count + view])] += by }
    }

    private func gained(_ step: Step) -> Float {
        var sum = gain[step.to] - gain[step.from]
        if step.back >= 0 { sum += gain[step.there] - gain[step.back] }
        return sum
    }

    /// Metropolis's rule: what is better always, what is worse the less often the worse it is.
    private func accepts(_ score: Float, _ temperature: Float) -> Bool {
        if score >= 0 { return true }
        let exponent = score / temperature
        guard exponent > -16 else { return false }
        var power = 1 + exponent / 256
        for _ in 0..<8 { power *= power }
        return chance() < power
    }

    // MARK: Rounds

    /// Round after round until every hidden figure is wide enough; false where that is not reached.
    ///
    /// In each round some of what is too narrow draws records, for as long as it takes kept figures out of balance; then steps
    /// are taken until they balance again. What does not is hidden, where that widens enough figures.
    func explore(rounds: Int, steps: Int) -> Bool {
        var open = narrow()
        var draws = (0..<leafCount).map { _ in chance() < WitnessWalk.share }
        var insistence: Float = 0
        var stalls = 0
        for _ in 0..<rounds where !open.isEmpty {
            let before = held
            for leaf in 0..<leafCount where chance() < 0.2 { draws[leaf] = chance() < WitnessWalk.share }
            let directions = open.map { cell -> Float in
                // Some give records away, as far as they have not given all.
                if draws[Int(members[cell][0])] { return 1 }
                return truth[cell] + low[cell] > 0 ? -1 : 0
            }
            for _ in 0..<4 {
                aim(open, directions)
                wander(steps / 4, temperature: WitnessWalk.heat, pull: WitnessWalk.pull)
                if insistence == 0 { for leaf in gain.indices { gain[leaf] = 0 } }
                for share: Float in [0.8, 0.6, 0.5] { wander(steps / 12, temperature: WitnessWalk.heat * share, pull: insistence) }
            }
            if insistence > 0 { aim(open, directions) }
            balance(steps * (insistence == 0 ? 6 : 2), pull: insistence)
            let price = change.indices.reduce(Float(0)) { $0 + (change[$1] != 0 ? self.price[$1] : 0) }
            let reached = changes()
            let widened = widened(open, by: reached)
            if price <= (0.1 + insistence) * widened { commit(reached) } else { stand(at: before) }
            // Where too little is won, more may be given for it.
            if widened < 0.03 * Float(open.count) { stalls += 1 }
            if stalls == 3 {
                stalls = 0
                insistence = insistence == 0 ? 0.25 : min(16, insistence * 1.5)
            }
            open = narrow()
        }
        return open.isEmpty
    }

    /// How many combinations draw records at a time, how strongly, and at which temperature: found by trying.
    private static let share: Float = 0.3
    private static let pull: Float = 3
    private static let heat: Float = 1.5

    /// How many figures would be wide enough, counting parts.
    private func widened(_ open: [Int], by reached: [Int32]) -> Float {
        open.reduce(Float(0)) { sum, cell in
            let width = max(high[cell], reached[cell]) - min(low[cell], reached[cell])
            return sum + Float(min(width, needed[cell]) - (high[cell] - low[cell])) / Float(needed[cell])
        }
    }

    private func narrow() -> [Int] {
        isHidden.indices.filter { isHidden[$0] && high[$0] - low[$0] < needed[$0] }
    }

    /// Each combination draws records as much as figures need that count it.
    private func aim(_ open: [Int], _ directions: [Float]) {
        var direction = [Float](repeating: 0, count: space.cellCount)
        let reached = changes()
        for (cell, sign) in zip(open, directions) {
            let width = max(high[cell], reached[cell]) - min(low[cell], reached[cell])
            if width < needed[cell] { direction[cell] = sign }
        }
        for leaf in 0..<leafCount {
            var sum: Float = 0
            for view in 0..<viewCount { sum += direction[Int(cells[leaf * viewCount + view])] }
            gain[leaf] = max(-2, min(2, sum))
        }
    }

    /// By how much each figure differs from the truth.
    private func changes() -> [Int32] {
        var sums = [Int32](repeating: 0, count: space.cellCount)
        for leaf in 0..<leafCount {
            let by = held[leaf] - records.counts[leaf]
            if by != 0 { for view in 0..<viewCount { sums[Int(cells[leaf * viewCount + view])] += by } }
        }
        return sums
    }

    private func wander(_ steps: Int, temperature: Float, pull: Float) {
        let wanted = gain.indices.filter { gain[$0] != 0 }
        for _ in 0..<steps {
            let leaf = wanted.isEmpty || random() & 1 == 0 ? below(leafCount) : wanted[below(wanted.count)]
            guard let step = propose(leaf, arriving: gain[leaf] > 0) else { continue }
            if accepts(pull * gained(step) - cost(step), temperature) { take(step) }
        }
    }

    /// Takes steps until no kept figure differs, or as many as were said.
    private func balance(_ steps: Int, pull: Float) {
        var wrong: [Int] = []
        for step in 0..<steps {
            if step & 63 == 0 || wrong.isEmpty {
                wrong = change.indices.filter { change[$0] != 0 && price[$0] > 0 }
                if wrong.isEmpty { return }
            }
            let place = wrong[below(wrong.count)]
            guard change[place] != 0 else { continue }
            let members = members[Int(cellOfPlace[place])]
            guard let step = propose(Int(members[below(members.count)]), arriving: change[place] < 0) else { continue }
            if accepts(pull * gained(step) - cost(step), 0.25) { take(step) }
        }
    }

    private func stand(at held: [Int32]) {
        for leaf in 0..<leafCount where self.held[leaf] != held[leaf] { put(leaf, held[leaf] - self.held[leaf]) }
    }

    /// Keeps where it stands as a witness; what it changes is hidden.
    private func commit(_ reached: [Int32]) {
        var widens = false
        for cell in reached.indices where reached[cell] != 0 {
            if !isHidden[cell] {
                isHidden[cell] = true
                if placeOfCell[cell] >= 0 { price[Int(placeOfCell[cell])] = 0 }
            }
            let isNarrow = high[cell] - low[cell] < needed[cell]
            if isNarrow, reached[cell] < low[cell] || reached[cell] > high[cell] { widens = true }
            low[cell] = min(low[cell], reached[cell])
            high[cell] = max(high[cell], reached[cell])
        }
        guard widens else { return }
        witnesses.append(
            Witness(
                changes: (0..<leafCount).compactMap { leaf in
                    let by = held[leaf] - records.counts[leaf]
                    return by == 0 ? nil : Witness.Change(key: records.keys[leaf], by: by)
                }))
    }
}
