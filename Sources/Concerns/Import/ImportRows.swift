import Access
import Store

extension Statement.StringInterpolation {
    /// Rows for `VALUES …`, each in its brackets.
    package mutating func appendInterpolation(rows: [Statement]) {
        for (index, row) in rows.enumerated() {
            if index > 0 { appendLiteral(", ") }
            appendInterpolation(row)
        }
    }
}

/// Gathers rows, so that many are written by one statement.
///
/// A full statement always has the same number of rows: the database prepares it once for a whole import.
package struct RowBatch {
    private let size: Int
    private var rows: [Statement] = []
    private let write: ([Statement]) throws -> Void

    package init(size: Int = 64, write: @escaping ([Statement]) throws -> Void) {
        self.size = size
        self.write = write
        rows.reserveCapacity(size)
    }

    package mutating func add(_ row: Statement) throws {
        rows.append(row)
        if rows.count >= size { try flush() }
    }

    /// How many rows of a wide table with many indexes one statement writes best: SQLite keeps a journal of the pages
    /// that a statement of several rows touches, and none for a single row.
    package static func wideSize(_ dialect: Dialect) -> Int { dialect == .sqlite ? 1 : 64 }

    /// Writes what has gathered.
    package mutating func flush() throws {
        if rows.isEmpty { return }
        try write(rows)
        rows.removeAll(keepingCapacity: true)
    }
}
