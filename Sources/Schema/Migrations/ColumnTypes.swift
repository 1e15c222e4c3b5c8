import Store

extension Statement {
    /// Whole numbers of 64 bits, moments and yes/no on both databases.
    static let integer: Statement = "\(sqlite: "INTEGER", postgres: "BIGINT")"
    /// Bytes.
    static let blob: Statement = "\(sqlite: "BLOB", postgres: "BYTEA")"
    /// SQLite is told to hold columns to their types, as PostgreSQL does unasked.
    static let strict: Statement = "\(sqlite: " STRICT", postgres: "")"
}
