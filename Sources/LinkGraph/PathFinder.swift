/// Finds how two nodes are connected: shortest paths by number of links, within limits on types and days of the links.
///
/// Breadth-first search from both ends at once (Pohl, Bi-directional Search, Machine Intelligence 6, 1971), always from the
/// side that has the fewer links to follow. Made once for a graph and asked many times; a question costs no more than the part
/// of the graph that it visits. A finder belongs to one thread.
package final class PathFinder {
    package let graph: LinkGraph
    private let marks: UnsafeMutableBufferPointer<Mark>
    private var sides = [Side(), Side()]
    private var question: Int32 = 0

    /// How a node was reached. Each node is reached from one side alone: where a search comes upon a node of the other, they
    /// have met.
    private struct Mark {
        /// Twice the number of the question in which the node was reached, and 1 more from the target's side.
        var stamp: Int32
        var distance: Int32
        /// The place in the rows of the step by which it was reached.
        var step: UInt32
    }

    private struct Side {
        var frontier: [Int32] = []
        var depth: Int32 = 0
        /// How many links the frontier has.
        var breadth = 0
    }

    package init(_ graph: LinkGraph) {
        self.graph = graph
        marks = .allocate(capacity: graph.nodeCount)
        marks.initialize(repeating: Mark(stamp: -1, distance: 0, step: 0))
    }

    deinit {
        marks.deallocate()
    }

    /// One shortest path between two nodes, or nil where none has at most `longest` links.
    package func path(
        from source: Int, to target: Int, filter: LinkFilter = LinkFilter(), longest: Int = .max
    ) -> LinkPath? {
        if source == target { return LinkPath(nodes: [Int32(source)], links: []) }
        guard let meeting = search(source, target, filter, longest, stopsAtFirst: true).first else { return nil }
        var nodes: [Int32] = []
        var links: [Int32] = []
        var node = meeting.near
        while node != Int32(source) {
            nodes.append(node)
            let step = Int(marks[Int(node)].step)
            links.append(graph.linkOfNeighbour[step])
            node = origin(of: step, leadingTo: node)
        }
        nodes.append(node)
        nodes.reverse()
        links.reverse()
        links.append(graph.linkOfNeighbour[meeting.step])
        node = meeting.far
        while node != Int32(target) {
            nodes.append(node)
            let step = Int(marks[Int(node)].step)
            links.append(graph.linkOfNeighbour[step])
            node = origin(of: step, leadingTo: node)
        }
        nodes.append(node)
        return LinkPath(nodes: nodes, links: links)
    }

    /// All shortest paths between two nodes, as different in their nodes: how many there are and the first `limit` of them in
    /// the order of their nodes' numbers. Of several links between two nodes a path names the first.
    package func allPaths(
        from source: Int, to target: Int, filter: LinkFilter = LinkFilter(), longest: Int = .max, limit: Int = 100
    ) -> (count: Double, paths: [LinkPath]) {
        if source == target { return (1, [LinkPath(nodes: [Int32(source)], links: [])]) }
        let meetings = search(source, target, filter, longest, stopsAtFirst: false)
        guard let first = meetings.first else { return (0, []) }
        let length = Int(marks[Int(first.near)].distance + 1 + marks[Int(first.far)].distance)
        // The ways onward from each node that lies on a shortest path, from the source's side.
        var onward: [Int32: [(node: Int32, link: Int32)]] = [:]
        for meeting in meetings {
            onward[meeting.near, default: []].append((meeting.far, graph.linkOfNeighbour[meeting.step]))
        }
        var pending = Array(Set(meetings.map(\.near)))
        var known = Set(pending)
        while let node = pending.popLast() {
            for (previous, link) in steps(from: node, side: 0, filter) {
                onward[previous, default: []].append((node, link))
                if known.insert(previous).inserted { pending.append(previous) }
            }
        }
        pending = Array(Set(meetings.map(\.far)))
        known = Set(pending)
        while let node = pending.popLast() {
            for (next, link) in steps(from: node, side: 1, filter) {
                onward[node, default: []].append((next, link))
                if known.insert(next).inserted { pending.append(next) }
            }
        }
        for node in onward.keys {
            var seen: Set<Int32> = []
            onward[node] = onward[node]?.sorted { ($0.node, $0.link) < ($1.node, $1.link) }.filter { seen.insert($0.node).inserted }
        }
        return (
            PathFinder.count(onward, Int32(source), Int32(target)),
            PathFinder.list(onward, Int32(source), Int32(target), length, limit)
        )
    }

    private struct Meeting {
        let near: Int32
        let far: Int32
        let step: Int
    }

    /// The links at which both searches meet; `near` is always on the source's side.
    private func search(
        _ source: Int, _ target: Int, _ filter: LinkFilter, _ longest: Int, stopsAtFirst: Bool
    ) -> [Meeting] {
        if question == Int32.max / 4 {
            // The numbers of questions begin again, and no node may look as if it had been reached in one of them.
            marks.update(repeating: Mark(stamp: -1, distance: 0, step: 0))
            question = 0
        }
        question += 1
        for (side, node) in [(0, source), (1, target)] {
            marks[node] = Mark(stamp: question * 2 + Int32(side), distance: 0, step: 0)
            sides[side] = Side(frontier: [Int32(node)], breadth: graph.degree(node))
        }
        var meetings: [Meeting] = []
        while meetings.isEmpty, !sides[0].frontier.isEmpty, !sides[1].frontier.isEmpty,
            Int(sides[0].depth) + Int(sides[1].depth) < longest
        {
            let near = sides[0].breadth <= sides[1].breadth ? 0 : 1
            expand(near, filter, stopsAtFirst, &meetings)
        }
        return meetings
    }

    private func expand(_ near: Int, _ filter: LinkFilter, _ stopsAtFirst: Bool, _ meetings: inout [Meeting]) {
        let own = question * 2 + Int32(near)
        let others = question * 2 + Int32(1 - near)
        let admitsAll = filter.admitsAll
        let marks = marks
        let frontier = sides[near].frontier
        let depth = sides[near].depth + 1
        var next: [Int32] = []
        var breadth = 0
        let graph = graph
        let offsets = graph.offsets.span
        let neighbours = graph.neighbours.span
        for node in frontier {
            for step in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
                let neighbour = neighbours[step]
                let stamp = marks[Int(neighbour)].stamp
                if stamp == own { continue }
                if !admitsAll, !filter.admits(Int(graph.linkOfNeighbour[step]), of: graph) { continue }
                if stamp == others {
                    let ends = near == 0 ? (node, neighbour) : (neighbour, node)
                    meetings.append(Meeting(near: ends.0, far: ends.1, step: step))
                    if stopsAtFirst { return }
                    continue
                }
                guard meetings.isEmpty else { continue }
                marks[Int(neighbour)] = Mark(stamp: own, distance: depth, step: UInt32(step))
                next.append(neighbour)
                breadth += Int(offsets[Int(neighbour) + 1] - offsets[Int(neighbour)])
            }
        }
        sides[near] = Side(frontier: next, depth: depth, breadth: breadth)
    }

    /// The node from which a step in the rows leads to another: the other end of its link.
    private func origin(of step: Int, leadingTo node: Int32) -> Int32 {
        let link = Int(graph.linkOfNeighbour[step])
        return graph.sources[link] == node ? graph.targets[link] : graph.sources[link]
    }

    /// The steps that lead one nearer to the beginning of a side's search.
    private func steps(from node: Int32, side: Int, _ filter: LinkFilter) -> [(node: Int32, link: Int32)] {
        let distance = marks[Int(node)].distance
        guard distance > 0 else { return [] }
        return (Int(graph.offsets[Int(node)])..<Int(graph.offsets[Int(node) + 1])).compactMap { step in
            let neighbour = Int(graph.neighbours[step])
            let link = graph.linkOfNeighbour[step]
            guard marks[neighbour].stamp == question * 2 + Int32(side), marks[neighbour].distance == distance - 1,
                filter.admits(Int(link), of: graph)
            else { return nil }
            return (Int32(neighbour), link)
        }
    }

    /// How many ways lead to the target; they can be more than an integer holds.
    private static func count(_ onward: [Int32: [(node: Int32, link: Int32)]], _ source: Int32, _ target: Int32) -> Double {
        var ways: [Int32: Double] = [source: 1]
        var layer = [source]
        while !layer.isEmpty, layer != [target] {
            var next: [Int32: Double] = [:]
            for node in layer { for step in onward[node] ?? [] { next[step.node, default: 0] += ways[node] ?? 0 } }
            ways = next
            layer = Array(next.keys)
        }
        return ways[target] ?? 0
    }

    private static func list(
        _ onward: [Int32: [(node: Int32, link: Int32)]], _ source: Int32, _ target: Int32, _ length: Int, _ limit: Int
    ) -> [LinkPath] {
        var paths: [LinkPath] = []
        var nodes = [source]
        var links: [Int32] = []
        var choices = [0]
        while !choices.isEmpty, paths.count < limit {
            let node = nodes[nodes.count - 1]
            let steps = onward[node] ?? []
            let choice = choices[choices.count - 1]
            if node == target || choice == steps.count {
                if node == target { paths.append(LinkPath(nodes: nodes, links: links)) }
                nodes.removeLast()
                choices.removeLast()
                if !links.isEmpty { links.removeLast() }
                continue
            }
            choices[choices.count - 1] += 1
            nodes.append(steps[choice].node)
            links.append(steps[choice].link)
            choices.append(0)
        }
        return paths
    }
}

/// A way from one node to another: its nodes in order, and the link between each two of them.
package struct LinkPath: Hashable, Sendable {
    package let nodes: [Int32]
    package let links: [Int32]

    /// How many links it has.
    package var length: Int { links.count }
}
