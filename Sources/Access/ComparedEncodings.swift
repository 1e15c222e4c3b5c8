import Kernel
import Store

/// Encodings that two agencies sent to be compared: sealed, read by nobody but the matching, and gone with its result.
///
/// They are no relation: no viewer sees a row of them, the side that sent them no more than the other.
extension Change where V.Record == BlindComparison {
    /// How many bytes are sealed together.
    private static var chunk: Int { 1024 * 1024 }

    /// Keeps the encodings of the viewer's organisation in place of those that it sent before.
    ///
    /// Throws `AccessError.denied` for a viewer without an organisation.
    package func keepEncodings(_ bytes: [UInt8]) throws {
        guard let organisation = viewer.organisation else { throw AccessError.denied }
        try transaction.run(
            "DELETE FROM comparison_encodings WHERE comparison_id = \(record) AND organisation_id = \(organisation)")
        for (number, start) in stride(from: 0, to: bytes.count, by: Self.chunk).enumerated() {
            let part = Array(bytes[start..<min(bytes.count, start + Self.chunk)])
            let sealed = try vault.seal(part, compartment: .encodings, at: .encodings(record, organisation, number))
            try transaction.run(
                """
                INSERT INTO comparison_encodings (comparison_id, organisation_id, number, sealed)
                VALUES (\(record), \(organisation), \(number), \(sealed))
                """)
        }
    }

    /// Whether both sides have sent theirs.
    package func hasBothEncodings() throws -> Bool {
        try transaction.value(
            "SELECT COUNT(DISTINCT organisation_id) FROM comparison_encodings WHERE comparison_id = \(record)", as: Int.self) == 2
    }

    /// Destroys what both sides sent; the journal gets an erasure of its own where there was something.
    package func destroyEncodings() throws {
        let count = try transaction.value(
            "SELECT COUNT(*) FROM comparison_encodings WHERE comparison_id = \(record)", as: Int.self)
        guard count ?? 0 > 0 else { return }
        try erases("encodings")
        try transaction.run("DELETE FROM comparison_encodings WHERE comparison_id = \(record)")
    }
}

/// A comparison that the server has something to do about.
package struct DueComparison: Sendable, Hashable {
    package let id: ID<BlindComparison>
    package let partnership: ID<Partnership>
}

extension Desk {
    /// The comparisons of which both sides have sent their files, the oldest first. It tells nothing of any record, and is in no
    /// journal: the server asks every few seconds.
    package func comparisonsToMatch() async throws -> [DueComparison] {
        try await due("SELECT c.id, c.partnership_id FROM blind_comparisons c WHERE c.status = 'matching' ORDER BY c.id")
    }

    /// The comparisons whose time is over and whose results are still there. In a demonstration none is over: its year stands still.
    package func comparisonsOver() async throws -> [DueComparison] {
        try await due(
            """
            SELECT c.id, c.partnership_id FROM blind_comparisons c
            JOIN partnerships p ON p.id = c.partnership_id AND p.is_demonstration = 0
            WHERE c.status IN ('proposed', 'accepted', 'matching', 'matched', 'failed') AND c.valid_until < \(world.now().day)
            ORDER BY c.id
            """)
    }

    private func due(_ statement: Statement) async throws -> [DueComparison] {
        try await work { transaction in
            try transaction.rows(statement) { DueComparison(id: try $0.next(), partnership: try $0.next()) }
        }
    }

    /// Opens what both sides of a comparison sent, for the matching alone. The opening is in the journal.
    ///
    /// Throws `AccessError.denied` for everybody but the operator's door.
    package func openEncodings(of comparison: ID<BlindComparison>, by viewer: Viewer) async throws -> [ID<Organisation>: [UInt8]] {
        guard viewer.door == .operator else { throw AccessError.denied }
        return try await read(as: viewer, Consultation("open-encodings", "blind_comparisons", comparison.text)) { reading in
            var found: [ID<Organisation>: [UInt8]] = [:]
            let parts = try reading.transaction.rows(
                """
                SELECT organisation_id, number, sealed FROM comparison_encodings WHERE comparison_id = \(comparison)
                ORDER BY organisation_id, number
                """
            ) { row in (side: try row.next(ID<Organisation>.self), number: try row.next(Int.self), sealed: try row.next([UInt8].self)) }
            for part in parts {
                found[part.side, default: []] += try vault.open(
                    part.sealed, compartment: .encodings, at: .encodings(comparison, part.side, part.number))
            }
            return found
        }
    }
}

extension Vault.Place {
    fileprivate static func encodings(
        _ comparison: ID<BlindComparison>, _ side: ID<Organisation>, _ number: Int
    ) -> Vault.Place {
        Vault.Place(record: comparison.text, field: "encodings-\(side.text)-\(number)")
    }
}
