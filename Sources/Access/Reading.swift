import Kernel
import Store
import Synchronization

/// The only surface on which records are read: a viewer and a transaction.
///
/// A protected table enters a statement only as `\(visible(.concerns))`; a statement that names one otherwise is
/// refused when it is first run.
package struct Reading {
    package let viewer: Viewer
    package let moment: Moment
    let transaction: any Transaction

    package var dialect: Dialect { transaction.dialect }

    /// The partnership that the viewer works in. Throws `AccessError.denied` for whoever stands for none.
    package var ownPartnership: ID<Partnership> {
        get throws {
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            return partnership
        }
    }

    /// The rows of a protected table that the viewer may see, as a derived table.
    package func visible(_ relation: Relation) -> Statement { viewer.visible(relation) }

    package func rows<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> [Value] {
        try ProtectedNames.check(statement)
        return try transaction.rows(statement, decode)
    }

    package func forEach(_ statement: Statement, _ body: (any Row) throws -> Void) throws {
        try ProtectedNames.check(statement)
        try transaction.forEach(statement, body)
    }

    /// Counts how often each value stands in each column of an answer, column by column, in one pass: for each column the
    /// count of each value, NULL as the empty text. `columns` are the names of all columns of `rows`, all of text.
    package func counts(of columns: [Statement], in rows: Statement) throws -> [[String: Int]] {
        try ProtectedNames.check(rows)
        for column in columns { try ProtectedNames.check(column) }
        return try transaction.counts(of: columns, in: rows)
    }
}

/// Keeps protected tables out of statements that `Access` did not vouch for.
enum ProtectedNames {
    private static let names: Set<String> = {
        var names: Set<String> = [
            "sealed_values", "journal_entries", "journal_chains", "journal_register", "drafts", "concern_vocabulary",
            "concern_word_partitions", "victim_marks", "repeated_marks", "comparison_encodings",
        ]
        for relation in Relation.allCases { names.insert(relation.table.description) }
        return names
    }()

    private static let checked = Mutex<Set<UInt>>([])

    /// Throws `StoreError.failed` when a literal names a protected table. Each literal is read once in a process.
    static func check(_ statement: Statement) throws {
        let found = checked.withLock { checked -> String? in
            var found: String?
            statement.forEachUnvouchedLiteral { literal in
                guard literal.hasPointerRepresentation else { return }
                let address = UInt(bitPattern: literal.utf8Start)
                if checked.contains(address) { return }
                let words = literal.description.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }
                if let name = words.first(where: { names.contains(String($0)) }) {
                    found = String(name)
                } else {
                    checked.insert(address)
                }
            }
            return found
        }
        if let found {
            throw StoreError.failed("the protected table \(found) is named outside Access")
        }
    }
}
