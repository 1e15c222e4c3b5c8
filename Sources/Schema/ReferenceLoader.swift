import Crypto
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
        let hash = shippedHash
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
            try transaction.run(
                """
                INSERT INTO code_values (list, code, label, label_key, position, source, confirmed)
                VALUES ('reference_data', 'shipped', \(hash), \(hash), 1, 'The lists that this version ships', 1)
                ON CONFLICT (list, code) DO UPDATE SET label = excluded.label, label_key = excluded.label_key
                """)
        }
    }

    /// Whether the lists in the database are those that this version ships, so that an existing database starts quickly.
    package static func isCurrent(in engine: any Engine) async throws -> Bool {
        let found = try await engine.read { transaction in
            try transaction.value(
                "SELECT label FROM code_values WHERE list = 'reference_data' AND code = 'shipped'", as: String.self)
        }
        return found == shippedHash
    }

    /// SHA-256 over every list as it is written down.
    private static var shippedHash: String {
        var hasher = SHA256()
        for source in ReferenceData.codeLists {
            hasher.update(data: Array("\(source.list)|\(source.source)|\(source.confirmed)|\(source.rows)|".utf8))
        }
        return hasher.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }.joined()
    }
}
