/// Finds communities: groups of nodes with more links among them than chance would give them.
///
/// The Leiden algorithm (Traag, Waltman and van Eck, From Louvain to Leiden: guaranteeing well-connected communities, Scientific
/// Reports 9, 2019) for modularity (Newman and Girvan, Finding and evaluating community structure in networks, Physical Review
/// E 69, 2004) with a resolution (Reichardt and Bornholdt, Statistical mechanics of community detection, Physical Review E 74,
/// 2006). Every community hangs together. Refinement takes the best move and not one by chance. The same seed gives the same
/// communities. Time is close to linear in the links, memory linear.
package struct Leiden: Sendable {
    /// Above 1 for smaller communities, below 1 for greater ones.
    package var resolution: Double
    /// How often the whole is done again from what was found, at most; it ends when nothing changes any more.
    package var rounds: Int
    package var seed: UInt64

    package init(resolution: Double = 1, rounds: Int = 3, seed: UInt64 = 1) {
        self.resolution = resolution
        self.rounds = rounds
        self.seed = seed
    }

    /// The communities of a graph, several links between two nodes counted as so much more weight.
    package func communities(of graph: NeighbourGraph) -> Communities {
        var generator = SplitMix(seed: seed)
        let whole = Level(graph)
        var labels = (0..<Int32(graph.nodeCount)).map { $0 }
        for _ in 0..<rounds {
            let before = labels
            labels = round(whole, labels, &generator)
            if labels == before { break }
        }
        return Communities(labels: labels, of: graph, resolution: resolution)
    }

    /// Moves, refines and gathers until every community is a single node of its level; the communities of the first level's
    /// nodes, numbered in the order of their least nodes.
    private func round(_ whole: Level, _ start: [Int32], _ generator: inout SplitMix) -> [Int32] {
        var level = whole
        var communities = start
        // For each node of the first level the node of the present one that it was gathered into.
        var gathered: [Int32]?
        while true {
            let mover = Mover(level, resolution: resolution)
            mover.move(&communities, &generator)
            let count = Leiden.renumber(&communities)
            if count == level.nodeCount { break }
            var refined = mover.refine(communities, communityCount: count, &generator)
            let refinedCount = Leiden.renumber(&refined)
            if refinedCount == level.nodeCount { break }
            var communityOfRefined = [Int32](repeating: 0, count: refinedCount)
            for node in 0..<level.nodeCount { communityOfRefined[Int(refined[node])] = communities[node] }
            gathered = gathered.map { $0.map { refined[Int($0)] } } ?? refined
            level = Level(level, gatheredBy: refined, count: refinedCount)
            communities = communityOfRefined
        }
        var labels = gathered.map { $0.map { communities[Int($0)] } } ?? communities
        _ = Leiden.renumber(&labels)
        return labels
    }

    /// Numbers communities from 0 in the order of their first nodes; how many there are.
    private static func renumber(_ labels: inout [Int32]) -> Int {
        var numbers = [Int32](repeating: -1, count: Int(labels.max() ?? -1) + 1)
        var count: Int32 = 0
        for node in labels.indices {
            let label = Int(labels[node])
            if numbers[label] < 0 {
                numbers[label] = count
                count += 1
            }
            labels[node] = numbers[label]
        }
        return Int(count)
    }
}

/// The communities of a graph.
package struct Communities: Hashable, Sendable {
    /// For each node its community; communities are numbered from 0 in the order of their least nodes.
    package let labels: [Int32]
    package let count: Int
    /// How much more weight lies within communities than chance would put there, from −½ to 1.
    package let modularity: Double

    /// Takes communities as they are numbered, and computes their modularity.
    package init(labels: [Int32], of graph: NeighbourGraph, resolution: Double = 1) {
        self.labels = labels
        count = Int(labels.max() ?? -1) + 1
        var within = [Double](repeating: 0, count: count)
        var strengths = within
        for node in labels.indices {
            let label = Int(labels[node])
            for step in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
                let weight = Double(graph.weights[step])
                strengths[label] += weight
                if labels[Int(graph.neighbours[step])] == labels[node] { within[label] += weight }
            }
        }
        let total = strengths.reduce(0, +)
        modularity =
            total == 0
            ? 0
            : zip(within, strengths).reduce(0) { sum, community in
                let share = community.1 / total
                return sum + community.0 / total - resolution * share * share
            }
    }
}

