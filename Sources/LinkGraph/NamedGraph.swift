import DelimitedText

/// A graph whose nodes have names, as it is read from a list of links.
package final class NamedGraph: Sendable {
    package let graph: LinkGraph
    private let names: NodeNames

    init(graph: LinkGraph, names: consuming ByteTable) {
        self.graph = graph
        self.names = NodeNames(names)
    }

    /// The name of a node.
    package func name(_ node: Int) -> String { names.table.text(node) }

    /// The node with a name, exactly as it is written; nil where there is none.
    package func node(named name: String) -> Int? {
        Array(name.utf8).withUnsafeBufferPointer { names.table.find($0) }
    }

    /// The places in the graph's types of types by name. Throws `EdgeFault.type` at the first that no link has.
    package func types(named typeNames: [String]) throws(EdgeFault) -> Set<UInt16> {
        var types: Set<UInt16> = []
        for name in typeNames {
            guard let place = graph.typeNames.firstIndex(of: name) else { throw .type(name, known: graph.typeNames) }
            types.insert(UInt16(place))
        }
        return types
    }
}

/// A table that is only read any more, and so can be read from everywhere.
private final class NodeNames: @unchecked Sendable {
    let table: ByteTable

    init(_ table: consuming ByteTable) {
        self.table = table
    }
}

/// Why a list of links cannot be used.
package enum EdgeFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is nothing in it.
    case empty
    /// The first row, which names the columns, cannot be read.
    case header(RowFault)
    /// It has fewer than two columns.
    case columns
    /// No row below the columns' names could be read; the first that could not, if any.
    case noLink(RowFault?)
    /// No link has this type.
    case type(String, known: [String])

    package var description: String {
        switch self {
        case .empty: "The list of links is empty."
        case .header(let fault): "Line \(fault.line): \(fault.message)."
        case .columns: "A list of links needs two columns: source and target."
        case .noLink(let fault?): "No link could be read. Line \(fault.line): \(fault.message)."
        case .noLink(nil): "There is no link below the columns' names."
        case .type(let name, let known):
            "No link has the type “\(name)”. " + (known.isEmpty ? "The links have no types." : "Known: \(known.joined(separator: ", ")).")
        }
    }
}
