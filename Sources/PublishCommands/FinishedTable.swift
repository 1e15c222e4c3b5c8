import DelimitedText
import Disclosure
import Documents
import Foundation

/// A protected table, ready to be written in every form.
struct FinishedTable {
    let name: String
    let threshold: Int
    let method: ReleaseSpecification.Method
    /// For each axis: the column's name, and its categories from the finest level to the total.
    let axes: [Axis]
    let rowAxes: Int
    /// For each combination of categories, the last axis fastest: the figure's number in the space.
    let cells: [Int32]

    struct Axis {
        let name: String
        /// The dimension that the column is a level of: ward, where it is called town.
        let dimension: String
        let labels: [String]
        /// For each label its parent, where that is not the total.
        let parents: [String: String]
    }

    init(_ table: Int, of space: CellSpace, name: String, names: [String], method: ReleaseSpecification.Method) {
        let design = space.tables[table]
        self.name = name
        self.method = method
        threshold = design.threshold
        rowAxes = design.rows.count
        var viewOf: [[Int]: Int] = [:]
        for view in space.viewsOfTable[table] { viewOf[space.views[view].levels] = view }
        var places: [[(level: Int, code: Int)]] = []
        axes = zip(design.axes, names).map { axis, name in
            let levels = space.dimensions[axis.dimension].levels
            var labels: [String] = []
            var parents: [String: String] = [:]
            var own: [(level: Int, code: Int)] = []
            for (index, level) in axis.levels.enumerated() {
                for (code, label) in levels[level].labels.enumerated() {
                    labels.append(label)
                    own.append((level, code))
                }
                guard index + 1 < axis.levels.count, axis.levels[index + 1] < space.dimensions[axis.dimension].top else { continue }
                let above = levels[axis.levels[index + 1]]
                for (leaf, code) in levels[level].codes.enumerated() {
                    parents[levels[level].labels[Int(code)]] = above.labels[Int(above.codes[leaf])]
                }
            }
            places.append(own)
            return Axis(
                name: name, dimension: space.dimensions[axis.dimension].name, labels: labels, parents: parents)
        }
        var cells: [Int32] = []
        var chosen = [Int](repeating: 0, count: places.count)
        var levels = space.dimensions.map(\.top)
        while true {
            for (index, axis) in design.axes.enumerated() { levels[axis.dimension] = places[index][chosen[index]].level }
            let view = space.views[viewOf[levels] ?? 0]
            var cell = view.offset
            for (index, axis) in design.axes.enumerated() { cell += places[index][chosen[index]].code * view.strides[axis.dimension] }
            cells.append(Int32(cell))
            var index = chosen.count - 1
            while index >= 0 {
                chosen[index] += 1
                if chosen[index] < places[index].count { break }
                chosen[index] = 0
                index -= 1
            }
            if index < 0 { break }
        }
        self.cells = cells
    }

    /// The labels of a combination.
    func labels(_ place: Int) -> [String] {
        var rest = place
        var found: [String] = []
        for axis in axes.reversed() {
            found.append(axis.labels[rest % axis.labels.count])
            rest /= axis.labels.count
        }
        return found.reversed()
    }

    /// What anybody can read of it.
    func published(_ figures: [Int32], _ isHidden: [Bool], base: Int) -> PublishedTable {
        PublishedTable(
            name: name, dimensions: axes.map(\.dimension), parents: axes.map(\.parents),
            cells: cells.indices.map { place in
                let cell = Int(cells[place])
                return PublishedTable.Cell(labels: labels(place), value: isHidden[cell] ? nil : Int(figures[cell]))
            }, base: base)
    }

    /// One row a figure: a column for each dimension, and the value or `[c]`.
    func csv(_ figures: [Int32], _ isHidden: [Bool]) -> [UInt8] {
        let written = axes.map { $0.labels.map { Array((DelimitedValue.written($0) + ",").utf8) } }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cells.count * 40)
        bytes += Array((axes.map { DelimitedValue.written($0.name) } + ["value"]).joined(separator: ",").utf8) + [13, 10]
        var chosen = [Int](repeating: 0, count: axes.count)
        for cell in cells {
            for index in chosen.indices { bytes += written[index][chosen[index]] }
            if isHidden[Int(cell)] { bytes += [0x5B, 0x63, 0x5D] } else { bytes += Array(String(figures[Int(cell)]).utf8) }
            bytes += [13, 10]
            var index = chosen.count - 1
            while index >= 0 {
                chosen[index] += 1
                if chosen[index] < written[index].count { break }
                chosen[index] = 0
                index -= 1
            }
        }
        return bytes
    }

    /// Metadata for CSV on the Web: what each column holds, what `[c]` means, what belongs to what.
    var metadata: [UInt8] {
        var hierarchies: [String: JSONText] = [:]
        for axis in axes where !axis.parents.isEmpty { hierarchies[axis.name] = .members(axis.parents.mapValues(JSONText.string)) }
        var within: [String: JSONText] = [:]
        for axis in axes where axis.dimension != axis.name { within[axis.name] = .string(axis.dimension) }
        return TableMetadata(
            url: name + ".csv", title: name,
            description: method == .suppress
                ? "Figures that could point at a person are hidden and shown as [c]."
                : "Figures are rounded to multiples of \(threshold); totals are the sums of their rounded parts.",
            licence: TableMetadata.openGovernmentLicence,
            columns: axes.map { TableMetadata.Column($0.name, isRequired: true) } + [
                TableMetadata.Column("value", isNumber: true, absent: ["[c]"])
            ], key: axes.map(\.name),
            notes: [
                .members([
                    ("total", .string(TableDimension.totalLabel)), ("hidden", .string("[c]")), ("method", .string(method.rawValue)),
                    ("threshold", .number(threshold)), ("hierarchies", .members(hierarchies)), ("within", .members(within)),
                ])
            ]
        ).bytes
    }
}