/// One level of the algorithm: a graph whose nodes are groups of the nodes of the level below.
struct Level {
    let offsets: [UInt32]
    let neighbours: [Int32]
    let weights: [Float]
    /// For each node the weight of all its links, twice of those within it.
    let strengths: [Double]
    /// The sum of the strengths, which is the same on every level.
    let total: Double

    var nodeCount: Int { strengths.count }

    init(_ graph: NeighbourGraph) {
        offsets = graph.offsets
        neighbours = graph.neighbours
        weights = graph.weights
        strengths = (0..<graph.nodeCount).map { node in
            graph.weights[Int(graph.offsets[node])..<Int(graph.offsets[node + 1])].reduce(0) { $0 + Double($1) }
        }
        total = strengths.reduce(0, +)
    }

    /// Gathers the nodes of each group into one.
    init(_ level: Level, gatheredBy groups: [Int32], count: Int) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for group in groups { starts[Int(group) + 1] += 1 }
        for group in 0..<count { starts[group + 1] += starts[group] }
        var places = starts
        var members = [Int32](repeating: 0, count: groups.count)
        for node in groups.indices {
            members[Int(places[Int(groups[node])])] = Int32(node)
            places[Int(groups[node])] += 1
        }
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(count + 1)
        var neighbours: [Int32] = []
        var weights: [Float] = []
        var strengths = [Double](repeating: 0, count: count)
        var weightTo = [Float](repeating: 0, count: count)
        var touched: [Int32] = []
        for group in 0..<count {
            for place in Int(starts[group])..<Int(starts[group + 1]) {
                let node = Int(members[place])
                strengths[group] += level.strengths[node]
                for step in Int(level.offsets[node])..<Int(level.offsets[node + 1]) {
                    let other = groups[Int(level.neighbours[step])]
                    if Int(other) == group { continue }
                    if weightTo[Int(other)] == 0 { touched.append(other) }
                    weightTo[Int(other)] += level.weights[step]
                }
            }
            for other in touched {
                neighbours.append(other)
                weights.append(weightTo[Int(other)])
                weightTo[Int(other)] = 0
            }
            touched.removeAll(keepingCapacity: true)
            offsets.append(UInt32(neighbours.count))
        }
        self.offsets = offsets
        self.neighbours = neighbours
        self.weights = weights
        self.strengths = strengths
        total = level.total
    }
}

/// The two passes of the algorithm over one level.
private struct Mover {
    private let level: Level
    /// Resolution divided by the sum of strengths: what a pair of strengths must outweigh.
    private let pull: Double
    /// Gains below this are rounding.
    private static let least = 1e-9

    init(_ level: Level, resolution: Double) {
        self.level = level
        pull = level.total > 0 ? resolution / level.total : 0
    }

