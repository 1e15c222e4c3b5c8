import Disclosure

/// Every figure of earlier releases, and what follows for a new one.
struct PastFigures {
    private struct Cell {
        var shown: Set<Int> = []
        var isHidden = false
        var isRounded = false
    }

    private var cells: [String: Cell] = [:]

    init(_ releases: [PublishedDirectory]) {
        for release in releases {
            for table in release.tables {
                for cell in table.cells {
                    let key = PastFigures.key(table.dimensions, cell.labels)
                    if let value = cell.value {
                        cells[key, default: Cell()].shown.insert(value)
                    } else {
                        cells[key, default: Cell()].isHidden = true
                    }
                    if table.base > 1 { cells[key]?.isRounded = true }
                }
            }
        }
    }

    private static func key(_ dimensions: [String], _ labels: [String]) -> String {
        zip(dimensions, labels).filter { $0.1 != TableDimension.totalLabel }.map { "\($0.0)\u{1F}\($0.1)" }.sorted().joined(
            separator: "\u{1E}")
    }

    /// Which figures have to be hidden because of what was published, and which can be hidden no more.
    func consequences(
        for tables: [FinishedTable], figures: [Int32], threshold: Int
    ) -> (mustHide: Set<Int>, isShown: Set<Int>) {
        var mustHide: Set<Int> = []
        var isShown: Set<Int> = []
        guard !cells.isEmpty else { return (mustHide, isShown) }
        for table in tables {
            let names = table.axes.map(\.dimension)
            for place in table.cells.indices {
                guard let past = cells[PastFigures.key(names, table.labels(place))] else { continue }
                let cell = Int(table.cells[place])
                let figure = Int(figures[cell])
                if past.shown.contains(figure) {
                    isShown.insert(cell)
                } else if past.shown.contains(where: { abs($0 - figure) < threshold }) {
                    // The difference would be of few.
                    mustHide.insert(cell)
                } else if past.isHidden, past.shown.isEmpty, figure > 0 {
                    mustHide.insert(cell)
                }
            }
        }
        return (mustHide.subtracting(isShown), isShown)
    }

    /// A figure that was published before otherwise than it is now.
    func overlap(with tables: [PublishedTable]) -> String? {
        for table in tables {
            for cell in table.cells {
                guard let past = cells[PastFigures.key(table.dimensions, cell.labels)] else { continue }
                if past.isHidden || !past.isRounded || (cell.value.map { !past.shown.contains($0) } ?? true) {
                    let words = zip(table.dimensions, cell.labels).filter { $0.1 != TableDimension.totalLabel }.map { "\($0.0) \($0.1)" }
                    return words.isEmpty ? "The total of all" : "The figure of " + words.joined(separator: ", ")
                }
            }
        }
        return nil
    }
}
