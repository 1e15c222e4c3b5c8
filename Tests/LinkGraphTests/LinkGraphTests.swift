import LinkGraph
import Testing

/// A graph of links by chance, with some between the same nodes, some from a node to itself, types and days.
private func graph(nodes: Int, links: Int, seed: UInt64) -> LinkGraph {
    var generator = SeededGenerator(seed)
    func end() -> Int32 { Int32.random(in: 0..<Int32(nodes), using: &generator) }
    let periods = (0..<links).map { _ in
        let first = Int32.random(in: 0..<100, using: &generator)
        return LinkPeriod(first: first, last: first + Int32.random(in: 0..<40, using: &generator))
    }
    return LinkGraph(
        nodeCount: nodes, sources: (0..<links).map { _ in end() }, targets: (0..<links).map { _ in end() },
        types: (0..<links).map { _ in UInt16.random(in: 0...2, using: &generator) }, typeNames: ["calls", "lives at", "pays"],
        periods: periods)
}

/// The number of links from a node to each other by plain search, nil where none leads there, and how many shortest ways do.
private func distances(_ graph: LinkGraph, from start: Int, _ filter: LinkFilter = LinkFilter()) -> [(length: Int, ways: Double)?] {
    var ends = [Set<Int>](repeating: [], count: graph.nodeCount)
    for link in 0..<graph.linkCount where filter.admits(link, of: graph) && graph.sources[link] != graph.targets[link] {
        ends[Int(graph.sources[link])].insert(Int(graph.targets[link]))
        ends[Int(graph.targets[link])].insert(Int(graph.sources[link]))
    }
    var found: [(length: Int, ways: Double)?] = Array(repeating: nil, count: graph.nodeCount)
    found[start] = (0, 1)
    var layer: Set<Int> = [start]
    var length = 0
    while !layer.isEmpty {
        length += 1
        var next: [Int: Double] = [:]
        for node in layer { for other in ends[node] where found[other] == nil { next[other, default: 0] += found[node]?.ways ?? 0 } }
        for (node, ways) in next { found[node] = (length, ways) }
        layer = Set(next.keys)
    }
    return found
}

@Suite("Components")
struct ComponentTests {
    @Test("put two nodes together just where a path joins them", arguments: [1, 2, 3, 4] as [UInt64])
    func together(seed: UInt64) {
        let graph = graph(nodes: 120, links: 90, seed: seed)
        let components = Components(of: graph)
        for node in stride(from: 0, to: 120, by: 7) {
            let reached = distances(graph, from: node)
            for other in 0..<120 { #expect((components.labels[node] == components.labels[other]) == (reached[other] != nil)) }
        }
        #expect(components.sizes.reduce(0, +) == 120)
        #expect(Set(components.labels).count == components.count)
    }

    @Test("that grow link by link are those of the whole graph")
    func incremental() {
        let graph = graph(nodes: 200, links: 160, seed: 9)
        var forest = UnionFind(nodeCount: 100)
        for _ in 100..<200 { _ = forest.addNode() }
        var joined = 0
        for link in 0..<graph.linkCount where forest.link(Int(graph.sources[link]), Int(graph.targets[link])) { joined += 1 }
        #expect(forest.components() == Components(of: graph))
        #expect(forest.componentCount == 200 - joined)
        #expect(forest.root(Int(graph.sources[0])) == forest.root(Int(graph.targets[0])))
    }
}

@Suite("A shortest path")
struct PathTests {
    private let filters = [
        LinkFilter(), LinkFilter(types: [0, 2]), LinkFilter(period: LinkPeriod(first: 30, last: 60)),
        LinkFilter(types: [1], period: LinkPeriod(first: 0, last: 80)),
    ]

    @Test("is as short as plain search finds it, and made of links that count", arguments: [1, 2, 3] as [UInt64])
    func shortest(seed: UInt64) {
        let graph = graph(nodes: 80, links: 150, seed: seed)
        let finder = PathFinder(graph)
        for filter in filters {
            for source in stride(from: 0, to: 80, by: 9) {
                let expected = distances(graph, from: source, filter)
                for target in 0..<80 {
                    let path = finder.path(from: source, to: target, filter: filter)
                    #expect(path?.length == expected[target]?.length)
                    guard let path else { continue }
                    #expect(path.nodes.first == Int32(source))
                    #expect(path.nodes.last == Int32(target))
                    for (place, link) in path.links.enumerated() {
                        #expect(filter.admits(Int(link), of: graph))
                        let ends = [graph.sources[Int(link)], graph.targets[Int(link)]]
                        #expect(Set(ends) == Set(path.nodes[place...place + 1]))
                    }
                }
            }
        }
    }

    @Test("is found among all of them, each once and as many as there are", arguments: [4, 5] as [UInt64])
    func all(seed: UInt64) {
        let graph = graph(nodes: 60, links: 170, seed: seed)
        let finder = PathFinder(graph)
        for filter in filters {
            for source in stride(from: 0, to: 60, by: 13) {
                let expected = distances(graph, from: source, filter)
                for target in 0..<60 {
                    let answer = finder.allPaths(from: source, to: target, filter: filter, limit: 10_000)
                    #expect(answer.count == expected[target]?.ways ?? 0)
                    #expect(answer.paths.count == Int(answer.count))
                    #expect(Set(answer.paths.map(\.nodes)).count == answer.paths.count)
                    #expect(answer.paths.allSatisfy { $0.length == expected[target]?.length })
                }
            }
        }
    }

