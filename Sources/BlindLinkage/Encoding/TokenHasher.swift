import Crypto
import Foundation

/// Chooses the bits that a token sets in a filter, under the keys of its feature.
///
/// The bits for a smaller count are the first of those for a greater one.
struct TokenHasher {
    private enum Method {
        case blake([BLAKE2b])
        case double(HMAC<Insecure.SHA1>, HMAC<Insecure.MD5>, preventsSingularity: Bool)
    }

    private let method: Method
    private let filterBitCount: Int

    /// Makes a hasher that can choose up to `mostBits` bits of a token.
    init(_ hash: TokenHash, keys: FeatureKeys, filterBitCount: Int, mostBits: Int) {
        self.filterBitCount = filterBitCount
        switch hash {
        case .blake:
            // One digest holds 32 slices; the number of the digest is its salt, in decimal digits.
            method = .blake((0..<(mostBits + 31) / 32).map { BLAKE2b(key: keys.first, salt: Array(String($0).utf8)) })
        case .double(let preventsSingularity):
            method = .double(
                HMAC(key: SymmetricKey(data: keys.first)), HMAC(key: SymmetricKey(data: keys.second)),
                preventsSingularity: preventsSingularity)
        }
    }

    /// Writes the numbers of the first `count` bits of a token, which may repeat.
    func choose(_ count: Int, of token: UnsafeRawBufferPointer, into bits: UnsafeMutablePointer<UInt32>) {
        switch method {
        case .blake(let hashes):
            // The length is a power of two, so that the remainder of a slice is its low bits.
            let mask = UInt64(filterBitCount - 1)
            var chosen = 0
            var number = 0
            while chosen < count {
                let digest = hashes[number].digest(token)
                for slice in 0..<min(32, count - chosen) {
                    bits[chosen + slice] = UInt32(digest[slice / 4] >> UInt64(slice % 4 * 16) & 0xFFFF & mask)
                }
                chosen += 32
                number += 1
            }
        case .double(let first, let second, let preventsSingularity):
            let start = remainder(of: authenticated(first, token))
            var step = remainder(of: authenticated(second, token))
            var attempt: UInt32 = 0
            while preventsSingularity, step == 0, let scalar = Unicode.Scalar(attempt) {
                var code = second
                code.update(data: token)
                code.update(data: Array(String(Character(scalar)).utf8))
                step = remainder(of: code.finalize())
                attempt += 1
            }
            var bit = start
            for index in 0..<count {
                bits[index] = UInt32(bit)
                bit = (bit + step) % filterBitCount
            }
        }
    }

    private func authenticated<H: HashFunction>(_ code: HMAC<H>, _ token: UnsafeRawBufferPointer) -> HMAC<H>.MAC {
        var code = code
        code.update(data: token)
        return code.finalize()
    }

    /// The remainder of a digest, read as a number with its highest byte first, by the length of the filter.
    private func remainder(of digest: some Sequence<UInt8>) -> Int {
        digest.reduce(0) { ($0 << 8 | Int($1)) % filterBitCount }
    }
}
