/// Finds what has to be hidden beside the small figures so that nobody can work them out, and with it the proof.
///
/// For each hidden figure it looks for other sets of records with the same publication in which that figure is different. It
/// makes them of *exchanges*: a few records change some of their categories so that every figure that does not see all of
/// these dimensions at once stays as it is (the corners of a box, every other one more and every other one less; the
/// hypercubes of Repsilber 1994 and Gießing 2002, here as changes of records). A figure that an exchange changes and that is
/// published has to be hidden as well: that is its price, and the cheapest exchange is taken. What is hidden then needs a
/// width of its own. In the end witnesses without which the proof holds are given up, and what they alone hid is shown again.
package struct SuppressionSearch: ~Copyable {
    private let space: CellSpace
    private let records: RecordCombinations
    private let figures: [Int32]
    private let primary: PrimarySuppression
    private let dimensionCount: Int
    private let viewCount: Int

    private var isHidden: [Bool]
    /// What hiding a figure costs; 0 where it is hidden, infinite where it may not be.
    private var price: [Float]
    private var low: [Int32]
    private var high: [Int32]
    private var lowAt: [Int32]
    private var highAt: [Int32]
    private var needed: [Int32]
    private var witnesses: [[Witness.Change]] = []
    private var reached: [[(cell: Int32, by: Int32)]] = []
    private var remembered: [Int32: UInt64] = [:]
    private var queues: [[Int32]]

    private var scratch: [Int32]

    private let contribution: [Int32]
    private let contributionStart: [Int]
    private var viewsSeeing: [UInt64: [Int]] = [:]
    private var lines: [[UInt64: [Int32]]]
    private var pairs: [[UInt64: [Int32]]]
    private let coordinates: [UInt16]
    /// For each view that was asked for: the combinations in the order of its figures, and where each figure's begin.
    private var members: [Int: (order: [Int32], cells: [Int32])] = [:]

    /// Where a search has come to: another set of records, as changes from the true ones.
    private typealias Standing = [UInt64: Int32]

    private struct Exchange {
        var price = Float.infinity
        var score = Float.infinity
        var amount: Int32 = 0
        var start: UInt64 = 0
        var dimensions: [Int] = []
        var others: [UInt16] = []
        var sign: Int32 = 0
    }

    /// - Parameters:
    ///   - isShown: whether a figure cannot be hidden any more because it was published before.
    package init(
        records: RecordCombinations, figures: [Int32], primary: PrimarySuppression, width: (Int) -> Int,
        isShown: (Int) -> Bool
    ) {
        space = records.space
        self.records = records
        self.figures = figures
        self.primary = primary
        dimensionCount = space.dimensions.count
        viewCount = space.views.count
        let cells = space.cellCount
        isHidden = primary.reasons.map { $0 != .none }
        low = [Int32](repeating: 0, count: cells)
        high = low
        lowAt = [Int32](repeating: -1, count: cells)
        highAt = lowAt
        scratch = low
        needed = low
        price = [Float](repeating: 0, count: cells)
        var flat: [Int32] = []
        var starts: [Int] = []
        for view in space.views.indices {
            let wanted = Int32(width(view))
            let range = space.views[view].offset..<(space.views[view].offset + space.views[view].count)
            for cell in range {
                needed[cell] = wanted
                if !isHidden[cell] { price[cell] = isShown(cell) ? .infinity : SuppressionSearch.worth(figures[cell]) }
            }
            for dimension in space.dimensions.indices {
                starts.append(flat.count)
                let own = space.contributions[view][dimension]
                flat += own.isEmpty ? [Int32](repeating: 0, count: space.dimensions[dimension].levels[0].labels.count) : own
            }
        }
        contribution = flat
        contributionStart = starts
        var coordinates: [UInt16] = []
        coordinates.reserveCapacity(records.keys.count * dimensionCount)
        for key in records.keys { coordinates += records.leaves(key) }
        self.coordinates = coordinates
        lines = Array(repeating: [:], count: dimensionCount)
        pairs = Array(repeating: [:], count: dimensionCount * dimensionCount)
        queues = Array(repeating: [], count: dimensionCount + 1)
    }

    /// How important a figure is: each counts as one, and the more the more people it tells of. Hiding a zero costs more than it
    /// seems, because others have to be hidden for it in turn.
    private static func worth(_ figure: Int32) -> Float { figure == 0 ? 8 : 1 + 0.25 * Float(figure).squareRoot() }

    /// Throws `DisclosureProblem.unsafe` where a figure cannot be hidden, because too much was published before.
    package consuming func search() throws(DisclosureProblem) -> Suppression {
        prepare()
        for cell in isHidden.indices where isHidden[cell] { enqueue(cell) }
        // Coarse figures first: what hides them hides finer ones with them.
        while let place = queues.firstIndex(where: { !$0.isEmpty }) {
            let cell = Int(queues[place].removeLast())
            if high[cell] - low[cell] < needed[cell] { try protect(cell) }
        }
        prune()
        return Suppression(
            primary: primary, isHidden: isHidden,
            witnesses: witnesses.filter { !$0.isEmpty }.map { Witness(changes: $0) })
    }

    private mutating func prepare() {
        for (index, key) in records.keys.enumerated() {
            let base = index * dimensionCount
            for first in 0..<dimensionCount {
                let line = key - UInt64(coordinates[base + first]) * space.leafStrides[first]
                lines[first][line, default: []].append(Int32(index))
                for second in 0..<first {
                    pairs[first * dimensionCount + second][
                        line - UInt64(coordinates[base + second]) * space.leafStrides[second], default: []
                    ].append(Int32(index))
                }
            }
        }
    }

    /// The combinations that count for a figure, those of most records first, at most `limit` of them.
    private mutating func combinations(in cell: Int, view: Int, limit: Int) -> [Int32] {
        if members[view] == nil {
            let cells = (0..<records.keys.count).map { index in
                var cell = Int32(space.views[view].offset)
                for dimension in 0..<dimensionCount {
                    let start = contributionStart[view * dimensionCount + dimension]
                    cell += contribution[start + Int(coordinates[index * dimensionCount + dimension])]
                }
                return cell
            }
            let order = cells.indices.sorted {
                (cells[$0], records.counts[$1], $0) < (cells[$1], records.counts[$0], $1)
            }
            members[view] = (order.map { Int32($0) }, order.map { cells[$0] })
        }
        guard let (order, cells) = members[view] else { return [] }
        var first = 0
        var end = cells.count
        while first < end {
            let middle = (first + end) / 2
            if cells[middle] < Int32(cell) { first = middle + 1 } else { end = middle }
        }
        var found: [Int32] = []
        while first < cells.count, cells[first] == Int32(cell), found.count < limit {
            found.append(order[first])
            first += 1
        }
        return found
    }

    /// A combination that would count for a figure that no record counts for: like one beside it but in one dimension.
    private mutating func neighbour(of cell: Int, view: Int) -> UInt64? {
        let categories = space.categories(of: cell)
        let levels = space.views[view].levels
        for dimension in space.activeDimensions[view] {
            var wider = levels
            wider[dimension] = space.dimensions[dimension].top
            guard let above = space.viewNumber(levels: wider) else { continue }
            var place = space.views[above].offset
            for other in space.activeDimensions[above] { place += categories[other] * space.views[above].strides[other] }
            guard let index = combinations(in: place, view: above, limit: 1).first,
                let leaf = space.dimensions[dimension].levels[levels[dimension]].codes.firstIndex(of: Int32(categories[dimension]))
            else { continue }
            let code = coordinates[Int(index) * dimensionCount + dimension]
            let stride = space.leafStrides[dimension]
            return records.keys[Int(index)] - UInt64(code) * stride + UInt64(leaf) * stride
        }
        return nil
    }

    private mutating func enqueue(_ cell: Int) {
        queues[space.views[space.view(of: cell)].mask.nonzeroBitCount].append(Int32(cell))
    }

    // MARK: One figure

    private mutating func protect(_ cell: Int) throws(DisclosureProblem) {
        let view = space.view(of: cell)
        var starts = combinations(in: cell, view: view, limit: 6).map { records.keys[Int($0)] }
        if let key = remembered[Int32(cell)], !starts.contains(key) { starts.append(key) }
        if starts.isEmpty, let key = neighbour(of: cell, view: view) { starts.append(key) }
        guard !starts.isEmpty else {
            throw .unsafe("The figure of \(space.name(of: cell)) cannot be hidden: no record is known to count for it")
        }
        var down = standing(lowAt[cell])
        var up = standing(highAt[cell])
        var changesDown = false
        var changesUp = false
        var tentative: [Int] = []
        var least = low[cell]
        var most = high[cell]
        while most - least < needed[cell] {
            let wanted = needed[cell] - (most - least)
            var best = Exchange()
            if figures[cell] + least > 0 {
                find(cell, starts, sign: -1, wanted: min(wanted, figures[cell] + least), standing: down, best: &best)
            }
            if !(best.price == 0 && best.amount >= wanted) {
                find(cell, starts, sign: 1, wanted: wanted, standing: up, best: &best)
            }
            guard best.price < .infinity else {
                throw .unsafe(
                    "The figure of \(space.name(of: cell)) would have to be hidden, and it could be worked out from what was published before"
                )
            }
            if best.sign < 0 {
                apply(best, to: &down, tentative: &tentative)
                changesDown = true
                least -= best.amount
            } else {
                apply(best, to: &up, tentative: &tentative)
                changesUp = true
                most += best.amount
            }
        }
        if changesDown { commit(down) }
        if changesUp { commit(up) }
        for touched in tentative where !isHidden[touched] { price[touched] = SuppressionSearch.worth(figures[touched]) }
    }

    private func standing(_ witness: Int32) -> Standing {
        guard witness >= 0 else { return [:] }
        return Dictionary(uniqueKeysWithValues: witnesses[Int(witness)].map { ($0.key, $0.by) })
    }

    private mutating func apply(_ exchange: Exchange, to standing: inout Standing, tentative: inout [Int]) {
        for (key, parity) in corners(of: exchange) {
            let by = (standing[key] ?? 0) + exchange.sign * parity * exchange.amount
            standing[key] = by == 0 ? nil : by
            let leaves = records.leaves(key)
            for view in 0..<viewCount where sees(view, exchange) {
                let cell = space.cell(view, of: leaves)
                if price[cell] > 0 {
                    tentative.append(cell)
                    price[cell] = 0
                }
            }
        }
    }

    private func sees(_ view: Int, _ exchange: Exchange) -> Bool {
        let leaves = records.leaves(exchange.start)
        for (dimension, other) in zip(exchange.dimensions, exchange.others) {
            let start = contributionStart[view * dimensionCount + dimension]
            if contribution[start + Int(other)] == contribution[start + Int(leaves[dimension])] { return false }
        }
        return true
    }

    private func corners(of exchange: Exchange) -> [(key: UInt64, parity: Int32)] {
        let leaves = records.leaves(exchange.start)
        return (0..<(1 << exchange.dimensions.count)).map { corner in
            var key = exchange.start
            for (index, dimension) in exchange.dimensions.enumerated() where corner >> index & 1 == 1 {
                key -= UInt64(leaves[dimension]) * space.leafStrides[dimension]
                key += UInt64(exchange.others[index]) * space.leafStrides[dimension]
            }
            return (key, corner.nonzeroBitCount & 1 == 0 ? 1 : -1)
        }
    }

    private mutating func commit(_ standing: Standing) {
        let number = Int32(witnesses.count)
        let changes = standing.sorted { $0.key < $1.key }.map { Witness.Change(key: $0.key, by: $0.value) }
        var touched: [(cell: Int, key: UInt64)] = []
        for change in changes {
            let leaves = records.leaves(change.key)
            for view in 0..<viewCount {
                let cell = space.cell(view, of: leaves)
                if scratch[cell] == 0 { touched.append((cell, change.key)) }
                scratch[cell] += change.by
            }
        }
        var list: [(cell: Int32, by: Int32)] = []
        for (cell, key) in touched {
            let by = scratch[cell]
            guard by != 0 else { continue }
            scratch[cell] = 0
            list.append((Int32(cell), by))
            if by < low[cell] {
                low[cell] = by
                lowAt[cell] = number
            }
            if by > high[cell] {
                high[cell] = by
                highAt[cell] = number
            }
            if !isHidden[cell] {
                isHidden[cell] = true
                price[cell] = 0
                remembered[Int32(cell)] = key
                enqueue(cell)
            }
        }
        witnesses.append(changes)
        reached.append(list)
    }

    // MARK: The cheapest exchange

    private mutating func find(
        _ cell: Int, _ starts: [UInt64], sign: Int32, wanted: Int32, standing: Standing, best: inout Exchange
    ) {
        let view = space.view(of: cell)
        let active = space.activeDimensions[view]
        for start in starts {
            let leaves = records.leaves(start)
            let own = Int32(records.count(start)) + (standing[start] ?? 0)
            if sign < 0, own <= 0 { continue }
            var bases = [Int](repeating: 0, count: viewCount)
            for index in 0..<viewCount { bases[index] = space.cell(index, of: leaves) }
            let around = Surroundings(
                start: start, leaves: leaves, bases: bases, sign: sign, wanted: wanted, view: view, own: own)
            for (place, first) in active.enumerated() {
                findAlongLine(first, around, standing, &best)
                if best.price == 0, best.amount >= wanted { return }
                for second in active[..<place] {
                    findAcross(first, second, active, around, standing, &best)
                    if best.price == 0, best.amount >= wanted { return }
                }
            }
            // Records more or fewer: the last resort, which no figure that counts them survives.
            if best.price == .infinity {
                var exchange = Exchange()
                exchange.amount = sign < 0 ? min(wanted, own) : wanted
                consider(&exchange, [], [], around, &best)
            }
        }
    }

    private struct Surroundings {
        let start: UInt64
        let leaves: [UInt16]
        let bases: [Int]
        let sign: Int32
        let wanted: Int32
        let view: Int
        let own: Int32
    }

    private func isApart(_ dimension: Int, _ other: UInt16, _ around: borrowing Surroundings) -> Bool {
        let start = contributionStart[around.view * dimensionCount + dimension]
        return contribution[start + Int(other)] != contribution[start + Int(around.leaves[dimension])]
    }

    private func held(_ key: UInt64, _ standing: Standing) -> Int32 {
        Int32(records.count(key)) + (standing[key] ?? 0)
    }

    private mutating func findAlongLine(
        _ dimension: Int, _ around: borrowing Surroundings, _ standing: Standing, _ best: inout Exchange
    ) {
        let stride = space.leafStrides[dimension]
        let line = around.start - UInt64(around.leaves[dimension]) * stride
        var exchange = Exchange()
        if around.sign < 0 {
            exchange.amount = min(around.wanted, around.own)
            for other in 0..<UInt16(space.dimensions[dimension].levels[0].labels.count) where isApart(dimension, other, around) {
                consider(&exchange, [dimension], [other], around, &best)
            }
        } else if let neighbours = lines[dimension][line] {
            for index in neighbours {
                let other = coordinates[Int(index) * dimensionCount + dimension]
                guard isApart(dimension, other, around) else { continue }
                exchange.amount = min(around.wanted, held(records.keys[Int(index)], standing))
                consider(&exchange, [dimension], [other], around, &best)
            }
        }
    }

    private mutating func findAcross(
        _ first: Int, _ second: Int, _ active: [Int], _ around: borrowing Surroundings, _ standing: Standing,
        _ best: inout Exchange
    ) {
        let firstLine = around.start - UInt64(around.leaves[first]) * space.leafStrides[first]
        let secondLine = around.start - UInt64(around.leaves[second]) * space.leafStrides[second]
        var exchange = Exchange()
        if around.sign < 0 {
            let rest = firstLine - UInt64(around.leaves[second]) * space.leafStrides[second]
            guard let opposite = pairs[first * dimensionCount + second][rest] else { return }
            for index in opposite {
                let one = coordinates[Int(index) * dimensionCount + first]
                let other = coordinates[Int(index) * dimensionCount + second]
                guard isApart(first, one, around), isApart(second, other, around) else { continue }
                let most = min(around.wanted, around.own, held(records.keys[Int(index)], standing))
                guard most > 0 else { continue }
                exchange.amount = most
                consider(&exchange, [first, second], [one, other], around, &best)
                for third in active where third < second {
                    let stride = space.leafStrides[third]
                    let line = around.start - UInt64(around.leaves[third]) * stride
                    let changed =
                        line - UInt64(around.leaves[first]) * space.leafStrides[first] + UInt64(one) * space.leafStrides[first]
                    // With the first dimension changed, where the third differs: a corner of the box that gives.
                    guard let giving = lines[third][changed] else { continue }
                    for place in giving {
                        let last = coordinates[Int(place) * dimensionCount + third]
                        guard isApart(third, last, around) else { continue }
                        let opposite =
                            line - UInt64(around.leaves[second]) * space.leafStrides[second] + UInt64(other)
                            * space.leafStrides[second] + UInt64(last) * stride
                        exchange.amount = min(most, held(records.keys[Int(place)], standing), held(opposite, standing))
                        consider(&exchange, [first, second, third], [one, other, last], around, &best)
                    }
                }
            }
        } else {
            guard let along = lines[first][firstLine], let aside = lines[second][secondLine] else { return }
            for index in along {
                let one = coordinates[Int(index) * dimensionCount + first]
                guard isApart(first, one, around) else { continue }
                let most = min(around.wanted, held(records.keys[Int(index)], standing))
                guard most > 0 else { continue }
                for place in aside {
                    let other = coordinates[Int(place) * dimensionCount + second]
                    guard isApart(second, other, around) else { continue }
                    let amount = min(most, held(records.keys[Int(place)], standing))
                    guard amount > 0 else { continue }
                    exchange.amount = amount
                    consider(&exchange, [first, second], [one, other], around, &best)
                    for third in active where third < second {
                        let stride = space.leafStrides[third]
                        let line = around.start - UInt64(around.leaves[third]) * stride
                        guard let giving = lines[third][line] else { continue }
                        for more in giving {
                            let last = coordinates[Int(more) * dimensionCount + third]
                            guard isApart(third, last, around) else { continue }
                            let opposite =
                                firstLine - UInt64(around.leaves[second]) * space.leafStrides[second] + UInt64(one)
                                * space.leafStrides[first] + UInt64(other) * space.leafStrides[second]
                                - UInt64(around.leaves[third]) * stride + UInt64(last) * stride
                            exchange.amount = min(amount, held(records.keys[Int(more)], standing), held(opposite, standing))
                            consider(&exchange, [first, second, third], [one, other, last], around, &best)
                        }
                    }
                }
            }
        }
    }

    /// Takes an exchange where it costs less than the best one for each record that it moves.
    private mutating func consider(
        _ exchange: inout Exchange, _ dimensions: [Int], _ others: [UInt16], _ around: borrowing Surroundings,
        _ best: inout Exchange
    ) {
        guard exchange.amount > 0 else { return }
        let amount = Float(exchange.amount)
        let limit = best.score * amount
        var mask: UInt64 = 0
        for dimension in dimensions { mask |= 1 << UInt64(dimension) }
        let seeing: [Int]
        if let known = viewsSeeing[mask] {
            seeing = known
        } else {
            seeing = space.views.indices.filter { space.views[$0].mask & mask == mask }
            viewsSeeing[mask] = seeing
        }
        // Of two that cost the same, the one that changes fewer records.
        var sum: Float = 0.001 * Float(1 << dimensions.count)
        var shown: Float = 0
        views: for view in seeing {
            var steps: (Int, Int, Int) = (0, 0, 0)
            for (index, dimension) in dimensions.enumerated() {
                let start = contributionStart[view * dimensionCount + dimension]
                let step = Int(contribution[start + Int(others[index])]) - Int(contribution[start + Int(around.leaves[dimension])])
                if step == 0 { continue views }
                switch index {
                case 0: steps.0 = step
                case 1: steps.1 = step
                default: steps.2 = step
                }
            }
            let base = around.bases[view]
            shown += price[base]
            if dimensions.count > 0 { shown += price[base + steps.0] }
            if dimensions.count > 1 { shown += price[base + steps.1] + price[base + steps.0 + steps.1] }
            if dimensions.count > 2 {
                shown += price[base + steps.2] + price[base + steps.0 + steps.2] + price[base + steps.1 + steps.2]
                shown += price[base + steps.0 + steps.1 + steps.2]
            }
            if sum + shown >= limit { return }
        }
        sum += shown
        guard sum < limit, sum < .infinity else { return }
        best.price = shown
        best.score = sum / amount
        best.amount = exchange.amount
        best.start = around.start
        best.dimensions = dimensions
        best.others = others
        best.sign = around.sign
    }

    // MARK: Giving up what is not needed

    private mutating func prune() {
        var touching: [[(witness: Int32, by: Int32)]] = Array(repeating: [], count: isHidden.count)
        for (witness, list) in reached.enumerated() {
            for entry in list { touching[Int(entry.cell)].append((Int32(witness), entry.by)) }
        }
        var isGone = [Bool](repeating: false, count: witnesses.count)
        let order = witnesses.indices.sorted { reached[$0].count > reached[$1].count }
        var gains = 1
        while gains > 0 {
            gains = 0
            for witness in order where !isGone[witness] {
                var gain = false
                var stays = true
                for entry in reached[witness] {
                    let cell = Int(entry.cell)
                    var least: Int32 = 0
                    var most: Int32 = 0
                    var others = false
                    for other in touching[cell] where other.witness != witness && !isGone[Int(other.witness)] {
                        others = true
                        least = min(least, other.by)
                        most = max(most, other.by)
                    }
                    if !others, primary.reasons[cell] == .none {
                        gain = true
                    } else if most - least < needed[cell] {
                        stays = false
                        break
                    }
                }
                guard stays else { continue }
                if gain || reached[witness].isEmpty {
                    isGone[witness] = true
                    gains += 1
                    witnesses[witness] = []
                }
            }
        }
        for cell in isHidden.indices where isHidden[cell] && primary.reasons[cell] == .none {
            isHidden[cell] = touching[cell].contains { !isGone[Int($0.witness)] }
        }
    }
}
