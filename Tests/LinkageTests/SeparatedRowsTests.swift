import Testing

@testable import Linkage

@Suite("Rows of comma-separated values")
struct SeparatedRowsTests {
    /// What reading a text answers: each row's values, or the line and the reason of a fault.
    private func read(_ bytes: [UInt8]) -> [String] {
        bytes.withUnsafeBufferPointer { bytes in
            var rows = SeparatedRows(bytes)
            var answers: [String] = []
            while true {
                switch rows.next() {
                case .end: return answers
                case .fault(let fault): answers.append("\(fault.line): \(fault.reason)")
                case .row: answers.append((0..<rows.count).map { rows.text($0) }.joined(separator: "|"))
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
                "a|b", "1|x\ny", "4: zeroByte", "5: notUTF8", "6: quotationInsideValue", "7: textAfterQuotation", "6|z",
            ])
    }

    @Test("go on after a quotation mark that is never closed")
    func unclosed() {
        #expect(read(Array("a,b\n1,\"x\n2,y\n".utf8)) == ["a|b", "2: unclosedQuotation", "2|y"])
    }

    @Test("hold no value longer than a person's record could")
    func long() {
        let long = [UInt8](repeating: 0x61, count: SeparatedRows.longestValue + 1)
        #expect(read(long + Array("\nb\n".utf8)) == ["1: valueTooLong", "b"])
        #expect(read(Array("\"".utf8) + long + Array("\"\nb\n".utf8)) == ["1: valueTooLong", "b"])
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
