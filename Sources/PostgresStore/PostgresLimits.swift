/// How long the server may take, and how much a connection keeps.
struct PostgresLimits: Sendable {
    /// How many prepared statements a connection keeps before it forgets them all.
    static let plans = 1000

    /// After this the server gives a statement up.
    let statementSeconds: Int

    /// After this a statement is given up here too, because the server has not done so.
    var statement: Duration { .seconds(statementSeconds + 5) }

    /// After this nobody waits for a commit any more: the server does not end its own wait for a standby.
    var commit: Duration { .seconds(30) }
}
