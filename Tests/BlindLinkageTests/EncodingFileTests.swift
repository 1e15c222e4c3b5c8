import BlindLinkage
import Testing

@Suite("A file of encodings")
struct EncodingFileTests {
    private func read(_ text: String) throws(EncodingFileFault) -> EncodingSet {
        var answer: Result<EncodingSet, EncodingFileFault>?
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            answer = Result { () throws(EncodingFileFault) in try EncodingFile.read(bytes) }
        }
        guard let answer else { return EncodingSet(bitCount: 8) }
        return try answer.get()
    }

    @Test("is read back as it was written, at any length")
    func roundTrip() throws {
        var generator = SeededGenerator(11)
        for bytes in [1, 2, 3, 7, 8, 9, 16, 23, 128] {
            var set = EncodingSet(bitCount: bytes * 8)
            for _ in 0..<20 {
                var words = (0..<set.wordsPerEncoding).map { _ in UInt64.random(in: 0...UInt64.max, using: &generator) }
                if bytes % 8 > 0 { words[words.count - 1] &= ~(UInt64.max >> UInt64(bytes % 8 * 8)) }
                set.append(words)
            }
            #expect(try read(String(decoding: EncodingFile.bytes(of: set), as: UTF8.self)) == set)
        }
    }

    @Test("has the lowest bit first")
    func bitOrder() throws {
        let set = try read(#"{"clks": ["gAAAAAAAAAAB"]}"#)
        #expect(set.bitCount == 72)
        #expect((0..<72).filter { set.hasBit($0, of: 0) } == [0, 71])
    }

    @Test("may have other members, and elements that are lists")
    func otherMembers() throws {
        let set = try read(" {\"about\": {\"clks\": [1, \"]\\\"}\"]}, \"clks\" : [ [\"AQ==\", \"7\", {}], \"Ag==\"\n] , \"n\": 2 } ")
        #expect(set.count == 2)
        #expect(set.hasBit(7, of: 0))
        #expect(set.hasBit(6, of: 1))
    }

    @Test(
        "is refused where it is empty, cut off, not JSON, without encodings, or where they differ in length",
        arguments: [
            "", "   ", "[]", "{", "{}", #"{"clks": []}"#, #"{"clks": ["AQ==""#, #"{"clks": ["AQ=="]"#, #"{"clks": ["AQ=="]} x"#,
            #"{"clks": ["AQ==", "AQI="]}"#, #"{"clks": ["AQ=", "AQI="]}"#, #"{"clks": ["A*=="]}"#, #"{"clks": [""]}"#,
            #"{"clks": [1]}"#, #"{"clks": "AQ=="}"#, #"{"clks": ["AQ=="], "clks": ["AQ=="]}"#, "\u{0}", #"{"clks": [["#,
        ])
    func refused(text: String) {
        #expect(throws: EncodingFileFault.self) { try self.read(text) }
    }

    @Test("says which encoding is wrong")
    func message() {
        #expect(throws: EncodingFileFault.self) { try self.read(#"{"clks": ["AQ==", "AQI="]}"#) }
        do {
            _ = try read(#"{"clks": ["AQ==", "AQI="]}"#)
        } catch {
            #expect(error.message == "Encoding 1 has 16 bits, and the first has 8")
        }
    }
}
