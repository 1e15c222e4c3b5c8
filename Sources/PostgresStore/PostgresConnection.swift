import CPostgres
import Dispatch
import Foundation
import Store

/// One connection to a server, with its prepared statements.
///
/// It always speaks in libpq's pipeline mode. A read is an implicit transaction, which begins with its first statement
/// and ends with the synchronisation after the last one: two exchanges with the server instead of three, and half the
/// processor time. The session's defaults make it repeatable and read only. A write begins explicitly, in the same
/// message as its first statement.
final class PostgresConnection: @unchecked Sendable {
    // Unchecked: everything mutable is touched on `queue` alone, or before the connection is handed out.
    let queue = DispatchQueue(label: "plainsight.postgres")
    /// The timeline of the server, which grows with every promotion of a standby; 0 when it does not tell.
    private(set) var timeline: UInt32 = 0
    /// Which run of which server this is: when it was started, and its timeline. Empty when it does not tell.
    private(set) var serverRun = ""
    private(set) var isBroken = false
    /// The edition of the pool's connections to which it belongs.
    var edition = 0

    private let connection: OpaquePointer
    private let key: CancelKey?
    private let limits: PostgresLimits
    private var plans: [String: [Plan]] = [:]
    private var planCount = 0
    private var plansAreStale = false
    private var isOpen = false
    private var isSynchronising = false
    private var isOverdue = false

    private struct Plan {
        let name: String
        let types: [Oid]
        let isBinary: Bool
    }

    enum Kind {
        case read
        case write
        /// A write that decides nothing by what it reads: the journal's entries of who read what. It is not serializable,
        /// so that it neither stops the changes of others nor is stopped by them.
        case aside

        var begin: String? {
            switch self {
            case .read: nil
            case .write: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
            case .aside: "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"
            }
        }
    }

    /// What became of one attempt at a transaction.
    enum Attempt<Result> {
        case done(Result)
        case thrown(any Error)
        case failed(PostgresFailure)
    }

    /// Connects; blocks for as long as the target allows. Throws `StoreError.unreachable`.
    static func open(_ target: PostgresTarget, limits: PostgresLimits) throws -> PostgresConnection {
        guard let pointer = target.connect() else { throw StoreError.unreachable("no memory for a connection") }
        let connection = PostgresConnection(pointer, limits: limits)
        guard PQstatus(pointer) == CONNECTION_OK else { throw StoreError.unreachable(connection.lastMessage) }
        do {
            try connection.prepareSession()
        } catch let failure as PostgresFailure {
            throw StoreError.unreachable("the session cannot be set up: \(failure.visible)")
        }
        return connection
    }

    private init(_ pointer: OpaquePointer, limits: PostgresLimits) {
        connection = pointer
        key = CancelKey(pointer)
        self.limits = limits
    }

    deinit {
        PQfinish(connection)
    }

    // MARK: - Transactions

    /// Runs the body in a transaction. After it the connection can be used again once `settle` was called.
    func attempt<Result>(
        _ kind: Kind, _ interruption: Interruption, era: Int64? = nil, _ body: (any Transaction) throws -> Result
    ) -> Attempt<Result> {
        let transaction = PostgresTransaction(on: self, kind, interruption, era: era)
        defer { transaction.end() }
        interruption.allow(with: key)
        let result = Swift.Result { try body(transaction) }
        if !interruption.forbid() { isBroken = true }
        if let failure = transaction.failure {
            if case .stalePlan = failure { plansAreStale = true }
            if isOverdue, let key {
                // Nobody waits for the statement any more, but the server may still work on it.
                DispatchQueue.global().async { key.cancel() }
            }
            rollBack()
            // What the closure made of a refusal is its answer; everything else is for the engine to deal with.
            if case .refused = failure, case .failure(let error) = result { return .thrown(error) }
            return .failed(failure)
        }
        switch result {
        case .failure(let error):
            rollBack()
            return .thrown(error)
        case .success(let value):
            do {
                if kind != .read, interruption.isRequested { throw PostgresFailure.cancelled }
                try finish(kind)
                return .done(value)
            } catch let failure as PostgresFailure {
                rollBack()
                return .failed(failure)
            } catch {
                return .thrown(error)
            }
        }
    }

    /// Leaves the connection ready for its next transaction, or broken.
    func settle() {
        if isSynchronising { endSynchronisation() }
        guard plansAreStale || planCount > PostgresLimits.plans, !isBroken else { return }
        plans = [:]
        planCount = 0
        plansAreStale = false
        _ = try? command("DEALLOCATE ALL", within: limits.statement)
    }

