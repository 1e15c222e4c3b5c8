import Store

extension Statement {
    /// Whole numbers of 64 bits, moments and yes/no on both databases.
    static let integer: Statement = "\(sqlite: "INTEGER", postgres: "BIGINT")"
    /// Bytes.
    static let blob: Statement = "\(sqlite: "BLOB", postgres: "BYTEA")"
    /// SQLite is told to hold columns to their types, as PostgreSQL does unasked.
    static let strict: Statement = "\(sqlite: " STRICT", postgres: "")"
    /// The same for a table whose rows SQLite keeps in the order of their key alone, without numbers of its own.
    static let strictByKey: Statement = "\(sqlite: " STRICT, WITHOUT ROWID", postgres: "")"
}
