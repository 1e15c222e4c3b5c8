/// BLAKE2b with a key and a salt and a digest of 64 bytes (RFC 7693; the salt as in Aumasson, Neves, Wilcox-O'Hearn and
/// Winnerlein, BLAKE2: simpler, smaller, fast as MD5, 2013, §2.8).
///
/// The block that holds the key is compressed once and not for each message. Messages must hold at least one byte.
struct BLAKE2b {
    /// The state behind the key's block.
    private let keyed: SIMD8<UInt64>

    /// Takes a key of 1 to 64 bytes and a salt of at most 16.
    init(key: [UInt8], salt: [UInt8]) {
        var state = BLAKE2b.initial
        // Digest length, key length, fan-out 1 and depth 1.
        state[0] ^= 0x0101_0000 ^ UInt64(key.count) << 8 ^ 64
        for (index, byte) in salt.enumerated() { state[4 + index / 8] ^= UInt64(byte) << UInt64(index % 8 * 8) }
        var block = [UInt8](repeating: 0, count: 128)
        block.replaceSubrange(0..<key.count, with: key)
        keyed = block.withUnsafeBytes { BLAKE2b.compress(state, $0, counted: 128, isLast: false) }
    }

    /// The digest of a message, as words from the lowest byte up.
    func digest(_ message: UnsafeRawBufferPointer) -> SIMD8<UInt64> {
        var state = keyed
        var at = 0
        while message.count - at > 128 {
            let block = UnsafeRawBufferPointer(rebasing: message[at..<at + 128])
            at += 128
            state = BLAKE2b.compress(state, block, counted: 128 + at, isLast: false)
        }
        return withUnsafeTemporaryAllocation(byteCount: 128, alignment: 16) { block in
            block.initializeMemory(as: UInt8.self, repeating: 0)
            block.copyMemory(from: UnsafeRawBufferPointer(rebasing: message[at...]))
            return BLAKE2b.compress(state, UnsafeRawBufferPointer(block), counted: 128 + message.count, isLast: true)
        }
    }

    private static let initial = SIMD8<UInt64>(
        0x6A09_E667_F3BC_C908, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1,
        0x510E_527F_ADE6_82D1, 0x9B05_688C_2B3E_6C1F, 0x1F83_D9AB_FB41_BD6B, 0x5BE0_CD19_137E_2179)

    /// The order in which the twelve rounds take the words of a block (RFC 7693, §2.7); the last two are the first two again.
    private static let schedule: [[Int]] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
        [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
        [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
        [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
        [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
        [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
        [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
        [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
        [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    ]

    private static func compress(
        _ state: SIMD8<UInt64>, _ block: UnsafeRawBufferPointer, counted: Int, isLast: Bool
    ) -> SIMD8<UInt64> {
        var a = state.lowHalf
        var b = state.highHalf
        var c = initial.lowHalf
        var d = initial.highHalf
        d[0] ^= UInt64(counted)
        if isLast { d[2] = ~d[2] }
        func word(_ index: Int) -> UInt64 { UInt64(littleEndian: block.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) }
        for round in schedule {
            mix(
                &a, &b, &c, &d, SIMD4(word(round[0]), word(round[2]), word(round[4]), word(round[6])),
                SIMD4(word(round[1]), word(round[3]), word(round[5]), word(round[7])))
            b = SIMD4(b[1], b[2], b[3], b[0])
            c = SIMD4(c[2], c[3], c[0], c[1])
            d = SIMD4(d[3], d[0], d[1], d[2])
            mix(
                &a, &b, &c, &d, SIMD4(word(round[8]), word(round[10]), word(round[12]), word(round[14])),
                SIMD4(word(round[9]), word(round[11]), word(round[13]), word(round[15])))
            b = SIMD4(b[3], b[0], b[1], b[2])
            c = SIMD4(c[2], c[3], c[0], c[1])
            d = SIMD4(d[1], d[2], d[3], d[0])
        }
        return state ^ SIMD8(lowHalf: a, highHalf: b) ^ SIMD8(lowHalf: c, highHalf: d)
    }

    /// The function G of RFC 7693, §3.1, on the four columns or diagonals at once.
    @inline(__always)
    private static func mix(
        _ a: inout SIMD4<UInt64>, _ b: inout SIMD4<UInt64>, _ c: inout SIMD4<UInt64>, _ d: inout SIMD4<UInt64>,
        _ x: SIMD4<UInt64>, _ y: SIMD4<UInt64>
    ) {
        a = a &+ b &+ x
        d = rotated(d ^ a, 32)
        c = c &+ d
        b = rotated(b ^ c, 24)
        a = a &+ b &+ y
        d = rotated(d ^ a, 16)
        c = c &+ d
        b = rotated(b ^ c, 63)
    }

    @inline(__always)
    private static func rotated(_ words: SIMD4<UInt64>, _ count: UInt64) -> SIMD4<UInt64> {
        words &>> SIMD4(repeating: count) | words &<< SIMD4(repeating: 64 - count)
    }
}
