import Foundation

/// Reads the JSON of a linkage schema and says where it is wrong.
struct SchemaReader {
    /// The longest filter before folding in bits; more is taken for a mistake.
    static let longestFilter = 1 << 22

    private var remarks: [String] = []

    mutating func schema(_ value: JSONValue) throws(SchemaFault) -> EncodingSchema {
        let root = try object(value, at: "")
        guard root["version"] == .integer(3) || root["version"] == .number(3) else {
            throw SchemaFault(place: "version", message: "Only version 3 is read. Bring the schema up to date with clkhash")
        }
        let config = try object(root["clkConfig"], at: "clkConfig")
        let bitCount = try integer(config["l"], at: "clkConfig.l", from: 1)
        if let folds = config["xorFolds"], folds != .integer(0) {
            remarks.append("clkConfig.xorFolds is not read, as clkhash does not read it: write xor_folds to fold the filter.")
        }
        let foldCount =
            try config["xor_folds"].map { value throws(SchemaFault) in
                try integer(value, at: "clkConfig.xor_folds", from: 0)
            } ?? 0
        guard foldCount < 22, bitCount <= SchemaReader.longestFilter >> foldCount else {
            throw SchemaFault(place: "clkConfig", message: "The filter would be longer than \(SchemaReader.longestFilter) bits")
        }
        guard case .array(let list)? = root["features"] else {
            throw SchemaFault(place: "features", message: "A list of features is missing")
        }
        guard !list.isEmpty else { throw SchemaFault(place: "features", message: "There is no feature") }
        var features: [Feature] = []
        for (index, item) in list.enumerated() { features.append(try feature(item, at: "features[\(index)]")) }

        let derivation = try keyDerivation(config["kdf"], featureCount: features.count)
        let filterBitCount = bitCount << foldCount
        for (index, feature) in features.enumerated() {
            switch feature.hashing?.hash {
            case .blake?:
                guard filterBitCount & (filterBitCount - 1) == 0 else {
                    throw SchemaFault(
                        place: "clkConfig.l", message: "blakeHash needs a length that is a power of two, and \(filterBitCount) is not")
                }
                guard derivation.keySize <= 64 else {
                    throw SchemaFault(
                        place: "clkConfig.kdf.keySize", message: "blakeHash takes keys of at most 64 bytes (RFC 7693)")
                }
            case .double(preventsSingularity: true)? where filterBitCount == 1:
                throw SchemaFault(
                    place: "features[\(index)].hashing.hash", message: "In a filter of one bit no hash can differ from 0")
            default: break
            }
        }
        return EncodingSchema(
            bitCount: bitCount, foldCount: foldCount, derivation: derivation, features: features, remarks: remarks)
    }

    private func keyDerivation(_ value: JSONValue?, featureCount: Int) throws(SchemaFault) -> EncodingSchema.KeyDerivation {
        let place = "clkConfig.kdf"
        let kdf = try object(value, at: place)
        guard kdf["type"] == .string("HKDF") else {
            throw SchemaFault(place: "\(place).type", message: "The key derivation must be HKDF")
        }
        let name = try kdf["hash"].map { value throws(SchemaFault) in try string(value, at: "\(place).hash") } ?? "SHA256"
        guard let hash = EncodingSchema.KeyDerivation.Hash(rawValue: name) else {
            throw SchemaFault(place: "\(place).hash", message: "“\(name)” is neither SHA256 nor SHA512")
        }
        let keySize =
            try kdf["keySize"].map { value throws(SchemaFault) in
                try integer(value, at: "\(place).keySize", from: 1)
            } ?? 64
        guard keySize <= 255 * hash.digestLength, 2 * featureCount * keySize <= 255 * hash.digestLength else {
            throw SchemaFault(
                place: "\(place).keySize",
                message: "HKDF gives at most \(255 * hash.digestLength) bytes, too few for \(featureCount) features (RFC 5869)")
        }
        return EncodingSchema.KeyDerivation(
            hash: hash, salt: try base64(kdf["salt"], at: "\(place).salt"), info: try base64(kdf["info"], at: "\(place).info"),
            keySize: keySize)
    }