    @Test("is none where it would be longer than allowed, and no more are listed than asked for")
    func limits() {
        // Two nodes with ten others between them, and a chain of four.
        let graph = LinkGraph(
            nodeCount: 15, sources: (2..<12).flatMap { [Int32(0), $0] } + [1, 12, 13],
            targets: (2..<12).flatMap { [$0, Int32(1)] } + [12, 13, 14])
        let finder = PathFinder(graph)
        #expect(finder.path(from: 0, to: 14, longest: 4) == nil)
        #expect(finder.path(from: 0, to: 14, longest: 5)?.length == 5)
        let answer = finder.allPaths(from: 0, to: 14, limit: 3)
        #expect(answer.count == 10)
        #expect(answer.paths.map { $0.nodes[1] } == [2, 3, 4])
    }
}

@Suite("Centrality")
struct CentralityTests {
    @Test("by betweenness is the share of shortest paths that lead through a node", arguments: [1, 2] as [UInt64])
    func betweenness(seed: UInt64) {
        let graph = graph(nodes: 40, links: 70, seed: seed)
        let from = (0..<40).map { distances(graph, from: $0) }
        let scores = Centrality(NeighbourGraph(graph)).betweenness()
        for node in 0..<40 {
            var expected = 0.0
            for source in 0..<40 where source != node {
                for target in (source + 1)..<40 where target != node {
                    guard let whole = from[source][target], let one = from[source][node], let other = from[node][target] else { continue }
                    if one.length + other.length == whole.length { expected += one.ways * other.ways / whole.ways }
                }
            }
            #expect(abs(scores[node] - expected) < 1e-9)
        }
    }

    @Test("sampled at every node is exact, and sampled at some is near it for who matters most")
    func sampled() throws {
        let graph = NeighbourGraph(graph(nodes: 300, links: 500, seed: 6))
        let exact = Centrality(graph).betweenness()
        let whole = Centrality(graph).betweenness(sampling: 300, seed: 1)
        #expect(zip(exact, whole).allSatisfy { abs($0 - $1) < 1e-6 })
        let some = Centrality(graph).betweenness(sampling: 100, seed: 1)
        let first = try #require(exact.indices.max { exact[$0] < exact[$1] })
        #expect(abs(some[first] - exact[first]) < exact[first] * 0.3)
        #expect(some == Centrality(graph).betweenness(sampling: 100, seed: 1))
    }

    @Test("by degree counts others and not links")
    func degrees() {
        let graph = LinkGraph(nodeCount: 3, sources: [0, 0, 1, 2], targets: [1, 1, 2, 2])
        #expect(Centrality(NeighbourGraph(graph)).degrees == [1, 2, 1])
        #expect(graph.degree(0) == 2)
    }
}

@Suite("Communities")
struct CommunityTests {
    @Test("of two triangles with one link between them are the triangles")
    func triangles() {
        let graph = NeighbourGraph(LinkGraph(nodeCount: 7, sources: [0, 1, 2, 3, 4, 5, 2], targets: [1, 2, 0, 4, 5, 3, 3]))
        let found = Leiden().communities(of: graph)
        #expect(found.labels == [0, 0, 0, 1, 1, 1, 2])
        // Six of seven links within, and each half of all ends: 6/7 − 2·(1/2)².
        #expect(abs(found.modularity - (6.0 / 7 - 0.5)) < 1e-12)
    }

    @Test("find groups that were planted", arguments: [1, 2, 3] as [UInt64])
    func planted(seed: UInt64) {
        var generator = SeededGenerator(seed)
        var sources: [Int32] = []
        var targets: [Int32] = []
        for one in 0..<200 as Range<Int32> {
            for other in (one + 1)..<200 as Range<Int32>
            where Int.random(in: 0..<1000, using: &generator) < (one / 20 == other / 20 ? 500 : 5) {
                sources.append(one)
                targets.append(other)
            }
        }
        let graph = NeighbourGraph(LinkGraph(nodeCount: 200, sources: sources, targets: targets))
        let found = Leiden(seed: seed).communities(of: graph)
        let truth = Communities(labels: (0..<200).map { $0 / 20 }, of: graph)
        #expect(found.labels == truth.labels)
        #expect(found.modularity == truth.modularity)
    }

    @Test("hang together each, are the same for the same seed and gain with rounds", arguments: [1, 2] as [UInt64])
    func connected(seed: UInt64) {
        let whole = graph(nodes: 600, links: 900, seed: seed)
        let neighbours = NeighbourGraph(whole)
        let found = Leiden(rounds: 4, seed: seed).communities(of: neighbours)
        let within = (0..<whole.linkCount).filter { found.labels[Int(whole.sources[$0])] == found.labels[Int(whole.targets[$0])] }
        let components = Components(
            of: LinkGraph(nodeCount: 600, sources: within.map { whole.sources[$0] }, targets: within.map { whole.targets[$0] }))
        #expect(components.count == found.count)
        #expect(found == Leiden(rounds: 4, seed: seed).communities(of: neighbours))
        #expect(found.modularity >= Leiden(rounds: 1, seed: seed).communities(of: neighbours).modularity - 1e-9)
        #expect(found.modularity > Communities(labels: Components(of: whole).labels, of: neighbours).modularity)
    }

    @Test("of nodes without links are the nodes")
    func noLinks() {
        let found = Leiden().communities(of: NeighbourGraph(LinkGraph(nodeCount: 3, sources: [], targets: [])))
        #expect(found.labels == [0, 1, 2])
        #expect(found.modularity == 0)
    }
}
