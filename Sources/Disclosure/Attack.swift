/// What somebody can work out who has read every table of some releases.
///
/// A figure is what it counts: the same combination of labels in two tables is one figure. Releases whose figures agree are of
/// one state of the records; where a later one differs, it is another state, and where nothing became less, the attacker takes
/// it that records were only added, and works out what was added too. Bounds are taken from line to line until they stand
/// still; what they leave open is then computed by linear programming, part by part, as far as a part is small enough.
package struct Attack: Sendable {
    package struct Finding: Hashable, Sendable {
        /// The table and what is counted, in words.
        package let table: String
        package let cell: String
        package let interval: FigureInterval
        /// The figure is what one release has more than the one before.
        package let isDifference: Bool
        /// Which figure it is, whichever table it stands in.
        package let key: String

        /// It is known to the last one.
        package var isPinned: Bool { interval.width == 0 }
    }

    /// What is known of each hidden figure, and of what was added between releases.
    package private(set) var findings: [Finding] = []
    /// Whether every interval is exact.
    package private(set) var isExact = true

    private struct Known {
        var key: String
        var table: String
        var cell: String
        var lower: Int
        var upper: Int?
        var isHidden: Bool
        var isDifference: Bool
        /// Its limits come from rounding and follow from no line.
        var isRounded = false
    }

    private struct Line: Hashable {
        let parent: Int
        let children: [Int]
    }

    private var known: [Known] = []
    private var number: [String: Int] = [:]
    private var lines: [Line] = []
    private var seenLines: Set<Line> = []

    /// Throws `DisclosureProblem.input` where published figures contradict each other: the total and its parts are named.
    ///
    /// - Parameters:
    ///   - releases: the tables of each, in the order in which they were published.
    ///   - threshold: a difference between two releases of 1 up to one below this tells of few people.
    ///   - exactLimit: how many entries a table of equations may have for linear programming.
    package init(
        _ releases: [[PublishedTable]], threshold: Int, exactLimit: Int? = nil
    ) throws(DisclosureProblem) {
        do {
            self = try Attack(releases, threshold, exactLimit, isMerging: true)
        } catch {
            // Releases that share no figure may still be of different records.
            guard releases.count > 1 else { throw error }
            self = try Attack(releases, threshold, exactLimit, isMerging: false)
        }
    }

    private init(
        _ releases: [[PublishedTable]], _ threshold: Int, _ exactLimit: Int?, isMerging: Bool
    ) throws(DisclosureProblem) {
        var states: [(tables: [PublishedTable], values: [String: Int])] = []
        for release in releases {
            var own: [String: Int] = [:]
            for table in release {
                for cell in table.cells {
                    guard let value = cell.value, table.base == 1 else { continue }
                    let key = Attack.key(table.dimensions, cell.labels)
                    if let other = own[key], other != value {
                        throw .input(
                            "\(table.name) says \(value) for \(Attack.words(table.dimensions, cell.labels)), where another table of the same release says \(other)"
                        )
                    }
                    own[key] = value
                }
            }
            if isMerging, let last = states.indices.last, own.allSatisfy({ states[last].values[$0.key] ?? $0.value == $0.value }) {
                states[last].tables += release
                states[last].values.merge(own) { first, _ in first }
            } else {
                states.append((release, own))
            }
        }
        for (index, state) in states.enumerated() {
            for table in state.tables { add(table, state: index) }
        }
        for later in states.indices {
            for former in 0..<later { addDifference(former, later, states[former].values, states[later].values) }
        }
        try tighten()
        try solve(limit: exactLimit ?? LinearSystem.largest)
        for cell in known where cell.isHidden {
            let upper = cell.upper
            let interval = FigureInterval(lower: cell.lower, upper: upper, method: isSolved[number[cell.key] ?? 0] ? .exact : .bounds)
            if cell.isDifference {
                // That nobody was added, or many, tells of no one.
                guard cell.lower > 0, let upper, upper < threshold else { continue }
            }
            findings.append(
                Finding(table: cell.table, cell: cell.cell, interval: interval, isDifference: cell.isDifference, key: cell.key))
            if interval.method != .exact { isExact = false }
        }
    }

    private var isSolved: [Bool] = []

    private static func key(_ dimensions: [String], _ labels: [String]) -> String {
        zip(dimensions, labels).filter { $0.1 != TableDimension.totalLabel }.map { "\($0.0)\u{1F}\($0.1)" }.sorted()
            .joined(separator: "\u{1E}")
    }

    private static func words(_ dimensions: [String], _ labels: [String]) -> String {
        let parts = zip(dimensions, labels).filter { $0.1 != TableDimension.totalLabel }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "the total of all" : parts.joined(separator: ", ")
    }

    private mutating func add(_ table: PublishedTable, state: Int) {
        let margin = table.base - 1
        // Who lists no zeros leaves them out; who lists some leaves out what is not told.
        let listsZeros = table.cells.contains { $0.value == 0 }
        var place: [[String]: Int] = [:]
        for cell in table.cells {
            let key = "\(state)\u{1D}" + Attack.key(table.dimensions, cell.labels)
            let range = cell.value.map { ($0 == 0 ? 0 : max(0, $0 - margin), Optional($0 + margin)) } ?? (0, nil)
            if let index = number[key] {
                known[index].lower = max(known[index].lower, range.0)
                if let upper = range.1 { known[index].upper = min(known[index].upper ?? upper, upper) }
                if table.base > 1 { known[index].isRounded = true }
                if cell.value != nil, table.base == 1 { known[index].isHidden = false }
                place[cell.labels] = index
                continue
            }
            number[key] = known.count
            place[cell.labels] = known.count
            known.append(
                Known(
                    key: key, table: table.name, cell: Attack.words(table.dimensions, cell.labels), lower: range.0, upper: range.1,
                    isHidden: cell.value == nil, isDifference: false, isRounded: table.base > 1))
        }
        guard table.base == 1 else { return }
        for dimension in table.dimensions.indices {
            let parents = table.parents[dimension]
            var children: [String: [String]] = [:]
            for label in Set(table.cells.map { $0.labels[dimension] }) where label != TableDimension.totalLabel {
                children[parents[label] ?? TableDimension.totalLabel, default: []].append(label)
            }
            for cell in table.cells {
                guard let own = children[cell.labels[dimension]], let parent = place[cell.labels] else { continue }
                var list: [Int] = []
                for label in own.sorted() {
                    var labels = cell.labels
                    labels[dimension] = label
                    if let child = place[labels] {
                        list.append(child)
                    } else if listsZeros {
                        let key = "\(state)\u{1D}" + Attack.key(table.dimensions, labels)
                        let index = number[key] ?? known.count
                        if number[key] == nil {
                            number[key] = index
                            known.append(
                                Known(
                                    key: key, table: table.name, cell: Attack.words(table.dimensions, labels), lower: 0, upper: nil,
                                    isHidden: true, isDifference: false))
                        }
                        place[labels] = index
                        list.append(index)
                    }
                }
                let line = Line(parent: parent, children: list)
                if seenLines.insert(line).inserted { lines.append(line) }
            }
        }
    }

    private mutating func addDifference(_ former: Int, _ state: Int, _ before: [String: Int], _ after: [String: Int]) {
        let shared = before.filter { after[$0.key] != nil }
        let hasGrown = shared.allSatisfy { $0.value <= after[$0.key] ?? 0 }
        let first = "\(former)\u{1D}"
        let second = "\(state)\u{1D}"
        var twins: [Int: Int] = [:]
        // In one order, so that the same release is always attacked in the same way.
        for (key, old) in number.sorted(by: { $0.value < $1.value }) where key.hasPrefix(first) {
            guard let new = number[second + key.dropFirst(first.count)] else { continue }
            if !hasGrown {
                // Records were taken back too: only what both releases show can be compared.
                guard let one = known[old].upper, known[old].lower == one, let other = known[new].upper, known[new].lower == other,
                    one != other
                else { continue }
                known.append(
                    Known(
                        key: "\(state)±\(key)", table: known[new].table, cell: known[new].cell, lower: abs(other - one),
                        upper: abs(other - one), isHidden: true, isDifference: true))
                number["\(state)±\(key)"] = known.count - 1
                continue
            }
            twins[new] = known.count
            number["\(state)+\(key)"] = known.count
            known.append(
                Known(
                    key: "\(state)+\(key)", table: known[new].table, cell: known[new].cell, lower: 0, upper: nil, isHidden: true,
                    isDifference: true))
            lines.append(Line(parent: new, children: [old, known.count - 1]))
        }
        for line in lines {
            guard let parent = twins[line.parent] else { continue }
            let children = line.children.compactMap { twins[$0] }
            if children.count == line.children.count, !children.contains(parent) { lines.append(Line(parent: parent, children: children)) }
        }
    }

    /// Bounds from line to line.
    private mutating func tighten() throws(DisclosureProblem) {
        var linesOf: [[Int]] = Array(repeating: [], count: known.count)
        for (index, line) in lines.enumerated() {
            linesOf[line.parent].append(index)
            for child in line.children { linesOf[child].append(index) }
        }
        isSolved = [Bool](repeating: false, count: known.count)
        var waits = [Bool](repeating: true, count: lines.count)
        var queue = Array(lines.indices)
        var next = 0
        var patience = 60 * lines.count + 1000
        while next < queue.count, patience > 0 {
            patience -= 1
            let index = queue[next]
            next += 1
            waits[index] = false
            let line = lines[index]
            var lower = 0
            var upper: Int? = 0
            var open = 0
            for child in line.children {
                lower += known[child].lower
                if let own = known[child].upper { upper = upper.map { $0 + own } } else { open += 1; upper = nil }
            }
            var changed: [Int] = []
            func narrow(_ cell: Int, _ low: Int, _ high: Int?) {
                if low > known[cell].lower {
                    known[cell].lower = low
                    changed.append(cell)
                }
                if let high, high < known[cell].upper ?? .max {
                    known[cell].upper = high
                    changed.append(cell)
                }
            }
            narrow(line.parent, lower, upper)
            let parent = known[line.parent]
            var finite = 0
            for child in line.children { finite += known[child].upper ?? 0 }
            for child in line.children {
                let own = known[child]
                let othersOpen = open - (own.upper == nil ? 1 : 0)
                let least = othersOpen > 0 ? own.lower : parent.lower - (finite - (own.upper ?? 0))
                narrow(child, least, parent.upper.map { $0 - (lower - own.lower) })
            }
            for cell in changed + [line.parent] {
                if let upper = known[cell].upper, upper < known[cell].lower {
                    let total = known[line.parent]
                    throw .input(
                        "\(total.table): the parts of \(total.cell) do not add up to it (\(total.lower == total.upper ? "\(total.lower)" : "hidden") and parts of at least \(lower))"
                    )
                }
            }
            for cell in changed {
                for other in linesOf[cell] where !waits[other] {
                    waits[other] = true
                    queue.append(other)
                }
            }
            if next > 1 << 20 {
                queue.removeFirst(next)
                next = 0
            }
        }
        for index in known.indices where known[index].upper == known[index].lower { isSolved[index] = true }
    }

    /// Linear programming for each part that hangs together.
    private mutating func solve(limit: Int) throws(DisclosureProblem) {
        var group = Array(known.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while group[index] != index {
                group[index] = group[group[index]]
                index = group[index]
            }
            return index
        }
        let isOpen = known.map { $0.upper != $0.lower }
        var openLines: [Line] = []
        for line in lines {
            let open = (line.children + [line.parent]).filter { isOpen[$0] }
            guard let first = open.first else { continue }
            openLines.append(line)
            for other in open { group[root(other)] = root(first) }
        }
        var parts: [Int: (cells: [Int], lines: [Line])] = [:]
        for index in known.indices where isOpen[index] { parts[root(index), default: ([], [])].cells.append(index) }
        for line in openLines {
            if let open = (line.children + [line.parent]).first(where: { isOpen[$0] }) { parts[root(open)]?.lines.append(line) }
        }
        for part in parts.values.sorted(by: { $0.cells.count < $1.cells.count }) {
            let rows = part.lines.count
            if rows == 0 {
                for cell in part.cells { isSolved[cell] = true }
                continue
            }
            // Limits of rounded figures become equations of their own.
            let bounded = part.cells.filter { known[$0].upper != nil && known[$0].isRounded }
            guard (rows + bounded.count) * (part.cells.count + rows + 2 * bounded.count) <= limit else { continue }
            var column: [Int: Int] = [:]
            for (index, cell) in part.cells.enumerated() { column[cell] = index }
            // Quantities are counted from their lower bounds.
            var equations: [(terms: [(column: Int, factor: Double)], constant: Double)] = part.lines.map { line in
                var terms: [(column: Int, factor: Double)] = []
                var constant = 0.0
                for (cell, factor) in line.children.map({ ($0, 1.0) }) + [(line.parent, -1.0)] {
                    constant += factor * Double(known[cell].lower)
                    if let index = column[cell] { terms.append((index, factor)) }
                }
                return (terms, constant)
            }
            for (index, cell) in bounded.enumerated() {
                guard let own = column[cell], let upper = known[cell].upper else { continue }
                equations.append(([(own, 1), (part.cells.count + index, 1)], -Double(upper - known[cell].lower)))
            }
            guard var system = LinearSystem(count: part.cells.count + bounded.count, equations: equations) else {
                throw .input("\(known[part.cells[0]].table): the published figures contradict each other")
            }
            for (index, cell) in part.cells.enumerated() {
                let range = system.range(index)
                let base = Double(known[cell].lower)
                known[cell].upper = range.upper.map { Int((base + $0 + 1e-6).rounded(.down)) }
                known[cell].lower = Int((base + range.lower - 1e-6).rounded(.up))
                isSolved[cell] = true
            }
        }
    }
}
