import Foundation
import FoundationXML
import Testing

@testable import Documents

@Suite("An OpenDocument text")
struct OpenDocumentTests {
    /// The entries of an archive by name, in their order, read from their heads.
    private func entries(_ bytes: [UInt8]) -> [(name: String, method: Int, bytes: [UInt8])] {
        func number(_ place: Int, _ size: Int) -> Int { (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) } }
        var found: [(String, Int, [UInt8])] = []
        var place = 0
        while place + 30 < bytes.count, number(place, 4) == 0x0403_4B50 {
            let (size, name) = (number(place + 18, 4), number(place + 26, 2))
            let start = place + 30 + name + number(place + 28, 2)
            let content = Array(bytes[start..<start + size])
            #expect(UInt32(number(place + 14, 4)) == ZipArchive.checksum(content))
            found.append((String(decoding: bytes[(place + 30)..<(place + 30 + name)], as: UTF8.self), number(place + 8, 2), content))
            place = start + size
        }
        return found
    }

    @Test("begins with its kind, stored as it is, so that any program knows it")
    func kind() {
        let bytes = OpenDocumentText(Sample.publication).bytes()
        #expect(String(decoding: bytes[30..<77], as: UTF8.self) == "mimetypeapplication/vnd.oasis.opendocument.text")
        #expect(entries(bytes).allSatisfy { $0.method == 0 })
    }

    @Test("names every part in its manifest, and every part is well-formed")
    func parts() throws {
        let entries = entries(OpenDocumentText(Sample.publication).bytes())
        let manifest = String(decoding: try #require(entries.last).bytes, as: UTF8.self)
        #expect(entries.last?.name == "META-INF/manifest.xml")
        for entry in entries.dropFirst() {
            #expect(XMLParser(data: Data(entry.bytes)).parse(), "\(entry.name)")
            if entry.name != "META-INF/manifest.xml" { #expect(manifest.contains("\"\(entry.name)\""), "\(entry.name)") }
        }
        #expect(entries.count { $0.name.hasSuffix(".svg") } == 2)
    }

    @Test("has real headings, header rows and words for every drawing")
    func structure() throws {
        let entries = entries(OpenDocumentText(Sample.publication).bytes())
        let content = String(decoding: try #require(entries.first { $0.name == "content.xml" }).bytes, as: UTF8.self)
        #expect(content.contains("<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">Foreword</text:h>"))
        let tables = content.components(separatedBy: "<table:table ").count - 1
        #expect(tables == 3 && content.components(separatedBy: "<table:table-header-rows>").count - 1 == tables)
        #expect(content.components(separatedBy: "<svg:desc>").count - 1 == 2)
        #expect(content.contains("office:value-type=\"float\" office:value=\"1253\""))
        #expect(content.contains("<text:table-of-content "))
    }

    @Test("has every style that it uses")
    func styles() throws {
        let entries = entries(OpenDocumentText(Sample.publication).bytes())
        func text(_ name: String) -> String { String(decoding: entries.first { $0.name == name }?.bytes ?? [], as: UTF8.self) }
        let all = text("content.xml") + text("styles.xml")
        let defined = Set(all.matches(of: #/style:name="([^"]+)"/#).map { String($0.output.1) })
        let used = Set(text("content.xml").matches(of: #/(?:text|table|draw):style-name="([^"]+)"/#).map { String($0.output.1) })
        #expect(used.subtracting(defined) == [])
    }

    @Test("has the check sums that zip asks for")
    func checksum() {
        #expect(ZipArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(ZipArchive.checksum([]) == 0)
    }
}
