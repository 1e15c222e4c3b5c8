/// What a process takes from outside itself: the time and chance. Tests pass their own.
package struct World: Sendable {
    /// The present moment.
    package var now: @Sendable () -> Moment
    /// Bytes that nobody can foretell; the count is the argument.
    package var randomBytes: @Sendable (Int) -> [UInt8]

    package init(now: @escaping @Sendable () -> Moment, randomBytes: @escaping @Sendable (Int) -> [UInt8]) {
        self.now = now
        self.randomBytes = randomBytes
    }

    /// The machine's clock and the system's random number generator.
    package static let real = World(now: { Moment.now }) { count in
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count { withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) } }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// A new identifier for a record made now.
    package func newID<Record>(_ type: Record.Type = Record.self) -> ID<Record> {
        let bytes = randomBytes(16)
        func word(_ start: Int) -> UInt64 {
            bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
        return ID(at: now(), random: (word(0), word(8)))
    }

    /// A token for a link, a form or a session: 256 bits, 43 characters that are safe in a URL.
    package func newToken() -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var pending: UInt32 = 0
        var bits = 0
        for byte in randomBytes(32) {
            pending = pending << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(pending >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(pending << UInt32(6 - bits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
