import Testing

@testable import BlindLinkage

@Suite("BLAKE2b")
struct BLAKE2bTests {
    private func hex(_ key: [UInt8], _ salt: [UInt8], _ message: [UInt8]) -> String {
        let digest = BLAKE2b(key: key, salt: salt).digest(message)
        return (0..<64).map { index in
            let byte = String(digest[index / 8] >> UInt64(index % 8 * 8) & 0xFF, radix: 16)
            return byte.count == 1 ? "0" + byte : byte
        }.joined()
    }

    @Test("gives the digest of the reference implementation's known answers for a key of 64 bytes")
    func knownAnswer() {
        #expect(
            hex(Array(0..<64), [], [0])
                == "961f6dd1e4dd30f63901690c512e78e4b45e4742ed197c3c5e45c549fd25f2e4187b0bc9fe30492b16b0d0bc4ef9b0f34c7003fac09a5ef1532e69430234cebd"
        )
    }

    @Test("gives the digests of Python's hashlib with a salt, and for a message of several blocks")
    func saltAndLength() {
        #expect(
            hex(Array(0..<64), Array("7".utf8), Array("abc".utf8))
                == "fc1e982f5b06ba262b756962eee06a06beccd54e5d0ae6b7cff9e3a6f07878558f2ba37bd5c0eb4faa8cd681d8d2ae7fc8a7da65f9f300993e30d96fbba294b3"
        )
        #expect(
            hex(Array("k".utf8), [], Array(0...255))
                == "6aee2be5df2a248fc61bc755f8a2550ed396acba90ca0f2659f25e3af0eeaed4fa090d96ef4b6ac0ba75a53b200149088dc0d9da5b68285086e864a14529de49"
        )
    }
}

@Suite("A whole number of any length")
struct DecimalIntegerTests {
    @Test("computes as the machine's numbers do where both can")
    func arithmetic() {
        var generator = SeededGenerator(3)
        for _ in 0..<2000 {
            let one = Int.random(in: -1_000_000_000...1_000_000_000, using: &generator)
            let other = Int.random(in: -100_000...100_000, using: &generator)
            let divisor = Int.random(in: 1...100_000, using: &generator)
            #expect((DecimalInteger(one) + DecimalInteger(other)).description == String(one + other))
            #expect(DecimalInteger(one).multiplied(by: other).description == String(one * other))
            let remainder = one % divisor
            #expect(DecimalInteger(one).remainder(dividingBy: divisor) == (remainder < 0 ? remainder + divisor : remainder))
        }
    }

    @Test(
        "is read as Python reads it",
        arguments: [
            ("12", "12"), (" +007\n", "7"), ("-0", "0"), ("1_000", "1000"), ("٣٤", "34"), ("\u{A0}5\u{2003}", "5"),
            ("99999999999999999999", "99999999999999999999"), ("", nil), ("1__0", nil), ("_1", nil), ("1_", nil), ("+ 1", nil),
            ("--1", nil), ("1.0", nil), ("0x10", nil),
        ] as [(String, String?)])
    func reading(text: String, number: String?) {
        #expect(DecimalInteger(text.unicodeScalars)?.description == number)
    }

    @Test("is made of a fraction by cutting it off, exactly")
    func truncation() {
        #expect(DecimalInteger(truncating: -2.9).description == "-2")
        #expect(DecimalInteger(truncating: 1e22).description == "10000000000000000000000")
        #expect(DecimalInteger(truncating: 0x1p70).description == "1180591620717411303424")
    }

    @Test("with more digits than Python takes is none")
    func tooLong() {
        #expect(DecimalInteger(String(repeating: "9", count: 4300).unicodeScalars) != nil)
        #expect(DecimalInteger(String(repeating: "9", count: 4301).unicodeScalars) == nil)
    }
}

