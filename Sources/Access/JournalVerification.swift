import Kernel
import Store

/// Proves the journal whole: recomputes every chain, and compares it with the chain's recorded length and head and with
/// every checkpoint that another chain took of it.
package struct JournalVerification: Sendable {
    package var chains = 0
    package var entries: Int64 = 0
    /// What is wrong, each as a sentence; empty when the journal is whole.
    package var faults: [String] = []
    /// The head of every chain with its length: kept elsewhere, they prove that the journal was not rolled back.
    package var heads: [(chain: String, entries: Int64, head: String)] = []

    /// Reads the whole journal; throws only when the database cannot be read.
    package static func run(on engine: any Engine, vault: Vault) async throws -> JournalVerification {
        try await engine.read { transaction in
            var result = JournalVerification()
            var recorded: [String: (entries: Int64, head: String)] = [:]
            try transaction.forEach("SELECT id, entries, head FROM journal_chains ORDER BY started_at, id") { row in
                let id: String = try row.next()
                recorded[id] = (try row.next(), try row.next())
            }
            var heads: [String: (number: Int64, hash: String)] = [:]
            var promised: [String: [Int64: String]] = [:]
            var broken: Set<String> = []
            try transaction.forEach(
                """
                SELECT chain_id, number, at, event, verb, person_id, organisation_id, partnership_id, purpose,
                    record_kind, record_id, before_hash, after_hash, detail, request_id, hash
                FROM journal_entries ORDER BY chain_id, number
                """
            ) { row in
                let chain: String = try row.next()
                let number: Int64 = try row.next()
                let entry = try JournalEntry(
                    at: row.next(), event: row.next(), verb: row.next(), person: row.next(), organisation: row.next(),
                    partnership: row.next(), purpose: row.next(), recordKind: row.next(), record: row.next(),
                    before: row.next(), after: row.next(), detail: row.next(), request: row.next())
                let hash: String = try row.next()
                let previous = heads[chain] ?? (0, "")
                if number != previous.number + 1, broken.insert(chain).inserted {
                    result.faults.append("Chain \(chain): entry \(previous.number + 1) is missing.")
                }
                if vault.journalHash(entry.bytes(previous: previous.hash, number: number)) != hash,
                    broken.insert(chain).inserted
                {
                    result.faults.append("Chain \(chain): entry \(number) was altered, or an entry before it.")
                }
                heads[chain] = (number, hash)
                result.entries += 1
                if entry.event == .checkpoint {
                    for line in entry.detail.split(separator: "\n") {
                        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
                        guard parts.count == 3, let length = Int64(parts[1]), length > 0 else { continue }
                        promised[String(parts[0]), default: [:]][length] = String(parts[2])
                    }
                }
            }
            result.chains = recorded.count
            // Two where consultations are kept in a file of their own.
            let registers = try transaction.rows("SELECT chains, proof FROM journal_register") { row in
                (count: try row.next(Int64.self), proof: try row.next(String.self))
            }
            for register in registers where register.proof != JournalLane.proof(ofChains: register.count, vault: vault) {
                result.faults.append("The register of chains was altered.")
            }
            let counted = registers.reduce(0) { $0 + $1.count }
            if registers.isEmpty, !recorded.isEmpty {
                result.faults.append("The register of chains is missing.")
            } else if counted != Int64(recorded.count) {
                result.faults.append("The register counts \(counted) chains, and \(recorded.count) are there.")
            }
            for (chain, end) in recorded.sorted(by: { $0.key < $1.key }) {
                let found = heads[chain] ?? (0, "")
                let head = JournalLane.end(of: chain, number: found.number, hash: found.hash, vault: vault)
                if found.number != end.entries || head != end.head, !broken.contains(chain) {
                    result.faults.append(
                        "Chain \(chain): it should end with entry \(end.entries) and ends with \(found.number).")
                }
                result.heads.append((chain, end.entries, end.head))
            }
            for chain in heads.keys where recorded[chain] == nil {
                result.faults.append("Chain \(chain): its record is missing.")
            }
            for (chain, lengths) in promised {
                guard let found = heads[chain] else {
                    result.faults.append("Chain \(chain): it is missing, though a later chain refers to it.")
                    continue
                }
                for (length, head) in lengths {
                    let actual =
                        length == found.number
                        ? found.hash
                        : try transaction.value(
                            "SELECT hash FROM journal_entries WHERE chain_id = \(chain) AND number = \(length)",
                            as: String.self)
                    let isThatOne =
                        actual.map { hash in
                            let end = JournalLane.end(of: chain, number: length, hash: hash, vault: vault)
                            return JournalLane.seen(chain, end: end, vault: vault) == head
                        } ?? false
                    if !isThatOne {
                        result.faults.append(
                            "Chain \(chain): entry \(length) is not the one that a later chain refers to.")
                    }
                }
            }
            return result
        }
    }
}
