/// What can go wrong at the store boundary, in words that are the same for both databases.
package enum StoreError: Error, Hashable, Sendable {
    /// A unique index refused a second row; the name of the index or its columns, as far as the database tells.
    case unique(String)
    /// A row that is referred to is missing, or is still referred to.
    case foreignKey(String)
    /// A CHECK or NOT NULL constraint refused a value.
    case check(String)
    /// The database was busy for too long, or a serializable write kept colliding.
    case busy
    /// The database cannot be reached; nothing was changed.
    case unreachable(String)
    /// The connection was lost while committing: the change may or may not have been kept. Ask again with the same
    /// idempotency key.
    case outcomeUnknown
    /// A column held another kind of value than the code expects.
    case decoding(String)
    /// This database cannot do what was asked; the text names what to use instead.
    case unsupported(String)
    /// Any other refusal by the database. Never holds bound values.
    case failed(String)
}
