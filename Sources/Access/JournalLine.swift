import Kernel
import Store

/// One line of the journal as people read it: who did what to which record, when, and why where a reason was demanded.
package struct JournalLine: Sendable, Codable {
    package let at: Moment
    package let verb: String
    package let recordKind: String
    package let record: String
    /// Nil for the public form and for the operator at the command line.
    package let person: String?
    package let organisation: String?
    package let detail: String
    /// By which door it was done: `person`, `publicForm`, `operator`.
    package let door: String
    /// The reason that was given, where one was demanded and has been opened.
    package var reason: String?
    let chain: String
    let number: Int64

    /// Where the next page of a list goes on.
    package struct Cursor: Sendable {
        let at: Moment
        let chain: String
        let number: Int64

        /// Reads what `text` wrote; nil for anything else.
        package init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, let at = Int64(parts[0]), let number = Int64(parts[2]), parts[1].utf8.count == 36 else {
                return nil
            }
            self.at = Moment(microseconds: at)
            chain = String(parts[1])
            self.number = number
        }

        init(_ line: JournalLine) {
            at = line.at
            chain = line.chain
            number = line.number
        }

        package var text: String { "\(at.microseconds).\(chain).\(number)" }
    }

    package var cursor: Cursor { Cursor(self) }

    /// The entries about these records, newest first.
    fileprivate static func select(_ condition: Statement, size: Int) -> Statement {
        """
        SELECT e.at, e.verb, e.record_kind, e.record_id, p.name, o.name, e.detail, e.purpose, e.chain_id, e.number
        FROM journal_entries e LEFT JOIN people p ON p.id = e.person_id
        LEFT JOIN organisations o ON o.id = e.organisation_id
        WHERE \(condition) ORDER BY e.at DESC, e.chain_id DESC, e.number DESC LIMIT \(size)
        """
    }

    fileprivate init(_ row: any Row) throws {
        at = try row.next()
        verb = try row.next()
        recordKind = try row.next()
        record = try row.next()
        person = try row.next()
        organisation = try row.next()
        detail = try row.next()
        door = try row.next()
        chain = try row.next()
        number = try row.next()
    }

    /// For the operator: the newest entries about one record. Reasons stay sealed.
    package static func newest(of record: String, size: Int, on engine: any Engine) async throws -> [JournalLine] {
        try await engine.read { transaction in
            try transaction.rows(select("e.record_id = \(record)", size: size)) { try JournalLine($0) }
        }
    }
}

extension Reading {
    /// The journal of these records of the viewer's partnership, newest first, with the reasons that were given opened.
    /// Throws `AccessError.denied` for everybody but a coordinator.
    func journal(
        of records: [String], before cursor: JournalLine.Cursor?, size: Int, vault: Vault
    ) throws -> [JournalLine] {
        guard viewer.isCoordinator, let partnership = viewer.partnership, !records.isEmpty else { throw AccessError.denied }
        var condition: Statement = "e.partnership_id = \(partnership) AND e.record_id IN \(in: records)"
        if let cursor {
            condition = """
                \(condition) AND (e.at < \(cursor.at) OR (e.at = \(cursor.at)
                    AND (e.chain_id < \(cursor.chain) OR (e.chain_id = \(cursor.chain) AND e.number < \(cursor.number)))))
                """
        }
        let lines = try transaction.rows(JournalLine.select(condition, size: size)) { try JournalLine($0) }
        return try lines.map { line in
            guard line.detail.hasPrefix("purpose ") else { return line }
            var line = line
            line.reason = try vault.opened(
                SealedPlace(
                    record: String(line.detail.dropFirst("purpose ".count)), field: "purpose", compartment: .purposes,
                    partnership: partnership), in: transaction)
            return line
        }
    }
}
