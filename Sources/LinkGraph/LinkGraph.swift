/// People, phones, vehicles, places and accounts, and the links between them: an undirected graph whose nodes and links are
/// numbered from 0.
///
/// Links lie twice in rows by node (compressed sparse rows), so that a node's links are read in one stretch. Two nodes may
/// have several links, each with a type and the days on which it held; a link from a node to itself is kept and leads nowhere.
package struct LinkGraph: Sendable {
    package let nodeCount: Int
    /// The two ends of each link.
    package let sources: [Int32]
    package let targets: [Int32]
    /// The type of each link, as its place in `typeNames`; empty where there is one type alone.
    package let types: [UInt16]
    package let typeNames: [String]
    /// The days on which each link held, since 1 January 1970, both inclusive; empty where no link has any.
    package let periods: [LinkPeriod]

    /// For each node where its row begins, and behind the last where it ends.
    let offsets: [UInt32]
    /// Rows: the node at the other end, and the link.
    let neighbours: [Int32]
    let linkOfNeighbour: [Int32]

    /// Makes a graph of links that are given by their ends. `types` and `periods` are either empty or as many as the links;
    /// ends must be from 0 up to `nodeCount`, and there may be 2³⁰ links.
    package init(
        nodeCount: Int, sources: [Int32], targets: [Int32], types: [UInt16] = [], typeNames: [String] = [],
        periods: [LinkPeriod] = []
    ) {
        self.nodeCount = nodeCount
        self.sources = sources
        self.targets = targets
        self.types = types
        self.typeNames = typeNames
        self.periods = periods
        var offsets = [UInt32](repeating: 0, count: nodeCount + 1)
        for link in sources.indices where sources[link] != targets[link] {
            offsets[Int(sources[link]) + 1] += 1
            offsets[Int(targets[link]) + 1] += 1
        }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        var places = offsets
        let length = Int(offsets[nodeCount])
        var neighbours = [Int32](repeating: 0, count: length)
        var links = [Int32](repeating: 0, count: length)
        for link in sources.indices where sources[link] != targets[link] {
            let source = Int(sources[link])
            let target = Int(targets[link])
            neighbours[Int(places[source])] = Int32(target)
            links[Int(places[source])] = Int32(link)
            places[source] += 1
            neighbours[Int(places[target])] = Int32(source)
            links[Int(places[target])] = Int32(link)
            places[target] += 1
        }
        self.offsets = offsets
        self.neighbours = neighbours
        linkOfNeighbour = links
    }

    package var linkCount: Int { sources.count }

    /// How many links a node has, those to itself not counted.
    package func degree(_ node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

    /// The graph of those links alone that a filter admits, with the same nodes.
    package func filtered(_ filter: LinkFilter) -> LinkGraph {
        guard !filter.admitsAll else { return self }
        let kept = sources.indices.filter { filter.admits($0, of: self) }
        return LinkGraph(
            nodeCount: nodeCount, sources: kept.map { sources[$0] }, targets: kept.map { targets[$0] },
            types: types.isEmpty ? [] : kept.map { types[$0] }, typeNames: typeNames,
            periods: periods.isEmpty ? [] : kept.map { periods[$0] })
    }
}

/// The days on which a link held, since 1 January 1970, both inclusive; an open end is the least or the greatest number.
package struct LinkPeriod: Hashable, Sendable {
    package let first: Int32
    package let last: Int32

    package static let always = LinkPeriod(first: .min, last: .max)

    package init(first: Int32, last: Int32) {
        self.first = first
        self.last = last
    }
}

/// Which links count: those of some types, and those that held at some time within a period.
package struct LinkFilter: Hashable, Sendable {
    /// Places in the graph's `typeNames`; nil for every type.
    package var types: Set<UInt16>?
    package var period: LinkPeriod

    package init(types: Set<UInt16>? = nil, period: LinkPeriod = .always) {
        self.types = types
        self.period = period
    }

    package var admitsAll: Bool { types == nil && period == .always }

    /// Whether a link counts. A link without a type is of the type 0, one without days held always.
    package func admits(_ link: Int, of graph: LinkGraph) -> Bool {
        if let types, !types.contains(graph.types.isEmpty ? 0 : graph.types[link]) { return false }
        guard !graph.periods.isEmpty else { return true }
        return graph.periods[link].first <= period.last && graph.periods[link].last >= period.first
    }
}
