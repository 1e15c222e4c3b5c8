import Store

/// How a database would answer a statement, and which tables it would read from end to end.
package struct QueryPlan: Sendable {
    package let lines: [String]
    package let fullScans: [String]

    package var text: String { lines.joined(separator: "\n") }

    /// Asks the database; PostgreSQL is told to take a full scan only where it has no other way.
    ///
    /// - Parameter derived: names of the statement's own intermediate results, which are read whole by design.
    package init(of statement: Statement, in engine: any Engine, derived: [String] = []) async throws {
        (lines, fullScans) = try await engine.read { transaction in
            if transaction.dialect == .sqlite {
                let lines = try transaction.rows("EXPLAIN QUERY PLAN \(statement)") { row in
                    for _ in 0..<3 { _ = try row.nextValue() }
                    return try row.next(String.self)
                }
                let scans = lines.filter { line in
                    line.hasPrefix("SCAN ") && line != "SCAN CONSTANT ROW"
                        && !derived.contains { line.hasPrefix("SCAN \($0)") }
                }
                return (lines, scans)
            }
            try transaction.run("SET LOCAL enable_seqscan = off")
            let lines = try transaction.rows("EXPLAIN \(statement)") { try $0.next(String.self) }
            let scans = lines.indices.filter { index in
                if lines[index].contains("Seq Scan on") { return true }
                guard lines[index].contains("Index Scan") || lines[index].contains("Index Only Scan") else { return false }
                return !(lines.indices.contains(index + 1) && lines[index + 1].contains("Index Cond"))
            }
            return (lines, scans.map { lines[$0] })
        }
    }
}
