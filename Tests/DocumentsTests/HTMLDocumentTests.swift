import Foundation
import FoundationXML
import Testing

@testable import Documents

@Suite("A published page")
struct HTMLDocumentTests {
    private let page = String(decoding: HTMLDocument(Sample.publication).bytes(), as: UTF8.self)

    private func captures(_ pattern: String) throws -> [String] {
        try page.matches(of: Regex(pattern, as: (Substring, Substring).self)).map { String($0.output.1) }
    }

    @Test("has one heading of the first rank, and leaves no rank out")
    func headings() throws {
        let ranks = try captures("<h([1-6])[ >]").compactMap(Int.init)
        #expect(ranks.first == 1 && ranks.count { $0 == 1 } == 1)
        for (one, next) in zip(ranks, ranks.dropFirst()) { #expect(next <= one + 1) }
    }

    @Test("has landmarks, a way past the contents, a language and a title")
    func landmarks() {
        for part in [
            "<html lang=\"en-GB\">", "<header class=\"cover\">", "<nav class=\"contents\"", "<main id=\"main\">",
            "<footer class=\"foot\">", "href=\"#main\"",
            "<title>Annual report, 1 April 2030 to 31 March 2031, Northmoor partnership</title>",
        ] { #expect(page.contains(part), "\(part)") }
    }

    @Test("needs nothing from elsewhere and runs nothing")
    func alone() throws {
        #expect(!page.contains("<script") && !page.contains("<link") && !page.contains("@import") && !page.contains("url("))
        #expect(try captures("(?:src|href)=\"([^\"]*)\"").allSatisfy { $0.hasPrefix("#") })
    }

    @Test("leads from each link to what it names, and names nothing twice")
    func links() throws {
        let ids = try captures(" id=\"([^\"]*)\"")
        #expect(Set(ids).count == ids.count)
        for target in try captures("href=\"#([^\"]*)\"") { #expect(ids.contains(target), "\(target)") }
    }

    @Test("says in each table what heads its rows and columns, and in each chart what it shows")
    func words() throws {
        #expect(try captures("<t(h)>").isEmpty)
        #expect(page.components(separatedBy: "<caption>").count == page.components(separatedBy: "<table>").count)
        #expect(page.contains("aria-label=\"Bar chart: Concerns by town. Ferrowick 1,253, Harrowbeck &amp; Sons not shown.\""))
        #expect(page.contains("Table 2. Concerns by town") && page.contains(">table 2</a>"))
    }

    @Test("states the unit and the source of every chart and table")
    func units() {
        #expect(page.components(separatedBy: "Source: records of the partnership").count == 4)
        #expect(page.components(separatedBy: "Concerns, by the town of the place").count == 3)
    }

    @Test("is well-formed, whatever the words hold")
    func wellFormed() {
        #expect(XMLParser(data: Data(page.dropFirst("<!DOCTYPE html>".count).utf8)).parse())
        #expect(page.contains("Nobody ends it &lt;alone&gt;."))
        #expect(XMLWriter.escaped("a\u{0}\u{B}\u{85}\u{FFFF}b\"&'") == "ab&quot;&amp;'")
    }

    @Test("is the same each time")
    func same() {
        #expect(HTMLDocument(Sample.publication).bytes() == HTMLDocument(Sample.publication).bytes())
    }
}
