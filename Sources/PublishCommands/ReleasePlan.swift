import Disclosure
import Foundation

/// The dimensions and tables that a specification asks for, found in the records.
struct ReleasePlan {
    let dimensions: [TableDimension]
    /// For each dimension the column of its categories.
    let columns: [CategoryColumn]
    let designs: [TableDesign]
    /// For each table the names of its columns, in the order of its axes.
    let names: [[String]]

    /// Every column that the specification names.
    static func columns(of specification: ReleaseSpecification) -> [String] {
        var found: [String] = []
        for table in specification.tables {
            for name in table.rows + table.columns where !found.contains(name) { found.append(name) }
            for parents in table.hierarchies.values {
                for case .column(let name) in parents where !found.contains(name) { found.append(name) }
            }
        }
        return found
    }

    /// Throws `PublishProblem.input` naming the table, the dimension and the category that is wrong.
    init(_ specification: ReleaseSpecification, _ file: MicrodataFile, path: String) throws(PublishProblem) {
        var columnOf: [String: CategoryColumn] = [:]
        for column in file.columns { columnOf[column.name] = column }
        func wrong(_ message: String) -> PublishProblem { .input(path: path, message: message) }
        // One hierarchy for each dimension, whichever table gives it: whoever reads one table knows what belongs to what.
        var hierarchies: [String: [ReleaseSpecification.Parent]] = [:]
        for table in specification.tables {
            for (name, parents) in table.hierarchies {
                if let other = hierarchies[name], other != parents {
                    throw wrong("The tables give “\(name)” different hierarchies. Give it the same in each")
                }
                hierarchies[name] = parents
            }
        }
        // A column that is a level of another dimension is no dimension of its own: ward and town are one.
        var levelOf: [String: (dimension: String, level: Int)] = [:]
        for (name, parents) in hierarchies {
            for (index, parent) in parents.enumerated() {
                if case .column(let column) = parent { levelOf[column] = (name, index + 1) }
            }
        }
        let asked = ReleasePlan.columns(of: specification).filter { name in
            specification.tables.contains { ($0.rows + $0.columns).contains(name) }
        }
        for finer in asked where levelOf[finer] == nil {
            for coarser in asked
            where coarser != finer && levelOf[coarser] == nil && hierarchies[coarser] == nil && hierarchies[finer] == nil {
                guard let fine = columnOf[finer], let coarse = columnOf[coarser], fine.labels.count > coarse.labels.count,
                    coarse.labels.count > 1, ReleasePlan.determines(fine, coarse)
                else { continue }
                let isCrossed = specification.tables.contains {
                    ($0.rows + $0.columns).contains(finer) && ($0.rows + $0.columns).contains(coarser)
                }
                guard !isCrossed else { continue }
                hierarchies[finer] = [.column(coarser)]
                levelOf[coarser] = (finer, 1)
            }
        }
        var roots: [String] = []
        for name in asked {
            var root = name
            var steps = 0
            while let above = levelOf[root], steps < 20 {
                root = above.dimension
                steps += 1
            }
            if !roots.contains(root) { roots.append(root) }
        }
        var dimensions: [TableDimension] = []
        var columns: [CategoryColumn] = []
        for root in roots {
            guard let column = columnOf[root] else { throw wrong("There is no column “\(root)”") }
            var parents: [(name: String, of: [String])] = []
            var below = column.labels
            for (level, parent) in (hierarchies[root] ?? []).enumerated() {
                switch parent {
                case .column(let name):
                    guard let other = columnOf[name] else { throw wrong("There is no column “\(name)”") }
                    var found = [Int](repeating: -1, count: column.labels.count)
                    for row in column.codes.indices {
                        let own = Int(column.codes[row])
                        if found[own] < 0 {
                            found[own] = Int(other.codes[row])
                        } else if found[own] != Int(other.codes[row]) {
                            throw wrong(
                                "Row \(row + 2): “\(column.labels[own])” of the column “\(root)” lies in “\(other.labels[Int(other.codes[row])])” of “\(name)”, and in an earlier row in “\(other.labels[found[own]])”. Each has to lie in one alone"
                            )
                        }
                    }
                    parents.append((name, found.map { $0 < 0 ? MicrodataFile.unrecorded : other.labels[$0] }))
                case .list(let map):
                    var found: [String] = []
                    for label in below {
                        guard let above = map[label] else {
                            throw wrong("The category “\(label)” of the column “\(root)” is not in the list of its hierarchy")
                        }
                        found.append(above)
                    }
                    parents.append(("\(root) group\(level == 0 ? "" : " \(level + 1)")", found))
                }
                below = parents.last?.of ?? below
            }
            do { dimensions.append(try TableDimension(name: root, labels: column.labels, parents: parents)) } catch {
                throw .at(path, error)
            }
            columns.append(column)
        }
        var designs: [TableDesign] = []
        var names: [[String]] = []
        for table in specification.tables {
            func axis(_ name: String) -> TableDesign.Axis {
                var root = name
                var level = 0
                while let above = levelOf[root], level < 20 {
                    level += above.level
                    root = above.dimension
                }
                let place = roots.firstIndex(of: root) ?? 0
                let top = dimensions[place].top
                return TableDesign.Axis(
                    dimension: place,
                    levels: table.hierarchies[name] == nil || level > 0 ? [level, top] : Array(0...top))
            }
            designs.append(
                TableDesign(
                    name: table.name, rows: table.rows.map(axis), columns: table.columns.map(axis), threshold: table.threshold))
            names.append(table.rows + table.columns)
        }
        self.dimensions = dimensions
        self.columns = columns
        self.designs = designs
        self.names = names
    }

    private static func determines(_ fine: CategoryColumn, _ coarse: CategoryColumn) -> Bool {
        var found = [UInt16](repeating: .max, count: fine.labels.count)
        for row in fine.codes.indices {
            let own = Int(fine.codes[row])
            if found[own] == .max { found[own] = coarse.codes[row] } else if found[own] != coarse.codes[row] { return false }
        }
        return true
    }
}
