/// Who is linked with whom, and how often: the graph without the types and days of its links, each two nodes joined once.
///
/// What centrality and communities are computed on; links that have to be left out are left out before.
package struct NeighbourGraph: Sendable {
    /// For each node where its row begins, and behind the last where it ends.
    let offsets: [UInt32]
    /// Rows: the neighbours in the order of their numbers, and the number of links to each.
    let neighbours: [Int32]
    let weights: [Float]

    package init(_ graph: LinkGraph) {
        let nodeCount = graph.nodeCount
        // Two passes of counting sort put every row in order: rows are filled by going through the nodes in order.
        var sorted = [Int32](repeating: 0, count: graph.neighbours.count)
        var places = graph.offsets
        for node in 0..<nodeCount {
            for step in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
                let neighbour = Int(graph.neighbours[step])
                sorted[Int(places[neighbour])] = Int32(node)
                places[neighbour] += 1
            }
        }
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(nodeCount + 1)
        var neighbours: [Int32] = []
        neighbours.reserveCapacity(sorted.count)
        var weights: [Float] = []
        weights.reserveCapacity(sorted.count)
        for node in 0..<nodeCount {
            var last: Int32 = -1
            for step in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
                let neighbour = sorted[step]
                if neighbour == last {
                    weights[weights.count - 1] += 1
                } else {
                    neighbours.append(neighbour)
                    weights.append(1)
                    last = neighbour
                }
            }
            offsets.append(UInt32(neighbours.count))
        }
        self.offsets = offsets
        self.neighbours = neighbours
        self.weights = weights
    }

    package var nodeCount: Int { offsets.count - 1 }

    /// How many others a node is linked with.
    package func degree(_ node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

    /// Those a node is linked with, in the order of their numbers.
    package func neighbours(_ node: Int) -> ArraySlice<Int32> { neighbours[Int(offsets[node])..<Int(offsets[node + 1])] }
}
