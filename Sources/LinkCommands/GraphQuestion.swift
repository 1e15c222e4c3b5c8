import DelimitedText
import Foundation
import LinkGraph

/// `link graph EDGES.csv components|path|central|communities`: what a list of links says.
package struct GraphQuestion {
    package var edges: String
    /// Links of these types alone count; nil for all.
    package var types: [String]?
    /// Links alone count that held on this day or later, and on this day or before, as 2020-02-08.
    package var since: String?
    package var until: String?

    package init(edges: String) {
        self.edges = edges
    }

    /// What every answer begins with.
    package struct Reading: Encodable, Equatable {
        package let nodes: Int
        package let links: Int
        /// The columns in which the ends of links stand.
        package let ends: [String]
        package let unknownColumns: [String]
        package let unreadable: [UnreadableRow]
        package let unreadableCount: Int
    }

    package struct ComponentReport: Encodable, Equatable {
        package let reading: Reading
        package let components: Int
        package let largest: Int
    }

    /// Which nodes hang together. Writes the columns `id,component` to a file; components are numbered from 0.
    package func components(to output: String) throws -> ComponentReport {
        let (named, reading) = try read()
        let components = Components(of: try filtered(named))
        try write(to: output, header: "id,component", named) { "\(components.labels[$0])" }
        return ComponentReport(reading: reading, components: components.count, largest: components.greatestSize)
    }

    package struct PathReport: Encodable, Equatable {
        package struct Step: Encodable, Equatable {
            /// The node that is reached.
            package let id: String
            /// The type of the link by which it is reached; nil at the beginning of a path and where links have no types.
            package let type: String?
        }

        package let reading: Reading
        /// The number of links of a shortest path; nil where there is none.
        package let length: Int?
        /// How many shortest paths there are, where all were asked for.
        package let count: Double?
        package let paths: [[Step]]
    }

    /// How two nodes are connected: one shortest path, or all up to `limit`. Throws `LinkProblem.call` where there is no such node.
    package func path(from source: String, to target: String, all: Bool = false, longest: Int = .max, limit: Int = 100) throws
        -> PathReport
    {
        let (named, reading) = try read()
        guard let first = named.node(named: source) else { throw LinkProblem.call("No link has an end named “\(source)”") }
        guard let last = named.node(named: target) else { throw LinkProblem.call("No link has an end named “\(target)”") }
        let filter = try filter(named)
        let finder = PathFinder(named.graph)
        let found =
            all
            ? finder.allPaths(from: first, to: last, filter: filter, longest: longest, limit: limit)
            : (1, finder.path(from: first, to: last, filter: filter, longest: longest).map { [$0] } ?? [])
        return PathReport(
            reading: reading, length: found.1.first?.length, count: all ? found.0 : nil,
            paths: found.1.map { path in
                path.nodes.indices.map { place in
                    let link = place == 0 ? nil : Int(path.links[place - 1])
                    let type = link.flatMap { named.graph.types.isEmpty ? nil : named.graph.typeNames[Int(named.graph.types[$0])] }
                    return PathReport.Step(id: named.name(Int(path.nodes[place])), type: type)
                }
            })
    }

    package struct CentralReport: Encodable, Equatable {
        package struct Node: Encodable, Equatable {
            package let id: String
            package let degree: Int
            package let betweenness: Double
        }

        package let reading: Reading
        /// How many nodes searches began at; as many as there are nodes where betweenness is exact.
        package let sampled: Int
        package let top: [Node]
    }

    /// Who is central. Writes the columns `id,degree,betweenness` to a file, the most central first. Betweenness is exact where
    /// `sample` is nil or not less than the number of nodes.
    package func central(to output: String, sample: Int?, seed: UInt64 = 1, progress: (Double) -> Void = { _ in }) throws
        -> CentralReport
    {
        let (named, reading) = try read()
        if let sample, sample < 1 { throw LinkProblem.call("A sample of \(sample) nodes is none: give at least 1") }
        let graph = NeighbourGraph(try filtered(named))
        let centrality = Centrality(graph)
        let sampled = min(sample ?? graph.nodeCount, graph.nodeCount)
        let scores =
            sampled < graph.nodeCount
            ? centrality.betweenness(sampling: sampled, seed: seed, progress: progress) : centrality.betweenness(progress: progress)
        let order = (0..<graph.nodeCount).sorted { left, right in
            scores[left] != scores[right]
                ? scores[left] > scores[right]
                : graph.degree(left) != graph.degree(right) ? graph.degree(left) > graph.degree(right) : left < right
        }
        try write(to: output, header: "id,degree,betweenness", named, order) { "\(graph.degree($0)),\(scores[$0])" }
        return CentralReport(
            reading: reading, sampled: sampled,
            top: order.prefix(10).map {
                CentralReport.Node(id: named.name($0), degree: graph.degree($0), betweenness: scores[$0])
            })
    }

    package struct CommunityReport: Encodable, Equatable {
        package let reading: Reading
        package let communities: Int
        package let modularity: Double
    }

    /// Which groups have more links among them than chance would give. Writes the columns `id,community` to a file.
    package func communities(to output: String, resolution: Double = 1, seed: UInt64 = 1) throws -> CommunityReport {
        guard resolution > 0, resolution.isFinite else { throw LinkProblem.call("The resolution must be greater than 0") }
        let (named, reading) = try read()
        let found = Leiden(resolution: resolution, seed: seed).communities(of: NeighbourGraph(try filtered(named)))
        try write(to: output, header: "id,community", named) { "\(found.labels[$0])" }
        return CommunityReport(reading: reading, communities: found.count, modularity: found.modularity)
    }

    private func read() throws -> (NamedGraph, Reading) {
        let input = try InputFile(edges)
        var reader = EdgeReader()
        do {
            let named = try input.withBytes { try reader.read($0) }
            let reading = Reading(
                nodes: named.graph.nodeCount, links: named.graph.linkCount, ends: reader.endColumns,
                unknownColumns: reader.unknownColumns,
                unreadable: reader.faults.map { UnreadableRow(line: $0.line, message: $0.message) },
                unreadableCount: reader.faultCount)
            return (named, reading)
        } catch let fault as EdgeFault {
            throw LinkProblem.content(path: edges, message: String(fault.description.dropLast()))
        }
    }

    private func filter(_ named: NamedGraph) throws -> LinkFilter {
        func day(_ text: String?, _ name: String) throws -> Int32? {
            guard let text else { return nil }
            guard let day = LinkPeriod.day(text) else { throw LinkProblem.call("\(name): “\(text)” is not a day. Write it as 2020-02-08") }
            return day
        }
        let period = LinkPeriod(first: try day(since, "since") ?? .min, last: try day(until, "until") ?? .max)
        guard period.first <= period.last else { throw LinkProblem.call("The period ends before it begins") }
        do {
            return LinkFilter(types: try types.map(named.types(named:)), period: period)
        } catch {
            throw LinkProblem.call(String("\(error)".dropLast()))
        }
    }

    private func filtered(_ named: NamedGraph) throws -> LinkGraph { named.graph.filtered(try filter(named)) }

    private func write(
        to output: String, header: String, _ named: NamedGraph, _ order: [Int]? = nil, _ values: (Int) -> String
    ) throws {
        let file = try OutputFile(output)
        try file.write { $0 += Array("\(header)\r\n".utf8) }
        for node in order ?? Array(0..<named.graph.nodeCount) {
            try file.write { $0 += Array("\(DelimitedValue.written(named.name(node))),\(values(node))\r\n".utf8) }
        }
        try file.close()
    }
}
