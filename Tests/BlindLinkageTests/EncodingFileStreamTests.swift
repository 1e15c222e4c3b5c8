import BlindLinkage
import Testing

@Suite("A file of encodings that arrives in pieces")
struct EncodingFileStreamTests {
    private func read(_ text: String, pieces: Int, most: Int = 100) throws(EncodingFileFault) -> EncodingSet {
        var stream = EncodingFileStream(mostEncodings: most)
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieces) { try stream.take(bytes[start..<min(bytes.count, start + pieces)]) }
        return try stream.finish()
    }

    private func whole(_ text: String) -> EncodingSet? {
        Array(text.utf8).withUnsafeBufferPointer { try? EncodingFile.read($0) }
    }

    @Test("is read as it is read whole, however it is cut, and refused where that is refused", arguments: [1, 2, 3, 7, 1000])
    func alike(pieces: Int) {
        let sound = [
            #"{"clks": ["gAAAAAAAAAAB"]}"#, "\u{FEFF}{\"clks\":[\"AQ==\",\"Ag==\"]}",
            " {\"about\": {\"clks\": [1, \"]\\\"}\"]}, \"clks\" : [ [\"AQ==\", \"7\", {}], \"Ag==\"\n] , \"n\": 2 } ",
            #"{"n": true, "clks": [["AQ=="], ["Ag==", [[]]]]}"#, #"{"a": "\\", "clks": ["AQ=="]}"#, #"{"clks": ["AAAA"], "a": "x"}"#,
        ]
        for text in sound {
            #expect((try? read(text, pieces: pieces)) == whole(text), "\(text)")
            #expect(whole(text) != nil, "\(text)")
        }
        let refused = [
            "", "   ", "[]", "{", "{}", #"{"clks": []}"#, #"{"clks": ["AQ==""#, #"{"clks": ["AQ=="]"#, #"{"clks": ["AQ=="]} x"#,
            #"{"clks": ["AQ==", "AQI="]}"#, #"{"clks": ["AQ=", "AQI="]}"#, #"{"clks": ["A*=="]}"#, #"{"clks": [""]}"#,
            #"{"clks": [1]}"#, #"{"clks": "AQ=="}"#, #"{"clks": ["AQ=="], "clks": ["AQ=="]}"#, "\u{0}", #"{"clks": [["#,
            #"{"clks": [["AQ=="}]}"#, #"{"a": ], "clks": ["AQ=="]}"#, "{\"clks\": [\"\(String(repeating: "A", count: 20_000))\"]}",
        ]
        for text in refused {
            #expect(throws: EncodingFileFault.self, "\(text.prefix(40))") { try read(text, pieces: pieces) }
        }
    }

    @Test("says in which line something is wrong and with which encoding")
    func lines() {
        let texts = [
            "{\"clks\": [\n\"AQ==\",\n\"AQI=\"]}": "Line 3: encoding 2 has 16 bits, and the first has 8",
            "{\"clks\": [\n\"AQ==\",\n\n7]}": "Line 4: encoding 2 is not a text in base64",
            "{\n\"clks\"; []}": "Line 2: this is not the JSON of a file of encodings",
            "{\"clks\": [\n\"AQ==\"": "The file ends too early, in line 2. Was it copied whole?",
        ]
        for (text, words) in texts {
            do {
                _ = try read(text, pieces: 5)
                Issue.record("\(text) is read")
            } catch { #expect(error.message == words) }
        }
    }

    @Test("is refused where it has more encodings than are taken")
    func many() throws {
        let text = "{\"clks\": [\"AQ==\", \"AQ==\", \"AQ==\"]}"
        #expect(try read(text, pieces: 4, most: 3).count == 3)
        #expect(throws: EncodingFileFault.self) { try read(text, pieces: 4, most: 2) }
    }
}
