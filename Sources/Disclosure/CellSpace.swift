/// All figures of some tables that are published together, each once: a figure that two tables have in common is one figure.
///
/// A *view* is a choice of one level for each dimension (force, all exploitation, quarter); it has one figure for each
/// combination of their categories. A table is all views of its dimensions, so its margins are figures like the others. Figures
/// are numbered through all views.
package struct CellSpace: Sendable {
    /// One level for each dimension, and where its figures stand.
    package struct View: Hashable, Sendable {
        /// The level of each dimension of the space.
        package let levels: [Int]
        /// The dimensions that are not summed up entirely, as bits.
        package let mask: UInt64
        package let offset: Int
        package let count: Int
        /// How far apart two categories of a dimension are; 0 where it is summed up.
        package let strides: [Int]
        /// Figures from 1 up to one below this are hidden.
        package internal(set) var threshold: Int
    }

    package let dimensions: [TableDimension]
    package let tables: [TableDesign]
    package private(set) var views: [View]
    /// The number of figures.
    package let cellCount: Int
    /// The views of each table.
    package let viewsOfTable: [[Int]]

    /// For each view and dimension: what each category of level 0 adds to the number of the figure.
    let contributions: [[[Int32]]]
    /// For each view: its dimensions that are not summed up.
    let activeDimensions: [[Int]]
    /// What a category of level 0 adds to the number of a combination.
    package let leafStrides: [UInt64]

    /// So many figures are worked on at the most.
    package static let largest = 60_000_000

    /// Throws `DisclosureProblem.input` where a table names no dimension or one twice, or the figures are too many.
    package init(dimensions: [TableDimension], tables: [TableDesign]) throws(DisclosureProblem) {
        self.dimensions = dimensions
        self.tables = tables
        guard dimensions.count <= 60 else { throw .input("More than 60 dimensions") }
        var views: [View] = []
        var known: [[Int]: Int] = [:]
        var viewsOfTable: [[Int]] = []
        var cells = 0
        for table in tables {
            guard Set(table.axes.map(\.dimension)).count == table.axes.count else {
                throw .input("The table “\(table.name)” names a dimension twice")
            }
            var choices: [[Int]] = [dimensions.map(\.top)]
            for axis in table.axes {
                choices = choices.flatMap { choice in
                    axis.levels.map { level in
                        var next = choice
                        next[axis.dimension] = level
                        return next
                    }
                }
                guard choices.count <= 100_000 else { throw .input("The table “\(table.name)” has too many dimensions") }
            }
            var own: [Int] = []
            for levels in choices {
                if let index = known[levels] {
                    views[index].threshold = max(views[index].threshold, table.threshold)
                    own.append(index)
                    continue
                }
                var count = 1
                var strides = [Int](repeating: 0, count: dimensions.count)
                var mask: UInt64 = 0
                for dimension in dimensions.indices.reversed() where levels[dimension] < dimensions[dimension].top {
                    strides[dimension] = count
                    mask |= 1 << UInt64(dimension)
                    count *= dimensions[dimension].levels[levels[dimension]].labels.count
                    guard count <= CellSpace.largest else {
                        throw .input("The table “\(table.name)” has more than \(CellSpace.largest) figures. Leave a dimension out")
                    }
                }
                known[levels] = views.count
                own.append(views.count)
                views.append(
                    View(levels: levels, mask: mask, offset: cells, count: count, strides: strides, threshold: table.threshold))
                cells += count
                guard cells <= CellSpace.largest else {
                    throw .input("The tables have more than \(CellSpace.largest) figures together. Publish fewer at once")
                }
            }
            viewsOfTable.append(own)
        }
        self.views = views
        self.viewsOfTable = viewsOfTable
        cellCount = cells
        contributions = views.map { view in
            dimensions.indices.map { dimension in
                let stride = view.strides[dimension]
                return stride == 0 ? [] : dimensions[dimension].levels[view.levels[dimension]].codes.map { $0 * Int32(stride) }
            }
        }
        activeDimensions = views.map { view in dimensions.indices.filter { view.mask >> UInt64($0) & 1 == 1 } }
        var leafStrides = [UInt64](repeating: 0, count: dimensions.count)
        var product: UInt64 = 1
        for dimension in dimensions.indices.reversed() {
            leafStrides[dimension] = product
            let (next, overflows) = product.multipliedReportingOverflow(by: UInt64(max(1, dimensions[dimension].levels[0].labels.count)))
            guard !overflows, next < 1 << 62 else {
                throw .input("The tables have too many combinations of categories together. Publish fewer dimensions at once")
            }
            product = next
        }
        self.leafStrides = leafStrides
    }

    /// The number of the figure of a view that a combination of categories of level 0 counts for.
    package func cell(_ view: Int, of leaves: [UInt16]) -> Int {
        var cell = views[view].offset
        for dimension in activeDimensions[view] { cell += Int(contributions[view][dimension][Int(leaves[dimension])]) }
        return cell
    }

    /// The view that a figure belongs to.
    package func view(of cell: Int) -> Int {
        var low = 0
        var high = views.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if views[middle].offset <= cell { low = middle } else { high = middle }
        }
        return low
    }

    /// The categories of a figure at its view's levels, dimension by dimension.
    package func categories(of cell: Int) -> [Int] {
        let view = views[view(of: cell)]
        var rest = cell - view.offset
        return dimensions.indices.map { dimension in
            guard view.strides[dimension] > 0 else { return 0 }
            let category = rest / view.strides[dimension]
            rest -= category * view.strides[dimension]
            return category
        }
    }

    /// What a figure counts, in words: "Kent, Labour, Total".
    package func name(of cell: Int) -> String {
        let view = views[view(of: cell)]
        let parts = zip(dimensions, zip(view.levels, categories(of: cell))).compactMap { dimension, place in
            place.0 == dimension.top ? nil : "\(dimension.name) \(dimension.levels[place.0].labels[place.1])"
        }
        return parts.isEmpty ? "the total of all" : parts.joined(separator: ", ")
    }

    /// The view whose levels are these, where it is published.
    package func viewNumber(levels: [Int]) -> Int? { views.firstIndex { $0.levels == levels } }
}
