import Foundation
import HTTPTypes
import PageTestSupport
import TestSupport
import Testing

@testable import Publications

@Suite("An infographic as a publication")
struct InfographicTests {
    private func begun(_ ground: PublicationGround) async throws -> (id: String, path: String) {
        let begun = try await ground.post(
            "/new", [("kind", "infographic"), ("title", "Our year"), ("first", "2019-04-01"), ("last", "2020-03-31")],
            as: ground.coordinator)
        #expect(begun.status == .seeOther)
        let id = String(begun.location.split(separator: "?")[0].split(separator: "/").last ?? "")
        return (id, "/\(id)")
    }

    @Test(
        "is drawn from the charts that were chosen, and is out as drawing, picture, poster, page and data", arguments: EngineKind.available)
    func published(kind: EngineKind) async throws {
        let printer = DocumentPrinter { page in
            Array((String(decoding: page, as: UTF8.self).contains("@page{size:A4;margin:0}") ? "%PDF-poster" : "%PDF-page").utf8)
        }
        let painter = SheetPainter { drawing in
            String(decoding: drawing, as: UTF8.self).contains("<svg") ? [0x89, 0x50, 0x4E, 0x47] : []
        }
        try await withPublications(kind, printer: printer, painter: painter) { ground in
            let (_, path) = try await begun(ground)
            let page = try await ground.get(path, as: ground.coordinator)
            for section in ["The large figures alone", "Concerns by type of exploitation", "Concerns by nationality"] {
                #expect(page.body.contains(section), "\(section)")
            }
            // No other sections are offered, and none are taken.
            let offered = try await ground.get("\(path)/sections/new", as: ground.coordinator)
            #expect(offered.body.contains("Chart") && !offered.body.contains("Case study"))
            let refused = try await ground.post(
                "\(path)/sections/new", [("kind", "narrative"), ("title", "A heading")], as: ground.coordinator)
            #expect(refused.status == .unprocessableContent)
            // A fourth chart has no room.
            _ = try await ground.post(
                "\(path)/sections/new", [("kind", "chart"), ("source", "concerns-by-month")], as: ground.coordinator)
            let full = try await ground.post("\(path)/lock", [], as: ground.coordinator)
            #expect(full.status == .unprocessableContent && full.body.contains("A sheet has room for 3 charts: remove 1"))
            let publication = try #require(try await ground.publications.list(as: ground.coordinator).first).publication.id
            let sections = try await ground.publications.one(publication, as: ground.coordinator).sections
            let nationality = try #require(sections.first { $0.draft.source == "concerns-by-nationality" })
            _ = try await ground.publications.remove(nationality.id, of: publication, by: ground.coordinator, key: nil)
            try await ground.publish(publication)

            let svg = try await ground.open("/sandwell/1/infographic.svg")
            #expect(svg.headers[.contentType] == "image/svg+xml")
            #expect(svg.body.contains(">Our year</text>") && svg.body.contains(">60</text>"))
            #expect(svg.body.contains("Concerns by month") && !svg.body.contains("Concerns by nationality"))
            let png = try await ground.open("/sandwell/1/infographic.png")
            #expect(png.headers[.contentType] == "image/png" && png.headers[.contentDisposition] == nil)
            #expect(try await ground.open("/sandwell/1/poster.pdf").body == "%PDF-poster")
            let words = try await ground.open("/sandwell/1/document.html")
            #expect(words.body.contains("At a glance") && words.body.contains("Concerns by month") && words.body.contains("<table"))
            #expect(try await ground.open("/sandwell/1/tables.ods").status == .ok)
            #expect(try await ground.open("/sandwell/1/concerns-by-month.csv").body.contains("April 2019,Concerns raised,5,"))
            #expect(try await ground.open("/sandwell/1/document.odt").status == .notFound)
            let release = try await ground.open("/sandwell/1")
            #expect(release.body.contains("Infographic") && release.body.contains("The same in words"))
        }
    }

    @Test("is checked beside what is out, as every publication is", arguments: EngineKind.available)
    func checked(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            try await ground.publish(try await ground.draft(title: "Annual report"))
            try await ground.addConcern(on: PublicationGround.year.first, in: ground.tipton)
            let (_, path) = try await begun(ground)
            let refused = try await ground.post("\(path)/lock", [], as: ground.coordinator)
            #expect(refused.status == .unprocessableContent && refused.body.contains("the change is exactly 1"))
        }
    }
}

@Suite("Data that is open")
struct OpenMetadataTests {
    @Test("has beside each CSV file what its columns, units, licence and days are", arguments: EngineKind.available)
    func metadata(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            try await ground.publish(try await ground.draft())
            let csv = try await ground.open("/sandwell/1/concerns-by-town.csv")
            let link = try #require(HTTPField.Name("Link"))
            #expect(
                csv.headers[link] == "<concerns-by-town.csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"")
            let answer = try await ground.open("/sandwell/1/concerns-by-town.csv-metadata.json")
            #expect(answer.headers[.contentType] == "application/csvm+json")
            let root = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
            #expect(root["url"] as? String == "concerns-by-town.csv" && root["dc:title"] as? String == "Concerns by town")
            #expect(root["dc:temporal"] as? String == "2019-04-01/2020-03-31")
            #expect((root["dc:license"] as? [String: String])?["@id"]?.contains("open-government-licence/version/3") == true)
            #expect(root["dc:description"] as? String == "Concerns, by the town of the place")
            let schema = try #require(root["tableSchema"] as? [String: Any])
            let columns = try #require(schema["columns"] as? [[String: Any]])
            let heading = csv.body.split(separator: "\r\n").first.map(String.init)
            #expect(columns.compactMap { $0["titles"] as? String }.joined(separator: ",") == heading)
            #expect(columns[2]["datatype"] as? String == "integer")
            // The page of the release names it beside the file, and not as a file of its own.
            let page = try await ground.open("/sandwell/1")
            #expect(page.body.contains("Columns and units"))
            #expect(!page.body.contains("Columns and units of Concerns by town</a> <span"))
        }
    }
}
