import GRDB
import Store

extension StoreError {
    /// What an extended result code and its message mean. The messages of SQLite name tables and columns, never values.
    init(code: Int32, message: String) {
        // "UNIQUE constraint failed: t.a, t.b" names the columns after the colon.
        let subject = message.split(separator: ":", maxSplits: 1).last.map { $0.drop { $0 == " " } } ?? ""
        let code = ResultCode(rawValue: code)
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            self = .unique(String(subject))
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            self = .foreignKey(String(subject))
        default:
            switch code.primaryResultCode {
            case .SQLITE_CONSTRAINT: self = .check(String(subject))
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_CANTOPEN: self = .unreachable("the file cannot be opened")
            case .SQLITE_NOTADB: self = .unreachable("the file is not a SQLite database")
            default: self = .failed(message)
            }
        }
    }
}

/// What an error of GRDB means at the store boundary; a cancelled task stays one, and errors of the closure pass.
func storeError(_ error: any Error) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    if error.resultCode == .SQLITE_INTERRUPT { return CancellationError() }
    return StoreError(code: error.extendedResultCode.rawValue, message: error.message ?? "SQLite refused")
}
