import Store

/// How many changes the database has seen, under one snapshot: the transactions that had ended by then, without those
/// that only wrote down who read what.
///
/// PostgreSQL numbers transactions that write, and a snapshot says which of them have ended for it: all numbers below its
/// end but those that it lists as under way. Of two snapshots of one server the later one knows of all that the earlier one
/// knew. So where the counts are equal, no transaction ended in between but such consultations, each of which adds one to
/// both sides. Decision 0024 has the reasoning.
struct CommitCount {
    let changes: Int64

    /// Asked inside a transaction that is repeatable, so that the answer is about the very snapshot by which it reads.
    static let question: Statement = """
        SELECT pg_current_snapshot()::text, (SELECT COALESCE(SUM(commits), 0)::bigint FROM consultation_commits)
        """

    /// Adds one to the consultations, in the transaction that is one.
    ///
    /// - Parameter writer: who else adds to no other row, so that nobody waits for another server.
    static func counting(by writer: String) -> Statement {
        """
        INSERT INTO consultation_commits (writer, commits, written_at) VALUES (\(writer), 1, now())
        ON CONFLICT (writer) DO UPDATE SET commits = consultation_commits.commits + 1, written_at = now()
        """
    }

    /// Forgets those who have not written for a day, so that the sum stays short. The count of changes only grows by it.
    static let forgetting: Statement = "DELETE FROM consultation_commits WHERE written_at < now() - interval '1 day'"

    /// Reads `xmin:xmax:xip,xip…`; nil for anything else.
    init?(snapshot: String, consultations: Int64) {
        let parts = snapshot.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let end = Int64(parts[1]) else { return nil }
        let underWay = parts[2].isEmpty ? 0 : parts[2].utf8.count { $0 == UInt8(ascii: ",") } + 1
        changes = end - Int64(underWay) - consultations
    }
}
