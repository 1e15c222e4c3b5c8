import Foundation

/// How the records of an agency are turned into encodings: a linkage schema of clkhash, version 3.
///
/// Read from the JSON that clkhash reads (its linkage-schema-v3.json) and as strictly. Where the published schema and clkhash
/// 0.18 part ways, this follows what clkhash does, for two agencies must get the same bits; `remarks` says where.
package struct EncodingSchema: Hashable, Sendable {
    /// The length of an encoding in bits.
    package let bitCount: Int
    /// How often the filter is folded onto itself by exclusive or; it begins with `bitCount` · 2^`foldCount` bits.
    package let foldCount: Int
    package let derivation: KeyDerivation
    package let features: [Feature]
    /// What whoever wrote the schema should know.
    package let remarks: [String]

    /// The length of the filter before it is folded, in bits.
    package var filterBitCount: Int { bitCount << foldCount }

    /// How keys are derived from the secret (HKDF, RFC 5869).
    package struct KeyDerivation: Hashable, Sendable {
        package enum Hash: String, Hashable, Sendable {
            case sha256 = "SHA256"
            case sha512 = "SHA512"

            var digestLength: Int { self == .sha256 ? 32 : 64 }
        }

        package let hash: Hash
        package let salt: [UInt8]
        package let info: [UInt8]
        /// The length of each key in bytes.
        package let keySize: Int
    }

    /// Reads a schema. Throws `SchemaFault` with the place of the first thing that is wrong.
    package init(json: [UInt8]) throws {
        let value: JSONValue
        do {
            value = try JSONDecoder().decode(JSONValue.self, from: Data(json))
        } catch {
            throw SchemaFault(place: "", message: "The schema is not JSON. Compare it with one that works")
        }
        var reader = SchemaReader()
        self = try reader.schema(value)
    }

    init(bitCount: Int, foldCount: Int, derivation: KeyDerivation, features: [Feature], remarks: [String]) {
        self.bitCount = bitCount
        self.foldCount = foldCount
        self.derivation = derivation
        self.features = features
        self.remarks = remarks
    }
}
