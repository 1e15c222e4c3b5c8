import Store

/// What sort of thing a record can mention, and a subject can be.
package enum MentionedKind: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case person, premises, vehicle, phone, account, company

    /// Whether two mentions with the same exact key are of one thing, as far as anybody can tell from its number, mark or
    /// address. People are never told by a key alone.
    package var isKnownByItsKey: Bool { self != .person }
}
