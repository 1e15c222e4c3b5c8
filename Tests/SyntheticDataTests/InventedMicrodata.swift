import SyntheticData

/// Records of nobody: six columns, of which some depend on each other, and missing values.
enum InventedMicrodata {
    static func table(rows: Int, seed: UInt64 = 1) -> MicrodataTable {
        var random = RandomSource.seeded(seed)
        let names = ["year", "age", "place", "work", "threat", "contact"]
        let sizes = [9, 6, 13, 7, 3, 5]
        var codes = [[UInt16]](repeating: [], count: names.count)
        for _ in 0..<rows {
            let place = min(12, Int(1 / (0.03 + 0.97 * random.unit())))
            let age = 1 + Int(random.unit() * 5)
            let work = age < 3 ? 1 + Int(random.unit() * 2) : 1 + Int(random.unit() * 6)
            let threat = work == 1 ? (random.unit() < 0.8 ? 2 : 1) : (random.unit() < 0.2 ? 2 : 1)
            let row = [1 + Int(random.unit() * 8), age, place, work, threat, 1 + Int(random.unit() * random.unit() * 4)]
            for column in names.indices {
                codes[column].append(random.unit() < 0.05 ? 0 : UInt16(row[column]))
            }
        }
        return MicrodataTable(
            columns: names.indices.map { column in
                MicrodataTable.Column(
                    name: names[column], values: [""] + (1..<sizes[column]).map { "\(names[column]) \($0)" }, codes: codes[column])
            })
    }
}
