import Access
import Crypto
import Kernel

/// What is stored of secrets that are random already: their SHA-256 in hexadecimal. Passwords go through `PasswordHasher`.
package enum SecretHash {
    /// Of a session token or an API token.
    package static func of(token: String) -> String { of(Array(token.utf8)) }

    /// Of a recovery code, however it is typed.
    static func of(recoveryCode: String, person: ID<Person>) -> String {
        of(Array("recovery/\(person)/\(ReadableCode.normalised(recoveryCode))".utf8))
    }

    /// Of something that must not stand in the clear in the name of a rate limit.
    static func of(bucket: String) -> String { of(Array("bucket/\(bucket)".utf8)) }

    private static func of(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 64) { buffer in
            var position = 0
            for byte in SHA256.hash(data: bytes) {
                buffer[position] = digits[Int(byte >> 4)]
                buffer[position + 1] = digits[Int(byte & 15)]
                position += 2
            }
            return position
        }
    }
}