    private func finish(_ kind: Kind) throws {
        guard isOpen else { return }
        switch kind {
        case .read:
            isOpen = false
            try synchronise()
        case .write, .aside:
            // From here on nobody may interrupt: a commit that waits for a standby would be told as done.
            let answer: PostgresResult
            do {
                try check(PQsendQueryParams(connection, "COMMIT", 0, nil, nil, nil, nil, 0))
                try synchronise()
                answer = try self.answer(within: limits.commit)
            } catch PostgresFailure.lost {
                throw PostgresFailure.outcomeUnknown
            }
            isOpen = false
            endSynchronisation()
            guard answer.command == "COMMIT" else {
                throw PostgresFailure.refused(.failed("the server rolled back instead of committing"))
            }
        }
    }

    private func rollBack() {
        guard isOpen, !isBroken else { return }
        isOpen = false
        do {
            if !isSynchronising { try synchronise() }
            endSynchronisation()
            guard !isBroken, PQtransactionStatus(connection) != PQTRANS_IDLE else { return }
            _ = try command("ROLLBACK", within: limits.statement)
            if PQtransactionStatus(connection) != PQTRANS_IDLE { isBroken = true }
        } catch {
            isBroken = true
        }
    }

    // MARK: - Statements

    /// Runs a statement inside the transaction and returns its whole answer.
    func execute(_ statement: Statement, _ kind: Kind) throws -> PostgresResult {
        let waiting = try send(statement, kind)
        for _ in 0..<waiting { _ = try answer(within: limits.statement) }
        return try answer(within: limits.statement)
    }

    /// Runs a statement for each row of values, all of which are on their way before the first answer is read.
    func execute(_ text: String, each values: [SQLValue], width: Int, _ kind: Kind) throws {
        guard !isBroken else { throw PostgresFailure.lost("the connection is gone") }
        var waiting = try beginIfNeeded(kind)
        var last: Plan?
        for start in stride(from: 0, through: values.count - width, by: width) {
            let row = values[start..<start + width]
            let plan: Plan
            if let last, zip(last.types, row).allSatisfy({ $0 == PostgresParameters.type(of: $1) }) {
                plan = last
            } else {
                let types = row.map(PostgresParameters.type(of:))
                if let known = plans[text]?.first(where: { $0.types == types }) {
                    plan = known
                } else {
                    plan = try prepare(text, types, after: waiting)
                    waiting = 0
                }
                last = plan
            }
            try sendPrepared(plan, PostgresParameters(row))
            waiting += 1
        }
        try check(PQsendFlushRequest(connection))
        try flush(within: limits.statement)
        for _ in 0..<waiting { _ = try answer(within: limits.statement) }
    }

    /// Runs a statement inside the transaction and hands every row to `body` as it arrives.
    func stream(_ statement: Statement, _ kind: Kind, _ body: (PostgresResult) throws -> Void) throws {
        let waiting = try send(statement, kind)
        for _ in 0..<waiting { _ = try answer(within: limits.statement) }
        guard PQsetSingleRowMode(connection) == 1 else { throw breakDown() }
        var failure: PostgresFailure?
        while let result = try next(within: limits.statement) {
            guard failure == nil else { continue }
            switch result.status {
            case PGRES_SINGLE_TUPLE:
                do {
                    try body(result)
                } catch {
                    failure = .abandoned(error)
                    key?.cancel()
                }
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: break
            default: failure = classify(result)
            }
        }
        if let failure { throw failure }
    }

    /// Sends a statement and says how many answers come before its own.
    private func send(_ statement: Statement, _ kind: Kind) throws -> Int {
        guard !isBroken else { throw PostgresFailure.lost("the connection is gone") }
        var waiting = try beginIfNeeded(kind)
        let (text, values) = statement.rendered(for: .postgres)
        let types = values.map(PostgresParameters.type(of:))
        let plan: Plan
        if let known = plans[text]?.first(where: { $0.types == types }) {
            plan = known
        } else {
            plan = try prepare(text, types, after: waiting)
            waiting = 0
        }
        try sendPrepared(plan, PostgresParameters(values))
        try check(PQsendFlushRequest(connection))
        try flush(within: limits.statement)
        return waiting
    }

    /// Begins the transaction with its first statement and says how many answers come before that one's.
    private func beginIfNeeded(_ kind: Kind) throws -> Int {
        if isOpen { return 0 }
        isOpen = true
        guard let begin = kind.begin else { return 0 }
        try check(PQsendQueryParams(connection, begin, 0, nil, nil, nil, nil, 0))
        return 1
    }

    private func sendPrepared(_ plan: Plan, _ parameters: PostgresParameters) throws {
        let isSent = parameters.withPointers { count, values, lengths, formats in
            PQsendQueryPrepared(connection, plan.name, count, values, lengths, formats, plan.isBinary ? 1 : 0)
        }
        try check(isSent)
    }

    private func prepare(_ text: String, _ types: [Oid], after waiting: Int) throws -> Plan {
        planCount += 1
        let name = "p\(planCount)"
        try check(PQsendPrepare(connection, name, text, Int32(types.count), types))
        try check(PQsendDescribePrepared(connection, name))
        try check(PQsendFlushRequest(connection))
        try flush(within: limits.statement)
        for _ in 0...waiting { _ = try answer(within: limits.statement) }
        let description = try answer(within: limits.statement)
        let plan = Plan(
            name: name, types: types,
            isBinary: description.types.allSatisfy(PostgresType.isReadInBinary))
        plans[text, default: []].append(plan)
        return plan
    }

