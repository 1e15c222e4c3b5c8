/// Numbers that nobody can foretell without a secret, and everybody with it has in the same order: keyed BLAKE2b of a counter.
struct KeyedSequence {
    private let hash: BLAKE2b
    private var counter: UInt64 = 0
    private var pending: [UInt64] = []

    init(secret: [UInt8], purpose: String) {
        // A secret of any length becomes a key of 64 bytes.
        let key = BLAKE2b(key: Array("plainsight hardening".utf8), salt: []).digest(Array(purpose.utf8) + [0] + secret)
        hash = BLAKE2b(key: (0..<8).flatMap { word in (0..<8).map { UInt8(key[word] >> UInt64($0 * 8) & 0xFF) } }, salt: [])
    }

    /// A number from 0 up to a bound, each as likely.
    mutating func below(_ bound: Int) -> Int {
        let bound = UInt64(bound)
        let unfair = (0 &- bound) % bound
        while true {
            let (high, low) = next().multipliedFullWidth(by: bound)
            if low >= unfair { return Int(high) }
        }
    }

    private mutating func next() -> UInt64 {
        if pending.isEmpty {
            let digest = hash.digest(withUnsafeBytes(of: counter.littleEndian) { Array($0) })
            pending = (0..<8).map { digest[7 - $0] }
            counter += 1
        }
        return pending.removeLast()
    }
}

extension BLAKE2b {
    func digest(_ message: [UInt8]) -> SIMD8<UInt64> { message.withUnsafeBytes { digest($0) } }
}
