import Foundation
import SyntheticData

/// The values that columns can have, known to everybody: a JSON object from column to list of texts.
struct PublicValues {
    private let path: String
    private let values: [String: [String]]

    /// Throws `SyntheticProblem`.
    init(path: String) throws(SyntheticProblem) {
        self.path = path
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
        do {
            values = try JSONDecoder().decode([String: [String]].self, from: data)
        } catch {
            throw .content(path: path, message: "This is not a JSON object from column to list of values")
        }
    }

    /// The table with these values in place of its own; a value that is not in the list is missing. Throws `SyntheticProblem` where
    /// a column has no list.
    func applied(to table: MicrodataTable) throws(SyntheticProblem) -> MicrodataTable {
        var columns: [MicrodataTable.Column] = []
        for column in table.columns {
            guard let list = values[column.name] else { throw .content(path: path, message: "The column “\(column.name)” has no list") }
            let unique = [""] + Set(list).subtracting([""]).sorted()
            guard unique.count < MicrodataTable.mostValues else { throw .tooManyValues(column.name, path: path) }
            let places = Dictionary(uniqueKeysWithValues: unique.enumerated().map { ($1, UInt16($0)) })
            let codes = column.values.map { places[$0] ?? 0 }
            columns.append(MicrodataTable.Column(name: column.name, values: unique, codes: column.codes.map { codes[Int($0)] }))
        }
        return MicrodataTable(columns: columns)
    }
}
