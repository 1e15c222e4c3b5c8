import Kernel

/// Which support there is where, or for whom: what a board looks at to see what is missing.
package struct ServiceGaps: Sendable, Hashable {
    package enum Axis: String, Sendable, CaseIterable {
        case area
        case group
    }

    package struct Column: Sendable, Hashable {
        package let code: String
        package let label: String
    }

    /// How well something is covered.
    package enum Cover: Sendable, Hashable {
        case none
        case one
        case several(Int)
        /// There is some, and none of it has a place free.
        case full(Int)

        package var label: String {
            switch self {
            case .none: "None"
            case .one: "One"
            case .several(let count): "\(count)"
            case .full(let count): count == 1 ? "One, full" : "\(count), all full"
            }
        }
    }

    /// A service that people can be sent to today.
    package struct Offer: Sendable, Hashable {
        package let capabilities: Set<String>
        package let groups: Set<String>
        package let areas: Set<String>
        package let placesFree: Int?

        package init(capabilities: Set<String>, groups: Set<String>, areas: Set<String>, placesFree: Int?) {
            self.capabilities = capabilities
            self.groups = groups
            self.areas = areas
            self.placesFree = placesFree
        }

        /// Whether it reaches a town, or takes a group; whoever names no group takes everybody.
        func reaches(_ code: String, by axis: Axis) -> Bool {
            switch axis {
            case .area: areas.contains(code) || areas.contains(ServiceFacts.wholeArea)
            case .group: groups.isEmpty || groups.contains(code)
            }
        }
    }

    package let axis: Axis
    package let columns: [Column]
    package let capabilities: [Column]
    /// One row a capability, one cell a column.
    package let cells: [[Cover]]

    package init(axis: Axis, columns: [Column], capabilities: [Column], offers: [Offer]) {
        self.axis = axis
        self.columns = columns
        self.capabilities = capabilities
        cells = capabilities.map { capability in
            columns.map { column in
                ServiceGaps.cover(
                    offers.filter { $0.capabilities.contains(capability.code) && $0.reaches(column.code, by: axis) })
            }
        }
    }

    /// How many places are free at most: what was told, and what the stays that are known leave of all places. Where nobody
    /// told, only a service whose every place is known to be taken is said to have none.
    static func placesFree(told: Int?, capacity: Int?, stays: Int) -> Int? {
        guard let capacity, stays > 0 else { return told }
        let left = max(0, capacity - stays)
        return told.map { min($0, left) } ?? (left == 0 ? 0 : nil)
    }

    static func cover(_ offers: [Offer]) -> Cover {
        if offers.isEmpty { return .none }
        // A service that never said how many places it has is not full.
        if offers.allSatisfy({ $0.placesFree == 0 }) { return .full(offers.count) }
        return offers.count == 1 ? .one : .several(offers.count)
    }

    /// The table as comma-separated values.
    package var csv: String {
        var writer = CSVWriter()
        writer.addRow(["What is offered"] + columns.map(\.label))
        for (capability, row) in zip(capabilities, cells) { writer.addRow([capability.label] + row.map(\.label)) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
