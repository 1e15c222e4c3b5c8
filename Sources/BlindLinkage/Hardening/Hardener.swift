/// Hardens encodings of one length by one method under one secret.
///
/// Encodings without any bit, which stand for records that could not be read, stay without any.
package struct Hardener: Sendable {
    /// The length of what is hardened, and of what comes of it, in bits.
    package let bitCount: Int
    package let hardenedBitCount: Int
    private let plan: Plan

    private enum Plan {
        /// For each bit of an encoding and of its complement its place.
        case order([Int])
        /// For each window's value the bits that it sets.
        case table([Int], window: Int, step: Int, bits: Int)
    }

    /// Takes a secret of at least one byte. Throws `HardeningFault.range`: windows have 2 to 16 bits and no more than the
    /// encoding, steps are at least 1, and each window sets from 1 bit to the encoding's length.
    package init(_ method: Hardening, bitCount: Int, secret: [UInt8]) throws(HardeningFault) {
        self.bitCount = bitCount
        switch method {
        case .balanced:
            hardenedBitCount = bitCount * 2
            var chance = KeyedSequence(secret: secret, purpose: "balanced order")
            var order = Array(0..<bitCount * 2)
            for index in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(index, chance.below(index + 1)) }
            plan = .order(order)
        case .rehashed(let window, let step, let bits):
            guard (2...16).contains(window), window <= bitCount else {
                throw .range("A window of \(window) bits cannot be rehashed: give 2 to 16.")
            }
            guard step >= 1 else { throw .range("Windows cannot lie \(step) bits apart: give at least 1.") }
            guard bits >= 1, bits <= bitCount else {
                throw .range("A window cannot set \(bits) bits of \(bitCount): give at least 1.")
            }
            hardenedBitCount = bitCount
            var chance = KeyedSequence(secret: secret, purpose: "rehash \(window) \(step) \(bits)")
            let table = (0..<bits << window).map { _ in chance.below(bitCount) }
            plan = .table(table, window: window, step: step, bits: bits)
        }
    }

    /// The set, hardened; its encodings must have `bitCount` bits.
    package func harden(_ set: EncodingSet) -> EncodingSet {
        var result = EncodingSet(bitCount: hardenedBitCount)
        result.reserveCapacity(set.count)
        var words = [UInt64](repeating: 0, count: result.wordsPerEncoding)
        for index in 0..<set.count {
            for word in words.indices { words[word] = 0 }
            if set.population(index) > 0 {
                switch plan {
                case .order(let order):
                    for bit in 0..<bitCount { Hardener.set(order[set.hasBit(bit, of: index) ? bit : bit + bitCount], in: &words) }
                case .table(let table, let window, let step, let bits):
                    for start in stride(from: 0, through: bitCount - window, by: step) {
                        var value = 0
                        for bit in start..<start + window { value = value << 1 | (set.hasBit(bit, of: index) ? 1 : 0) }
                        for choice in value * bits..<(value + 1) * bits { Hardener.set(table[choice], in: &words) }
                    }
                }
            }
            result.append(words)
        }
        return result
    }

    private static func set(_ bit: Int, in words: inout [UInt64]) {
        words[bit / 64] |= 1 << UInt64(63 - bit % 64)
    }
}
