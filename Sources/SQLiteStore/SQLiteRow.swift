import GRDBSQLite
import Store

/// The row on which a statement stands. It can be read only while it is handed out.
final class SQLiteRow: Row {
    private(set) var handle: OpaquePointer?
    private var column: Int32 = 0
    private var count: Int32 = 0

    func begin(_ handle: OpaquePointer) {
        self.handle = handle
        column = 0
        count = sqlite3_data_count(handle)
    }

    func end() {
        handle = nil
    }

    var columnNames: [String] {
        guard let handle else { return [] }
        return (0..<count).map { sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? "" }
    }

    func nextValue() throws -> SQLValue {
        guard let handle else { throw StoreError.decoding("the row was read after its time") }
        guard column < count else { throw StoreError.decoding("the answer has only \(count) columns") }
        defer { column += 1 }
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER:
            return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, column) else { return .text("") }
            let length = Int(sqlite3_column_bytes(handle, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(handle, column) else { return .bytes([]) }
            let length = Int(sqlite3_column_bytes(handle, column))
            return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: length)))
        case SQLITE_FLOAT:
            let number = sqlite3_column_double(handle, column)
            return Int64(exactly: number).map { .integer($0) } ?? .text(String(number))
        default:
            return .null
        }
    }
}
