/// 64-bit digests of short texts, the same on every machine and in every run.
///
/// Multiply and shift by the constants of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
enum Digest {
    /// Spreads every bit of a number over all bits; different numbers stay different.
    @inline(__always)
    static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// The digest of a stretch of bytes, different for different `seed`s.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0) -> UInt64 {
        var state = mixed(seed &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(bytes.count &+ 1))
        var word: UInt64 = 0
        var shift: UInt64 = 0
        for byte in bytes {
            word |= UInt64(byte) << shift
            shift += 8
            if shift == 64 {
                state = mixed(state ^ word)
                word = 0
                shift = 0
            }
        }
        return mixed(state ^ word)
    }

    static func of(_ bytes: ArraySlice<UInt8>, seed: UInt64 = 0) -> UInt64 {
        bytes.withUnsafeBufferPointer { of($0, seed: seed) }
    }

    /// The digest of two keys in this order.
    @inline(__always)
    static func of(_ first: UInt64, _ second: UInt64) -> UInt64 {
        mixed(mixed(first) &+ second &* 0x9E37_79B9_7F4A_7C15)
    }

    /// A digest cut to 30 bits, above two bits that are set: never 0, which stands for "no key".
    @inline(__always)
    static func short(_ digest: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: digest >> 32) | 3 }
}