    /// One statement outside any transaction of ours.
    private func command(_ text: String, within limit: Duration) throws -> PostgresResult {
        try check(PQsendQueryParams(connection, text, 0, nil, nil, nil, nil, 0))
        try synchronise()
        defer { endSynchronisation() }
        return try answer(within: limit)
    }

    private func prepareSession() throws {
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        guard PQsetnonblocking(connection, 1) == 0, PQenterPipelineMode(connection) == 1 else { throw breakDown() }
        // Compiling a query to machine code (jit) costs more than any query here takes.
        let settings = """
            SELECT set_config('default_transaction_isolation', 'repeatable read', false),
                set_config('default_transaction_read_only', 'on', false),
                set_config('statement_timeout', '\(limits.statementSeconds * 1000)', false),
                set_config('idle_in_transaction_session_timeout', '60000', false),
                set_config('client_min_messages', 'error', false),
                set_config('jit', 'off', false)
            """
        _ = try command(settings, within: limits.statement)
        // The first eight digits of the name of a log file are the timeline. A service may forbid the question.
        let question = "SELECT pg_walfile_name(pg_current_wal_lsn())"
        guard let answer = try? command(question, within: limits.statement), answer.rowCount == 1,
            let name = PQgetvalue(answer.pointer, 0, 0)
        else { return }
        timeline = UInt32(String(cString: name).prefix(8), radix: 16) ?? 0
        let start = "SELECT pg_postmaster_start_time()::text"
        guard let answer = try? command(start, within: limits.statement), answer.rowCount == 1,
            let moment = PQgetvalue(answer.pointer, 0, 0)
        else { return }
        serverRun = "\(String(cString: moment)) \(timeline)"
    }

    // MARK: - The conversation

    private func synchronise() throws {
        try check(PQpipelineSync(connection))
        isSynchronising = true
        try flush(within: limits.statement)
    }

    /// Reads up to the mark of the last synchronisation, past everything that is still on its way.
    private func endSynchronisation() {
        isSynchronising = false
        var silences = 0
        do {
            while silences < 8 {
                guard let result = try next(within: limits.commit) else {
                    silences += 1
                    continue
                }
                silences = 0
                if result.status == PGRES_PIPELINE_SYNC { return }
            }
            isBroken = true
        } catch {
            isBroken = true
        }
    }

    /// The answer to the next statement that was sent.
    private func answer(within limit: Duration) throws -> PostgresResult {
        var answer: PostgresResult?
        var failure: PostgresFailure?
        while let result = try next(within: limit) {
            switch result.status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: answer = result
            default: failure = failure ?? classify(result)
            }
        }
        if let failure { throw failure }
        guard let answer else { throw breakDown() }
        return answer
    }

    /// The next part of an answer; nil at the end of each.
    private func next(within limit: Duration) throws -> PostgresResult? {
        if PQisBusy(connection) == 1 {
            let deadline = ContinuousClock.now + limit
            repeat {
                try wait(for: POLLIN, until: deadline)
                guard PQconsumeInput(connection) == 1 else { throw breakDown() }
            } while PQisBusy(connection) == 1
        }
        return PQgetResult(connection).map(PostgresResult.init)
    }

    private func flush(within limit: Duration) throws {
        var state = PQflush(connection)
        guard state != 0 else { return }
        let deadline = ContinuousClock.now + limit
        while state == 1 {
            // The server may be unable to read on before its own answers are taken.
            try wait(for: POLLIN | POLLOUT, until: deadline)
            guard PQconsumeInput(connection) == 1 else { throw breakDown() }
            state = PQflush(connection)
        }
        if state != 0 { throw breakDown() }
    }

    private func wait(for events: Int32, until deadline: ContinuousClock.Instant) throws {
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else {
                isBroken = true
                isOverdue = true
                throw PostgresFailure.lost("the server did not answer in time")
            }
            var socket = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
            let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
            let ready = poll(&socket, 1, Int32(clamping: milliseconds + 1))
            if ready > 0 { return }
            if ready < 0, errno != EINTR { throw breakDown() }
        }
    }

    private func check(_ isDone: Int32) throws {
        guard isDone == 1 else { throw breakDown() }
    }

    private func classify(_ result: PostgresResult) -> PostgresFailure {
        if PQstatus(connection) != CONNECTION_OK { return breakDown() }
        let failure = PostgresFailure(result.pointer)
        if case .lost = failure { isBroken = true }
        return failure
    }

    private func breakDown() -> PostgresFailure {
        isBroken = true
        return .lost(lastMessage)
    }

    private var lastMessage: String {
        let message = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
        let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.isEmpty ? "the connection was lost" : line
    }
}
