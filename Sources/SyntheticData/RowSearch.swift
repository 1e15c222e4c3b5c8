/// Makes rows whose counts come near to given ones, for single columns, pairs and triples at once.
///
/// Each combination of values has a target, a weight, and a price for appearing at all; the cost of the rows is the sum of
/// `weight · (count − target)²` and of the prices of what appears. Cell after cell is given the value that lowers the cost most,
/// the others held (iterated conditional modes: Besag, JRSS B 48, 1986; the use of rows for noisy marginals follows GUM of
/// Zhang and others, PrivSyn, USENIX Security 2021). For every combination there is kept what one row more of it would cost, and
/// what the last row of it costs, in three copies, one for each column, in which that column's values lie side by side: the costs
/// of all values of a cell are then sums of whole runs of memory, and what its present value costs lies beside them.
final class RowSearch {
    /// What the counts of one choice of columns are to be; one place for each combination, the last column moving fastest.
    struct Target {
        let columns: [Int]
        let targets: [Float]
        let weights: [Float]
        let prices: [Float]
    }

    private struct Cell {
        /// Count minus target.
        var excess: Float
        let weight: Float
        let price: Float
        var count: Int32

        var addCost: Float { weight * (2 * excess + 1) + (count == 0 ? price : 0) }
        var stayCost: Float { weight * (2 * excess - 1) + (count == 1 ? price : 0) }
    }

    /// One choice of columns seen from one of them: `place = offset + own·ownStep + first·firstStep + second·secondStep`.
    private struct Map {
        let offset: Int
        let ownStep: Int
        let firstStep: Int
        let secondStep: Int
        /// How far behind the cost of one row more the cost of the last row lies.
        let stayStep: Int

        @inline(__always)
        func place(_ own: Int, _ first: Int, _ second: Int) -> Int {
            offset &+ own &* ownStep &+ first &* firstStep &+ second &* secondStep
        }
    }

    /// What of a view is read to evaluate a cell, small enough that all of them stay near.
    private struct Look {
        let offset: Int
        let firstStep: Int32
        let secondStep: Int32
        let first: Int32
        let second: Int32
    }

    private struct View {
        /// The other columns; a column of its own choice again where there are fewer.
        let first: Int
        let second: Int
        let cell: Map
        /// Where the costs of this column's values lie side by side.
        let own: Map
        /// The same costs seen from the other columns.
        let others: (Map, Map)
        let otherCount: Int
    }

    let columnCount: Int
    private let sizes: [Int]
    private let widths: [Int]
    private let views: [[View]]
    private let looks: [[Look]]
    private let cells: UnsafeMutablePointer<Cell>
    /// Runs of what one row more costs, for each value of a column, each run followed by what the last row costs.
    private let kept: UnsafeMutablePointer<Float>
    private let sums: UnsafeMutablePointer<SIMD4<Float>>
    /// Where the runs begin that are added up.
    private let places: UnsafeMutablePointer<Int>
    /// Row after row; the values of a row side by side.
    private let rows: UnsafeMutablePointer<Int32>
    let rowCount: Int

    /// A value that no row takes: the cost behind the end of a column's values.
    private static let never: Float = 1e30

