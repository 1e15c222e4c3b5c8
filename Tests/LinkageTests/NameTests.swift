import Testing

@testable import Linkage

@Suite("Names")
struct NameTests {
    private func folded(_ text: String) -> String {
        var output: [UInt8] = []
        var text = text
        text.withUTF8 { bytes in _ = LatinFolding.fold(bytes, into: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    private func level(_ first: String, _ second: String) -> NameAgreement.Level {
        let records = records("forename,surname\n\(first),x\n\(second),x\n")
        var comparison = NameComparison()
        return records.withView { view in
            let one = comparison.agreement(view.row(0)[0], view.row(1)[0], in: view.names)
            let other = comparison.agreement(view.row(1)[0], view.row(0)[0], in: view.names)
            #expect(one.level == other.level)
            return one.level
        }
    }

    @Test("are folded to Latin letters whatever their accents and alphabet")
    func folding() {
        #expect(folded("  Nguyễn  Thị-Hương ") == "nguyen thi huong")
        #expect(folded("Łukasz O'Neill") == "lukasz oneill")
        #expect(folded("Çela Gëzim") == "cela gezim")
        #expect(folded("Иван") == "ivan")
        #expect(folded("محمد") == "mhmd")
    }

    @Test(
        "are one name in several spellings",
        arguments: [
            ("mohammed", "muhammad"), ("Yusuf", "Joseph"), ("william", "Bill"), ("Krzysztof", "chris"), ("gebre medhin", "ghebremedhin"),
            ("Stefan", "Stephen"), ("Hussein", "Husayn"), ("kowalski", "kowalska"),
        ])
    func variants(_ first: String, _ second: String) {
        #expect(level(first, second) == .variant)
    }

    @Test("agree in part where one holds every word of the other")
    func parts() {
        #expect(level("thi huong", "huong") == .part)
        #expect(level("van duc hung", "hung van") == .part)
        #expect(level("thi huong", "thi lan") != .part)
    }

    @Test("are close where one letter is wrong, and different where most are")
    func near() {
        #expect(level("langford", "lamgford") == .near)
        #expect(level("j", "james") == .initial)
        #expect(level("charlotte", "piotr") == .different)
        #expect(level("", "piotr") == .missing)
    }

    @Test("are never called different by the quick look where the full one calls them similar")
    func quickLook() {
        var random = SplitMix(seed: 21)
        var edits = EditDistance()
        let letters = Array("abcdeinrst".utf8)
        var similar = 0
        for _ in 0..<20_000 {
            let first = (0..<(3 + random.next(below: 6))).map { _ in letters[random.next(below: letters.count)] }
            var second = first
            for _ in 0..<random.next(below: 4) { second[random.next(below: second.count)] = letters[random.next(below: letters.count)] }
            let spelling = first.withUnsafeBufferPointer { one in second.withUnsafeBufferPointer { edits.compare(one, $0) } }
            guard spelling.similarity >= 0.82 else { continue }
            similar += 1
            let found = level(String(decoding: first, as: UTF8.self), String(decoding: second, as: UTF8.self))
            #expect(found != .different)
            if similar > 400 { break }
        }
        #expect(similar > 100)
    }

    @Test("have a similarity of 0.961 where MARTHA is written MARHTA, as Winkler published it")
    func winkler() {
        var edits = EditDistance()
        let result = Array("martha".utf8).withUnsafeBufferPointer { one in
            Array("marhta".utf8).withUnsafeBufferPointer { edits.compare(one, $0) }
        }
        #expect(abs(result.similarity - 0.961) < 0.001)
        #expect(result.distance == 1)
    }
}
