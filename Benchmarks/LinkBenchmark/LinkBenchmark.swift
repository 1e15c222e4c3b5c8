import Foundation
import LinkCommands
import LinkGraph

/// What the commands of linkage cannot tell because each answers one question and ends: what one answer costs where the records
/// or the links are in memory already.
///
///     LinkBenchmark known PEOPLE.csv QUESTIONS      one record against all
///     LinkBenchmark graph EDGES.csv PAIRS.txt       components, a path between the two names on each line, communities
///
/// Prints one JSON object; times are processor seconds.
@main
enum LinkBenchmark {
    private struct GraphReport: Encodable {
        let nodes: Int
        let links: Int
        let components: Int
        let componentSeconds: Double
        let paths: Int
        let pathLengths: [Int]
        let secondsPerPath: Double
        let communities: Int
        let modularity: Double
        let communitySeconds: Double
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        switch arguments.dropFirst().first {
        case "known" where arguments.count == 4:
            var run = LookupRun(input: arguments[2])
            run.questions = Int(arguments[3]) ?? 1_000
            print(try run.run().json())
        case "graph" where arguments.count == 4:
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            encoder.outputFormatting = [.sortedKeys]
            print(String(decoding: try encoder.encode(try graph(arguments[2], arguments[3])), as: UTF8.self))
        default:
            FileHandle.standardError.write(Data("LinkBenchmark known PEOPLE.csv QUESTIONS | graph EDGES.csv PAIRS.txt\n".utf8))
            exit(2)
        }
    }

    private static func graph(_ edges: String, _ pairs: String) throws -> GraphReport {
        var reader = EdgeReader()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: edges))
        let named = try [UInt8](bytes).withUnsafeBufferPointer { try reader.read($0) }
        var components: Components?
        let componentSeconds = least { components = Components(of: named.graph) }
        let asked = try String(contentsOfFile: pairs, encoding: .utf8).split(separator: "\n").compactMap { line -> (Int, Int)? in
            let names = line.split(separator: " ").map(String.init)
            guard names.count == 2, let first = named.node(named: names[0]), let last = named.node(named: names[1]) else { return nil }
            return (first, last)
        }
        let finder = PathFinder(named.graph)
        var lengths: [Int] = []
        let pathSeconds = least { lengths = asked.map { finder.path(from: $0.0, to: $0.1)?.length ?? -1 } }
        var communities: Communities?
        let communitySeconds = least(runs: 1) { communities = Leiden().communities(of: NeighbourGraph(named.graph)) }
        return GraphReport(
            nodes: named.graph.nodeCount, links: named.graph.linkCount, components: components?.count ?? 0,
            componentSeconds: componentSeconds, paths: asked.count, pathLengths: lengths,
            secondsPerPath: pathSeconds / Double(max(1, asked.count)), communities: communities?.count ?? 0,
            modularity: communities?.modularity ?? 0, communitySeconds: communitySeconds)
    }

    /// The processor seconds of the cheapest of several runs.
    private static func least(runs: Int = 3, _ body: () -> Void) -> Double {
        var least = Double.infinity
        for _ in 0..<runs {
            let start = clock()
            body()
            least = min(least, Double(clock() - start) / Double(CLOCKS_PER_SEC))
        }
        return least
    }
}
