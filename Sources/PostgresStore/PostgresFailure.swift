import CPostgres
import Store

/// How a transaction on PostgreSQL came to nothing, as the engine has to know it: whether to run it again, and where.
enum PostgresFailure: Error {
    /// It collided with another one; the same again may succeed.
    case conflict
    /// A prepared statement no longer fits the schema; the same again succeeds once statements are prepared anew.
    case stalePlan
    /// The connection is gone, before anything was committed.
    case lost(String)
    /// The connection is gone and the commit had been sent.
    case outcomeUnknown
    /// The task was cancelled.
    case cancelled
    /// The server refused.
    case refused(StoreError)
    /// The closure gave up in the middle of an answer.
    case abandoned(any Error)

    /// What the closure and the caller get to see.
    var visible: any Error {
        switch self {
        case .conflict: StoreError.busy
        case .stalePlan: StoreError.failed("a prepared statement no longer fits the schema")
        case .lost(let reason): StoreError.unreachable(reason)
        case .outcomeUnknown: StoreError.outcomeUnknown
        case .cancelled: CancellationError()
        case .refused(let error): error
        case .abandoned(let error): error
        }
    }

    /// Reads a refusal by the server. Class 22 messages repeat the value that was refused, so theirs are left out.
    init(_ result: OpaquePointer) {
        func field(_ code: Character) -> String {
            guard let value = PQresultErrorField(result, Int32(code.asciiValue ?? 0)) else { return "" }
            return String(cString: value)
        }
        let state = field("C")
        let message = field("M")
        switch state {
        case "40001", "40P01": self = .conflict
        case "26000": self = .stalePlan
        case "0A000" where message.contains("cached plan"): self = .stalePlan
        case "57014": self = .refused(.busy)
        case "55P03": self = .refused(.busy)
        case "23505": self = .refused(.unique(field("n")))
        case "23503": self = .refused(.foreignKey(field("n")))
        case "23502": self = .refused(.check("\(field("t")).\(field("c"))"))
        case "23514", "23P01": self = .refused(.check(field("n")))
        case "P0001": self = .refused(.check(message))
        // The server is going, has gone, or is no longer the one that may be written to.
        case "57P01", "57P02", "57P03", "57P05", "25P03", "25006": self = .lost(message)
        case _ where state.hasPrefix("08"): self = .lost(message)
        case _ where state.hasPrefix("22"): self = .refused(.check("a value of the wrong kind (\(state))"))
        case _ where state.hasPrefix("53"): self = .refused(.failed("the server has run out of room (\(state))"))
        default: self = .refused(.failed("\(message) (\(state))"))
        }
    }
}
