/// Who is central in a graph.
package struct Centrality: Sendable {
    private let graph: NeighbourGraph

    package init(_ graph: NeighbourGraph) {
        self.graph = graph
    }

    /// With how many others each node is linked.
    package var degrees: [Int] { (0..<graph.nodeCount).map(graph.degree) }

    /// For each node the number of pairs of others whose shortest paths lead through it, each pair counted by the share of its
    /// paths that do (Freeman, A Set of Measures of Centrality Based on Betweenness, Sociometry 40, 1977), each pair once.
    ///
    /// Exact, by one breadth-first search from every node and the accumulation of Brandes (A Faster Algorithm for Betweenness
    /// Centrality, Journal of Mathematical Sociology 25, 2001): time in proportion to nodes times links, memory to their sum.
    package func betweenness(progress: (Double) -> Void = { _ in }) -> [Double] {
        betweenness(from: Array(0..<graph.nodeCount), progress)
    }

    /// An estimate of `betweenness` from searches that begin at `count` nodes chosen by chance (Brandes and Pich, Centrality
    /// Estimation in Large Networks, International Journal of Bifurcation and Chaos 17, 2007). It is right on average; the
    /// same seed chooses the same nodes. With as many nodes as there are it is exact.
    package func betweenness(sampling count: Int, seed: UInt64, progress: (Double) -> Void = { _ in }) -> [Double] {
        var generator = SplitMix(seed: seed)
        var nodes = Array(0..<graph.nodeCount)
        let count = min(count, nodes.count)
        for index in 0..<count { nodes.swapAt(index, index + Int(generator.below(UInt64(nodes.count - index)))) }
        let scale = Double(nodes.count) / Double(max(1, count))
        return betweenness(from: Array(nodes[..<count]), progress).map { $0 * scale }
    }

    private func betweenness(from origins: [Int], _ progress: (Double) -> Void) -> [Double] {
        let count = graph.nodeCount
        var scores = [Double](repeating: 0, count: count)
        var distances = [Int32](repeating: -1, count: count)
        var paths = [Double](repeating: 0, count: count)
        var dependencies = [Double](repeating: 0, count: count)
        var visited = [Int32](repeating: 0, count: count)
        let offsets = graph.offsets.span
        let neighbours = graph.neighbours.span
        for (done, origin) in origins.enumerated() {
            distances[origin] = 0
            paths[origin] = 1
            visited[0] = Int32(origin)
            var seen = 1
            var at = 0
            while at < seen {
                let node = Int(visited[at])
                at += 1
                let next = distances[node] + 1
                let ways = paths[node]
                for step in Int(offsets[node])..<Int(offsets[node + 1]) {
                    let neighbour = Int(neighbours[step])
                    if distances[neighbour] < 0 {
                        distances[neighbour] = next
                        visited[seen] = Int32(neighbour)
                        seen += 1
                    }
                    if distances[neighbour] == next { paths[neighbour] += ways }
                }
            }
            // From the farthest node back, each passes what depends on it to those before it.
            for place in stride(from: seen - 1, through: 0, by: -1) {
                let node = Int(visited[place])
                let share = (1 + dependencies[node]) / paths[node]
                let previous = distances[node] - 1
                for step in Int(offsets[node])..<Int(offsets[node + 1]) {
                    let neighbour = Int(neighbours[step])
                    if distances[neighbour] == previous { dependencies[neighbour] += paths[neighbour] * share }
                }
                if node != origin { scores[node] += dependencies[node] / 2 }
            }
            for place in 0..<seen {
                let node = Int(visited[place])
                distances[node] = -1
                paths[node] = 0
                dependencies[node] = 0
            }
            progress(Double(done + 1) / Double(origins.count))
        }
        return scores
    }
}

/// A small generator of numbers that look like chance and can be repeated (Steele, Lea and Flood, Fast Splittable Pseudorandom
/// Number Generators, OOPSLA 2014).
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }

    /// A number from 0 up to a bound (Lemire, Fast Random Integer Generation in an Interval, 2019, without its rejection, whose
    /// lack is too small to matter for an order of visits).
    mutating func below(_ bound: UInt64) -> UInt64 { next().multipliedFullWidth(by: bound).high }
}
