/// How alike two names are, and the unit whose frequency says how much that is worth.
struct NameAgreement: Sendable {
    /// The levels, best first; the raw values are those of the comparison's names.
    enum Level: UInt8, Sendable, CaseIterable {
        case missing
        case exact
        /// Other spelling of one name, or forms of one name.
        case variant
        /// One name is part of the other.
        case part
        /// One or two letters differ.
        case near
        case initial
        case similar
        case different
    }

    var level: Level
    /// The unit that both share, or 0 where nothing can be counted.
    var unit: UInt32
}
