/// Which nodes hang together, kept up to date as links arrive.
///
/// A forest in which no parent has a greater number than its child, so that a root has the least number of its tree. Linking is
/// Rem's algorithm with splicing, which Patwary, Blair and Manne found the fastest of fifty-five (Experiments on Union-Find
/// Algorithms for the Disjoint-Set Data Structure, SEA 2010); links are never taken back.
package struct UnionFind: Sendable {
    private var parents: [Int32]
    /// How many components there are.
    package private(set) var componentCount: Int

    package init(nodeCount: Int) {
        parents = (0..<Int32(nodeCount)).map { $0 }
        componentCount = nodeCount
    }

    package var nodeCount: Int { parents.count }

    /// Adds a node that hangs together with none; its number is the greatest.
    package mutating func addNode() -> Int {
        parents.append(Int32(parents.count))
        componentCount += 1
        return parents.count - 1
    }

    /// The least node of the component in which a node lies.
    package mutating func root(_ node: Int) -> Int {
        parents.withUnsafeMutableBufferPointer { Int(UnionFind.root(Int32(node), $0)) }
    }

    /// Links two nodes; true where they did not hang together before.
    @discardableResult
    package mutating func link(_ first: Int, _ second: Int) -> Bool {
        let isNew = parents.withUnsafeMutableBufferPointer { UnionFind.link(Int32(first), Int32(second), $0) }
        if isNew { componentCount -= 1 }
        return isNew
    }

    /// Links many nodes, given as two lists of ends of one length.
    package mutating func link(_ sources: [Int32], _ targets: [Int32]) {
        let joined = parents.withUnsafeMutableBufferPointer { parents in
            sources.withUnsafeBufferPointer { sources in
                targets.withUnsafeBufferPointer { targets in
                    var joined = 0
                    for index in 0..<sources.count where UnionFind.link(sources[index], targets[index], parents) { joined += 1 }
                    return joined
                }
            }
        }
        componentCount -= joined
    }

    /// The components as they are now.
    package mutating func components() -> Components {
        var labels = [Int32](repeating: 0, count: parents.count)
        var sizes: [Int32] = []
        sizes.reserveCapacity(componentCount)
        for node in parents.indices {
            // A parent has a lesser number than its children, so that its label is already known.
            let parent = Int(parents[node])
            if parent == node {
                labels[node] = Int32(sizes.count)
                sizes.append(1)
            } else {
                let label = labels[parent]
                labels[node] = label
                sizes[Int(label)] += 1
            }
        }
        return Components(labels: labels, sizes: sizes)
    }

    @inline(__always)
    private static func root(_ node: Int32, _ parents: UnsafeMutableBufferPointer<Int32>) -> Int32 {
        var node = node
        while true {
            let parent = parents[Int(node)]
            if parent == node { return node }
            let grandparent = parents[Int(parent)]
            if grandparent == parent { return parent }
            parents[Int(node)] = grandparent
            node = grandparent
        }
    }

    /// Climbs from both nodes at once, always on the side whose parent has the greater number, and hangs what it passes under
    /// the lesser parent (Rem's algorithm with splicing).
    @inline(__always)
    private static func link(_ first: Int32, _ second: Int32, _ parents: UnsafeMutableBufferPointer<Int32>) -> Bool {
        var one = first
        var other = second
        var parentOfOne = parents[Int(one)]
        var parentOfOther = parents[Int(other)]
        while parentOfOne != parentOfOther {
            if parentOfOne < parentOfOther {
                swap(&one, &other)
                swap(&parentOfOne, &parentOfOther)
            }
            parents[Int(one)] = parentOfOther
            if one == parentOfOne { return true }
            one = parentOfOne
            parentOfOne = parents[Int(one)]
        }
        return false
    }
}

/// The components of a graph: the greatest sets of nodes that hang together.
package struct Components: Hashable, Sendable {
    /// For each node its component; components are numbered from 0 in the order of their least nodes.
    package let labels: [Int32]
    /// For each component how many nodes it has.
    package let sizes: [Int32]

    /// Finds the components of a graph in time that is all but linear in nodes and links.
    package init(of graph: LinkGraph) {
        var forest = UnionFind(nodeCount: graph.nodeCount)
        forest.link(graph.sources, graph.targets)
        self = forest.components()
    }

    init(labels: [Int32], sizes: [Int32]) {
        self.labels = labels
        self.sizes = sizes
    }

    package var count: Int { sizes.count }
    package var greatestSize: Int { Int(sizes.max() ?? 0) }
}
