import Testing

@testable import Kernel

@Suite("Comma-separated values, read")
struct CSVReaderTests {
    private enum Answer: Equatable {
        case row(Int, [String])
        case fault(Int)
    }

    private func read(_ bytes: [UInt8]) -> [Answer] {
        var reader = CSVReader(bytes)
        var answers: [Answer] = []
        while true {
            do {
                guard try reader.next() else { return answers }
                answers.append(.row(reader.row, (0..<reader.count).map { reader.text($0) }))
            } catch {
                answers.append(.fault(error.row))
            }
        }
    }

    private func read(_ text: String) -> [Answer] { read(Array(text.utf8)) }

    @Test("values are split at commas, rows at any kind of line end")
    func plain() {
        let wanted: [Answer] = [.row(1, ["a", "b"]), .row(2, ["c", "d"])]
        #expect(read("a,b\r\nc,d\r\n") == wanted)
        #expect(read("a,b\nc,d\n") == wanted)
        #expect(read("a,b\rc,d\r") == wanted)
        #expect(read("a,b\nc,d") == wanted)
    }

    @Test("empty values are kept, also at the end of the file")
    func emptyValues() {
        #expect(read("a,,\n,b,") == [.row(1, ["a", "", ""]), .row(2, ["", "b", ""])])
        #expect(read("\"\",x") == [.row(1, ["", "x"])])
    }

    @Test("quoted values hold commas, line breaks and doubled quotation marks")
    func quoted() {
        #expect(
            read("\"a,b\",\"c\r\nd\",\"say \"\"no\"\"\",\"\"\"\"\nnext,\"x\"\n") == [
                .row(1, ["a,b", "c\r\nd", "say \"no\"", "\""]), .row(2, ["next", "x"]),
            ])
    }

    @Test("rows that hold nothing are counted but not answered")
    func blankRows() {
        #expect(read("a\n\n,,\nb\n\n\n") == [.row(1, ["a"]), .row(4, ["b"])])
        #expect(read("") == [])
        #expect(read("\n\n") == [])
    }

    @Test("a byte order mark is passed over")
    func byteOrderMark() {
        #expect(read([0xEF, 0xBB, 0xBF] + Array("a,b".utf8)) == [.row(1, ["a", "b"])])
    }

    @Test("a row that is not UTF-8 is named, and the rows after it are read")
    func invalidText() {
        #expect(
            read(Array("caf\u{E9},x\n".utf8) + [0x63, 0xE9, 0x2C, 0x78, 0x0A] + Array("b\n".utf8)) == [
                .row(1, ["caf\u{E9}", "x"]), .fault(2), .row(3, ["b"]),
            ])
        #expect(read([0x22, 0xC0, 0xAF, 0x22, 0x0A]) == [.fault(1)])
        #expect(read([0x61, 0xC3]) == [.fault(1)])
    }

    @Test("a file of two-byte characters is refused once")
    func wideText() {
        #expect(read([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]) == [.fault(1)])
        #expect(read([0xFE, 0xFF, 0x00, 0x61]) == [.fault(1)])
    }

    @Test("NUL is refused")
    func zero() {
        #expect(read([0x61, 0x00, 0x0A, 0x62]) == [.fault(1), .row(2, ["b"])])
    }

    @Test("a quotation mark in the wrong place names its row and spares the others")
    func misplacedQuotes() {
        #expect(read("a 5\" pipe,x\nb,y\n") == [.fault(1), .row(2, ["b", "y"])])
        #expect(read("\"a\"b,x\nb,y\n") == [.fault(1), .row(2, ["b", "y"])])
    }

    @Test("a value that never ends names the row in which it began")
    func openQuote() {
        #expect(read("a\nb,\"c\nd\ne\n") == [.row(1, ["a"]), .fault(2)])
        #expect(read("\"") == [.fault(1)])
    }

    @Test("spaces around a value can be left out, and a missing value is empty")
    func trimming() throws {
        var reader = CSVReader(Array(" a b \t,\" \"\"c\"\" \n\",   \n".utf8))
        #expect(try reader.next())
        #expect(reader.trimmed(0) == "a b")
        #expect(reader.trimmed(1) == "\"c\"")
        #expect(reader.trimmed(2) == "")
        #expect(reader.trimmed(3) == "")
        #expect(reader.text(3) == "")
        #expect(reader.text(-1) == "")
    }

    @Test("what was written is read back")
    func roundTrip() throws {
        let rows = [
            ["plain", "with, comma", "with \"quotes\"", "two\nlines"], ["", "é", "ąłż", "\u{1F600}"],
            [" kept ", "a;b", "'", "x\r\ny"],
        ]
        var writer = CSVWriter()
        for row in rows { writer.addRow(row) }
        #expect(read(writer.bytes) == rows.enumerated().map { .row($0.offset + 1, $0.element) })
    }

    @Test("a text that a spreadsheet would run is written as a text")
    func formulas() {
        var writer = CSVWriter()
        writer.addRow(["=1+1", "+44", "-x", "@a", "\ttab", "a=b"])
        writer.add(-5)
        writer.add(7)
        writer.endRow()
        writer.addRow(["=HYPERLINK(\"x\",\"y\")"])
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "'=1+1,'+44,'-x,'@a,'\ttab,a=b\r\n-5,7\r\n\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n")
    }
}
