import Store

extension Transaction {
    /// Writes rows one by one, those that follow each other in one shape with one prepared statement.
    ///
    /// - Parameter check: sees each shape once.
    func insertEach(_ rows: [Statement], into place: Statement, check: (Statement) throws -> Void = { _ in }) throws {
        var position = 0
        var values: [SQLValue] = []
        while position < rows.count {
            let first = rows[position]
            try check(first)
            let end = rows[position...].firstIndex { !$0.hasShape(of: first) } ?? rows.count
            let statement: Statement = "INSERT INTO \(place) VALUES \(first)"
            values.removeAll(keepingCapacity: true)
            for row in rows[position..<end] {
                place.appendValues(to: &values)
                row.appendValues(to: &values)
            }
            if values.isEmpty {
                for _ in position..<end { try run(statement) }
            } else {
                try run(statement, each: values)
            }
            position = end
        }
    }
}
