import Disclosure
import Foundation

/// The 20 tables that the peers are measured with, over records that are columns in memory.
///
/// The file holds the columns one after the other, each value two bytes, the low one first: year, quarter, force, exploitation
/// type, gender, age band and nationality, counted from 0.
struct CrossTables {
    struct Report: Encodable {
        let rows: Int
        /// Figures above zero, and those of them from 1 to 4.
        let groups: Int
        let small: Int
        let seconds: Double
        let medianSeconds: Double
        let secondsWithMargins: Double
    }

    private static let columns = [
        ("year", 11), ("quarter", 4), ("force", 43), ("exptype", 17), ("gender", 3), ("ageband", 8), ("nationality", 60),
    ]
    private static let tables = [
        "year", "year quarter", "year gender", "year ageband", "year nationality", "year force", "year exptype", "force exptype",
        "force nationality", "exptype gender ageband", "nationality exptype", "nationality gender ageband", "year quarter force",
        "year quarter exptype", "year force exptype", "year exptype gender ageband", "year nationality exptype",
        "force exptype nationality", "year quarter force exptype", "year quarter force exptype gender ageband",
    ]

    private let records: CodedRecords
    private let dimensions: [TableDimension]

    init(path: String) throws {
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        let rows = bytes.count / 2 / CrossTables.columns.count
        let columns = CrossTables.columns.enumerated().map { number, column in
            let start = number * rows * 2
            return CategoryColumn(
                name: column.0, labels: (0..<column.1).map(String.init),
                codes: (0..<rows).map { UInt16(bytes[start + $0 * 2]) | UInt16(bytes[start + $0 * 2 + 1]) << 8 })
        }
        records = try CodedRecords(columns: columns)
        dimensions = try columns.map { try TableDimension(name: $0.name, labels: $0.labels) }
    }

    func report() throws -> Report {
        let (finest, withMargins) = (try space(withMargins: false), try space(withMargins: true))
        var figures: [Int32] = []
        var isHidden: [Bool] = []
        func times(_ space: CellSpace) -> [Double] {
            let counter = FigureCounter(space: space, columns: records.columns, records: records)
            return (0..<7).map { _ in
                processorSeconds {
                    figures = counter.figures()
                    isHidden = PrimarySuppression.small(figures, of: space)
                }
            }.sorted()
        }
        let all = times(withMargins)
        let own = times(finest)
        return Report(
            rows: records.rowCount, groups: figures.count { $0 > 0 }, small: isHidden.count { $0 }, seconds: own[0],
            medianSeconds: own[own.count / 2], secondsWithMargins: all[0])
    }

    private func space(withMargins: Bool) throws -> CellSpace {
        let names = CrossTables.columns.map(\.0)
        let designs = CrossTables.tables.map { table in
            TableDesign(
                name: table,
                rows: table.split(separator: " ").compactMap { names.firstIndex(of: String($0)) }.map { dimension in
                    TableDesign.Axis(dimension: dimension, levels: withMargins ? [0, dimensions[dimension].top] : [0])
                }, columns: [], threshold: 5)
        }
        return try CellSpace(dimensions: dimensions, tables: designs)
    }
}
