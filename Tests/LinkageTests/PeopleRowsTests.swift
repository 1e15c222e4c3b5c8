import DelimitedText
import Testing

@testable import Linkage

@Suite("Rows of a file of people")
struct PeopleRowsTests {
    /// What reading a text answers: each row's values, or the line and the reason of a fault.
    private func read(_ bytes: [UInt8]) -> [String] {
        bytes.withUnsafeBufferPointer { bytes in
            var rows = RowReader(bytes, longestValue: PersonRecords.longestValue)
            var answers: [String] = []
            while true {
                switch rows.next() {
                case .end: return answers
                case .fault(let fault): answers.append("\(fault.line): \(fault.message)")
                case .row where rows.isBlank: continue
                case .row: answers.append(rows.trimmedTexts.joined(separator: "|"))
                }
            }
        }
    }

    @Test("are read with quoted commas, line breaks and doubled quotation marks")
    func quoted() {
        #expect(read(Array("a,\"b,\"\"c\"\"\nd\", e \r\nf,g,".utf8)) == ["a|b,\"c\"\nd|e", "f|g|"])
    }

    @Test("are left behind one by one where they cannot be read, with the line on which each begins")
    func faults() {
        let bytes: [UInt8] =
            Array("a,b\n1,\"x\ny\"\n2,".utf8) + [0] + Array("\n3,".utf8) + [0xFF] + Array("\n4,x\"y\n5,\"x\" y\n6,z\n".utf8)
        #expect(
            read(bytes) == [
                "a|b", "1|x\ny", "4: A character without meaning (NUL) stands here. Save the file as CSV UTF-8",
                "5: This row is not UTF-8 text. Save the file as CSV UTF-8",
                "6: A quotation mark stands inside a value. Put the value in quotation marks and write this one twice",
                "7: Text stands after a closing quotation mark. Write a quotation mark inside a value twice", "6|z",
            ])
    }

    @Test("go on after a quotation mark that is never closed")
    func unclosed() {
        #expect(
            read(Array("a,b\n1,\"x\n2,y\n".utf8)) == [
                "a|b", "2: A quotation mark opens a value that never ends. Close it with another", "2|y",
            ])
    }

    @Test("are not swallowed between two stray quotation marks that stand far apart")
    func farApart() {
        let between = String(repeating: "someone,of,whom,much,is,known\n", count: 40_000)
        let answers = read(Array("\"stray\n\(between)\"b\"\n".utf8))
        #expect(answers.count == 40_002)
        #expect(answers.first == "1: A quotation mark opens a value that never ends. Close it with another")
    }

    @Test("hold no value longer than a person's record could")
    func long() {
        let long = [UInt8](repeating: 0x61, count: PersonRecords.longestValue + 1)
        #expect(read(long + Array("\nb\n".utf8)) == ["1: A value is longer than 65536 bytes. Is a quotation mark missing?", "b"])
        #expect(
            read(Array("\"".utf8) + long + Array("\"\nb\n".utf8)) == [
                "1: A value is longer than 65536 bytes. Is a quotation mark missing?", "b",
            ])
    }

    @Test("never stop the process, whatever the bytes")
    func arbitrary() {
        var random = SplitMix(seed: 11)
        let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x20, 0x00, 0xC3, 0xA9, 0xFF]
        for _ in 0..<2_000 {
            let bytes = (0..<random.next(below: 40)).map { _ in alphabet[random.next(below: alphabet.count)] }
            #expect(read(bytes).count <= bytes.count)
        }
    }
}