    /// - Parameter rows: the rows to begin with, one after the other.
    init(sizes: [Int], targets: [Target], rows start: [[UInt16]]) {
        self.sizes = sizes
        columnCount = sizes.count
        let widths = sizes.map { ($0 + 3) / 4 * 4 }
        self.widths = widths
        rowCount = start.first?.count ?? 0
        var views = [[View]](repeating: [], count: sizes.count)
        var cellCount = 0
        var keptCount = 0
        var starts: [Int] = []
        for target in targets {
            starts.append(cellCount)
            cellCount += target.targets.count
        }
        for (number, target) in targets.enumerated() {
            let columns = target.columns
            let own = columns.map { column -> (offset: Int, others: [Int]) in
                let others = columns.filter { $0 != column }
                let offset = keptCount
                keptCount += others.reduce(2 * widths[column]) { $0 * sizes[$1] }
                return (offset, others)
            }
            func cellStep(_ column: Int) -> Int {
                columns.drop { $0 != column }.dropFirst().reduce(1) { $0 * sizes[$1] }
            }
            /// How far apart the costs lie, in the copy of `column`, for two neighbouring values of `of`.
            func step(_ of: Int, inCopyOf place: Int) -> Int {
                if columns[place] == of { return 1 }
                return own[place].others.drop { $0 != of }.dropFirst().reduce(2 * widths[columns[place]]) { $0 * sizes[$1] }
            }
            for place in columns.indices {
                let others = own[place].others
                let first = others.first ?? columns[place]
                let second = others.count > 1 ? others[1] : first
                func map(inCopyOf copy: Int) -> Map {
                    Map(
                        offset: own[copy].offset, ownStep: step(columns[place], inCopyOf: copy),
                        firstStep: others.isEmpty ? 0 : step(first, inCopyOf: copy),
                        secondStep: others.count > 1 ? step(second, inCopyOf: copy) : 0, stayStep: widths[columns[copy]])
                }
                let otherPlaces = columns.indices.filter { $0 != place }
                views[columns[place]].append(
                    View(
                        first: first, second: second,
                        cell: Map(
                            offset: starts[number], ownStep: cellStep(columns[place]),
                            firstStep: others.isEmpty ? 0 : cellStep(first), secondStep: others.count > 1 ? cellStep(second) : 0,
                            stayStep: 0),
                        own: map(inCopyOf: place),
                        others: (
                            map(inCopyOf: otherPlaces.first ?? place), map(inCopyOf: otherPlaces.count > 1 ? otherPlaces[1] : place)
                        ), otherCount: otherPlaces.count))
            }
        }
        self.views = views
        looks = views.map { views in
            views.map { view in
                Look(
                    offset: view.own.offset, firstStep: Int32(view.own.firstStep), secondStep: Int32(view.own.secondStep),
                    first: Int32(view.first), second: Int32(view.second))
            }
        }
        cells = .allocate(capacity: max(1, cellCount))
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(16, keptCount * 4), alignment: 64)
        kept = bytes.bindMemory(to: Float.self, capacity: max(4, keptCount))
        kept.initialize(repeating: Self.never, count: max(4, keptCount))
        sums = .allocate(capacity: (widths.max() ?? 4) / 4)
        sums.initialize(repeating: SIMD4(repeating: 0), count: (widths.max() ?? 4) / 4)
        places = .allocate(capacity: max(1, views.map(\.count).max() ?? 1))
        rows = .allocate(capacity: max(1, rowCount * sizes.count))
        for (column, values) in start.enumerated() {
            for row in 0..<rowCount { (rows + (row * sizes.count + column)).initialize(to: Int32(values[row])) }
        }
        for (number, target) in targets.enumerated() {
            for place in target.targets.indices {
                (cells + (starts[number] + place)).initialize(
                    to: Cell(
                        excess: -target.targets[place], weight: target.weights[place], price: target.prices[place], count: 0))
            }
            for row in 0..<rowCount {
                var place = 0
                for column in target.columns { place = place * sizes[column] + Int(start[column][row]) }
                cells[starts[number] + place].count += 1
                cells[starts[number] + place].excess += 1
            }
        }
        for column in sizes.indices { fillCosts(of: column) }
    }

    deinit {
        cells.deallocate()
        UnsafeMutableRawPointer(kept).deallocate()
        sums.deallocate()
        places.deallocate()
        rows.deallocate()
    }

    private func fillCosts(of column: Int) {
        for view in views[column] {
            for first in 0..<(view.own.firstStep == 0 ? 1 : sizes[view.first]) {
                for second in 0..<(view.own.secondStep == 0 ? 1 : sizes[view.second]) {
                    for value in 0..<sizes[column] {
                        let place = view.own.place(value, first, second)
                        let cell = cells[view.cell.place(value, first, second)]
                        kept[place] = cell.addCost
                        kept[place + view.own.stayStep] = cell.stayCost
                    }
                }
            }
        }
    }

    /// Goes once over all cells of the rows in this order; the rows that were changed, in the same order.
    func sweep(_ order: [Int], allows: ((UnsafePointer<Int32>, Int, Int) -> Bool)? = nil) -> [Int] {
        order.filter { row in
            let values = rows + row * columnCount
            var isChanged = false
            for column in 0..<columnCount where improve(values, column, allows) { isChanged = true }
            return isChanged
        }
    }

    private func improve(
        _ values: UnsafeMutablePointer<Int32>, _ column: Int, _ allows: ((UnsafePointer<Int32>, Int, Int) -> Bool)?
    ) -> Bool {
        let staying = evaluate(values, column)
        let own = Int(values[column])
        let costs = costs
        costs[own] = Self.never
        let limit = staying - 1e-6 - 1e-4 * abs(staying)
        let runs = widths[column] / 4
        while true {
            var lowest = sums[0]
            for run in 1..<max(1, runs) { lowest = pointwiseMin(lowest, sums[run]) }
            let least = lowest.min()
            guard least < limit else { return false }
            var best = 0
            while costs[best] != least { best += 1 }
            if let allows, !allows(values, column, best) {
                costs[best] = Self.never
                continue
            }
            change(values, column, to: best)
            return true
        }
    }

    private var costs: UnsafeMutablePointer<Float> { UnsafeMutableRawPointer(sums).assumingMemoryBound(to: Float.self) }

    /// Computes what each value of a cell would cost into `costs`; the answer is what the present value costs.
    @inline(__always)
    private func evaluate(_ values: UnsafeMutablePointer<Int32>, _ column: Int) -> Float {
        let width = widths[column]
        let runs = width / 4
        let own = Int(values[column])
        var staying: Float = 0
        looks[column].withUnsafeBufferPointer { looks in
            if runs == 1 {
                var sum = SIMD4<Float>(repeating: 0)
                for look in looks {
                    let run = kept + place(look, values)
                    staying += run[width + own]
                    sum += UnsafeRawPointer(run).load(as: SIMD4<Float>.self)
                }
                sums[0] = sum
                return
            }
            for index in looks.indices {
                let place = place(looks[index], values)
                places[index] = place
                staying += kept[place + width + own]
            }
            // Four at a time, so that the sums stay in registers.
            var start = 0
            while start + 4 <= runs {
                var sum = (SIMD4<Float>(), SIMD4<Float>(), SIMD4<Float>(), SIMD4<Float>())
                for index in looks.indices {
                    let run = UnsafeRawPointer(kept + (places[index] + start * 4)).assumingMemoryBound(to: SIMD4<Float>.self)
                    sum.0 += run[0]
                    sum.1 += run[1]
                    sum.2 += run[2]
                    sum.3 += run[3]
                }
                (sums[start], sums[start + 1], sums[start + 2], sums[start + 3]) = sum
                start += 4
            }
            if start + 2 <= runs {
                var sum = (SIMD4<Float>(), SIMD4<Float>())
                for index in looks.indices {
                    let run = UnsafeRawPointer(kept + (places[index] + start * 4)).assumingMemoryBound(to: SIMD4<Float>.self)
                    sum.0 += run[0]
                    sum.1 += run[1]
                }
                (sums[start], sums[start + 1]) = sum
                start += 2
            }
            if start < runs {
                var sum = SIMD4<Float>()
                for index in looks.indices {
                    sum += UnsafeRawPointer(kept + (places[index] + start * 4)).load(as: SIMD4<Float>.self)
                }
                sums[start] = sum
            }
        }
        return staying
    }

    /// Where the run of a view begins for the other values of this row.
    @inline(__always)
    private func place(_ look: Look, _ values: UnsafeMutablePointer<Int32>) -> Int {
        look.offset &+ Int(values[Int(look.first)]) &* Int(look.firstStep)
            &+ Int(values[Int(look.second)]) &* Int(look.secondStep)
    }

    private func change(_ values: UnsafeMutablePointer<Int32>, _ column: Int, to value: Int) {
        let old = Int(values[column])
        views[column].withUnsafeBufferPointer { views in
            for view in views {
                let first = Int(values[view.first])
                let second = Int(values[view.second])
                let place = view.cell.place(0, first, second)
                let one = counted(-1, at: place &+ old &* view.cell.ownStep)
                let other = counted(1, at: place &+ value &* view.cell.ownStep)
                keep(one, other, old, value, view.own, view.own.place(0, first, second))
                if view.otherCount > 0 { keep(one, other, old, value, view.others.0, view.others.0.place(0, first, second)) }
                if view.otherCount > 1 { keep(one, other, old, value, view.others.1, view.others.1.place(0, first, second)) }
            }
        }
        values[column] = Int32(value)
    }

    /// Counts a row more or less of a combination; what one row more costs then, and what the last row costs.
    @inline(__always)
    private func counted(_ step: Int32, at place: Int) -> (add: Float, stay: Float) {
        cells[place].count &+= step
        cells[place].excess += Float(step)
        return (cells[place].addCost, cells[place].stayCost)
    }

    /// Writes down what the combinations with the old and the new value cost now, in one of the copies.
    @inline(__always)
    private func keep(
        _ one: (add: Float, stay: Float), _ other: (add: Float, stay: Float), _ old: Int, _ new: Int, _ map: Map, _ place: Int
    ) {
        let (oldPlace, newPlace) = (place &+ old &* map.ownStep, place &+ new &* map.ownStep)
        kept[oldPlace] = one.add
        kept[oldPlace &+ map.stayStep] = one.stay
        kept[newPlace] = other.add
        kept[newPlace &+ map.stayStep] = other.stay
    }

    /// One value of one row.
    func value(_ row: Int, _ column: Int) -> Int { Int(rows[row * columnCount + column]) }

    /// The values of a column.
    func values(_ column: Int) -> [UInt16] { (0..<rowCount).map { UInt16(rows[$0 * columnCount + column]) } }
}
