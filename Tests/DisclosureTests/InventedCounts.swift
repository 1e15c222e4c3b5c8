@testable import Disclosure

/// Numbers that look random and are the same each time (PCG, O'Neill 2014).
struct RepeatableNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let mixed = (state ^ state >> 31) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ mixed >> 29
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}

/// Invented records with some dimensions, and the tables over them.
struct InventedCounts {
    let records: CodedRecords
    let space: CellSpace
    let figures: [Int32]
    let combinations: RecordCombinations

    /// - Parameter tables: for each table which dimensions it crosses.
    init(sizes: [Int], counts: [[UInt16]: Int32], tables: [[Int]], threshold: Int = 5) throws {
        let keys = counts.keys.sorted { $0.lexicographicallyPrecedes($1) }
        let columns = sizes.indices.map { dimension in
            CategoryColumn(
                name: "d\(dimension)", labels: (0..<sizes[dimension]).map { "c\($0)" }, codes: keys.map { $0[dimension] })
        }
        records = try CodedRecords(columns: columns, counts: keys.map { counts[$0] ?? 0 })
        space = try CellSpace(
            dimensions: try columns.map { try TableDimension(name: $0.name, labels: $0.labels) },
            tables: tables.enumerated().map { index, dimensions in
                TableDesign(
                    name: "t\(index)", rows: dimensions.map { TableDesign.Axis(dimension: $0, levels: [0, 1]) }, columns: [],
                    threshold: threshold)
            })
        figures = FigureCounter(space: space, columns: columns, records: records).figures()
        combinations = RecordCombinations(space: space, columns: columns, records: records)
    }

    /// Invented records of a seed: between two and four dimensions, many small counts.
    init(seed: UInt64) throws {
        var numbers = RepeatableNumbers(seed: seed)
        let sizes = (0..<(2 + numbers.below(2))).map { _ in 2 + numbers.below(3) }
        var counts: [[UInt16]: Int32] = [:]
        for _ in 0..<(6 + numbers.below(20)) {
            let key = sizes.map { UInt16(numbers.below($0)) }
            counts[key, default: 0] += Int32(1 + numbers.below(numbers.below(3) == 0 ? 40 : 6))
        }
        let all = Array(sizes.indices)
        try self.init(sizes: sizes, counts: counts, tables: numbers.below(2) == 0 || all.count == 2 ? [all] : [[0, 1], [1, 2]])
    }

    func protect(groupLimit: Int = 10) throws -> (suppression: Suppression, proof: ProtectionProof) {
        let space = space
        let primary = PrimarySuppression(figures, of: space, groupLimit: groupLimit)
        let suppression = try Suppression.least(
            records: combinations, figures: figures, primary: primary, width: { space.views[$0].threshold }, isShown: { _ in false })
        let proof = try ProtectionProof(
            suppression, records: combinations, figures: figures, width: { space.views[$0].threshold })
        return (suppression, proof)
    }

    /// The tables as anybody can read them.
    func published(_ isHidden: [Bool]) -> [PublishedTable] {
        space.tables.indices.map { table in
            let axes = space.tables[table].axes.map(\.dimension)
            var cells: [PublishedTable.Cell] = []
            for view in space.viewsOfTable[table] {
                for cell in space.views[view].offset..<(space.views[view].offset + space.views[view].count) {
                    let categories = space.categories(of: cell)
                    cells.append(
                        PublishedTable.Cell(
                            labels: axes.map { space.dimensions[$0].levels[space.views[view].levels[$0]].labels[categories[$0]] },
                            value: isHidden[cell] ? nil : Int(figures[cell])))
                }
            }
            return PublishedTable(
                name: "t\(table)", dimensions: axes.map { "d\($0)" }, parents: axes.map { _ in [:] }, cells: cells)
        }
    }
}
