import BlindLinkage
import Testing

@Suite("A schema")
struct SchemaTests {
    private static let name =
        #"{"identifier": "name", "format": {"type": "string"}, "hashing": {"comparison": {"type": "ngram", "n": 2}, "strategy": {"bitsPerToken": 5}}}"#

    private func fault(_ json: String) -> SchemaFault? {
        do {
            _ = try EncodingSchema(json: Array(json.utf8))
            return nil
        } catch {
            return error as? SchemaFault
        }
    }

    private func fault(config: String = #""l": 64, "kdf": {"type": "HKDF"}"#, features: String = name) -> SchemaFault? {
        fault(#"{"version": 3, "clkConfig": {\#(config)}, "features": [\#(features)]}"#)
    }

    @Test("is read where nothing is wrong with it")
    func sound() {
        #expect(fault() == nil)
    }

    @Test(
        "is refused with the place of what is wrong",
        arguments: [
            ("not json", ""), ("[]", ""), (#"{"version": 2, "clkConfig": {}, "features": []}"#, "version"),
            (#"{"version": 3, "clkConfig": {"l": 64, "kdf": {"type": "HKDF"}}}"#, "features"),
            (#"{"version": 3, "clkConfig": {"l": 64, "kdf": {"type": "HKDF"}}, "features": []}"#, "features"),
            (#"{"version": 3, "clkConfig": {"l": 0, "kdf": {"type": "HKDF"}}, "features": [1]}"#, "clkConfig.l"),
            (#"{"version": 3, "clkConfig": {"l": 64, "kdf": {"type": "HKDF"}}, "features": [1]}"#, "features[0]"),
        ])
    func whole(json: String, place: String) {
        #expect(fault(json)?.place == place)
    }

    @Test(
        "is refused where a feature cannot be used",
        arguments: [
            (#""type": "string", "case": "title""#, #""type": "exact""#, "features[0].format.case"),
            (#""type": "string", "pattern": "(""#, #""type": "exact""#, "features[0].format.pattern"),
            (#""type": "string", "pattern": "a", "case": "upper""#, #""type": "exact""#, "features[0].format"),
            (#""type": "date", "format": "%Q""#, #""type": "exact""#, "features[0].format.format"),
            (#""type": "date", "format": "%d %d""#, #""type": "exact""#, "features[0].format.format"),
            (#""type": "colour""#, #""type": "exact""#, "features[0].format.type"),
            (#""type": "string""#, #""type": "ngram", "n": 0"#, "features[0].hashing.comparison.n"),
            (#""type": "string""#, #""type": "soundex""#, "features[0].hashing.comparison.type"),
            (
                #""type": "string""#, #""type": "numeric", "thresholdDistance": 0.2, "resolution": 1"#,
                "features[0].hashing.comparison.fractional_precision"
            ),
        ])
    func feature(format: String, comparison: String, place: String) {
        let feature =
            #"{"identifier": "x", "format": {\#(format)}, "hashing": {"comparison": {\#(comparison)}, "strategy": {"bitsPerToken": 5}}}"#
        #expect(fault(features: feature)?.place == place)
    }

    @Test("is refused where BLAKE2b cannot fill the filter or take the key")
    func blake() {
        #expect(fault(config: #""l": 100, "kdf": {"type": "HKDF"}"#)?.place == "clkConfig.l")
        #expect(fault(config: #""l": 64, "kdf": {"type": "HKDF", "keySize": 65}"#)?.place == "clkConfig.kdf.keySize")
    }

    @Test("is refused where HKDF cannot give so many keys")
    func keys() {
        let many = Array(repeating: Self.name, count: 64).joined(separator: ",")
        #expect(fault(features: many)?.place == "clkConfig.kdf.keySize")
        #expect(fault(features: Array(repeating: Self.name, count: 63).joined(separator: ",")) == nil)
    }

    @Test("says that xorFolds is not read, as clkhash does not read it")
    func remarks() throws {
        let json = #"{"version": 3, "clkConfig": {"l": 64, "xorFolds": 1, "kdf": {"type": "HKDF"}}, "features": [\#(Self.name)]}"#
        let schema = try EncodingSchema(json: Array(json.utf8))
        #expect(schema.foldCount == 0)
        #expect(schema.remarks.count == 1)
    }
}
