import Crypto
import Foundation
import Kernel
import Store

/// One row as it stood at a moment: for the journal's before and after hash, and for the timeline.
struct RecordSnapshot {
    let columns: [(name: String, value: SQLValue)]

    static func take(_ relation: Relation, id: String, in transaction: any Transaction) throws -> RecordSnapshot? {
        let table = Statement(stringLiteral: relation.table)
        return try transaction.first("SELECT * FROM \(table) WHERE id = \(id)") { row in
            let names = row.columnNames
            return RecordSnapshot(columns: try names.map { ($0, try row.nextValue()) })
        }
    }

    var version: Int? {
        for (name, value) in columns where name == "version" {
            if case .integer(let number) = value { return Int(number) }
        }
        return nil
    }

    /// SHA-256 over all columns by name, so that the order of columns does not matter.
    var hash: String {
        var hasher = SHA256()
        for (name, value) in columns.sorted(by: { $0.name < $1.name }) {
            let text = RecordSnapshot.text(value)
            hasher.update(data: Array("\(name)\u{0}\(text.utf8.count):\(text)\u{0}".utf8))
        }
        return hex(hasher.finalize())
    }

    /// The columns that differ, as JSON: `[{"field":…,"before":…,"after":…}]`. Keys made for searching and counting are left out.
    func differences(to after: RecordSnapshot) throws -> String {
        let hidden: Set<String> = ["version", "place_key", "residence_key", "is_open", "exploitation"]
        let earlier = Dictionary(columns.map { ($0.name, $0.value) }) { first, _ in first }
        var differences: [RecordDifference] = []
        for (name, value) in after.columns where !hidden.contains(name) {
            let old = earlier[name] ?? .null
            if case .bytes = value { continue }
            if old != value {
                differences.append(
                    RecordDifference(
                        field: name, before: RecordSnapshot.text(old), after: RecordSnapshot.text(value)))
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(differences), as: UTF8.self)
    }

    private static func text(_ value: SQLValue) -> String {
        switch value {
        case .null: ""
        case .integer(let number): String(number)
        case .text(let text): text
        case .bytes(let bytes): hex(bytes)
        }
    }
}

/// One field of a record before and after a change.
package struct RecordDifference: Codable, Hashable, Sendable {
    /// The column's name.
    package let field: String
    package let before: String
    package let after: String

    package init(field: String, before: String, after: String) {
        self.field = field
        self.before = before
        self.after = after
    }
}
