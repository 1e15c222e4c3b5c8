import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Publications

@Suite("What is open to everybody")
struct OpenDataTests {
    @Test("is kept by browsers, and is not sent again to whoever has it", arguments: EngineKind.available)
    func caching(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            try await ground.publish(try await ground.draft())
            for path in ["", "/feed.atom", "/sandwell/1", "/sandwell/1/document.html", "/sandwell/1/tables.ods"] {
                let first = try await ground.open(path)
                let tag = try #require(first.headers[.eTag])
                #expect(first.headers[.cacheControl]?.hasPrefix("public, max-age=") == true, "\(path)")
                #expect(first.headers[.lastModified]?.hasSuffix("GMT") == true, "\(path)")
                let second = try await ground.open(path, headers: [.ifNoneMatch: "W/\(tag)"])
                #expect(second.status == .notModified && second.bytes.isEmpty, "\(path)")
                let other = try await ground.open(path, headers: [.ifNoneMatch: "\"other\""])
                #expect(other.status == .ok && other.bytes == first.bytes, "\(path)")
            }
            let missing = try await ground.open("/sandwell/9")
            #expect(missing.headers[.cacheControl] == "no-store")
        }
    }

    @Test("is limited for each network address", arguments: EngineKind.available)
    func limited(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            _ = try await ground.open()
            try await ground.engine.write { _ = try $0.run("UPDATE rate_limits SET used = \(OpenRoutes.limit)") }
            let refused = try await ground.open()
            #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] != nil)
            #expect(refused.headers[.cacheControl] == "no-store")
        }
    }

    @Test("says where no PDF could be made", arguments: EngineKind.available)
    func withoutPDF(kind: EngineKind) async throws {
        struct Broken: Error {}
        for printer in [nil, DocumentPrinter { _ in throw Broken() }] {
            try await withPublications(kind, printer: printer) { ground in
                try await ground.publish(try await ground.draft())
                let page = try await ground.open("/sandwell/1")
                #expect(page.body.contains("There is no PDF") && !page.body.contains("document.pdf"))
                #expect(page.body.contains("document.odt"))
            }
        }
    }

    @Test("has a feed in which each release has a name of its own", arguments: EngineKind.available)
    func feed(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            try await ground.publish(try await ground.draft(title: "Report & <review>"))
            try await ground.publish(try await ground.draft(title: "Another"))
            let feed = try await ground.open("/feed.atom")
            #expect(feed.headers[.contentType] == "application/atom+xml; charset=utf-8")
            #expect(feed.body.contains("<title>Report &amp; &lt;review&gt;</title>"))
            let names = try await ground.texts("SELECT id FROM open_releases ORDER BY number")
            for name in names { #expect(feed.body.contains("<id>urn:uuid:\(name)</id>")) }
            #expect(feed.body.contains("https://localhost/published/sandwell/2"))
        }
    }

    @Test("has dates as headers write them")
    func dates() {
        #expect(HTTPDate.text(Moment(microseconds: 784_111_777_000_000)) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.text(Moment(microseconds: 0)) == "Thu, 01 Jan 1970 00:00:00 GMT")
        #expect(HTTPDate.text(Moment(microseconds: 1_582_934_400_500_000)) == "Sat, 29 Feb 2020 00:00:00 GMT")
    }
}
