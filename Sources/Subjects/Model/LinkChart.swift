import Access
import Kernel

/// What is linked with a subject or a concern, in three columns: itself, what it leads to, and what that leads to.
///
/// It is made of what its viewer may see; whatever they may not is neither drawn nor counted.
package struct LinkChart: Sendable {
    package enum Kind: String, Sendable {
        case subject, record, thing
    }

    /// Where a node leads.
    package enum Target: Sendable {
        case subject(ID<Subject>)
        case mention(ID<Mention>)
        case record(MentionLine.Source)
    }

    package struct Node: Sendable {
        package let key: String
        package let kind: Kind
        package let title: String
        package let detail: String
        package let target: Target
    }

    package struct Edge: Sendable, Hashable {
        package let from: String
        package let to: String

        package init(_ from: String, _ to: String) {
            self.from = from
            self.to = to
        }
    }

    /// No more than these are drawn.
    package static let mostNodes = 40

    package let columns: [[Node]]
    package let edges: [Edge]
    /// How many nodes there are that are not drawn.
    package let omitted: Int

    /// Keeps the first nodes of each column, as many as are readable, and orders the last column so that lines cross little.
    package init(start: Node, middle: [Node], far: [Node], edges: [Edge]) {
        let shownMiddle = Array(middle.prefix(16))
        let middleKeys = Dictionary(uniqueKeysWithValues: shownMiddle.enumerated().map { ($0.element.key, $0.offset) })
        func links(_ node: Node) -> [Int] { edges.filter { $0.to == node.key }.compactMap { middleKeys[$0.from] } }
        // What ties several together is worth more than what hangs on one alone.
        let reachable = far.map { ($0, links($0)) }.filter { !$0.1.isEmpty }
        let chosen = reachable.enumerated().sorted { ($1.element.1.count, $0.offset) < ($0.element.1.count, $1.offset) }
            .prefix(LinkChart.mostNodes - 1 - shownMiddle.count).map(\.element)
        let ordered = chosen.sorted { one, other in
            func middle(_ links: [Int]) -> Double { Double(links.reduce(0, +)) / Double(links.count) }
            return (middle(one.1), one.0.key) < (middle(other.1), other.0.key)
        }
        let shownFar = ordered.map(\.0)
        columns = [[start], shownMiddle, shownFar]
        let keys = Set(([start] + shownMiddle + shownFar).map(\.key))
        self.edges = edges.filter { keys.contains($0.from) && keys.contains($0.to) }
        omitted = middle.count - shownMiddle.count + reachable.count - shownFar.count
    }

    package var isEmpty: Bool { columns.dropFirst().allSatisfy(\.isEmpty) }
}
