import NIOCore
import Testing
import Web

@testable import Concerns

/// What files may be, and how a form with a file is read.
struct FileRuleTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]

    /// An entry of a zip archive that is not compressed.
    private static func entry(_ name: String, _ content: String) -> [UInt8] {
        func little(_ number: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(number >> (8 * $0) & 255) } }
        let (name, content) = (Array(name.utf8), Array(content.utf8))
        return [0x50, 0x4B, 0x03, 0x04, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + little(content.count, 4)
            + little(content.count, 4) + little(name.count, 2) + [0, 0] + name + content
    }

    @Test("the content decides what a file is")
    func kinds() {
        #expect(FileKind(beginning: [0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(FileKind(beginning: Self.png) == .png)
        #expect(FileKind(beginning: Array("%PDF-1.7\n".utf8)) == .pdf)
        let word = Self.entry("[Content_Types].xml", "<Types/>") + Self.entry("word/document.xml", "<w/>")
        #expect(FileKind(beginning: word) == .word)
        let text = Self.entry("mimetype", "application/vnd.oasis.opendocument.text") + Self.entry("content.xml", "<o/>")
        #expect(FileKind(beginning: text) == .openDocument)
    }

    @Test(
        "anything else is refused, whatever its name",
        arguments: [
            Array("<html><script>alert(1)</script>".utf8), Array("GIF89a".utf8), Array("MZ".utf8), [],
            Array("  %PDF-1.7".utf8), Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), [0xFF, 0xD8],
            FileRuleTests.entry("evil.exe", "MZ"), FileRuleTests.entry("[Content_Types].xml", "") + FileRuleTests.entry("xl/a", ""),
            FileRuleTests.entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            [0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFF],
        ])
    func refused(bytes: [UInt8]) {
        #expect(FileKind(beginning: bytes) == nil)
    }

    @Test(
        "a name is kept without folders, marks and its own ending",
        arguments: [
            ("photo.JPG", "photo.jpg"), ("C:\\Users\\x\\report.final.html", "report.final.jpg"),
            ("../../etc/passwd", "passwd.jpg"), ("", "file.jpg"), (".hidden", "hidden.jpg"),
            ("a\"b\r\nSet-Cookie: x.png", "abSet-Cookie x.jpg"), ("\u{202E}gpj.exe", "gpj.jpg"), ("...", "file.jpg"),
        ])
    func names(given: String, kept: String) {
        #expect(FileRules.name(given, kind: .jpeg) == kept)
    }

    @Test("a saved file is named in plain letters and in full, and nothing of the name breaks out of the header")
    func disposition() {
        #expect(
            FileRoutes.disposition("Zażółć \"x\".jpg")
                == "attachment; filename=\"Za____ _x_.jpg\"; filename*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87%20%22x%22.jpg")
        #expect(!FileRoutes.disposition("a\r\nX: y.jpg").contains("\n"))
    }

    // MARK: Multipart

    /// A body that arrives in pieces of so many bytes.
    private struct Pieces: AsyncIteratorProtocol {
        var bytes: [UInt8]
        let size: Int

        mutating func next() async throws -> ByteBuffer? {
            if bytes.isEmpty { return nil }
            let piece = Array(bytes.prefix(size))
            bytes.removeFirst(piece.count)
            return ByteBuffer(bytes: piece)
        }
    }

    private func reader(_ text: String, boundary: String = "XX", pieces: Int) -> MultipartReader<Pieces> {
        MultipartReader(Pieces(bytes: Array(text.utf8), size: pieces), boundary: boundary)
    }

    private let form = [
        "--XX", "Content-Disposition: form-data; name=\"form_secret\"", "", "secret", "--XX",
        "Content-Disposition: form-data; name=\"file\"; filename=\"a;b.jpg\"", "Content-Type: image/jpeg", "",
        "one\r\ntwo\r\n--X\r\n-", "--XX--", "",
    ].joined(separator: "\r\n")

    @Test("a form is read the same in pieces of any size", arguments: [1, 2, 3, 5, 17, 64, 100_000])
    func pieces(size: Int) async throws {
        var reader = reader(form, pieces: size)
        #expect(try await reader.nextPart() == .init(name: "form_secret", fileName: nil))
        #expect(try await reader.text(limit: 100) == "secret")
        #expect(try await reader.nextPart() == .init(name: "file", fileName: "a;b.jpg"))
        #expect(try await reader.text(limit: 100) == "one\r\ntwo\r\n--X\r\n-")
        #expect(try await reader.nextPart() == nil)
    }

    @Test("a part that is not read is passed over", arguments: [1, 7, 1000])
    func passedOver(size: Int) async throws {
        var reader = reader(form, pieces: size)
        _ = try await reader.nextPart()
        #expect(try await reader.nextPart()?.name == "file")
        #expect(try await reader.nextPart() == nil)
    }

    @Test("a form that breaks off is noticed wherever it breaks", arguments: [0, 1, 3, 20, 60, 70, 80, 130, 165, 173])
    func truncated(length: Int) async throws {
        var reader = reader(String(form.prefix(length)), pieces: 9)
        await #expect(throws: MultipartError.truncated) {
            while try await reader.nextPart() != nil { while try await reader.nextBytes() != nil {} }
        }
    }

    @Test("another boundary than the one that was announced is a form that breaks off")
    func wrongBoundary() async throws {
        var reader = reader(form, boundary: "YY", pieces: 9)
        await #expect(throws: MultipartError.truncated) { try await reader.nextPart() }
    }

    @Test("a head without a name, and one without end, are refused")
    func malformed() async throws {
        var nameless = reader("--XX\r\nContent-Type: text/plain\r\n\r\nx\r\n--XX--\r\n", pieces: 9)
        await #expect(throws: MultipartError.malformed) { try await nameless.nextPart() }
        var endless = reader("--XX\r\n" + String(repeating: "x", count: 20_000), pieces: 900)
        await #expect(throws: MultipartError.malformed) { try await endless.nextPart() }
        var long = reader(form, pieces: 9)
        _ = try await long.nextPart()
        await #expect(throws: MultipartError.malformed) { try await long.text(limit: 3) }
    }
}
