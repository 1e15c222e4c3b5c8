import Kernel
import Store

/// One hash chain of the journal while a write holds it.
///
/// A process keeps a few lanes, so that writes never queue for one row; a lane is held by one write at a time. Its
/// last hash is known in memory and moves on only when a commit is known to be durable.
struct JournalLane: Sendable {
    let chain: String
    let server: String
    let startedAt: Moment
    var number: Int64 = 0
    var head: String = ""

    /// Writes entries behind the lane's head and returns the lane as it is after the commit.
    func appending(_ entries: [JournalEntry], in transaction: any Transaction, vault: Vault) throws -> JournalLane {
        var lane = self
        if number == 0 {
            try transaction.run(
                """
                INSERT INTO journal_chains (id, server, started_at, entries, head)
                VALUES (\(chain), \(server), \(startedAt), 0, '')
                """)
            let known = try transaction.rows(
                """
                SELECT id, entries, head FROM journal_chains WHERE id <> \(chain)
                ORDER BY started_at DESC, id DESC LIMIT 16
                """
            ) { row in
                "\(try row.next(String.self)) \(try row.next(Int64.self)) \(try row.next(String.self))"
            }
            try lane.append(
                JournalEntry(
                    at: startedAt, event: .checkpoint, verb: "begin-chain", person: nil, organisation: nil,
                    partnership: nil, purpose: "journal", recordKind: "journal-chain", record: chain, before: nil,
                    after: nil, detail: known.joined(separator: "\n"), request: ""),
                in: transaction, vault: vault)
        }
        for entry in entries { try lane.append(entry, in: transaction, vault: vault) }
        let end = JournalLane.end(of: chain, number: lane.number, hash: lane.head, vault: vault)
        try transaction.run("UPDATE journal_chains SET entries = \(lane.number), head = \(end) WHERE id = \(chain)")
        return lane
    }

    /// What a chain's record says of its last entry: keyed, so that nobody without the key file can make a shorter chain
    /// look whole.
    static func end(of chain: String, number: Int64, hash: String, vault: Vault) -> String {
        vault.journalHash(Array("end/\(chain)/\(number)/\(hash)".utf8))
    }

    private mutating func append(_ entry: JournalEntry, in transaction: any Transaction, vault: Vault) throws {
        let next = number + 1
        let hash = vault.journalHash(entry.bytes(previous: head, number: next))
        try transaction.run(
            """
            INSERT INTO journal_entries (chain_id, number, at, event, verb, person_id, organisation_id, partnership_id,
                purpose, record_kind, record_id, before_hash, after_hash, detail, request_id, hash)
            VALUES (\(chain), \(next), \(entry.at), \(entry.event), \(entry.verb), \(entry.person),
                \(entry.organisation), \(entry.partnership), \(entry.purpose), \(entry.recordKind), \(entry.record),
                \(entry.before), \(entry.after), \(entry.detail), \(entry.request), \(hash))
            """)
        number = next
        head = hash
    }
}
