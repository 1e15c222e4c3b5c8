/// Makes many identifiers at once: each sorts behind the one before, and all chance is drawn at the start.
///
/// For imports, where drawing chance for each of a million records would cost more than writing them. Identifiers of one
/// sequence tell that they belong together; that is no secret.
package struct IDSequence: Sendable {
    private let moment: Moment
    private var high: UInt64
    private var low: UInt64

    /// - Parameter seed: 16 bytes of chance; missing ones count as zero.
    package init(at moment: Moment, seed: [UInt8]) {
        self.moment = moment
        var words: (UInt64, UInt64) = (0, 0)
        for byte in seed.prefix(8) { words.0 = words.0 << 8 | UInt64(byte) }
        for byte in seed.dropFirst(8).prefix(8) { words.1 = words.1 << 8 | UInt64(byte) }
        high = words.0 & 0x7FF
        low = words.1 & 0x1FFF_FFFF_FFFF_FFFF
    }

    /// The next identifier.
    package mutating func next<Record>(_ type: Record.Type = Record.self) -> ID<Record> {
        defer { low += 1 }
        return ID(at: moment, random: (high, low))
    }
}
