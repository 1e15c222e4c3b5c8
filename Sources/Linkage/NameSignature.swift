/// Which neighbouring sounds the names of a record have, in 64 bits, and how many of the bits are set.
///
/// A count filter on q-grams (Gravano et al. 2001): names that share too few are not worth comparing.
struct NameSignature: Sendable {
    var bits: UInt64
    var size: UInt8

    init(_ bits: UInt64) {
        self.bits = bits
        size = UInt8(bits.nonzeroBitCount)
    }

    /// Whether the names share enough for one to be the other in another spelling, order or length: half of their sounds, and in a
    /// large block, where chance brings more names together, three in five.
    @inline(__always)
    func mayAgree(with other: NameSignature, inLargeBlock isLarge: Bool) -> Bool {
        let shared = (bits & other.bits).nonzeroBitCount
        return shared * (isLarge ? 10 : 12) >= 3 * (Int(size) + Int(other.size)) && shared > 0
    }
}