    /// Moves nodes to the community that gains most, until none gains; nodes whose neighbours moved are looked at again.
    func move(_ communities: inout [Int32], _ generator: inout SplitMix) {
        let count = level.nodeCount
        var totals = [Double](repeating: 0, count: count)
        var sizes = [Int32](repeating: 0, count: count)
        for node in 0..<count {
            totals[Int(communities[node])] += level.strengths[node]
            sizes[Int(communities[node])] += 1
        }
        var empty = (0..<Int32(count)).filter { sizes[Int($0)] == 0 }
        var queue = shuffled(&generator)
        var isWaiting = [Bool](repeating: true, count: count)
        var weightTo = [Float](repeating: 0, count: count)
        var touched = [Int32](repeating: 0, count: count)
        // A ring: there is room for every node, for each waits once at most.
        var head = 0
        var waiting = count
        let offsets = level.offsets.span
        let neighbours = level.neighbours.span
        let weights = level.weights.span
        while waiting > 0 {
            let node = Int(queue[head])
            head = head + 1 == count ? 0 : head + 1
            waiting -= 1
            isWaiting[node] = false
            let row = Int(offsets[node])..<Int(offsets[node + 1])
            let old = communities[node]
            let strength = level.strengths[node]
            var seen = 0
            for step in row {
                let community = Int(communities[Int(neighbours[step])])
                if weightTo[community] == 0 {
                    touched[seen] = Int32(community)
                    seen += 1
                }
                weightTo[community] += weights[step]
            }
            totals[Int(old)] -= strength
            var best = old
            var bestGain = Double(weightTo[Int(old)]) - pull * strength * totals[Int(old)]
            for place in 0..<seen {
                let community = Int(touched[place])
                let gain = Double(weightTo[community]) - pull * strength * totals[community]
                weightTo[community] = 0
                if gain > bestGain + Mover.least {
                    best = Int32(community)
                    bestGain = gain
                }
            }
            if bestGain < -Mover.least, let free = empty.popLast() { best = free }
            totals[Int(best)] += strength
            if best == old { continue }
            communities[node] = best
            sizes[Int(best)] += 1
            sizes[Int(old)] -= 1
            if sizes[Int(old)] == 0 { empty.append(old) }
            for step in row {
                let neighbour = Int(neighbours[step])
                if isWaiting[neighbour] || communities[neighbour] == best { continue }
                isWaiting[neighbour] = true
                let tail = head + waiting < count ? head + waiting : head + waiting - count
                queue[tail] = Int32(neighbour)
                waiting += 1
            }
        }
    }

    /// Splits each community into parts that are well linked within it: single nodes join the part that gains most, where both
    /// are linked well enough with the rest of their community.
    func refine(_ communities: [Int32], communityCount: Int, _ generator: inout SplitMix) -> [Int32] {
        let count = level.nodeCount
        var communityTotals = [Double](repeating: 0, count: communityCount)
        for node in 0..<count { communityTotals[Int(communities[node])] += level.strengths[node] }
        var parts = (0..<Int32(count)).map { $0 }
        var totals = level.strengths
        var isSingle = [Bool](repeating: true, count: count)
        // For each part the weight of its links to the rest of its community.
        var outward = [Double](repeating: 0, count: count)
        for node in 0..<count {
            for step in Int(level.offsets[node])..<Int(level.offsets[node + 1])
            where communities[Int(level.neighbours[step])] == communities[node] {
                outward[node] += Double(level.weights[step])
            }
        }
        var weightTo = [Float](repeating: 0, count: count)
        var touched: [Int32] = []
        for node in shuffled(&generator).map(Int.init) where isSingle[node] && outward[node] > 0 {
            let strength = level.strengths[node]
            let whole = communityTotals[Int(communities[node])]
            guard outward[node] >= pull * strength * (whole - strength) else { continue }
            for step in Int(level.offsets[node])..<Int(level.offsets[node + 1]) {
                let neighbour = Int(level.neighbours[step])
                guard communities[neighbour] == communities[node] else { continue }
                let part = parts[neighbour]
                if weightTo[Int(part)] == 0 { touched.append(part) }
                weightTo[Int(part)] += level.weights[step]
            }
            var best = Int32(node)
            var bestGain = 0.0
            for part in touched {
                let total = totals[Int(part)]
                let gain = Double(weightTo[Int(part)]) - pull * strength * total
                if gain > bestGain, outward[Int(part)] >= pull * total * (whole - total) {
                    best = part
                    bestGain = gain
                }
            }
            if best != Int32(node) {
                parts[node] = best
                totals[Int(best)] += strength
                outward[Int(best)] += outward[node] - 2 * Double(weightTo[Int(best)])
                isSingle[Int(best)] = false
                isSingle[node] = false
            }
            for part in touched { weightTo[Int(part)] = 0 }
            touched.removeAll(keepingCapacity: true)
        }
        return parts
    }

    private func shuffled(_ generator: inout SplitMix) -> [Int32] {
        var nodes = (0..<Int32(level.nodeCount)).map { $0 }
        for index in stride(from: nodes.count - 1, to: 0, by: -1) {
            nodes.swapAt(index, Int(generator.below(UInt64(index + 1))))
        }
        return nodes
    }
}