@Suite("A date in a format")
struct DateFormatTests {
    @Test(
        "is written without separators, or refused",
        arguments: [
            ("%Y-%m-%d", "1990-02-03", "19900203"), ("%Y-%m-%d", "1990-2-3", "19900203"), ("%Y-%m-%d", "1990-02-30", nil),
            ("%Y-%m-%d", "1900-02-29", nil), ("%Y-%m-%d", "2000-02-29", "20000229"), ("%Y-%m-%d", "2020-1-111", nil),
            ("%d/%m/%y", "31/12/68", "20681231"), ("%d/%m/%y", "31/12/69", "19691231"), ("%d%m%Y", "1112020", "20200111"),
            ("%d %b %Y", "1 JAN 1980", "19800101"), ("%d  %B\t%Y", "9 may\n1980", "19800509"), ("%j %Y", "366 2020", "20201231"),
            ("%j %Y", "366 2021", "20220101"), ("%m-%d", "04-05", "19000405"), ("%Y", "0999", "9990101"), ("%Y", "0000", nil),
            ("%A %d %B %Y", "friday 03 march 2000", "20000303"), ("%%%Y", "%2001", "20010101"), ("%Y-%m-%d", "", nil),
            ("%Y-%m-%d", "٢٠٢٠-01-01", "20200101"), ("%H:%M %d/%m/%Y", "24:00 01/01/2001", nil),
        ] as [(String, String, String?)])
    func reading(format: String, text: String, written: String?) throws {
        #expect(try DateFormat(format, at: "").written(text) == written)
    }
}

@Suite("A pattern of values")
struct ValuePatternTests {
    @Test(
        "matches from end to end and as in Python",
        arguments: [
            ("[a-z]*", "abc", true), ("[a-z]*", "abc1", false), ("a|ab", "ab", true), (".*", "a\rb", true), (".*", "a\nb", false),
            (#"\w+"#, "é2_", true), (#"\w+"#, "e\u{301}", false), (#"(?P<x>.)(?P=x)"#, "aa", true), (#"(?P<x>.)(?P=x)"#, "ab", false),
            (#"[\w-]+\Z"#, "a-b", true),
        ])
    func matching(pattern: String, value: String, matches: Bool) throws {
        #expect(try #require(ValuePattern(pattern)).matches(value) == matches)
    }
}

@Suite("A value")
struct ValueReadingTests {
    private func refusal(_ format: String, _ value: String) throws -> String? {
        let json =
            #"{"version": 3, "clkConfig": {"l": 64, "kdf": {"type": "HKDF"}}, "features": [{"identifier": "x", "format": {\#(format)}, "hashing": {"comparison": {"type": "exact"}, "strategy": {"bitsPerToken": 5}}}]}"#
        let encoder = RecordEncoder(schema: try EncodingSchema(json: Array(json.utf8)), secret: [1])
        do {
            _ = try encoder.encoding(of: [value])
            return nil
        } catch {
            return error.message
        }
    }

    @Test(
        "is refused where it is not what the schema says",
        arguments: [
            (#""type": "string", "minLength": 3"#, "é2"), (#""type": "string", "maxLength": 2"#, "abc"),
            (#""type": "string", "case": "upper""#, "ABc"), (#""type": "string", "case": "lower""#, "aΣ"),
            (#""type": "string", "encoding": "ascii""#, "é"), (#""type": "string", "pattern": "[0-9]+""#, "1a"),
            (#""type": "integer", "minimum": 5"#, "4"), (#""type": "integer", "maximum": -5"#, "-4"), (#""type": "integer""#, "x"),
            (#""type": "date", "format": "%Y""#, "99"), (#""type": "enum", "values": ["é"]"#, "e\u{301}"),
        ])
    func refused(format: String, value: String) throws {
        #expect(try refusal(format, value) != nil)
    }

    @Test(
        "is taken where it is what the schema says",
        arguments: [
            (#""type": "string", "minLength": 2, "maxLength": 2"#, "éé"), (#""type": "string", "case": "upper""#, "ÀB1"),
            (#""type": "string", "case": "lower""#, "ς"), (#""type": "integer", "minimum": -5, "maximum": 5"#, "-5"),
            (#""type": "enum", "values": ["é"]"#, "é"),
        ])
    func taken(format: String, value: String) throws {
        #expect(try refusal(format, value) == nil)
    }
}
