import Testing

@testable import Kernel

@Suite("Texts and lists")
struct TextTests {
    @Test(
        "texts are made comparable: lower case, no accents, single spaces",
        arguments: [
            ("West  Bromwich", "west bromwich"), ("Café Zoë", "cafe zoe"), ("St. Paul's", "st pauls"),
            ("Children\u{2019}s Trust", "childrens trust"), ("  12-14, High Street ", "12 14 high street"), ("", ""),
            ("---", ""), ("ŁÓDŹ", "łodz"), ("Ｂ７０", "b70"), ("\u{202E}abc", "abc"), ("домашний", "домашнии"),
        ])
    func folding(text: String, key: String) {
        #expect(FoldedText(text).key == key)
        #expect(FoldedText(FoldedText(text).key).key == key)
    }

    @Test("every character of ASCII is folded alike, whatever stands beside it")
    func asciiFolding() {
        for value in UInt8(1)...0x7F {
            let text = "A\(Character(Unicode.Scalar(value)))b \(Character(Unicode.Scalar(value)))"
            #expect(FoldedText(text + " é").key == (FoldedText(text).key + " e"), "\(value)")
        }
    }

    @Test("the words of a text come in their order")
    func words() {
        #expect(FoldedText("Great Barr, with Yew-Tree").words == ["great", "barr", "with", "yew", "tree"])
        #expect(FoldedText("!?").words.isEmpty)
    }

    @Test("a surplus row says that there is a next page and is not shown")
    func pages() {
        let page = Listing(rows: [1, 2, 3], size: 2) { String($0) }
        #expect(page.items == [1, 2])
        #expect(page.next == "2")
        let last = Listing(rows: [1, 2], size: 2) { String($0) }
        #expect(last.items == [1, 2])
        #expect(last.next == nil)
        #expect(page.map { $0 * 10 }.items == [10, 20])
        #expect(page.map { $0 * 10 }.next == "2")
    }

    @Test("an outcome is either its result or its problems")
    func outcomes() {
        let done = Outcome<Int>.done(7)
        #expect(done.result == 7)
        #expect(done.problems.isEmpty)
        let refused = Outcome<Int>.refused([Problem("town", "Choose a town")])
        #expect(refused.result == nil)
        #expect(refused.problems == [Problem("town", "Choose a town")])
    }
}
