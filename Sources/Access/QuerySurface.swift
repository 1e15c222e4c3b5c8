import Store

/// Whatever answers queries: a reading, a change, or the office. Queries on tables without cases are written once, for all
/// three.
package protocol QuerySurface {
    func rows<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> [Value]
}

extension QuerySurface {
    /// The first row, or nil.
    package func first<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> Value? {
        try rows(statement, decode).first
    }

    /// The first column of the first row.
    package func value<Value: ColumnDecodable>(_ statement: Statement, as type: Value.Type = Value.self) throws
        -> Value?
    {
        try first(statement) { try $0.next(Value.self) }
    }
}

extension Reading: QuerySurface {}
extension Change: QuerySurface {}
extension Office: QuerySurface {}