    private func feature(_ value: JSONValue, at place: String) throws(SchemaFault) -> Feature {
        let fields = try object(value, at: place)
        let identifier = try string(fields["identifier"], at: "\(place).identifier")
        if fields["ignored"] == .bool(true) { return Feature(identifier: identifier, hashing: nil) }
        let (format, encoding) = try valueFormat(fields["format"], at: "\(place).format")
        let inner = "\(place).hashing"
        let hashing = try object(
            fields["hashing"], at: inner, only: ["comparison", "strategy", "hash", "missingValue"])
        let missing = try hashing["missingValue"].map { value throws(SchemaFault) in
            let fields = try object(value, at: "\(inner).missingValue")
            let sentinel = try string(fields["sentinel"], at: "\(inner).missingValue.sentinel")
            let replacement = try fields["replaceWith"].map { value throws(SchemaFault) in
                try string(value, at: "\(inner).missingValue.replaceWith")
            }
            return MissingValue(sentinel: sentinel, replacement: replacement ?? sentinel)
        }
        return Feature(
            identifier: identifier,
            hashing: FeatureHashing(
                format: format,
                comparison: try comparison(hashing["comparison"], at: "\(inner).comparison"),
                strategy: try strategy(hashing["strategy"], at: "\(inner).strategy"),
                hash: try hash(hashing["hash"], at: "\(inner).hash"),
                missing: missing,
                encoding: encoding))
    }

    private func valueFormat(_ value: JSONValue?, at place: String) throws(SchemaFault) -> (ValueFormat, TextEncoding) {
        let fields = try object(value, at: place)
        let type = try string(fields["type"], at: "\(place).type")
        switch type {
        case "string":
            let name = try fields["encoding"].map { value throws(SchemaFault) in try string(value, at: "\(place).encoding") }
            guard let encoding = TextEncoding(rawValue: name ?? "utf-8") else {
                throw SchemaFault(place: "\(place).encoding", message: "“\(name ?? "")” is not ascii, utf-8, utf-16 or utf-32")
            }
            if let pattern = fields["pattern"] {
                _ = try object(value, at: place, only: ["type", "encoding", "pattern", "description"])
                let text = try string(pattern, at: "\(place).pattern")
                guard ValuePattern(text) != nil else {
                    throw SchemaFault(place: "\(place).pattern", message: "“\(text)” is no regular expression")
                }
                return (.pattern(text), encoding)
            }
            _ = try object(value, at: place, only: ["type", "encoding", "case", "minLength", "maxLength", "description"])
            let caseName = try fields["case"].map { value throws(SchemaFault) in try string(value, at: "\(place).case") }
            guard let letterCase = LetterCase(rawValue: caseName ?? "mixed") else {
                throw SchemaFault(place: "\(place).case", message: "“\(caseName ?? "")” is not upper, lower or mixed")
            }
            return (
                .text(
                    letterCase: letterCase,
                    least: try optionalInteger(fields["minLength"], at: "\(place).minLength", from: 0),
                    most: try optionalInteger(fields["maxLength"], at: "\(place).maxLength", from: 1)),
                encoding
            )
        case "integer":
            _ = try object(value, at: place, only: ["type", "minimum", "maximum", "description"])
            return (
                .integer(
                    least: try optionalInteger(fields["minimum"], at: "\(place).minimum", from: .min),
                    most: try optionalInteger(fields["maximum"], at: "\(place).maximum", from: .min)),
                .utf8
            )
        case "date":
            _ = try object(value, at: place, only: ["type", "format", "description"])
            return (.date(try DateFormat(string(fields["format"], at: "\(place).format"), at: "\(place).format")), .utf8)
        case "enum":
            _ = try object(value, at: place, only: ["type", "values", "description"])
            guard case .array(let list)? = fields["values"] else {
                throw SchemaFault(place: "\(place).values", message: "A list of texts is missing")
            }
            var values: [String] = []
            for (index, item) in list.enumerated() { values.append(try string(item, at: "\(place).values[\(index)]")) }
            return (.oneOf(values), .utf8)
        default:
            throw SchemaFault(place: "\(place).type", message: "“\(type)” is not string, integer, date or enum")
        }
    }

    private func comparison(_ value: JSONValue?, at place: String) throws(SchemaFault) -> Comparison {
        let fields = try object(value, at: place)
        let type = try string(fields["type"], at: "\(place).type")
        switch type {
        case "ngram":
            return .nGram(
                length: try integer(fields["n"], at: "\(place).n", from: 1, to: 1024),
                isPositional: try fields["positional"].map { value throws(SchemaFault) in
                    try boolean(value, at: "\(place).positional")
                } ?? false)
        case "exact": return .exact
        case "numeric":
            let distance = try number(fields["thresholdDistance"], at: "\(place).thresholdDistance")
            let resolution = try integer(fields["resolution"], at: "\(place).resolution", from: 1, to: 1 << 20)
            let precision =
                try fields["fractional_precision"].map { value throws(SchemaFault) in
                    try integer(value, at: "\(place).fractional_precision", from: 0, to: 12)
                } ?? 0
            let scale = (0..<precision).reduce(1) { product, _ in product * 10 }
            guard distance > 0 else {
                throw SchemaFault(place: "\(place).thresholdDistance", message: "The distance must be greater than 0")
            }
            let interval = (distance * Double(scale)).rounded(.toNearestOrEven)
            guard interval >= 1 else {
                throw SchemaFault(
                    place: "\(place).fractional_precision", message: "With so few decimal places the distance becomes 0")
            }
            guard interval < 0x1p40 else {
                throw SchemaFault(place: "\(place).thresholdDistance", message: "The distance is too great to be encoded")
            }
            return .numeric(interval: Int(interval), resolution: resolution, scale: scale)
        default:
            throw SchemaFault(place: "\(place).type", message: "“\(type)” is not ngram, exact or numeric")
        }
    }

