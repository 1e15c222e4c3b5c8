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
    /// The number of the newest checkpoint in this chain.
    private var checkpoint: Int64 = 0

    /// After so many entries a chain takes a checkpoint of the others again.
    static let interval: Int64 = 512

    init(chain: String, server: String, startedAt: Moment) {
        self.chain = chain
        self.server = server
        self.startedAt = startedAt
    }

    /// Writes entries behind the lane's head and returns the lane as it is after the commit.
    func appending(_ entries: [JournalEntry], in transaction: any Transaction, vault: Vault) throws -> JournalLane {
        var lane = self
        if number == 0 {
            try transaction.run(
                """
                INSERT INTO journal_chains (id, server, started_at, entries, head)
                VALUES (\(chain), \(server), \(startedAt), 0, '')
                """)
            try lane.register(in: transaction, vault: vault)
            try lane.takeCheckpoint(at: startedAt, "begin-chain", in: transaction, vault: vault)
        } else if number - checkpoint >= JournalLane.interval, let moment = entries.first?.at {
            try lane.takeCheckpoint(at: moment, "checkpoint", in: transaction, vault: vault)
        }
        try lane.append(entries, in: transaction, vault: vault)
        let end = JournalLane.end(of: chain, number: lane.number, hash: lane.head, vault: vault)
        try transaction.run("UPDATE journal_chains SET entries = \(lane.number), head = \(end) WHERE id = \(chain)")
        return lane
    }

    /// Writes down what the chains begun last have by now: none of them can lose it again without contradicting this entry.
    private mutating func takeCheckpoint(
        at moment: Moment, _ verb: String, in transaction: any Transaction, vault: Vault
    ) throws {
        let known = try transaction.rows(
            """
            SELECT id, entries, head FROM journal_chains WHERE id <> \(chain)
            ORDER BY started_at DESC, id DESC LIMIT 16
            """
        ) { row in
            let (id, entries, end): (String, Int64, String) = (try row.next(), try row.next(), try row.next())
            return "\(id) \(entries) \(JournalLane.seen(id, end: end, vault: vault))"
        }
        try append(
            [
                JournalEntry(
                    at: moment, event: .checkpoint, verb: verb, person: nil, organisation: nil, partnership: nil,
                    purpose: "journal", recordKind: "journal-chain", record: chain, before: nil, after: nil,
                    detail: known.joined(separator: "\n"), request: "")
            ], in: transaction, vault: vault)
        checkpoint = number
    }

    /// Counts this chain in the register of all chains, under a proof that nobody without the key file can make for
    /// another number.
    private func register(in transaction: any Transaction, vault: Vault) throws {
        let known = try transaction.value("SELECT chains FROM journal_register WHERE id = 1", as: Int64.self) ?? 0
        let proof = JournalLane.proof(ofChains: known + 1, vault: vault)
        try transaction.run(
            """
            INSERT INTO journal_register (id, chains, proof) VALUES (1, \(known + 1), \(proof))
            ON CONFLICT (id) DO UPDATE SET chains = excluded.chains, proof = excluded.proof
            """)
    }

    static func proof(ofChains count: Int64, vault: Vault) -> String {
        vault.journalHash(Array("chains/\(count)".utf8))
    }

    /// What a checkpoint in another chain says of this one as it is now.
    func mark(vault: Vault) -> String {
        let end = JournalLane.end(of: chain, number: number, hash: head, vault: vault)
        return "\(chain) \(number) \(JournalLane.seen(chain, end: end, vault: vault))"
    }

    /// How a checkpoint speaks of another chain's end: it can be checked with the key file, and the end cannot be read off
    /// it, so that nobody can cut the chain back to it and write the end of then.
    static func seen(_ chain: String, end: String, vault: Vault) -> String {
        vault.journalHash(Array("seen/\(chain)/\(end)".utf8))
    }

    /// What a chain's record says of its last entry: keyed, so that nobody without the key file can make a shorter chain
    /// look whole.
    static func end(of chain: String, number: Int64, hash: String, vault: Vault) -> String {
        vault.journalHash(Array("end/\(chain)/\(number)/\(hash)".utf8))
    }

    private mutating func append(_ entries: [JournalEntry], in transaction: any Transaction, vault: Vault) throws {
        var values: [SQLValue] = []
        values.reserveCapacity(entries.count * JournalLane.columns)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        for entry in entries {
            number += 1
            bytes.removeAll(keepingCapacity: true)
            entry.write(to: &bytes, previous: head, number: number)
            head = vault.journalHash(bytes)
            values += [
                .text(chain), .integer(number), entry.at.sqlValue, .text(entry.event.rawValue), entry.verb.sqlValue,
                entry.person.sqlValue, entry.organisation.sqlValue, entry.partnership.sqlValue, entry.purpose.sqlValue,
                entry.recordKind.sqlValue, entry.record.sqlValue, entry.before.sqlValue, entry.after.sqlValue,
                entry.detail.sqlValue, entry.request.sqlValue, .text(head),
            ]
        }
        try transaction.run(
            """
            INSERT INTO journal_entries (chain_id, number, at, event, verb, person_id, organisation_id, partnership_id,
                purpose, record_kind, record_id, before_hash, after_hash, detail, request_id, hash)
            VALUES \(placesForRow: JournalLane.columns)
            """, each: values)
    }

    private static let columns = 16
}
