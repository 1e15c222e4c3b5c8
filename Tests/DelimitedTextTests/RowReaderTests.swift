import DelimitedText
import Testing

/// What a reader makes of a text: a row's values, or a fault as its line.
private enum Met: Equatable {
    case row(Int, [String])
    case fault(Int)
}

private func read(_ bytes: [UInt8]) -> [Met] {
    bytes.withUnsafeBufferPointer { bytes in
        var reader = RowReader(bytes)
        var met: [Met] = []
        while true {
            switch reader.next() {
            case .end: return met
            case .fault(let fault): met.append(.fault(fault.line))
            case .row:
                var values: [String] = []
                for index in 0..<reader.count { values.append(reader.text(index)) }
                met.append(.row(reader.line, values))
            }
        }
    }
}

private func read(_ text: String) -> [Met] { read(Array(text.utf8)) }

@Suite("A reader of rows")
struct RowReaderTests {
    @Test("takes values with commas, line breaks and doubled quotation marks in quotation marks")
    func quoted() {
        #expect(
            read("a,\"b,c\",\"d\"\"e\"\r\n\"one\ntwo\",,f\n")
                == [.row(1, ["a", "b,c", "d\"e"]), .row(2, ["one\ntwo", "", "f"])])
    }

    @Test("ends rows with CRLF, LF or CR, passes over a byte order mark and counts lines without any byte")
    func lineEnds() {
        #expect(read("\u{FEFF}a\r\n\r\nb\rc\n\n\nd") == [.row(1, ["a"]), .row(3, ["b"]), .row(4, ["c"]), .row(7, ["d"])])
    }

    @Test("keeps a row whose values are all empty, for it is somebody of whom nothing is known")
    func emptyValues() {
        #expect(read(",,\n\"\"\n") == [.row(1, ["", "", ""]), .row(2, [""])])
    }

    @Test("answers rows that cannot be read with their line, and reads the rows behind them")
    func faults() {
        #expect(read("a\"b,c\nd,e\n") == [.fault(1), .row(2, ["d", "e"])])
        #expect(read("\"a\"b,c\nd,e\n") == [.fault(1), .row(2, ["d", "e"])])
        #expect(read("a,b\n\"c\nd,e\nf,g\n") == [.row(1, ["a", "b"]), .fault(2), .row(3, ["d", "e"]), .row(4, ["f", "g"])])
        #expect(read([0x61, 0x00, 0x0A, 0x62]) == [.fault(1), .row(2, ["b"])])
        #expect(read([0x61, 0xFF, 0x0A, 0x62]) == [.fault(1), .row(2, ["b"])])
        #expect(read([0x22, 0xC3, 0x28, 0x22, 0x0A, 0x62]) == [.fault(1), .row(2, ["b"])])
    }

    @Test("counts the line breaks within a row, so that a fault behind it has its own line")
    func lines() {
        #expect(read("\"a\nb\r\nc\rd\"\n\"x\"y\n") == [.row(1, ["a\nb\r\nc\rd"]), .fault(5)])
    }

    @Test("refuses a value longer than the longest and goes on")
    func longValues() {
        let long = String(repeating: "x", count: RowReader.longestValue + 1)
        #expect(read("\(long),a\nb,c\n") == [.fault(1), .row(2, ["b", "c"])])
        #expect(read("\"\(long)\",a\nb,c\n") == [.fault(1), .row(2, ["b", "c"])])
        #expect(read("\(long.dropLast())\n").count == 1)
    }

    @Test("comes to an end on a file of nothing but quotation marks that do not close")
    func openQuotes() {
        let line = "\"\"\"" + String(repeating: "\"\"", count: 50) + "\n"
        let met = read(String(repeating: line, count: 1001))
        #expect(!met.isEmpty)
        #expect(met.count <= 1001)
    }

    @Test("reads back what is written as a value")
    func written() {
        for text in ["", "plain", "a,b", "say \"yes\"", "\"", "line\nbreak", "ends\"", "Đặng"] {
            #expect(read("\(DelimitedValue.written(text)),x\n") == [.row(1, [text, "x"])])
        }
        #expect(DelimitedValue.written("=1+1") == "'=1+1")
    }
}

@Suite("A table of byte strings")
struct ByteTableTests {
    @Test("numbers strings in the order in which they are met, and finds each again")
    func numbers() {
        var table = ByteTable()
        for round in 0..<2 {
            for number in 0..<5000 {
                Array("value \(number)".utf8).withUnsafeBufferPointer { bytes in
                    let answer = table.number(of: bytes)
                    #expect(answer.number == number)
                    #expect(answer.isNew == (round == 0))
                }
            }
        }
        #expect(table.count == 5000)
        #expect(table.text(4999) == "value 4999")
        #expect(Array("value 5000".utf8).withUnsafeBufferPointer { table.find($0) } == nil)
    }

    @Test("keeps the empty string and strings that begin alike apart")
    func prefixes() {
        var table = ByteTable()
        let strings = ["", "a", "aa", "aaaaaaaa", "aaaaaaaaa", "\0", "\0\0"]
        for (number, string) in strings.enumerated() {
            Array(string.utf8).withUnsafeBufferPointer { #expect(table.number(of: $0).number == number) }
        }
    }
}