    private func strategy(_ value: JSONValue?, at place: String) throws(SchemaFault) -> InsertionStrategy {
        let fields = try object(value, at: place, only: ["bitsPerToken", "bitsPerFeature"])
        guard fields.count == 1 else {
            throw SchemaFault(place: place, message: "Give either bitsPerToken or bitsPerFeature")
        }
        if let bits = fields["bitsPerToken"] {
            return .bitsPerToken(try integer(bits, at: "\(place).bitsPerToken", from: 1, to: 1 << 16))
        }
        return .bitsPerFeature(try integer(fields["bitsPerFeature"], at: "\(place).bitsPerFeature", from: 1, to: 1 << 16))
    }

    private func hash(_ value: JSONValue?, at place: String) throws(SchemaFault) -> TokenHash {
        guard let value else { return .blake }
        let fields = try object(value, at: place)
        let type = try string(fields["type"], at: "\(place).type")
        switch type {
        case "blakeHash":
            guard fields["prevent_singularity"] == nil else {
                throw SchemaFault(place: place, message: "prevent_singularity belongs to doubleHash alone")
            }
            return .blake
        case "doubleHash":
            return .double(
                preventsSingularity: try fields["prevent_singularity"].map { value throws(SchemaFault) in
                    try boolean(value, at: "\(place).prevent_singularity")
                } ?? false)
        default:
            throw SchemaFault(place: "\(place).type", message: "“\(type)” is neither blakeHash nor doubleHash")
        }
    }

    private func object(
        _ value: JSONValue?, at place: String, only names: Set<String>? = nil
    ) throws(SchemaFault) -> [String: JSONValue] {
        guard let value else { throw SchemaFault(place: place, message: "This part is missing") }
        guard case .object(let fields) = value else { throw SchemaFault(place: place, message: "An object is expected here") }
        if let names, let stranger = fields.keys.filter({ !names.contains($0) }).min() {
            throw SchemaFault(place: place, message: "“\(stranger)” does not belong here")
        }
        return fields
    }

    private func string(_ value: JSONValue?, at place: String) throws(SchemaFault) -> String {
        guard case .string(let text)? = value else { throw SchemaFault(place: place, message: "A text is expected here") }
        return text
    }

    private func boolean(_ value: JSONValue?, at place: String) throws(SchemaFault) -> Bool {
        guard case .bool(let flag)? = value else { throw SchemaFault(place: place, message: "true or false is expected here") }
        return flag
    }

    private func number(_ value: JSONValue?, at place: String) throws(SchemaFault) -> Double {
        switch value {
        case .integer(let number)?: return Double(number)
        case .number(let number)?: return number
        default: throw SchemaFault(place: place, message: "A number is expected here")
        }
    }

    private func optionalInteger(_ value: JSONValue?, at place: String, from least: Int) throws(SchemaFault) -> Int? {
        try value.map { value throws(SchemaFault) in try integer(value, at: place, from: least) }
    }

    private func integer(
        _ value: JSONValue?, at place: String, from least: Int, to most: Int = .max
    ) throws(SchemaFault) -> Int {
        guard case .integer(let number)? = value else {
            throw SchemaFault(place: place, message: "A whole number is expected here")
        }
        guard number >= least, number <= most else {
            let range = most == .max ? "at least \(least)" : "from \(least) to \(most)"
            throw SchemaFault(place: place, message: "\(number) is out of range: \(range)")
        }
        return number
    }

    private func base64(_ value: JSONValue?, at place: String) throws(SchemaFault) -> [UInt8] {
        guard let value else { return [] }
        guard let data = Data(base64Encoded: try string(value, at: place), options: .ignoreUnknownCharacters) else {
            throw SchemaFault(place: place, message: "This is not base64")
        }
        return Array(data)
    }
}
