import Kernel
import Store

/// Writes the code lists that the product ships into the database, where pages and imports read them. A value that is
/// there already takes the shipped label and dates; nothing is removed, so that old records keep their words.
package enum ReferenceLoader {
    package static func load(into engine: any Engine) async throws {
        var values: [(source: CodeListSource, row: CodeRow)] = []
        for source in ReferenceData.codeLists {
            for row in try source.parsed() { values.append((source, row)) }
        }
        let rows = values
        try await engine.write { transaction in
            for (source, row) in rows {
                try transaction.run(
                    """
                    INSERT INTO code_values (list, code, label, label_key, position, valid_from, valid_until, note, source,
                        confirmed)
                    VALUES (\(source.list), \(row.code), \(row.label), \(FoldedText(row.label).key), \(row.position),
                        \(row.validFrom), \(row.validUntil), \(row.note), \(source.source), \(source.confirmed))
                    ON CONFLICT (list, code) DO UPDATE SET label = excluded.label, label_key = excluded.label_key,
                        position = excluded.position, valid_from = excluded.valid_from,
                        valid_until = excluded.valid_until, note = excluded.note, source = excluded.source,
                        confirmed = excluded.confirmed
                    """)
            }
        }
    }

    /// Whether the lists in the database are those that this version ships, so that an existing database starts quickly.
    package static func isCurrent(in engine: any Engine) async throws -> Bool {
        var expected = 0
        for source in ReferenceData.codeLists { expected += try source.parsed().count }
        let found = try await engine.read { transaction in
            try transaction.value("SELECT COUNT(*) FROM code_values", as: Int.self) ?? 0
        }
        return found >= expected
    }
}
