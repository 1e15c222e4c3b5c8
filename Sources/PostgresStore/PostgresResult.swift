import CPostgres
import Store

/// The answer to one statement, or one row of it. Frees itself.
final class PostgresResult {
    let pointer: OpaquePointer
    private(set) lazy var columnCount = PQnfields(pointer)
    private(set) lazy var types: [Oid] = (0..<columnCount).map { PQftype(pointer, $0) }
    private(set) lazy var isBinary = PQbinaryTuples(pointer) == 1

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }
    var rowCount: Int32 { PQntuples(pointer) }

    /// "COMMIT", "INSERT 0 1".
    var command: String {
        PQcmdStatus(pointer).map { String(cString: $0) } ?? ""
    }

    /// How many rows an INSERT, UPDATE or DELETE touched; none for everything else.
    var changeCount: Int {
        guard !command.hasPrefix("SELECT") else { return 0 }
        return PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0
    }
}

/// The types of PostgreSQL that are known here, by their number in the catalogue.
enum PostgresType {
    static let boolean: Oid = 16
    static let bytes: Oid = 17
    static let integer8: Oid = 20
    static let integer2: Oid = 21
    static let integer4: Oid = 23
    static let text: Oid = 25
    static let numeric: Oid = 1700

    /// Whether values of this type are read in their binary form; the others come as text.
    static func isReadInBinary(_ type: Oid) -> Bool {
        switch type {
        case boolean, bytes, integer2, integer4, integer8, text, 1042, 1043, 19: true
        default: false
        }
    }
}

/// One row of an answer. It can be read only while it is handed out.
final class PostgresRow: Row {
    private var result: PostgresResult?
    private var row: Int32 = 0
    private var column: Int32 = 0

    func begin(_ result: PostgresResult, row: Int32) {
        self.result = result
        self.row = row
        column = 0
    }

    func end() {
        result = nil
    }

    var columnNames: [String] {
        guard let result else { return [] }
        return (0..<result.columnCount).map { PQfname(result.pointer, $0).map { String(cString: $0) } ?? "" }
    }

    func nextValue() throws -> SQLValue {
        guard let result else { throw StoreError.decoding("the row was read after its time") }
        guard column < result.columnCount else {
            throw StoreError.decoding("the answer has only \(result.columnCount) columns")
        }
        defer { column += 1 }
        guard PQgetisnull(result.pointer, row, column) == 0, let start = PQgetvalue(result.pointer, row, column) else {
            return .null
        }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result.pointer, row, column)))
        let type = result.types[Int(column)]
        return result.isBinary ? try binary(bytes, type) : try text(bytes, type)
    }

    private func binary(_ bytes: UnsafeRawBufferPointer, _ type: Oid) throws -> SQLValue {
        switch type {
        case PostgresType.integer8, PostgresType.integer4, PostgresType.integer2:
            guard let first = bytes.first else { throw StoreError.decoding("a number without digits") }
            let sign: Int64 = first & 0x80 == 0 ? 0 : -1
            return .integer(bytes.reduce(sign) { $0 << 8 | Int64($1) })
        case PostgresType.boolean:
            return .integer(bytes.first == 1 ? 1 : 0)
        case PostgresType.bytes:
            return .bytes([UInt8](bytes))
        default:
            return .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func text(_ bytes: UnsafeRawBufferPointer, _ type: Oid) throws -> SQLValue {
        let text = String(decoding: bytes, as: UTF8.self)
        switch type {
        case PostgresType.integer8, PostgresType.integer4, PostgresType.integer2:
            guard let number = Int64(text) else { throw StoreError.decoding("a number that cannot be read") }
            return .integer(number)
        case PostgresType.boolean:
            return .integer(text == "t" ? 1 : 0)
        case PostgresType.numeric:
            // An average of whole numbers comes as 2.0000000000000000.
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let isWhole = parts.count == 1 || parts[1].utf8.allSatisfy { $0 == UInt8(ascii: "0") }
            return (isWhole ? Int64(parts[0]) : nil).map { .integer($0) } ?? .text(text)
        case PostgresType.bytes:
            return .bytes(try hexadecimal(bytes))
        default:
            return .text(text)
        }
    }

    /// Bytes as PostgreSQL writes them in text: `\\x` and two digits for each.
    private func hexadecimal(_ bytes: UnsafeRawBufferPointer) throws -> [UInt8] {
        func digit(_ byte: UInt8) throws -> UInt8 {
            switch byte {
            case 0x30...0x39: return byte - 0x30
            case 0x61...0x66: return byte - 0x61 + 10
            default: throw StoreError.decoding("bytes that cannot be read")
            }
        }
        guard bytes.count >= 2, bytes.count.isMultiple(of: 2) else {
            throw StoreError.decoding("bytes that cannot be read")
        }
        return try stride(from: 2, to: bytes.count, by: 2).map { try digit(bytes[$0]) << 4 | digit(bytes[$0 + 1]) }
    }
}
