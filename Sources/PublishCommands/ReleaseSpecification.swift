import Foundation

/// What is to be published: the tables, how they are protected, and what was published before.
///
///     {"tables": [{"name": "by-ward", "rows": ["ward"], "columns": ["year"], "hierarchies": {"ward": ["town", "authority"]},
///       "threshold": 5, "method": "suppress"}], "earlier": ["releases/2025"], "count": "people", "groups": 10}
package struct ReleaseSpecification: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable { case suppress, round }

    /// What the categories of a dimension add up to, one level further.
    package enum Parent: Hashable, Sendable {
        /// A column of the records.
        case column(String)
        /// A list: category to parent.
        case list([String: String])
    }

    package struct Table: Hashable, Sendable {
        package let name: String
        package let rows: [String]
        package let columns: [String]
        package let hierarchies: [String: [Parent]]
        package let threshold: Int
        package let method: Method
    }

    package let tables: [Table]
    package let earlier: [String]
    /// The column that says how many a row counts for.
    package let count: String?
    /// Groups below this whose members all share a trait are protected.
    package let groups: Int?
    package let title: String

    /// Throws `PublishProblem.input` naming the member that is wrong.
    package init(contentsOf path: String) throws(PublishProblem) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .input(path: path, message: "The file cannot be read") }
        try self.init(data, path: path)
    }

    init(_ data: Data, path: String) throws(PublishProblem) {
        func wrong(_ message: String) -> PublishProblem { .input(path: path, message: message) }
        let object: Any
        do { object = try JSONSerialization.jsonObject(with: data) } catch { throw wrong("This is not JSON") }
        guard let root = object as? [String: Any] else { throw wrong("This is not a JSON object with the member “tables”") }
        for name in root.keys.sorted() where !["tables", "earlier", "count", "groups", "title"].contains(name) {
            throw wrong("“\(name)” is no member of a specification. It has tables, earlier, count, groups and title")
        }
        guard let list = root["tables"] as? [Any], !list.isEmpty else { throw wrong("“tables” has to be a list of at least one table") }
        func strings(_ value: Any?, _ place: String) throws(PublishProblem) -> [String] {
            guard let value else { return [] }
            guard let texts = value as? [String] else { throw wrong("\(place) has to be a list of column names") }
            return texts
        }
        var tables: [Table] = []
        for (index, entry) in list.enumerated() {
            guard let table = entry as? [String: Any], let name = table["name"] as? String, !name.isEmpty else {
                throw wrong("Table \(index + 1) of “tables” has no “name”")
            }
            let allowed = name.unicodeScalars.allSatisfy {
                CharacterSet.alphanumerics.contains($0) || $0 == "-" || $0 == "_" || $0 == " "
            }
            guard allowed, name.utf8.count <= 100 else {
                throw wrong("The name “\(name)” becomes the name of a file: use letters, digits, spaces, - and _ alone")
            }
            guard !tables.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
                throw wrong("Two tables are called “\(name)”")
            }
            for member in table.keys.sorted()
            where !["name", "rows", "columns", "hierarchies", "threshold", "method"].contains(member) {
                throw wrong(
                    "“\(member)” is no member of the table “\(name)”. It has name, rows, columns, hierarchies, threshold and method")
            }
            let rows = try strings(table["rows"], "“rows” of the table “\(name)”")
            let columns = try strings(table["columns"], "“columns” of the table “\(name)”")
            guard !(rows + columns).isEmpty else { throw wrong("The table “\(name)” has neither rows nor columns") }
            guard Set(rows + columns).count == rows.count + columns.count else { throw wrong("The table “\(name)” names a column twice") }
            let threshold = table["threshold"].map { $0 as? Int } ?? 5
            guard let threshold, (1...1000).contains(threshold) else {
                throw wrong("“threshold” of the table “\(name)” has to be a whole number from 1 to 1000")
            }
            let word = table["method"].map { $0 as? String } ?? "suppress"
            guard let word, let method = Method(rawValue: word) else {
                throw wrong("“method” of the table “\(name)” has to be \"suppress\" or \"round\"")
            }
            var hierarchies: [String: [Parent]] = [:]
            if let given = table["hierarchies"] {
                guard let given = given as? [String: Any] else {
                    throw wrong("“hierarchies” of the table “\(name)” has to be an object, as {\"ward\": [\"town\", \"authority\"]}")
                }
                for (dimension, value) in given {
                    guard (rows + columns).contains(dimension) else {
                        throw wrong("“hierarchies” of the table “\(name)” names “\(dimension)”, which is neither a row nor a column of it")
                    }
                    var levels: [Parent] = []
                    for level in value as? [Any] ?? [value] {
                        if let column = level as? String {
                            levels.append(.column(column))
                        } else if let map = level as? [String: String] {
                            levels.append(.list(map))
                        } else {
                            throw wrong(
                                "The hierarchy of “\(dimension)” in the table “\(name)” has to be a column (\"town\"), a list of columns from fine to coarse ([\"town\", \"authority\"]) or an object from category to parent ({\"Tipton\": \"Sandwell\"})"
                            )
                        }
                    }
                    hierarchies[dimension] = levels
                }
            }
            tables.append(
                Table(name: name, rows: rows, columns: columns, hierarchies: hierarchies, threshold: threshold, method: method))
        }
        self.tables = tables
        earlier = try strings(root["earlier"], "“earlier”")
        if let value = root["count"], !(value is String) { throw wrong("“count” has to be the name of a column") }
        count = root["count"] as? String
        if let value = root["groups"], (value as? Int).map({ $0 < 0 }) ?? true {
            throw wrong("“groups” has to be a whole number from 0 on")
        }
        groups = root["groups"] as? Int
        if let value = root["title"], !(value is String) { throw wrong("“title” has to be a text") }
        title = root["title"] as? String ?? "Statistical tables"
        guard Set(tables.map(\.method)).count == 1 else {
            throw wrong(
                "All tables of one specification have to be protected by the same method: exact figures beside rounded ones undo the rounding"
            )
        }
    }
}
