import BlindLinkage
import Testing

/// Schemas, and encodings that clkhash 0.18.3 made of invented people with them under the secret “a secret for tests”.
@Suite("Encodings equal those of clkhash")
struct ClkhashEqualityTests {
    private func encoding(_ config: String, _ features: [String], _ values: [String]) throws -> String {
        let json = #"{"version": 3, "clkConfig": {\#(config)}, "features": [\#(features.joined(separator: ", "))]}"#
        let schema = try EncodingSchema(json: Array(json.utf8))
        let encoder = RecordEncoder(schema: schema, secret: Array("a secret for tests".utf8))
        let text = EncodingFile.bytes(of: try encoder.encoding(of: values))
        return String(String(decoding: text, as: UTF8.self).split(separator: "\"")[3])
    }

    private func feature(_ name: String, _ format: String, _ comparison: String, _ strategy: String, _ more: String = "") -> String {
        #"{"identifier": "\#(name)", "format": {\#(format)}, "hashing": {"comparison": {\#(comparison)}, "strategy": {\#(strategy)}"#
            + (more.isEmpty ? "" : ", \(more)") + "}}"
    }

    private let text = #""type": "string""#
    private let pairs = #""type": "ngram", "n": 2"#
    private let blake = #""hash": {"type": "blakeHash"}"#
    private let double = #""hash": {"type": "doubleHash"}"#

    @Test("for n-grams of names under BLAKE2b, by token and by feature")
    func names() throws {
        let answer = try encoding(
            #""l": 128, "kdf": {"type": "HKDF", "info": "YmxpbmQ=", "salt": "c2FsdA=="}"#,
            [
                feature("forename", text, pairs, #""bitsPerToken": 5"#, blake),
                feature("surname", text, pairs, #""bitsPerFeature": 40"#),
            ], ["Zoë", "Đặng-Łukasz"])
        #expect(answer == "AxQHilY4JgA/KgGKCyFW4A==")
    }

    @Test("for double hashing with SHA-512, UTF-16 and a length that is no multiple of eight")
    func doubleHashing() throws {
        let answer = try encoding(
            #""l": 100, "kdf": {"type": "HKDF", "hash": "SHA512", "keySize": 20}"#,
            [
                feature("name", #""type": "string", "encoding": "utf-16""#, #""type": "ngram", "n": 3"#, #""bitsPerToken": 4"#, double),
                feature(
                    "code", text, #""type": "exact""#, #""bitsPerFeature": 11"#,
                    #""hash": {"type": "doubleHash", "prevent_singularity": true}"#),
            ], ["Ali 🇬🇧", "QX77"])
        #expect(answer == "FnhV2QkkxiJ4hCIA4A==")
    }

    @Test("for positional n-grams, dates, a column that is passed over and a filter that is folded twice")
    func folded() throws {
        let answer = try encoding(
            #""l": 64, "xor_folds": 2, "kdf": {"type": "HKDF"}"#,
            [
                feature("plate", text, #""type": "ngram", "n": 1, "positional": true"#, #""bitsPerToken": 3"#, blake),
                #"{"identifier": "note", "ignored": true}"#,
                feature(
                    "born", #""type": "date", "format": "%d %b %Y""#, #""type": "ngram", "n": 2, "positional": true"#,
                    #""bitsPerToken": 2"#, blake),
            ], ["AB12 CDE", "whatever", "3 Feb 1987"])
        #expect(answer == "y+OoYfFQN1Q=")
    }

    @Test("for numbers, whole, with a fraction and longer than a machine's")
    func numbers() throws {
        let answer = try encoding(
            #""l": 256, "kdf": {"type": "HKDF"}"#,
            [
                feature(
                    "age", #""type": "integer""#, #""type": "numeric", "thresholdDistance": 5, "resolution": 3"#,
                    #""bitsPerFeature": 70"#, blake),
                feature(
                    "height", text, #""type": "numeric", "thresholdDistance": 0.25, "resolution": 2, "fractional_precision": 2"#,
                    #""bitsPerToken": 7"#, double),
                feature(
                    "great", text, #""type": "numeric", "thresholdDistance": 3, "resolution": 1"#, #""bitsPerToken": 7"#, blake),
            ], [" +0042", "1.755", "-123456789012345678901234567890"])
        #expect(answer == "IJx6pmIJpAUSSEV6Qqc4KeMlakwJzDGqowJTQdtQcAE=")
    }

    @Test("for values that are missing and replaced, by a text or by nothing")
    func missing() throws {
        let answer = try encoding(
            #""l": 64, "kdf": {"type": "HKDF"}"#,
            [
                feature(
                    "sex", #""type": "enum", "values": ["M", "F"]"#, #""type": "exact""#, #""bitsPerToken": 4"#,
                    blake + #", "missingValue": {"sentinel": "?", "replaceWith": "unknown"}"#),
                feature(
                    "town", #""type": "string", "encoding": "utf-32""#, pairs, #""bitsPerToken": 40"#,
                    blake + #", "missingValue": {"sentinel": "N/A", "replaceWith": ""}"#),
            ], ["?", "N/A"])
        #expect(answer == "IAAABQgAAAA=")
    }

    @Test("whatever an encoder has remembered of the records before")
    func remembered() throws {
        let json =
            #"{"version": 3, "clkConfig": {"l": 256, "kdf": {"type": "HKDF"}}, "features": ["#
            + [
                feature("name", text, pairs, #""bitsPerFeature": 60"#), feature("code", text, #""type": "exact""#, #""bitsPerToken": 9"#),
            ].joined(separator: ", ") + "]}"
        let schema = try EncodingSchema(json: Array(json.utf8))
        let worn = RecordEncoder(schema: schema, secret: [1, 2, 3])
        var generator = SeededGenerator(7)
        let letters = Array("abcdeé ")
        func word() -> String {
            String((0..<Int.random(in: 0...9, using: &generator)).map { _ in letters[Int.random(in: 0...6, using: &generator)] })
        }
        for number in 0..<12_000 {
            let values = [word(), "\(number)"]
            let encoding = try worn.encoding(of: values)
            if number % 1500 == 0 {
                #expect(try RecordEncoder(schema: schema, secret: [1, 2, 3]).encoding(of: values) == encoding)
            }
        }
    }
}
