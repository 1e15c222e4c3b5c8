import Crypto
import Foundation

/// A secret for one purpose, derived from the secret that agencies share, so that encodings made for one agreement are of no
/// use beside those made for another.
///
/// HKDF-SHA256 (RFC 5869) with the purpose as its info; the secrets of two purposes tell nothing of each other or of the shared
/// one. The derived secret is a text, so that an agency that encodes with clkhash can be given it as its secret.
package enum PurposeSecret {
    /// 64 characters of lower-case hexadecimal. The purpose should name the agreement, its parties and its date; spaces
    /// around it do not count. Throws `HardeningFault.purpose` where it is empty.
    package static func derive(from secret: [UInt8], purpose: String) throws(HardeningFault) -> String {
        var scalars = Substring.UnicodeScalarView(purpose.unicodeScalars)[...]
        NumberText.trim(&scalars)
        guard !scalars.isEmpty else { throw .purpose }
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), salt: Array("plainsight blind linkage".utf8),
            info: Array(String(scalars).utf8), outputByteCount: 32)
        return key.withUnsafeBytes { bytes in
            bytes.map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
        }
    }
}

/// Why encodings cannot be hardened.
package enum HardeningFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The purpose is empty.
    case purpose
    /// A number is out of its range; the text names both.
    case range(String)

    package var description: String {
        switch self {
        case .purpose: "A purpose is needed: name the agreement, its parties and its date."
        case .range(let text): text
        }
    }
}
