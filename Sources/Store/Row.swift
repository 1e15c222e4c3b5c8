import Kernel

/// One row of an answer, read column by column in the order of the statement.
package protocol Row {
    /// The next column as a value of any kind; throws `StoreError.decoding` past the last column.
    func nextValue() throws -> SQLValue

    /// The names of all columns, in the order of the statement.
    var columnNames: [String] { get }
}

/// A type whose values can be read from a column.
package protocol ColumnDecodable {
    init(sqlValue: SQLValue) throws
}

extension Row {
    /// The next column as a value of the wanted type; throws `StoreError.decoding` where it is of another kind.
    package func next<Value: ColumnDecodable>(_ type: Value.Type = Value.self) throws -> Value {
        try Value(sqlValue: try nextValue())
    }
}

private func mismatch(_ wanted: String, _ value: SQLValue) -> StoreError {
    let kind =
        switch value {
        case .null: "nothing"
        case .integer: "a number"
        case .text: "text"
        case .bytes: "bytes"
        }
    return .decoding("wanted \(wanted), found \(kind)")
}

extension SQLValue: ColumnDecodable {
    package init(sqlValue: SQLValue) { self = sqlValue }
}
extension String: ColumnDecodable {
    package init(sqlValue: SQLValue) throws {
        guard case .text(let text) = sqlValue else { throw mismatch("text", sqlValue) }
        self = text
    }
}
extension Int64: ColumnDecodable {
    /// A number; text that holds one is taken as well, because PostgreSQL answers sums of BIGINT as numeric text.
    package init(sqlValue: SQLValue) throws {
        switch sqlValue {
        case .integer(let number): self = number
        case .text(let text):
            guard let number = Int64(text) else { throw mismatch("a number", sqlValue) }
            self = number
        default: throw mismatch("a number", sqlValue)
        }
    }
}
extension Int: ColumnDecodable {
    package init(sqlValue: SQLValue) throws { self = Int(try Int64(sqlValue: sqlValue)) }
}
extension Bool: ColumnDecodable {
    package init(sqlValue: SQLValue) throws {
        guard case .integer(let number) = sqlValue else { throw mismatch("yes or no", sqlValue) }
        self = number != 0
    }
}
extension Array: ColumnDecodable where Element == UInt8 {
    package init(sqlValue: SQLValue) throws {
        guard case .bytes(let bytes) = sqlValue else { throw mismatch("bytes", sqlValue) }
        self = bytes
    }
}
extension ID: ColumnDecodable {
    package init(sqlValue: SQLValue) throws {
        guard case .text(let text) = sqlValue, let id = ID(text) else { throw mismatch("an identifier", sqlValue) }
        self = id
    }
}
extension Moment: ColumnDecodable {
    package init(sqlValue: SQLValue) throws {
        guard case .integer(let number) = sqlValue else { throw mismatch("a moment", sqlValue) }
        self.init(microseconds: number)
    }
}
extension Day: ColumnDecodable {
    package init(sqlValue: SQLValue) throws {
        guard case .text(let text) = sqlValue, let day = Day(text) else { throw mismatch("a day", sqlValue) }
        self = day
    }
}
extension Optional: ColumnDecodable where Wrapped: ColumnDecodable {
    package init(sqlValue: SQLValue) throws {
        if case .null = sqlValue { self = .none } else { self = try Wrapped(sqlValue: sqlValue) }
    }
}
extension RawRepresentable where RawValue: ColumnDecodable {
    package init(sqlValue: SQLValue) throws {
        guard let value = Self(rawValue: try RawValue(sqlValue: sqlValue)) else {
            throw mismatch("one of the known values", sqlValue)
        }
        self = value
    }
}
