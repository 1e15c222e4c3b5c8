import Crypto

/// Bytes as hexadecimal digits.
enum HexDigits {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }

    /// The SHA-256 of a file.
    static func hash(of file: [UInt8]) -> String { text(SHA256.hash(data: file)) }
}
