import Crypto
import Foundation

/// The two keys of a feature, derived from the secret by HKDF (RFC 5869) in the order of the schema's features.
struct FeatureKeys {
    let first: [UInt8]
    let second: [UInt8]

    /// A pair of keys for each feature of a schema, columns that are passed over counted.
    static func derive(from secret: [UInt8], for schema: EncodingSchema) -> [FeatureKeys] {
        let derivation = schema.derivation
        let size = derivation.keySize
        let secret = SymmetricKey(data: secret)
        let count = 2 * size * schema.features.count
        let key =
            switch derivation.hash {
            case .sha256:
                HKDF<SHA256>.deriveKey(
                    inputKeyMaterial: secret, salt: derivation.salt, info: derivation.info, outputByteCount: count)
            case .sha512:
                HKDF<SHA512>.deriveKey(
                    inputKeyMaterial: secret, salt: derivation.salt, info: derivation.info, outputByteCount: count)
            }
        let bytes = key.withUnsafeBytes { Array($0) }
        return (0..<schema.features.count).map { index in
            FeatureKeys(
                first: Array(bytes[2 * index * size..<(2 * index + 1) * size]),
                second: Array(bytes[(2 * index + 1) * size..<(2 * index + 2) * size]))
        }
    }
}
